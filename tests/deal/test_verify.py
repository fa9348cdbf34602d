"""`verify` takes what is true and refuses what was tampered with."""

from collections.abc import Callable
from typing import Any

import pytest

from peacecli.core import record as r
from peacecli.core.deal import trial
from peacecli.core.deal.concessions import concessions
from peacecli.core.deal.conflicts import conflicts
from peacecli.core.deal.packages import packages
from peacecli.core.deal.verify import verify
from peacecli.core.deal.zone import zone
from peacecli.core.outcomes import Range
from peacecli.core.record import Negotiation
from peacecli.errors import DataError
from tests.core import building as b
from tests.deal.making import asked, evidence, saved

SIDES = (("east",), ("west",))


def negotiation() -> Negotiation:
    """East and West on the path, on who keeps the bridge and on the army; two lines hang together.

    On the path East's line excludes each of West's two; on the army there are three positions of which any two hold.
    """
    return b.negotiation(
        b.party("north"),
        b.position("path-east", b.atom("path", "in", "near")),
        b.position("path-west", b.atom("path", "far", "out"), party="west"),
        b.position("path-west-too", b.atom("path", "out"), party="west"),
        b.position("either", b.period(b.atom("path", "in"), b.atom("keeper", "east"))),
        b.position("keeper-west", b.atom("keeper", "west", "both"), party="west"),
        b.position("army-1", b.atom("army", 1, 2)),
        b.position("army-2", b.atom("army", 2, 3), party="west"),
        b.position("army-3", b.atom("army", 1, 3), party="north"),
        b.position("years", b.atom("years", Range(3, None, False)), party="north"),
    )


def answers(record: Negotiation) -> dict[str, Any]:
    """A saved answer of each command."""
    scope, said = asked(record), evidence(record)
    three = (*SIDES, ("north",))
    return {
        "conflicts": saved(conflicts(record, said, scope)),
        "concessions": saved(concessions(record, said, scope)),
        "packages": saved(packages(record, scope, (("east", "north"), ("west",)), None, {}, strict=False)),
        "fewest": saved(packages(record, scope, three, None, {"army": b.outcomes("army", 1)}, strict=False)),
        "zone": saved(zone(record, (), scope)),
    }


@pytest.mark.parametrize("command", ["conflicts", "concessions", "packages", "fewest", "zone"])
def test_true(command: str) -> None:
    """Every claim of an answer holds."""
    record = negotiation()
    checks = list(verify(record, answers(record)[command]))
    assert checks
    assert all(one.holds for one in checks)


Tamper = Callable[[Any], None]


def _drop_a_position(answer: Any) -> None:
    answer["conflicts"][0]["positions"].pop()


def _add_a_position(answer: Any) -> None:
    answer["conflicts"][0]["positions"].append("years")


def _conflict_of_what_holds(answer: Any) -> None:
    answer["conflicts"][0]["positions"] = ["years", "army-1"]


def _change_a_witness(answer: Any) -> None:
    way = answer["clusters"][0]["sets"][0]
    way["witness"] = [
        {"issue": said["issue"], "outcomes": ["near"]} for said in way["witness"] if said["issue"] == "path"
    ]


def _empty_a_witness(answer: Any) -> None:
    answer["clusters"][0]["sets"][0]["witness"] = []


def _widen_a_witness(answer: Any) -> None:
    for said in answer["clusters"][0]["sets"][0]["witness"]:
        said["outcomes"] = ["in", "near", "far", "out"] if said["issue"] == "path" else said["outcomes"]


def _give_up_too_much(answer: Any) -> None:
    one, other, *_ = answer["clusters"][0]["sets"]
    one["positions"] = sorted({*one["positions"], *other["positions"]})


def _leave_a_way_out_away(answer: Any) -> None:
    answer["clusters"][0]["sets"].pop()


def _claim_fewer(answer: Any) -> None:
    answer["clusters"][0]["smallest"] -= 1


def _claim_a_conflict(answer: Any) -> None:
    answer["clusters"][0]["conflicts"][0] = "path-east+years"


def _claim_a_crossing(answer: Any) -> None:
    answer["packages"][0]["crossed"][0]["crossed"].append("years")


def _hide_a_crossing(answer: Any) -> None:
    next(one for one in answer["packages"][0]["crossed"] if one["crossed"])["crossed"].pop()


def _change_a_count(answer: Any) -> None:
    answer["packages"][0]["counts"][0] += 1


def _change_an_outcome(answer: Any) -> None:
    for said in answer["packages"][0]["outcomes"]:
        said["outcomes"] = [1] if said["issue"] == "years" else said["outcomes"]


def _dominated(answer: Any) -> None:
    """Two packages are made one that crosses what either crosses; the other stays."""
    first, second, *_ = answer["packages"]
    for mine, other in zip(first["crossed"], second["crossed"], strict=True):
        mine["crossed"] = sorted({*mine["crossed"], *other["crossed"]})
    first["counts"] = [max(pair) for pair in zip(first["counts"], second["counts"], strict=True)]


def _leave_a_package_away(answer: Any) -> None:
    answer["packages"].pop()


def _for_another_side(answer: Any) -> None:
    answer["packages"][0]["best_for"] = "west"


def _not_what_is_fixed(answer: Any) -> None:
    for said in answer["packages"][0]["outcomes"]:
        said["outcomes"] = [2] if said["issue"] == "army" else said["outcomes"]


def _widen_a_zone(answer: Any) -> None:
    next(one for one in answer["zones"] if one["issue"] == "path")["outcomes"].append("far")


def _narrow_a_zone(answer: Any) -> None:
    next(one for one in answer["zones"] if one["issue"] == "years")["outcomes"] = [4]


@pytest.mark.parametrize(
    ("command", "tamper"),
    [
        ("conflicts", _drop_a_position),
        ("conflicts", _add_a_position),
        ("conflicts", _conflict_of_what_holds),
        ("concessions", _change_a_witness),
        ("concessions", _empty_a_witness),
        ("concessions", _widen_a_witness),
        ("concessions", _give_up_too_much),
        ("concessions", _leave_a_way_out_away),
        ("concessions", _claim_fewer),
        ("concessions", _claim_a_conflict),
        ("packages", _claim_a_crossing),
        ("packages", _hide_a_crossing),
        ("packages", _change_a_count),
        ("packages", _change_an_outcome),
        ("packages", _dominated),
        ("packages", _leave_a_package_away),
        ("fewest", _claim_a_crossing),
        ("fewest", _for_another_side),
        ("fewest", _not_what_is_fixed),
        ("zone", _widen_a_zone),
        ("zone", _narrow_a_zone),
    ],
    ids=lambda value: value if isinstance(value, str) else value.__name__.strip("_"),
)
def test_tampered(command: str, tamper: Tamper) -> None:
    """A claim that was changed does not hold."""
    record = negotiation()
    answer = answers(record)[command]
    tamper(answer)
    assert not all(one.holds for one in verify(record, answer))


def test_a_true_package_that_another_undercuts() -> None:
    """Even where every crossing is told truly, a package is refused that crosses more than it must."""
    record = negotiation()
    answer = answers(record)["packages"]
    worse = answer["packages"][0]
    for said in worse["outcomes"]:
        said["outcomes"] = [1] if said["issue"] == "years" else said["outcomes"]
    next(one for one in worse["crossed"] if one["party"] == "north")["crossed"].append("years")
    worse["counts"][0] += 1
    answer["packages"] = [worse]
    checks = {one.key: one.holds for one in verify(record, answer)}
    assert checks == {worse["key"]: False, "all": False}


def test_the_record_decides() -> None:
    """An answer of one record is refused by another in which a position is gone."""
    record = negotiation()
    positions = {name: one for name, one in record.positions.items() if name != "years"}
    answer = answers(record)["packages"]
    other: r.Negotiation = record._replace(positions=positions)
    assert all(one.holds for one in verify(other, answer))
    answer["packages"][0]["crossed"][-1]["crossed"].append("years")
    assert not all(one.holds for one in verify(other, answer))


@pytest.mark.parametrize("command", ["conflicts", "concessions"])
def test_an_answer_that_would_take_for_ever_is_refused(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Trials are counted, of packages and of ways out, and past the bound an error ends them."""
    record = negotiation()
    answer = answers(record)[command]
    answer["clusters"] = [one | {"sets": []} for one in answer.get("clusters", ())]
    monkeypatch.setattr(trial, "MAX_TRIALS", 8)
    with pytest.raises(DataError, match="more than 8 trials"):
        list(verify(record, answer))


def test_forty_conflicts_without_end_are_refused() -> None:
    """A cluster that claims so many conflicts apart has more ways out than anyone can list."""
    record = negotiation()
    answer = answers(record)["concessions"]
    answer["clusters"][0]["conflicts"] = [f"a{number}+b{number}" for number in range(40)]
    with pytest.raises(DataError, match="trials"):
        list(verify(record, answer))
