"""Whether lines can hold together, and a package in which they do."""

from collections.abc import Iterable

from peacecli.core.deal.cells import Choice, Constraints, Line, Mask

Witness = dict[str, Mask]
"""For each issue that a line speaks to, the cells that are left: any one of them will do."""


def witness(constraints: Constraints, lines: Iterable[Line]) -> Witness | None:
    """Cells in which every one of the lines is met, or None where no package meets them all.

    Lines with one alternative narrow the cells at once; of the others, the one with the fewest alternatives left
    is tried next.
    """
    left: Witness = {}
    branching = []
    for line in lines:
        if len(line.alternatives) > 1:
            branching.append(line)
        else:
            narrowed = _narrowed(constraints, left, line.alternatives[0])
            if narrowed is None:
                return None
            left = narrowed
    return _searched(constraints, left, branching)


def _narrowed(constraints: Constraints, left: Witness, choice: Choice) -> Witness | None:
    """The cells left once a choice is made as well, or None where one issue has none left."""
    narrowed = dict(left)
    for issue, mask in choice.items():
        narrowed[issue] = narrowed.get(issue, constraints.everything(issue)) & mask
        if not narrowed[issue]:
            return None
    return narrowed


def _searched(constraints: Constraints, left: Witness, lines: list[Line]) -> Witness | None:
    if not lines:
        return left
    ways = {}
    for line in lines:
        possible = [_narrowed(constraints, left, choice) for choice in line.alternatives]
        ways[line.id] = [way for way in possible if way is not None]
    tightest = min(lines, key=lambda line: len(ways[line.id]))
    rest = [line for line in lines if line is not tightest]
    for way in ways[tightest.id]:
        found = _searched(constraints, way, rest)
        if found is not None:
            return found
    return None
