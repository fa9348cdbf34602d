"""Minimal hitting sets: the smallest ways to take one element from every set."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from peacecli.core.deal.bits import bits, mask_of
from peacecli.core.deal.stopping import Stop, never


class Branch(NamedTuple):
    """Elements chosen; for each the sets that it alone meets; the sets not met; the elements that may be added."""

    chosen: tuple[int, ...]
    alone: tuple[int, ...]
    unmet: int
    allowed: int


class HittingSets:
    """Every inclusion-minimal set that meets all of the sets, the smallest first, until asked to stop.

    Branches on a set not yet met and keeps only choices in which each element is the only one to meet some set (the
    criticality condition of Murakami and Uno, 2014, "Efficient algorithms for dualizing large-scale hypergraphs").
    The search goes size by size, so the first set found is proved to be smallest. Once iterated over, `complete` says
    whether all were found.
    """

    def __init__(self, sets: Sequence[frozenset[int]], stop: Stop = never) -> None:
        self.elements = sorted(frozenset[int]().union(*sets))
        self.complete = False
        self._stop = stop
        self._sets = [mask_of(place for place, one in enumerate(self.elements) if one in members) for members in sets]
        self._met_by = [
            mask_of(number for number, members in enumerate(sets) if one in members) for one in self.elements
        ]
        self.start = Branch((), (), (1 << len(sets)) - 1, (1 << len(self.elements)) - 1)

    def __iter__(self) -> Iterator[frozenset[int]]:
        size = 0
        while not self.complete and not self._stop():
            self.complete = True
            for found in self._of_size(size, self.start):
                yield frozenset(self.elements[place] for place in found.chosen)
            size += 1

    def _of_size(self, size: int, branch: Branch) -> Iterator[Branch]:
        if not branch.unmet:
            if len(branch.chosen) == size:
                yield branch
        elif len(branch.chosen) >= size or self._stop():
            self.complete = False
        else:
            for extended in self.extended(branch):
                yield from self._of_size(size, extended)

    def extended(self, branch: Branch) -> Iterator[Branch]:
        """The branch with one element more, for each element of a set not met; no set of elements comes twice."""
        candidates = min(
            (self._sets[one.bit_length() - 1] & branch.allowed for one in bits(branch.unmet)), key=int.bit_count
        )
        allowed = branch.allowed & ~candidates
        for element in bits(candidates):
            place = element.bit_length() - 1
            met = self._met_by[place]
            alone = tuple([sets & ~met for sets in branch.alone])
            if all(alone):
                yield Branch((*branch.chosen, place), (*alone, branch.unmet & met), branch.unmet & ~met, allowed)
                allowed |= element
