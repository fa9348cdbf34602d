"""All minimal sets of lines that cannot hold together."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from peacecli.core.deal.cells import Constraints
from peacecli.core.deal.elimination import Indices, eliminated
from peacecli.core.deal.feasible import witness
from peacecli.core.deal.kernel import kernel
from peacecli.core.deal.stopping import Stop

BUDGET = 5_000
"""So many joins of clauses, a few seconds of work, are tried before only small conflicts are looked for."""


class Found(NamedTuple):
    """Minimal conflicts, smallest first; where they are not complete, all of up to `up_to` lines are among them."""

    sets: tuple[Indices, ...]
    complete: bool
    up_to: int


Finder = Callable[[Constraints, Sequence[int], Stop], Found]
"""What finds the minimal conflicts of a cluster, until asked to stop."""


def clusters(constraints: Constraints) -> list[list[int]]:
    """The lines in groups that share no issue, each group and the groups in the order of the lines."""
    return linked([line.issues for line in constraints.lines])


def linked(sets: Sequence[Iterable[object]]) -> list[list[int]]:
    """The numbers of sets in groups that share no element, each group and the groups in order."""
    leader: dict[object, int] = {}
    parent = list(range(len(sets)))

    def head(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    for number, members in enumerate(sets):
        for member in members:
            one, other = head(leader.setdefault(member, number)), head(number)
            parent[max(one, other)] = min(one, other)
    groups: dict[int, list[int]] = {}
    for number in range(len(sets)):
        groups.setdefault(head(number), []).append(number)
    return list(groups.values())


def conflict_sets(constraints: Constraints, cluster: Sequence[int], stop: Stop) -> Found:
    """The minimal sets of the cluster's lines that no package meets.

    On an ordered scale those of one issue are pairs (Helly, 1923); in general they are found by eliminating the issues.
    Where that is too much work, sets of one line are looked for, then of two, and so on.
    """
    core = kernel(constraints, cluster)
    found, _, finished = eliminated(core, None, BUDGET, stop)
    if finished:
        return Found(_in_order(found), complete=True, up_to=len(core.lines))
    sets = {_shrunk(constraints, one) for one in found}
    size = 0
    while True:
        some, whole, finished = eliminated(core, size + 1, BUDGET, stop)
        sets.update(one for one in some if not any(smaller < one for smaller in sets))
        if not finished or whole:
            return Found(_in_order(sets), complete=finished, up_to=size)
        size += 1


def _in_order(sets: Iterable[Indices]) -> tuple[Indices, ...]:
    return tuple(sorted(sets, key=lambda one: (len(one), sorted(one))))


def _shrunk(constraints: Constraints, conflict: Indices) -> Indices:
    """A minimal conflict inside a conflict."""
    for index in sorted(conflict):
        rest = conflict - {index}
        if witness(constraints, [constraints.lines[one] for one in sorted(rest)]) is None:
            conflict = rest
    return conflict
