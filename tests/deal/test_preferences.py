"""The user's own weights: exact frontiers, the Nash and Kalai-Smorodinsky points, and files that cannot be read."""

import json
from fractions import Fraction
from itertools import pairwise, product
from math import prod
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacecli.core.deal.additive import Pair, Point, frontier, kalai_smorodinsky, nash
from peacecli.core.deal.stopping import never
from tests.running import Run

VALUES = st.integers(-8, 8).map(lambda number: Fraction(number, 4))
ISSUES = st.lists(st.lists(st.tuples(VALUES, VALUES), min_size=1, max_size=4), min_size=1, max_size=4)
FILE = """
preferences:
  alder:
    reservation: 2
    values:
      fence.height: {90: 1, 120: 2.5, 150: 4}
      fence.gate: {yes: 3}
  birch:
    reservation: 1.25
    values:
      fence.height: {90: 4, 120: 3}
      fence.gate: {no: 0.1}
note: Made up for a test.
"""


def sums(issues: list[list[Pair]]) -> list[Pair]:
    """What either side gets in every package."""
    return [(sum((p[0] for p in one), Fraction()), sum((p[1] for p in one), Fraction())) for one in product(*issues)]


def undominated(pairs: list[Pair]) -> set[Pair]:
    """The pairs than which none is better for one side and no worse for the other."""
    return {a for a in pairs if not any(b != a and b[0] >= a[0] and b[1] >= a[1] for b in pairs)}


@given(ISSUES)
def test_the_frontier_is_exact(issues: list[list[Pair]]) -> None:
    """Of all packages exactly those that none dominates, each with outcomes that give it."""
    points = frontier(issues, never) or []
    assert {point.values for point in points} == undominated(sums(issues))
    assert len({point.values for point in points}) == len(points)
    for point in points:
        chosen = [pairs[place] for pairs, place in zip(issues, point.choice, strict=True)]
        assert point.values == (sum(p[0] for p in chosen), sum(p[1] for p in chosen))


@given(ISSUES, st.tuples(VALUES, VALUES))
def test_bargaining_solutions(issues: list[list[Pair]], reservation: Pair) -> None:
    """Among all packages, not only the frontier's, none has a greater product or a greater smaller share."""
    points = frontier(issues, never) or []
    better = [(a - reservation[0], b - reservation[1]) for a, b in sums(issues)]
    gains = [pair for pair in better if min(pair) >= 0]
    found = nash(points, reservation)
    fair = kalai_smorodinsky(points, reservation)
    assert bool(found) == bool(fair) == bool(gains)
    if gains:
        assert _product(found[0], reservation) == max(a * b for a, b in gains)
        most = [max(pair[side] for pair in gains) for side in (0, 1)]
        assert _smaller(_gain(fair[0], reservation), most) == max(_smaller(pair, most) for pair in gains)


def _gain(point: Point, reservation: Pair) -> Pair:
    return point.values[0] - reservation[0], point.values[1] - reservation[1]


def _product(point: Point, reservation: Pair) -> Fraction:
    return prod(_gain(point, reservation), start=Fraction(1))


def _smaller(pair: Pair, most: list[Fraction]) -> Fraction:
    return min(gain / highest if highest else Fraction(1) for gain, highest in zip(pair, most, strict=True))


def test_more_packages_than_can_be_listed() -> None:
    """5^50 packages: the frontier runs from the best for one to the best for the other, falling all the way."""
    rng = Random(1)  # noqa: S311  # no secret
    issues = [[(Fraction(rng.randint(0, 10)), Fraction(rng.randint(0, 10))) for _ in range(5)] for _ in range(50)]
    points = frontier(issues, never) or []
    assert points[0].values[0] == sum(max(pair[0] for pair in pairs) for pairs in issues)
    assert points[-1].values[1] == sum(max(pair[1] for pair in pairs) for pairs in issues)
    assert all(a.values[0] > b.values[0] and a.values[1] < b.values[1] for a, b in pairwise(points))


def asked(fence: Run, folder: Path, text: str, *options: str) -> Any:
    """What the command says of a preference file."""
    file = folder / "weights.yaml"
    file.write_text(text, encoding="utf-8")
    return fence("packages", "--preferences", str(file), *options)


def test_the_command(fence: Run, tmp_path: Path) -> None:
    """By hand: four of the six packages are on the frontier; the middle height with the gate is both points."""
    answer = asked(fence, tmp_path, FILE, "--json")
    assert (answer.code, answer.err) == (0, "")
    values = {tuple(one["values"]): one["marks"] for one in answer.json["packages"]}
    assert answer.json["parties"] == [{"party": "alder", "reservation": 2}, {"party": "birch", "reservation": 1.25}]
    assert values[5.5, 3] == ["nash", "kalai_smorodinsky"]
    assert set(values) == {(7, 0), (5.5, 3), (4, 4), (1, 4.1)}
    assert answer.json["summary"] == {"positions": 6, "issues": 2, "combinations": 6, "frontier": 4, "complete": True}


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ("", "among 6 positions (red lines) of Alder family, Birch family, Village council."),
        ("--party alder", "among 3 positions (red lines) of Alder family."),
        ("--party alder --issue gate", "among 1 position (red lines) of Alder family on fence.gate."),
    ],
)
def test_it_says_whose_crossings_are_counted(fence: Run, tmp_path: Path, options: str, words: str) -> None:
    """However the question is narrowed."""
    assert words in asked(fence, tmp_path, FILE, *options.split()).out


@pytest.mark.parametrize("format", ["text", "markdown", "csv", "jsonl"])
def test_formats(fence: Run, tmp_path: Path, format: str) -> None:
    """Every format says it."""
    answer = asked(fence, tmp_path, FILE, "--format", format)
    assert (answer.code, answer.err) == (0, "")
    assert "nash" in answer.out.lower()


def test_it_matches_its_schema(fence: Run, tmp_path: Path) -> None:
    """The answer is of the schema `packages-preferences`."""
    from jsonschema import Draft202012Validator

    validator = Draft202012Validator(fence("schema", "packages-preferences").json)
    assert validator.is_valid(asked(fence, tmp_path, FILE, "--json").json)


def test_no_weights_to_verify_by(fence: Run, tmp_path: Path) -> None:
    """The answer does not hold the weights, so that it cannot be re-checked, and that is said."""
    (tmp_path / "weighed.json").write_text(asked(fence, tmp_path, FILE, "--json").out, encoding="utf-8")
    error = fence("verify", str(tmp_path / "weighed.json"), "--json").error
    assert error["code"] == "not-verifiable"
    assert "its weights stand in a file of your own" in error["message"]


def test_saved(fence: Run, tmp_path: Path) -> None:
    """A package of the frontier becomes a draft that `check` reads."""
    draft = tmp_path / "draft.yaml"
    assert asked(fence, tmp_path, FILE, "--save", str(draft), "-q").code == 0
    assert fence("check", str(draft)).code == 0


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("  birch:", "  larch:", "unknown-party"),
        ("      fence.gate: {yes: 3}", "      fence.door: {yes: 3}", "unknown-issue"),
        ("{yes: 3}", "{perhaps: 3}", "off-scale"),
        ("{yes: 3}", "{yes: many}", "`many` is no number"),
        ("reservation: 2", "reserve: 2", None),
    ],
)
def test_refused(fence: Run, tmp_path: Path, old: str, new: str, code: str | None) -> None:
    """What the record does not have, and what is no number, is refused with its place in the file."""
    answer = asked(fence, tmp_path, FILE.replace(old, new, 1), "--json")
    error = json.loads(answer.err)["error"]
    assert (answer.code, answer.out, error["code"]) == (3, "", "invalid-data")
    assert code is None or code in answer.err


@pytest.mark.parametrize("option", ["--camp alder,birch", "--base 7", "--fix fence.gate=yes"])
def test_contradictions(fence: Run, tmp_path: Path, option: str) -> None:
    """The file names its two parties and weighs every outcome: options that say otherwise are refused."""
    assert asked(fence, tmp_path, FILE, *option.split()).code == 2


def test_a_number_is_one_outcome_however_it_is_spelled(fence: Run, tmp_path: Path) -> None:
    """By the other party, or with another zero."""
    file = tmp_path / "weights.yaml"
    file.write_text(FILE, encoding="utf-8")
    plain = fence("packages", "--preferences", str(file), "--json").json["packages"]
    file.write_text(FILE.replace("{90: 4, 120: 3}", "{090.0: 4, 120.00: 3}"), encoding="utf-8")
    assert fence("packages", "--preferences", str(file), "--json").json["packages"] == plain


@pytest.mark.parametrize(
    ("values", "code"),
    [("{90: 4, 90.0: 3}", "repeated"), ("{90: 4, finite: 3}", "off-scale"), ("{}", "wrong-value")],
)
@pytest.mark.parametrize("line", ["packages", "export --format negmas -o made"])
def test_a_weight_is_of_one_outcome(fence: Run, tmp_path: Path, line: str, values: str, code: str) -> None:
    """What is weighed twice, what is many outcomes, and an issue without any are refused."""
    file = tmp_path / "weights.yaml"
    file.write_text(FILE.replace("{90: 4, 120: 3}", values), encoding="utf-8")
    answer = fence(*line.split(), "--preferences", str(file))
    assert (answer.code, f"[{code}]" in answer.err) == (3, True)
