"""Every minimal conflict among lines, by eliminating one issue after the other.

A line is a conjunction of clauses "this issue in these cells, or that issue in those", each labelled with the line.
An issue is eliminated by joining clauses that together leave it no cell: what is left of them is a clause that rests
on all of their lines (Davis and Putnam, 1960, with labels of assumptions as in de Kleer, 1986). The labels of the
empty clause are the conflicts. A clause and its label are one integer, so that "says no less and rests on no more" is
a subset of bits.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from peacecli.core.deal.bits import bits, mask_of, places
from peacecli.core.deal.cells import Mask
from peacecli.core.deal.kernel import Alternatives, Kernel
from peacecli.core.deal.stopping import Stop

Indices = frozenset[int]
"""Lines by their place in the constraints."""
Clause = int


class Eliminated(NamedTuple):
    """The conflicts found; whether none was dropped as too large, and whether the work was finished."""

    conflicts: list[Indices]
    whole: bool
    finished: bool


def eliminated(kernel: Kernel, size: int | None, budget: int, stop: Stop) -> Eliminated:
    """All minimal conflicts of the kernel's lines, or those of up to `size` lines, within a budget of joins.

    Where the work is not finished, the sets found are conflicts but need not be minimal.
    """
    work = _Elimination(kernel, size, budget, stop)
    finished = work.run()
    return Eliminated([work.indices(clause) for clause in work.found], work.whole, finished)


class _Elimination:
    """Clauses by issue. Each issue has a field of bits, one a cell, and a guard bit above them; labels stand on top."""

    def __init__(self, kernel: Kernel, size: int | None, budget: int, stop: Stop) -> None:
        self.size = size
        self.budget = budget
        self.stop = stop
        self.whole = True
        self.found: list[Clause] = []
        self._places = {issue: places(mask) for issue, mask in kernel.cells.items()}
        self._fields: dict[str, Clause] = {}
        self._low = self._guard = at = 0
        for issue, cells in self._places.items():
            self._fields[issue] = ((1 << len(cells)) - 1) << at
            self._low |= 1 << at
            at += len(cells) + 1
            self._guard |= 1 << at - 1
        self._labels_at = at
        self._clauses: dict[str, set[Clause]] = {issue: set() for issue in self._fields}
        self._lines = list(kernel.lines)
        for number, line in enumerate(kernel.lines.values()):
            for clause in self._normal_form(line):
                self._add(clause | 1 << at + number)

    def indices(self, clause: Clause) -> Indices:
        """The lines that a clause rests on."""
        return frozenset(self._lines[number] for number in places(clause >> self._labels_at))

    def run(self) -> bool:
        """Eliminate all issues; whether that was finished."""
        while any(self._clauses.values()):
            issue = min((one for one in self._clauses if self._clauses[one]), key=lambda one: len(self._clauses[one]))
            joined = self._joined(issue)
            for clause in self._clauses.pop(issue).copy():
                self._remove(clause)
            for clause in joined or ():
                self._add(clause)
            if joined is None:
                return False
        return True

    def _joined(self, issue: str) -> list[Clause] | None:
        """What follows without the issue: joins, cell by cell, of clauses that exclude the cell; None if not finished.

        In a join the issue's own field holds the cells not excluded yet.
        """
        field = self._fields[issue]
        clauses = sorted(self._clauses[issue])
        joins = [field]
        for cell in bits(field):
            excluders = [clause for clause in clauses if not clause & cell]
            done = [join for join in joins if not join & cell]
            for join in joins:
                if join & cell:
                    done += self._joins(join, excluders, field)
            if self.budget <= 0 or self.stop():
                return None
            joins = _smallest(done)
        return joins

    def _joins(self, join: Clause, clauses: Iterable[Clause], field: Clause) -> Iterator[Clause]:
        self.budget -= 1
        for clause in clauses:
            made = (join | clause) & ~field | join & clause & field
            if (made + self._low) & self._guard:
                continue
            if self.size is not None and (made >> self._labels_at).bit_count() > self.size:
                self.whole = False
                continue
            self.budget -= 1
            yield made

    def _add(self, clause: Clause) -> None:
        """Take a clause in unless one says no less and rests on no more; drop those of which it does."""
        if any(not conflict & ~clause for conflict in self.found):
            return
        issues = [issue for issue in self._clauses if clause & self._fields[issue]]
        if not issues:
            self.found = [conflict for conflict in self.found if clause & ~conflict]
            self.found.append(clause)
            return
        if any(not other & ~clause for issue in issues for other in self._clauses[issue]):
            return
        fewest = min((self._clauses[issue] for issue in issues), key=len)
        for other in [other for other in fewest if not clause & ~other]:
            self._remove(other)
        for issue in issues:
            self._clauses[issue].add(clause)

    def _remove(self, clause: Clause) -> None:
        for issue, clauses in self._clauses.items():
            if clause & self._fields[issue]:
                clauses.discard(clause)

    def _normal_form(self, line: Alternatives) -> list[Clause]:
        """The clauses that say together: one of the alternatives holds."""
        clauses = [0]
        for choice in line:
            atoms = [self._atom(issue, mask) for issue, mask in choice.items()]
            made = {clause | atom for clause in clauses for atom in atoms}
            clauses = _smallest([clause for clause in made if not (clause + self._low) & self._guard])
        return clauses

    def _atom(self, issue: str, mask: Mask) -> Clause:
        first = self._fields[issue] & -self._fields[issue]
        return first * mask_of(number for number, place in enumerate(self._places[issue]) if mask >> place & 1)


def _smallest(clauses: Iterable[Clause]) -> list[Clause]:
    """The clauses that have no other among their bits, smallest first."""
    kept: list[Clause] = []
    for clause in sorted(set(clauses), key=lambda one: (one.bit_count(), one)):
        if not any(not other & ~clause for other in kept):
            kept.append(clause)
    return kept
