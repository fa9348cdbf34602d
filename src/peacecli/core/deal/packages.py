"""Whole packages: the frontier of crossed positions of two sides, or the fewest crossings for each side in turn."""

from collections.abc import Mapping, Sequence

from peacecli.core.deal.cells import Constraints, constraints
from peacecli.core.deal.concessions import outcomes_of, together
from peacecli.core.deal.feasible import Witness, witness
from peacecli.core.deal.frontier import Point, combined, group_frontier, nothing
from peacecli.core.deal.minimal import Finder, clusters, conflict_sets
from peacecli.core.deal.stopping import Stop, never
from peacecli.core.describe import data
from peacecli.core.outcomes import Outcomes
from peacecli.core.record import Negotiation, Plan
from peacecli.core.results.common import SCHEMA_VERSION
from peacecli.core.results.conflicts import IssueOutcome
from peacecli.core.results.packages import Package, Packages, PackageSummary, PartyCrossed
from peacecli.core.scope import Scope, coverage, in_force, issues_asked

Sides = Sequence[tuple[str, ...]]
TWO = 2
CAP = 20_000
"""Frontiers are cut at so many points; an answer says when that happened."""


def packages(
    record: Negotiation,
    scope: Scope,
    sides: Sides,
    base: Plan | None,
    fixed: Mapping[str, Outcomes],
    strict: bool,
    limit: int | None = None,
    stop: Stop = never,
    find: Finder = conflict_sets,
) -> Packages:
    """For two sides the exact Pareto frontier of crossed positions; for more, the package with the fewest crossings
    for each side in turn (then for the worst-off other, and so on: leximin). At most `limit` of them, and what was
    found so far when asked to stop.

    What is `fixed`, and what `base` says on other issues, stands in every package.
    """
    stated = list(in_force(record, scope, scope.as_of))
    standing = {**({issue: term.outcomes for issue, term in base.terms.items()} if base else {}), **fixed}
    made = constraints(record.issues, stated, strict, standing)
    frontiers, exact = _frontiers(made, sides, find, stop)
    points, whole = (_frontier if len(sides) == TWO else _fewest_each)(frontiers, sides)
    found = [(side, point, left) for side, point in points if (left := _left(made, point)) is not None]
    issues = [issue for issue in record.issues if issue in made.cells or issue in fixed]
    fits = tuple(
        IssueOutcome(issue, record.issues[issue].space.names(standing[issue])) for issue in issues if issue in standing
    )
    listed = tuple(_package(record, made, side, point, left, fits) for side, point, left in found[:limit])
    return Packages(
        SCHEMA_VERSION,
        "packages",
        data(record),
        scope.as_of,
        strict,
        base.id if base else None,
        fits,
        tuple(issue for issue in issues if issue in fixed),
        tuple(sides),
        issues_asked(record, scope),
        tuple(sorted(scope.stances)),
        coverage(record, scope, (scope.as_of,)),
        PackageSummary(
            len(stated), len(made.cells), len(sides) == TWO, len(listed), exact and whole and len(listed) == len(points)
        ),
        listed,
    )


Frontiers = Sequence[Sequence[Point]]
Found = list[tuple[str | None, Point]]


def _frontiers(made: Constraints, sides: Sides, find: Finder, stop: Stop) -> tuple[Frontiers, bool]:
    """The frontier of each group of conflicts, and whether all are exact."""
    side_of = [next(number for number, side in enumerate(sides) if line.party in side) for line in made.lines]
    frontiers = []
    exact = True
    for cluster in clusters(made):
        found = find(made, cluster, stop)
        exact = exact and found.complete
        for group in together(found.sets):
            points, finished = group_frontier(group, len(sides), side_of.__getitem__, stop)
            frontiers.append(points)
            exact = exact and finished
    return frontiers, exact


def _frontier(frontiers: Frontiers, sides: Sides) -> tuple[Found, bool]:
    points, complete = _sum(frontiers, len(sides))
    return [(None, point) for point in points], complete


def _fewest_each(frontiers: Frontiers, sides: Sides) -> tuple[Found, bool]:
    """For each side the point with the fewest crossings for it; among equals, the leximin of the others."""
    found: Found = []
    complete = True
    for number, side in enumerate(sides):
        fewest = [min(point.counts[number] for point in points) for points in frontiers]
        kept = [[p for p in points if p.counts[number] == few] for points, few in zip(frontiers, fewest, strict=True)]
        points, whole = _sum(kept, len(sides))
        complete = complete and whole
        found.append(("+".join(side), min(points, key=lambda point: sorted(point.counts, reverse=True))))
    return found, complete


def _sum(frontiers: Frontiers, sides: int) -> tuple[list[Point], bool]:
    points = [nothing(sides)]
    complete = True
    for one in frontiers:
        points = combined(points, one)
        complete = complete and len(points) <= CAP
        points = points[:CAP]
    return points, complete


def _left(made: Constraints, point: Point) -> Witness | None:
    """The cells in which all lines hold that the point does not cross; None where a conflict was not found."""
    left = {issue: made.everything(issue) for issue in made.cells}
    for cluster in clusters(made):
        found = witness(made, [made.lines[index] for index in cluster if index not in point.crossed])
        if found is None:
            return None
        left.update(found)
    return left


def _package(
    record: Negotiation,
    made: Constraints,
    side: str | None,
    point: Point,
    left: Witness,
    fits: Sequence[IssueOutcome],
) -> Package:
    crossed = [made.lines[index] for index in sorted(point.crossed)]
    said = {one.issue: one.outcomes for one in fits}
    said |= {issue: outcomes_of(record.issues[issue], made, left[issue]) for issue in made.cells}
    parties = dict.fromkeys(line.party for line in made.lines)
    return Package(
        "+".join(line.id for line in crossed) or "none",
        side,
        point.counts,
        tuple(IssueOutcome(issue, said[issue]) for issue in record.issues if issue in said),
        tuple(PartyCrossed(party, tuple(one.id for one in crossed if one.party == party)) for party in parties),
    )
