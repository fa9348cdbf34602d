"""A second way to the deal space, independent of the engine: every package, every set of positions.

A package is a place in one long row of all packages; a set of packages is an integer with a bit for each.
"""

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import NamedTuple

from peacecli.core import record as r
from peacecli.core.outcomes import Outcomes, Space

NUMBERS = (-5.0, *(number / 2 for number in range(1, 12)), 1e9, math.inf)
"""Numbers at, between and beyond the ends that small negotiations are made of."""

Names = frozenset[str]


def places(space: Space) -> tuple[float, ...]:
    """Every outcome of a space, or enough of them."""
    if space.options:
        return tuple(range(len(space.options)))
    return NUMBERS if space.unlimited else NUMBERS[:-1]


class Brute(NamedTuple):
    """By position the packages that meet it, all packages, and by position its party."""

    met: Mapping[str, int]
    everything: int
    party: Mapping[str, str]

    def possible(self, names: Collection[str]) -> bool:
        """Whether a package meets all of them."""
        left = self.everything
        for name in names:
            left &= self.met[name]
        return left != 0

    def subsets(self) -> Iterator[Names]:
        """Every set of positions, the smallest first."""
        for size in range(len(self.met) + 1):
            yield from map(frozenset, combinations(self.met, size))

    def conflicts(self) -> set[Names]:
        """Every minimal set that no package meets."""
        return _minimal(one for one in self.subsets() if not self.possible(one))

    def ways_out(self) -> set[Names]:
        """Every minimal set whose giving up leaves a package."""
        return _minimal(one for one in self.subsets() if self.possible(self.met.keys() - one))

    def counts(self, sides: Sequence[tuple[str, ...]]) -> set[tuple[int, ...]]:
        """By side how many positions some package crosses, each count that no package undercuts."""
        sums = {tuple(sum(self.party[name] in side for name in one) for side in sides) for one in self.ways_out()}
        return {a for a in sums if not any(b != a and all(x <= y for x, y in zip(b, a, strict=True)) for b in sums)}


def _minimal(sets: Iterator[Names]) -> set[Names]:
    kept: set[Names] = set()
    for one in sets:
        if not any(smaller <= one for smaller in kept):
            kept.add(one)
    return kept


def brute(record: r.Negotiation, strict: bool, fixed: Mapping[str, Outcomes] | None = None) -> Brute:
    """Everything tried on the positions of a small negotiation, on the issues that they name."""
    stated = {one.id: one.periods[-1] for one in record.positions.values()}
    issues = [issue for issue in record.issues if any(issue in period.issues for period in stated.values())]
    rows = list(product(*(_open(record, issue, fixed or {}) for issue in issues)))
    columns = {issue: [row[number] for row in rows] for number, issue in enumerate(issues)}
    met = {name: _met(period.alternatives, columns, len(rows), strict) for name, period in stated.items()}
    return Brute(met, (1 << len(rows)) - 1, {one.id: one.party for one in record.positions.values()})


def _open(record: r.Negotiation, issue: str, fixed: Mapping[str, Outcomes]) -> list[float]:
    space = record.issues[issue].space
    return [where for where in places(space) if issue not in fixed or Outcomes.of(where) <= fixed[issue]]


def _met(alternatives: r.Alternatives, columns: Mapping[str, list[float]], rows: int, strict: bool) -> int:
    """The packages that meet all atoms of an alternative."""
    met = 0
    for conjunction in alternatives:
        left = (1 << rows) - 1
        for atom in conjunction:
            column = columns[atom.issue]
            good = {w for w in set(column) if _good(atom, w, strict)}
            left &= sum(1 << row for row, where in enumerate(column) if where in good)
        met |= left
    return met


def _good(atom: r.Atom, where: float, strict: bool) -> bool:
    point = Outcomes.of(where)
    return point <= atom.acceptable or (not strict and point <= atom.unclear)
