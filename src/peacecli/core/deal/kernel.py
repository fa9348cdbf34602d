"""What of the lines can matter to a conflict, and the issues on which it can."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from peacecli.core.deal.bits import bits, mask_of
from peacecli.core.deal.cells import Choice, Constraints, Mask

Alternatives = tuple[Choice, ...]


class Kernel(NamedTuple):
    """Lines by their place in the constraints, over fewer cells; a line without alternatives can never be met.

    Any of these lines hold together in `cells` if and only if the same lines hold together in the constraints, and
    every line that is left out holds besides.
    """

    lines: Mapping[int, Alternatives]
    cells: Mapping[str, Mask]


def kernel(constraints: Constraints, indices: Iterable[int]) -> Kernel:
    """The kernel of some of the lines.

    A cell goes where every line that accepts it accepts another as well (as pure literals do in satisfiability), and
    a line where one of its alternatives has become certain; both until nothing changes.
    """
    lines = {index: constraints.lines[index].alternatives for index in indices}
    cells = {issue: constraints.everything(issue) for line in lines.values() for choice in line for issue in choice}
    touched = _simplified(lines, cells, set(cells))
    while touched:
        touched = _simplified(lines, cells, _without_dominated(lines, cells, touched))
    return Kernel(lines, {issue: mask for issue, mask in cells.items() if mask & (mask - 1)})


def _without_dominated(lines: Mapping[int, Alternatives], cells: dict[str, Mask], touched: set[str]) -> set[str]:
    """The issues among those touched that lost cells."""
    masks: dict[str, list[Mask]] = {issue: [] for issue in touched}
    for line in lines.values():
        for choice in line:
            for issue in touched.intersection(choice):
                masks[issue].append(choice[issue])
    changed = set()
    for issue, accepted in masks.items():
        kept = _undominated(cells[issue], accepted)
        if kept != cells[issue]:
            cells[issue] = kept
            changed.add(issue)
    return changed


def _undominated(cells: Mask, accepted: list[Mask]) -> Mask:
    """The cells of which no other is accepted by all that accept them; of equal ones the first."""
    acceptors: dict[int, Mask] = {}
    for cell in bits(cells):
        by = mask_of(number for number, mask in enumerate(accepted) if mask & cell)
        acceptors.setdefault(by, cell)
    return sum(cell for by, cell in acceptors.items() if not any(by != more and by & more == by for more in acceptors))


def _simplified(lines: dict[int, Alternatives], cells: Mapping[str, Mask], changed: set[str]) -> set[str]:
    """The lines on changed issues rewritten, those always met taken out; the issues that these lines spoke to."""
    touched: set[str] = set()
    for index, line in list(lines.items()):
        if all(changed.isdisjoint(choice) for choice in line):
            continue
        touched.update(issue for choice in line for issue in choice)
        rewritten = [_rewritten(choice, cells) for choice in line]
        if {} in rewritten:
            del lines[index]
        else:
            lines[index] = tuple(choice for choice in rewritten if choice is not None)
    return touched


def _rewritten(choice: Choice, cells: Mapping[str, Mask]) -> Choice | None:
    """An alternative without what is certain; None where it cannot be met."""
    left = {issue: mask & cells[issue] for issue, mask in choice.items()}
    if not all(left.values()):
        return None
    return {issue: mask for issue, mask in left.items() if mask != cells[issue]}
