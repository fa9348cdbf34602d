"""Which crossings cannot be avoided: exact Pareto frontiers of counts, group by group of conflicts.

A package crosses the lines of a hitting set of the conflicts at least, and some package crosses no others; so frontiers
are found among minimal hitting sets. The frontier of a sum is found among sums of frontiers, so independent groups
are combined one after the other and their product is never written out (dynamic programming over the Minkowski sum).
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from peacecli.core.deal.elimination import Indices
from peacecli.core.deal.hitting import Branch, HittingSets
from peacecli.core.deal.stopping import Stop

Counts = tuple[int, ...]
SideOf = Callable[[int], int]


class Point(NamedTuple):
    """Crossings per side, and the lines crossed."""

    counts: Counts
    crossed: Indices


def nothing(sides: int) -> Point:
    """No line crossed."""
    return Point((0,) * sides, frozenset())


def covers(one: Counts, other: Counts) -> bool:
    """Whether `one` is nowhere worse than `other`."""
    return all(a <= b for a, b in zip(one, other, strict=True))


def pareto(points: Iterable[Point]) -> list[Point]:
    """The points that none dominates, one for each vector of counts, in the order of the counts."""
    kept: list[Point] = []
    for point in sorted(points, key=lambda one: (one.counts, sorted(one.crossed))):
        if not any(covers(other.counts, point.counts) for other in kept):
            kept.append(point)
    return kept


def combined(one: Sequence[Point], other: Sequence[Point]) -> list[Point]:
    """The frontier of the sums of two independent frontiers."""
    return pareto(
        Point(tuple(x + y for x, y in zip(a.counts, b.counts, strict=True)), a.crossed | b.crossed)
        for a in one
        for b in other
    )


def group_frontier(conflicts: Sequence[Indices], sides: int, side_of: SideOf, stop: Stop) -> tuple[list[Point], bool]:
    """The exact frontier of the ways out of some conflicts, and whether it was finished."""
    search = _Search(conflicts, sides, side_of, stop)
    search.extend(search.sets.start, (0,) * sides)
    return pareto(search.found), search.finished


class _Search:
    """Depth-first over minimal hitting sets, cut off where counts are already matched; the first is always found."""

    def __init__(self, conflicts: Sequence[Indices], sides: int, side_of: SideOf, stop: Stop) -> None:
        self.sets = HittingSets(conflicts)
        self.found: list[Point] = []
        self.finished = True
        self._stop = stop
        self._costs = [tuple(int(side == side_of(line)) for side in range(sides)) for line in self.sets.elements]

    def extend(self, branch: Branch, counts: Counts) -> None:
        """Find what is new on the frontier in this branch."""
        if any(covers(point.counts, counts) for point in self.found):
            return
        if self.found and self._stop():
            self.finished = False
        elif branch.unmet:
            for extended in self.sets.extended(branch):
                cost = self._costs[extended.chosen[-1]]
                self.extend(extended, tuple(a + b for a, b in zip(counts, cost, strict=True)))
        else:
            crossed = frozenset(self.sets.elements[place] for place in branch.chosen)
            self.found = [point for point in self.found if not covers(counts, point.counts)]
            self.found.append(Point(counts, crossed))
