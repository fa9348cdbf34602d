"""Minimal hitting sets: the smallest ways to take one element from every set."""

from collections.abc import Iterable, Iterator, Sequence


def minimal_hitting_sets(sets: Sequence[frozenset[int]]) -> Iterator[frozenset[int]]:
    """Every inclusion-minimal set that meets all of the sets, in a fixed order.

    Branches on the elements of a set not yet met and keeps only choices in which each element is the only one to
    meet some set (the criticality condition of Murakami and Uno, 2014, "Efficient algorithms for dualizing
    large-scale hypergraphs").
    """
    yield from _extended(list(sets), (), frozenset())


def _extended(
    sets: Sequence[frozenset[int]], chosen: tuple[int, ...], barred: frozenset[int]
) -> Iterator[frozenset[int]]:
    unmet = next((one for one in sets if one.isdisjoint(chosen)), None)
    if unmet is None:
        yield frozenset(chosen)
        return
    tried: set[int] = set()
    for element in sorted(unmet - barred):
        candidate = (*chosen, element)
        if _each_is_needed(sets, candidate):
            yield from _extended(sets, candidate, barred | tried)
        tried.add(element)


def _each_is_needed(sets: Iterable[frozenset[int]], chosen: tuple[int, ...]) -> bool:
    """Whether each element is the only one of the chosen in some set."""
    alone = {next(iter(met)) for one in sets if len(met := one.intersection(chosen)) == 1}
    return len(alone) == len(chosen)
