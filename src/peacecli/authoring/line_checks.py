"""What must hold of positions as sets: each can be met, a red line crossed, and no ideal crosses the own line."""

from collections.abc import Iterable, Iterator

from peacecli.authoring import models as m
from peacecli.authoring.compile_positions import periods_of
from peacecli.authoring.documents import Loc
from peacecli.authoring.names import Names, Problem
from peacecli.core.outcomes import Outcomes
from peacecli.core.record import Alternatives, Atom, Period

MAX_STEPS = 1_000
"""So many choices are tried at most to find a package that crosses a red line."""


def can_be_met_and_crossed(position: m.Position, names: Names, loc: Loc) -> Iterator[Problem]:
    """A complaint about a position that nothing meets, and about a red line that nothing crosses."""
    for period in periods_of(position, names.spaces):
        if not any(_is_possible(conjunction) for conjunction in period.alternatives):
            yield Problem(loc, "never-met", "no outcome would meet this position")
        if position.stance == "red_line" and not _can_be_crossed(period.alternatives, names):
            yield Problem(loc, "never-crossed", "no outcome would cross this red line")


def _can_be_crossed(alternatives: Alternatives, names: Names) -> bool:
    return _some_package(list(_crossings(alternatives, names)), {}, iter(range(MAX_STEPS)))


def _crossings(alternatives: Alternatives, names: Names) -> Iterator[dict[str, Outcomes]]:
    """Of each alternative, by issue, the outcomes that cross it."""
    for conjunction in alternatives:
        found: dict[str, Outcomes] = {}
        for atom in conjunction:
            crossing = names.spaces[atom.issue].whole - atom.acceptable - atom.unclear
            found[atom.issue] = found.get(atom.issue, crossing) | crossing
        yield found


def _some_package(crossings: Iterable[dict[str, Outcomes]], left: dict[str, Outcomes], steps: Iterator[int]) -> bool:
    """Whether some package crosses every alternative, given what earlier choices leave on each issue; also where that
    is not known after so many steps.
    """
    if next(steps, None) is None:
        return True
    uncrossed = []
    for ways in crossings:
        if any(issue in left and left[issue] <= outcomes for issue, outcomes in ways.items()):
            continue
        open_ = {issue: outcomes & left[issue] if issue in left else outcomes for issue, outcomes in ways.items()}
        uncrossed.append({issue: outcomes for issue, outcomes in open_.items() if outcomes})
    if not uncrossed:
        return True
    hardest = min(uncrossed, key=len)
    return any(_some_package(uncrossed, {**left, issue: outcomes}, steps) for issue, outcomes in hardest.items())


def _is_possible(conjunction: Iterable[Atom]) -> bool:
    left: dict[str, Outcomes] = {}
    for atom in conjunction:
        left[atom.issue] = left.get(atom.issue, atom.acceptable) & atom.acceptable
    return all(left.values())


def ideals_within_lines(positions: dict[int, m.Position], names: Names) -> Iterator[Problem]:
    """Putting a party's ideal in place of a term never crosses that party's own red line."""
    compiled = {index: periods_of(position, names.spaces) for index, position in positions.items()}
    lines = [(one.id, period) for i, one in positions.items() if one.stance == "red_line" for period in compiled[i]]
    for index, periods in compiled.items():
        for period in periods:
            for atom in dict.fromkeys(atom for conjunction in period.alternatives for atom in conjunction):
                for line in _crossed_by_ideal(atom, period, lines):
                    yield Problem(
                        ("positions", index),
                        "ideal-crosses-line",
                        f"the ideal on {atom.issue} crosses the party's own red line `{line}`",
                    )


def _crossed_by_ideal(atom: Atom, period: Period, lines: Iterable[tuple[str, Period]]) -> Iterator[str]:
    if atom.ideal is None:
        return
    ideal = Outcomes.of(atom.ideal)
    for name, line in lines:
        if _overlap(period, line) and all(
            any(a.issue == atom.issue and ideal.isdisjoint(a.acceptable | a.unclear) for a in conjunction)
            for conjunction in line.alternatives
        ):
            yield name


def _overlap(one: Period, other: Period) -> bool:
    return (other.until is None or one.since < other.until) and (one.until is None or other.since < one.until)
