"""The positions of several parties as constraints over finitely many cells.

Outcomes of an issue that no position tells apart are one cell, so a quantity has few of them. A set of outcomes
is a bit mask over the cells of its issue. A line is met by a package where all atoms of any of its alternatives are.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from peacecli.core.deal.bits import mask_of
from peacecli.core.outcomes import Outcomes
from peacecli.core.record import Atom, Issue, Period, Position

Mask = int
Choice = Mapping[str, Mask]
"""One alternative of a line: by issue, the cells that it accepts."""


class Line(NamedTuple):
    """A position as a constraint: met where one of its alternatives is."""

    id: str
    party: str
    alternatives: tuple[Choice, ...]

    @property
    def issues(self) -> frozenset[str]:
        """The issues it speaks to."""
        return frozenset(issue for choice in self.alternatives for issue in choice)


class Constraints(NamedTuple):
    """Lines over the cells of their issues; `cells` holds each cell's outcomes, in the order of the space, and
    `fixed` the cells of issues of which not all are open.
    """

    cells: Mapping[str, tuple[Outcomes, ...]]
    lines: tuple[Line, ...]
    fixed: Mapping[str, Mask] = MappingProxyType({})

    def everything(self, issue: str) -> Mask:
        """All cells of an issue that are open."""
        return self.fixed.get(issue, (1 << len(self.cells[issue])) - 1)


def constraints(
    issues: Mapping[str, Issue],
    positions: Sequence[tuple[Position, Period]],
    strict: bool = False,
    fixed: Mapping[str, Outcomes] = MappingProxyType({}),
) -> Constraints:
    """The positions as lines. Outcomes that a position leaves unclear are acceptable, or with `strict` are not; an
    issue that is `fixed` has no other outcomes.
    """
    atoms: dict[str, list[Atom]] = {}
    for _, period in positions:
        for conjunction in period.alternatives:
            for atom in conjunction:
                atoms.setdefault(atom.issue, []).append(atom)
    cells = {
        issue: partition(
            issues[issue], [fixed.get(issue, Outcomes()), *(tolerated(atom, strict) for atom in atoms[issue])]
        )
        for issue in issues
        if issue in atoms
    }
    lines = tuple(
        Line(
            position.id,
            position.party,
            tuple(_choice(conjunction, cells, strict) for conjunction in period.alternatives),
        )
        for position, period in positions
    )
    standing = {issue: _mask(cells[issue], outcomes) for issue, outcomes in fixed.items() if issue in cells}
    return Constraints(cells, lines, standing)


def tolerated(atom: Atom, strict: bool) -> Outcomes:
    """What an atom lets through."""
    return atom.acceptable if strict else atom.acceptable | atom.unclear


def partition(issue: Issue, sets: Iterable[Outcomes]) -> tuple[Outcomes, ...]:
    """The issue's space cut into cells: each option of its own, and numbers cut where any set begins or ends."""
    space = issue.space
    if space.kind != "quantity":
        return tuple(Outcomes.of(place) for place in range(len(space.options)))
    (bottom, top) = space.whole.spans[0]
    cuts = {bottom, top}
    for outcomes in sets:
        cuts.update(cut for span in outcomes.spans for cut in span if bottom < cut < top)
    return tuple(Outcomes([span]) for span in pairwise(sorted(cuts)))


def _choice(conjunction: Iterable[Atom], cells: Mapping[str, tuple[Outcomes, ...]], strict: bool) -> Choice:
    choice: dict[str, Mask] = {}
    for atom in conjunction:
        mask = _mask(cells[atom.issue], tolerated(atom, strict))
        choice[atom.issue] = choice.get(atom.issue, mask) & mask
    return choice


def _mask(cells: Sequence[Outcomes], outcomes: Outcomes) -> Mask:
    return mask_of(place for place, cell in enumerate(cells) if cell <= outcomes)
