"""Packages with few crossings: exact Pareto frontiers of counts, cluster by cluster.

The frontier of a sum is found among sums of frontiers, so independent clusters are combined one after the other and
their product is never written out (dynamic programming over the Minkowski sum).
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from peacecli.core.cells import Constraints, Line, Mask

Counts = tuple[int, ...]
CAP = 20_000
"""Frontiers are cut at so many points; an answer says when that happened."""


class Point(NamedTuple):
    """Crossings per side, and by issue the cells that give them."""

    counts: Counts
    cells: Mapping[str, Mask]


def dominates(one: Counts, other: Counts) -> bool:
    """Whether `one` is nowhere worse and somewhere better."""
    return one != other and all(a <= b for a, b in zip(one, other, strict=True))


def pareto(points: Sequence[Point]) -> list[Point]:
    """The points that none dominates, one for each vector of counts, in the order of the counts."""
    kept: list[Point] = []
    for point in sorted(points, key=lambda one: one.counts):
        if not any(all(a <= b for a, b in zip(other.counts, point.counts, strict=True)) for other in kept):
            kept.append(point)
    return kept


def combined(one: Sequence[Point], other: Sequence[Point]) -> list[Point]:
    """The frontier of the sums of two independent frontiers."""
    return pareto(
        [
            Point(tuple(x + y for x, y in zip(a.counts, b.counts, strict=True)), {**a.cells, **b.cells})
            for a in one
            for b in other
        ]
    )


def cluster_frontier(
    made: Constraints, lines: Sequence[Line], sides: Sequence[Sequence[str]], fixed: Mapping[str, Mask]
) -> list[Point]:
    """The exact frontier of one cluster: every choice of cells for its issues, cut off where it is already
    dominated.
    """
    issues = [issue for issue in made.cells if any(issue in line.issues for line in lines)]
    search = _Search(made, lines, sides, fixed, issues)
    search.extend(0, {}, (0,) * len(sides))
    return pareto(search.found)


class _Search:
    """Depth-first over the issues of a cluster, counting a line as crossed once nothing can meet it."""

    def __init__(
        self,
        made: Constraints,
        lines: Sequence[Line],
        sides: Sequence[Sequence[str]],
        fixed: Mapping[str, Mask],
        issues: Sequence[str],
    ) -> None:
        self.made = made
        self.fixed = fixed
        self.issues = issues
        self.found: list[Point] = []
        self._side = {line.id: next(n for n, side in enumerate(sides) if line.party in side) for line in lines}
        last = {line.id: max(issues.index(issue) for issue in line.issues) for line in lines}
        self._settled_at = [[line for line in lines if last[line.id] == depth] for depth in range(len(issues))]

    def extend(self, depth: int, chosen: dict[str, Mask], counts: Counts) -> None:
        """Settle one more issue."""
        if any(all(a <= b for a, b in zip(point.counts, counts, strict=True)) for point in self.found):
            return
        if depth == len(self.issues):
            self.found = [point for point in self.found if not dominates(counts, point.counts)]
            self.found.append(Point(counts, chosen))
            return
        issue = self.issues[depth]
        allowed = self.fixed.get(issue, self.made.everything(issue))
        for place in range(len(self.made.cells[issue])):
            if allowed >> place & 1:
                now = {**chosen, issue: 1 << place}
                self.extend(depth + 1, now, self._counted(depth, now, counts))

    def _counted(self, depth: int, chosen: Mapping[str, Mask], counts: Counts) -> Counts:
        crossed = list(counts)
        for line in self._settled_at[depth]:
            if not is_met(line, chosen):
                crossed[self._side[line.id]] += 1
        return tuple(crossed)


def is_met(line: Line, chosen: Mapping[str, Mask]) -> bool:
    """Whether cells chosen for all of its issues meet a line."""
    return any(all(mask & chosen[issue] for issue, mask in choice.items()) for choice in line.alternatives)
