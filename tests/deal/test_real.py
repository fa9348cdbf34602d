"""The conflicts of the real record that anyone who follows it knows, worked out by hand from the positions."""

from typing import Any

import pytest

from peacecli.core.deal import trial
from tests.running import Run

RED = "--stance red_line"
DEMANDS = "--stance red_line --stance demand"

DONETSK_HANDOVER = "russia-donetsk-control+ukraine-territory-donetsk-control"
"""Russia: all of Donetsk under its control, or a zone it runs, after a withdrawal by Ukraine only. Ukraine: it keeps
its part or the line of contact stands; a zone only if it runs it, after a mutual withdrawal. Nothing fits both."""
DONETSK_WITHDRAWAL = "russia-donetsk-control+ukraine-territory-donetsk-withdrawal"
"""Ukraine only, says each way of the Russian line; anything but that, says the Ukrainian one."""
NATO = "russia-nato-membership+ukraine-nato-membership"
"""Neutral or barred against member, open door or by consensus; what either leaves unclear, the other excludes."""
NATO_OF_THE_ALLIES = "russia-nato-membership+nato-membership"
"""NATO leaves open what Russia accepts, so only --strict makes a conflict of it."""
FORCE = "russia-foreign-force+ukraine-security-foreign-force"
"""Russia: prohibited, a red line. Ukraine: anything but that, a demand; so no two red lines conflict here."""
PLANT = "russia-znpp+ukraine-energy-znpp"
"""What either accepts the other refuses, but each left something unclear: a conflict once unclear counts as no."""
PLANT_DEMAND = "russia-znpp+ukraine-energy-znpp-demand"
"""Ukraine's demand that there be no joint business with Russia leaves nothing that Russia might accept."""


def conflicts(real: Run, options: str) -> Any:
    """What `conflicts` answers."""
    return real("conflicts", *options.split(), "--json").json


@pytest.mark.parametrize(
    ("options", "there", "not_there"),
    [
        (RED, (DONETSK_HANDOVER, DONETSK_WITHDRAWAL, NATO), (NATO_OF_THE_ALLIES, FORCE, PLANT, PLANT_DEMAND)),
        (f"{RED} --strict", (DONETSK_HANDOVER, DONETSK_WITHDRAWAL, NATO, NATO_OF_THE_ALLIES, PLANT), (FORCE,)),
        (DEMANDS, (DONETSK_HANDOVER, DONETSK_WITHDRAWAL, NATO, FORCE, PLANT_DEMAND), (PLANT,)),
        (f"{DEMANDS} --strict", (DONETSK_HANDOVER, NATO, NATO_OF_THE_ALLIES, FORCE, PLANT, PLANT_DEMAND), ()),
    ],
)
def test_known_conflicts(real: Run, options: str, there: tuple[str, ...], not_there: tuple[str, ...]) -> None:
    """Each shows with the stances and the strictness with which the positions conflict, and with no others."""
    keys = {one["key"] for one in conflicts(real, options)["conflicts"]}
    assert (set(there) - keys, set(not_there) & keys) == (set(), set())


def test_each_is_sourced(real: Run) -> None:
    """Every position in a conflict stands there with its latest statement and that statement's sources."""
    answer = conflicts(real, f"{DEMANDS} --strict")
    lines = {one["position"]: one for one in answer["lines"]}
    assert set(lines) == {name for one in answer["conflicts"] for name in one["positions"]}
    assert all(one["latest"]["sources"] and one["says"] and one["acceptable"] for one in lines.values())


@pytest.mark.parametrize("options", [RED, f"{RED} --strict", DEMANDS, f"{DEMANDS} --strict"])
@pytest.mark.parametrize(
    "command",
    ["zone", "conflicts", "concessions", "packages", "packages --party russia --party ukraine", "packages --base 28",
     "packages --camp russia --camp ukraine,eu,nato,uk --fix forces.cap=600000", "packages --issue nato"],
)  # fmt: skip
def test_every_answer_verifies(real: Run, tmp_path: Any, command: str, options: str) -> None:
    """What is found on the real record is complete and holds when every outcome is tried."""
    file = tmp_path / "saved.json"
    real(*command.split(), *options.split(), "--json", "--output", str(file))
    answer = real("verify", str(file))
    assert (answer.code, answer.err) == (0, "")


def test_the_largest_answer_is_soon_re_checked(real: Run, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Positions of every stance hang together over thirteen issues; packages alike are tried as one."""
    monkeypatch.setattr(trial, "MAX_TRIALS", 1_000_000)
    file = tmp_path / "saved.json"
    real("packages", "--stance", "all", "--json", "--output", str(file))
    answer = real("verify", str(file))
    assert (answer.code, answer.err) == (0, "")


def test_giving_up(real: Run) -> None:
    """By hand: one position for NATO, one (Russia's) or two (Ukraine's) for Donetsk; two in all."""
    answer = real("concessions", "--json").json
    assert answer["summary"] == {
        "positions": answer["summary"]["positions"],
        "clusters": 2,
        "smallest": 2,
        "complete": True,
    }
    assert [[one["positions"] for one in cluster["sets"]] for cluster in answer["clusters"]] == [
        [["russia-nato-membership"], ["ukraine-nato-membership"]],
        [["russia-donetsk-control"], ["ukraine-territory-donetsk-control", "ukraine-territory-donetsk-withdrawal"]],
    ]
