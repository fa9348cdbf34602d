"""The extra `peacecli[solver]`: searches done by a satisfiability solver, as a second way to the same sets.

Imported only where --solver asks for it. Conflicts are enumerated by MARCO (Liffiton, Previti, Malik and Marques-Silva,
2016), the fewest lines to give up are found by MaxSAT (RC2; Ignatiev, Morgado and Marques-Silva, 2019).
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, count
from typing import Self

from pysat.examples.rc2 import RC2
from pysat.formula import WCNF
from pysat.solvers import Solver

from peacecli.core.deal.bits import places
from peacecli.core.deal.cells import Constraints
from peacecli.core.deal.elimination import Indices
from peacecli.core.deal.kernel import Kernel, kernel
from peacecli.core.deal.minimal import Found, linked
from peacecli.core.deal.stopping import Stop

ENGINE = "minisat22"
Clause = list[int]


def conflict_sets(constraints: Constraints, cluster: Sequence[int], stop: Stop) -> Found:
    """The minimal sets of the cluster's lines that no package meets."""
    sets: list[Indices] = []
    complete = True
    for part in _parts(kernel(constraints, cluster)):
        with _Marco(part) as marco:
            sets += marco.conflicts(stop)
            complete = complete and marco.complete
    return Found(
        tuple(sorted(sets, key=lambda one: (len(one), sorted(one)))), complete, len(cluster) if complete else 0
    )


def smallest(constraints: Constraints, cluster: Sequence[int]) -> int:
    """The smallest number of the cluster's lines whose giving up leaves a package, proved."""
    formula = WCNF()
    lines, clauses = _encoded(kernel(constraints, cluster))
    formula.extend(clauses)
    formula.extend([[line] for line in lines], weights=[1] * len(lines))
    with RC2(formula) as solver:
        solver.compute()
        return int(solver.cost)


def _parts(core: Kernel) -> Iterator[Kernel]:
    """The kernel in parts that share no issue."""
    lines = list(core.lines)
    for group in linked([{issue for choice in core.lines[index] for issue in choice} for index in lines]):
        yield Kernel({lines[number]: core.lines[lines[number]] for number in group}, core.cells)


def _encoded(core: Kernel) -> tuple[dict[int, int], list[Clause]]:
    """A variable a line, by which it is switched on, by variable its place; and the clauses."""
    variables = count(1)
    lines = {next(variables): index for index in core.lines}
    issues = {issue for line in core.lines.values() for choice in line for issue in choice}
    cells = {(issue, place): next(variables) for issue in sorted(issues) for place in places(core.cells[issue])}
    clauses = []
    for issue in sorted(issues):
        own = [cells[issue, place] for place in places(core.cells[issue])]
        clauses += [own, *([-one, -other] for one, other in combinations(own, 2))]
    for switch, index in lines.items():
        ways = [next(variables) for _ in core.lines[index]]
        clauses.append([-switch, *ways])
        for way, choice in zip(ways, core.lines[index], strict=True):
            clauses += [[-way, *(cells[issue, place] for place in places(mask))] for issue, mask in choice.items()]
    return lines, clauses


class _Marco:
    """A solver of the lines, and one of the map of what is not yet known of their subsets."""

    def __init__(self, core: Kernel) -> None:
        self._lines, clauses = _encoded(core)
        self._solver = Solver(ENGINE, bootstrap_with=clauses)
        self._map = Solver(ENGINE)
        self._map.set_phases(list(self._lines))
        self.complete = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._solver.delete()
        self._map.delete()

    def conflicts(self, stop: Stop) -> Iterator[Indices]:
        """Every minimal conflict; `complete` says whether all were found before the stop."""
        while not stop():
            if not self._map.solve():
                self.complete = True
                return
            known = {variable for variable in self._map.get_model() or () if variable < 0}
            seed = [line for line in self._lines if -line not in known]
            if self._solver.solve(assumptions=seed):
                held = self._grown(seed)
                self._map.add_clause([line for line in self._lines if line not in held])
            else:
                conflict = self._shrunk(self._solver.get_core() or [])
                self._map.add_clause([-line for line in conflict])
                yield frozenset(self._lines[line] for line in conflict)

    def _grown(self, seed: Sequence[int]) -> set[int]:
        """A largest set of lines around the seed that hold together."""
        held = list(seed)
        for line in self._lines:
            if line not in seed and self._solver.solve(assumptions=[*held, line]):
                held.append(line)
        return set(held)

    def _shrunk(self, conflict: Sequence[int]) -> list[int]:
        """A minimal conflict inside a conflict."""
        left = sorted(conflict)
        for line in sorted(conflict):
            rest = [one for one in left if one != line]
            if line in left and not self._solver.solve(assumptions=rest):
                left = [one for one in rest if one in set(self._solver.get_core() or [])]
        return left
