"""Whole packages: the frontier of crossed positions of two sides, or the fewest crossings for each side in turn."""

from collections.abc import Mapping, Sequence

from peacecli.core.cells import Constraints, Mask, constraints
from peacecli.core.concessions import outcomes_of
from peacecli.core.describe import data
from peacecli.core.frontier import CAP, Point, cluster_frontier, combined, is_met
from peacecli.core.minimal import clusters
from peacecli.core.outcomes import Outcomes
from peacecli.core.record import Negotiation, Plan
from peacecli.core.results.common import SCHEMA_VERSION
from peacecli.core.results.conflicts import IssueOutcome
from peacecli.core.results.packages import Package, Packages, PackageSummary, PartyCrossed
from peacecli.core.scope import Scope, coverage, in_force

Sides = Sequence[tuple[str, ...]]
TWO = 2


def packages(
    record: Negotiation, scope: Scope, sides: Sides, base: Plan | None, fixed: Mapping[str, Outcomes], strict: bool
) -> Packages:
    """For two sides the exact Pareto frontier of crossed positions; for more, the package with the fewest crossings
    for each side in turn (then for the worst-off other, and so on: leximin).

    What `base` settles on one outcome, and what is `fixed`, stands in every package.
    """
    stated = list(in_force(record, scope, scope.as_of))
    made = constraints(record.issues, stated, strict)
    masks = _masks(made, base, fixed)
    groups = clusters(made)
    frontiers = [cluster_frontier(made, [made.lines[i] for i in group], sides, masks) for group in groups]
    found, complete = _frontier(frontiers) if len(sides) == TWO else _fewest_each(frontiers, sides)
    made_packages = tuple(_package(record, made, side, point) for side, point in found)
    return Packages(
        SCHEMA_VERSION,
        "packages",
        data(record),
        scope.as_of,
        strict,
        base.id if base else None,
        tuple(sides),
        tuple(sorted(scope.stances)),
        coverage(record, scope, (scope.as_of,)),
        PackageSummary(len(stated), len(made.cells), len(sides) == TWO, len(made_packages), complete),
        made_packages,
    )


Found = list[tuple[str | None, Point]]


def _frontier(frontiers: Sequence[Sequence[Point]]) -> tuple[Found, bool]:
    points: list[Point] = [Point((0, 0), {})]
    complete = True
    for one in frontiers:
        points = combined(points, one)
        complete = complete and len(points) <= CAP
        points = points[:CAP]
    return [(None, point) for point in points], complete


def _fewest_each(frontiers: Sequence[Sequence[Point]], sides: Sides) -> tuple[Found, bool]:
    """For each side the point with the fewest crossings for it; among equals, the leximin of the others."""
    found: Found = []
    complete = True
    for number, side in enumerate(sides):
        points = [Point((0,) * len(sides), {})]
        for one in frontiers:
            fewest = min(point.counts[number] for point in one)
            points = combined(points, [point for point in one if point.counts[number] == fewest])
            complete = complete and len(points) <= CAP
            points = points[:CAP]
        best = min(points, key=_worst_first)
        found.append(("+".join(side), best))
    return found, complete


def _worst_first(point: Point) -> list[int]:
    """Leximin: the most crossed side first, then the next."""
    return sorted(point.counts, reverse=True)


def _masks(made: Constraints, base: Plan | None, fixed: Mapping[str, Outcomes]) -> dict[str, Mask]:
    """The cells that stand: what the base settles, then what is fixed."""
    wanted = {} if base is None else {issue: term.outcomes for issue, term in base.terms.items()}
    return {
        issue: sum(1 << place for place, cell in enumerate(made.cells[issue]) if not cell.isdisjoint(outcomes))
        for issue, outcomes in {**wanted, **fixed}.items()
        if issue in made.cells
    }


def _package(record: Negotiation, made: Constraints, side: str | None, point: Point) -> Package:
    crossed = [line for line in made.lines if not is_met(line, point.cells)]
    parties = dict.fromkeys(line.party for line in made.lines)
    return Package(
        "+".join(line.id for line in crossed) or "none",
        side,
        point.counts,
        tuple(IssueOutcome(issue, outcomes_of(record.issues[issue], made, point.cells[issue])) for issue in made.cells),
        tuple(PartyCrossed(party, tuple(one.id for one in crossed if one.party == party)) for party in parties),
    )
