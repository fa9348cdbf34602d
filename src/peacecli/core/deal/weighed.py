"""Packages by somebody's own additive weights: the exact frontier of two parties, and what each package crosses."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import prod
from typing import NamedTuple

from peacecli.core.deal.additive import Pair, Point, frontier, kalai_smorodinsky, nash
from peacecli.core.deal.cells import tolerated
from peacecli.core.deal.stopping import Stop
from peacecli.core.describe import data
from peacecli.core.outcomes import Outcomes
from peacecli.core.record import Alternatives, Negotiation, Period, Position
from peacecli.core.results.common import SCHEMA_VERSION
from peacecli.core.results.conflicts import IssueOutcome
from peacecli.core.results.packages import PartyCrossed
from peacecli.core.results.weighed import Mark, Weighed, WeighedPackage, WeighedParty, WeighedSummary
from peacecli.core.scope import Scope, coverage, in_force, issues_asked


class Weights(NamedTuple):
    """What a party gets: by issue, by where an outcome stands, its value; and what it has without agreement."""

    party: str
    values: Mapping[str, Mapping[float, Fraction]]
    reservation: Fraction


class Preferences(NamedTuple):
    """The weights of two parties, over the same outcomes of the same issues."""

    name: str
    one: Weights
    other: Weights

    @property
    def reservation(self) -> Pair:
        """What either has without agreement."""
        return self.one.reservation, self.other.reservation

    @property
    def pairs(self) -> list[list[Pair]]:
        """For each issue, what either gets from each outcome."""
        issues = zip(self.one.values.values(), self.other.values.values(), strict=True)
        return [[(values[where], others[where]) for where in values] for values, others in issues]


def weighed(
    record: Negotiation, scope: Scope, preferences: Preferences, strict: bool, limit: int | None, stop: Stop
) -> Weighed:
    """The exact frontier of the sums, with the Nash and Kalai-Smorodinsky points; at most `limit` other points."""
    stated = list(in_force(record, scope, scope.as_of))
    pairs = preferences.pairs
    points = frontier(pairs, stop)
    found = points or []
    marked: dict[Point, list[Mark]] = {}
    for point in nash(found, preferences.reservation):
        marked.setdefault(point, []).append("nash")
    for point in kalai_smorodinsky(found, preferences.reservation):
        marked.setdefault(point, []).append("kalai_smorodinsky")
    kept = set([point for point in found if point not in marked][:limit])
    listed = [point for point in found if point in marked or point in kept]
    return Weighed(
        SCHEMA_VERSION,
        "packages-preferences",
        data(record),
        scope.as_of,
        strict,
        preferences.name,
        tuple(WeighedParty(one.party, _number(one.reservation)) for one in (preferences.one, preferences.other)),
        tuple(sorted(scope.stances)),
        issues_asked(record, scope),
        coverage(record, scope, (scope.as_of,)),
        WeighedSummary(
            len(stated),
            len(pairs),
            prod(map(len, pairs)),
            len(found),
            points is not None and len(listed) == len(found),
        ),
        tuple(_package(record, stated, preferences, point, marked.get(point, ()), strict) for point in listed),
    )


def _package(
    record: Negotiation,
    stated: Sequence[tuple[Position, Period]],
    preferences: Preferences,
    point: Point,
    marks: Sequence[Mark],
    strict: bool,
) -> WeighedPackage:
    issues = preferences.one.values.items()
    places = {issue: list(values)[place] for (issue, values), place in zip(issues, point.choice, strict=True)}
    package = {issue: Outcomes.of(where) for issue, where in places.items()}
    crossed = [position for position, period in stated if not can_hold(period.alternatives, package, strict)]
    parties = dict.fromkeys(position.party for position, _ in stated)
    return WeighedPackage(
        "+".join(map(str, point.choice)),
        tuple(marks),
        tuple(map(_number, point.values)),
        tuple(IssueOutcome(issue, (record.issues[issue].space.name(where),)) for issue, where in places.items()),
        tuple(PartyCrossed(party, tuple(one.id for one in crossed if one.party == party)) for party in parties),
    )


def can_hold(alternatives: Alternatives, package: Mapping[str, Outcomes], strict: bool) -> bool:
    """Whether a condition can still be met, whatever becomes of issues that the package leaves out."""
    return any(
        all(atom.issue not in package or package[atom.issue] <= tolerated(atom, strict) for atom in conjunction)
        for conjunction in alternatives
    )


def _number(value: Fraction) -> float:
    return int(value) if value.denominator == 1 else float(value)
