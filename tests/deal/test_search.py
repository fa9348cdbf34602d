"""The search itself: kernels, hitting sets and their duality, sizes and stops, and the solver's agreement."""

from collections.abc import Callable
from itertools import combinations, count
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacecli.core.deal.cells import Constraints
from peacecli.core.deal.elimination import Indices, eliminated
from peacecli.core.deal.feasible import witness
from peacecli.core.deal.frontier import group_frontier
from peacecli.core.deal.hitting import HittingSets
from peacecli.core.deal.kernel import kernel
from peacecli.core.deal.minimal import Found, clusters, conflict_sets, linked
from peacecli.core.deal.stopping import never
from tests.deal.large import DENSE, SPARSE, Shape, constraints

SETS = st.lists(st.frozensets(st.integers(0, 6), min_size=1, max_size=4), min_size=1, max_size=7)
Small = list[tuple[Constraints, list[int]]]


def after(asked: int) -> Callable[[], bool]:
    """Stops when it was asked so many times."""
    times = count(1)
    return lambda: next(times) > asked


def holds(made: Constraints, indices: Indices) -> bool:
    """Whether these lines hold together."""
    return witness(made, [made.lines[index] for index in sorted(indices)]) is not None


def minimal(made: Constraints, one: Indices) -> bool:
    """Whether it is a conflict of which no position is to spare."""
    return not holds(made, one) and all(holds(made, one - {index}) for index in one)


@given(SETS)
def test_hitting_sets(sets: list[frozenset[int]]) -> None:
    """All minimal ones, each once, the smallest first."""
    search = HittingSets(sets)
    found = list(search)
    everything = sorted(frozenset[int]().union(*sets))
    subsets = [frozenset(one) for size in range(len(everything) + 1) for one in combinations(everything, size)]
    hits = [one for one in subsets if all(one & other for other in sets)]
    assert set(found) == {one for one in hits if not any(other < one for other in hits)}
    assert len(found) == len(set(found))
    assert [len(one) for one in found] == sorted(len(one) for one in found)
    assert search.complete


@given(SETS)
def test_duality(sets: list[frozenset[int]]) -> None:
    """The minimal hitting sets of the minimal hitting sets are the minimal sets themselves."""
    least = {one for one in sets if not any(other < one for other in sets)}
    assert set(HittingSets(list(HittingSets(sets)))) == least


@given(SETS, st.integers(0, 5))
def test_hitting_sets_stopped(sets: list[frozenset[int]], asked: int) -> None:
    """What was found before a stop is true, and it is said when something may be missing."""
    search = HittingSets(sets, after(asked))
    found, whole = list(search), set(HittingSets(sets))
    assert set(found) <= whole
    assert search.complete <= (set(found) == whole)


@given(SETS, st.integers(0, 2**7 - 1))
def test_frontier(sets: list[frozenset[int]], own: int) -> None:
    """The fewest elements of two kinds in which all sets can be hit."""
    points, finished = group_frontier(sets, 2, lambda element: own >> element & 1, never)
    sums = {(sum(not own >> e & 1 for e in one), sum(own >> e & 1 for e in one)) for one in HittingSets(sets)}
    best = {a for a in sums if not any(b != a and b[0] <= a[0] and b[1] <= a[1] for b in sums)}
    assert finished
    assert [point.counts for point in points] == sorted(best)


@given(st.lists(st.frozensets(st.integers(0, 9), max_size=3), max_size=9))
def test_linked(sets: list[frozenset[int]]) -> None:
    """Every number stands in one group, and only groups share nothing."""
    groups = linked(sets)
    assert sorted(number for group in groups for number in group) == list(range(len(sets)))
    unions = [frozenset[int]().union(*(sets[number] for number in group)) for group in groups]
    assert all(one.isdisjoint(other) for one, other in combinations(unions, 2))
    assert [group[0] for group in groups] == sorted(group[0] for group in groups)


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("shape", [SPARSE, DENSE])
def test_the_kernel_keeps_every_conflict(shape: Shape, seed: int) -> None:
    """Lines that it leaves out are in no conflict, and any of the others hold together as before."""
    made = constraints(4, shape, seed)
    core = kernel(made, range(len(made.lines)))
    for size in range(5):
        for some in combinations(range(len(made.lines)), size):
            kept = [index for index in some if index in core.lines]
            assert holds(made, frozenset(some)) == holds(made, frozenset(kept))


@pytest.mark.parametrize("seed", range(5))
def test_every_size_is_complete(seed: int) -> None:
    """With sizes limited, exactly the conflicts of up to that size are found."""
    made = constraints(12, DENSE, seed)
    core = kernel(made, range(len(made.lines)))
    everything = eliminated(core, None, 10**6, never)
    assert (everything.whole, everything.finished) == (True, True)
    for size in range(1, 6):
        some = eliminated(core, size, 10**6, never)
        assert set(some.conflicts) == {one for one in everything.conflicts if len(one) <= size}
        assert some.whole or any(len(one) > 1 for one in everything.conflicts)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("asked", [0, 1, 5, 20, 60])
def test_stopped(seed: int, asked: int) -> None:
    """What was found before a stop are minimal conflicts, all of those up to the size that is said."""
    made = constraints(20, DENSE, seed)
    for cluster in clusters(made):
        whole = conflict_sets(made, cluster, never)
        found = conflict_sets(made, cluster, after(asked))
        assert set(found.sets) <= set(whole.sets)
        assert all(minimal(made, one) for one in found.sets)
        assert {one for one in whole.sets if len(one) <= found.up_to} <= set(found.sets)
        assert not found.complete or found == whole


def test_too_large_to_finish(monkeypatch: pytest.MonkeyPatch) -> None:
    """Out of its budget, the search lists every small conflict, says up to which size, and goes no further."""
    made = constraints(60, DENSE, 3)
    cluster = max(clusters(made), key=len)
    whole = conflict_sets(made, cluster, never)
    monkeypatch.setattr("peacecli.core.deal.minimal.BUDGET", 400)
    found = conflict_sets(made, cluster, never)
    assert not found.complete
    assert found.up_to >= 2
    assert {one for one in whole.sets if len(one) <= found.up_to} <= set(found.sets) <= set(whole.sets)


def test_the_solver_finds_the_same() -> None:
    """Conflicts by MARCO, and how few lines to give up by MaxSAT, are what pure Python finds."""
    pytest.importorskip("pysat", reason="python-sat is not installed: pip install 'peacecli[solver]'")
    from peacecli.solver import conflict_sets as by_solver
    from peacecli.solver import smallest

    rng = Random(0)  # noqa: S311  # no secret
    for seed in range(300):
        made = constraints(rng.randint(3, 9), rng.choice((SPARSE, DENSE)), seed)
        for cluster in clusters(made):
            found: Found = conflict_sets(made, cluster, never)
            solved = by_solver(made, cluster, never)
            assert (solved.sets, solved.complete) == (found.sets, True)
            fewest = next(iter(HittingSets(found.sets))) if found.sets else frozenset()
            assert smallest(made, cluster) == len(fewest)
