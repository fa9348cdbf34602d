"""All minimal sets of lines that cannot hold together."""

from collections.abc import Iterable, Iterator, Sequence

from peacecli.core.cells import Constraints
from peacecli.core.feasible import witness
from peacecli.core.hitting import minimal_hitting_sets

Indices = frozenset[int]
"""Lines by their place in the constraints."""


def clusters(constraints: Constraints) -> list[list[int]]:
    """The lines in groups that share no issue, each group and the groups in the order of the lines."""
    leader: dict[str, int] = {}
    group: dict[int, list[int]] = {}
    for index, line in enumerate(constraints.lines):
        joined = sorted({leader[issue] for issue in line.issues if issue in leader})
        first = joined[0] if joined else index
        merged = sorted(one for head in joined for one in group.pop(head))
        group[first] = [*merged, index]
        for one in group[first]:
            leader.update(dict.fromkeys(constraints.lines[one].issues, first))
    return [group[head] for head in sorted(group)]


def conflict_sets(constraints: Constraints, cluster: Sequence[int]) -> Iterator[Indices]:
    """Every minimal set of the cluster's lines that no package meets.

    Lines with one alternative conflict issue by issue: a minimal conflict is a minimal choice of lines that together
    exclude every cell (on an ordered scale such sets of intervals are pairs, by Helly's theorem). With alternatives,
    the duality of minimal conflicts and minimal corrections is used (Bailey and Stuckey, 2005).
    """
    if all(len(constraints.lines[index].alternatives) == 1 for index in cluster):
        yield from _minimal(found for issue in constraints.cells for found in _on_issue(constraints, cluster, issue))
    else:
        yield from _by_duality(constraints, cluster)


def _on_issue(constraints: Constraints, cluster: Sequence[int], issue: str) -> Iterator[Indices]:
    masks = {
        index: choice[issue] for index in cluster for choice in constraints.lines[index].alternatives if issue in choice
    }
    excluders = [
        frozenset(index for index, mask in masks.items() if not mask >> place & 1)
        for place in range(len(constraints.cells[issue]))
    ]
    if all(excluders):
        yield from minimal_hitting_sets(excluders)


def _minimal(sets: Iterable[Indices]) -> list[Indices]:
    """The sets that contain no other of them, smallest first."""
    kept: list[Indices] = []
    for one in sorted(set(sets), key=lambda found: (len(found), sorted(found))):
        if not any(smaller <= one for smaller in kept):
            kept.append(one)
    return kept


def _by_duality(constraints: Constraints, cluster: Sequence[int]) -> Iterator[Indices]:
    everything = frozenset(cluster)
    corrections: list[Indices] = []
    known: set[Indices] = set()
    searching = True
    while searching:
        searching = False
        for candidate in minimal_hitting_sets(corrections):
            if candidate in known:
                continue
            if _holds(constraints, candidate):
                corrections.append(everything - _grown(constraints, cluster, candidate))
                searching = True
                break
            known.add(candidate)
            yield candidate


def _holds(constraints: Constraints, indices: Iterable[int]) -> bool:
    return witness(constraints, [constraints.lines[index] for index in sorted(indices)]) is not None


def _grown(constraints: Constraints, cluster: Sequence[int], seed: Indices) -> Indices:
    """A largest set around the seed whose lines can all hold."""
    held = set(seed)
    for index in cluster:
        if index not in held and _holds(constraints, held | {index}):
            held.add(index)
    return frozenset(held)
