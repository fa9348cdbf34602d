"""How fast the deal space is searched: python benchmarks/deal_space.py

Random red lines as in the field's measurements: 5 options an issue, three lines an issue, five parties; sparse is 90%
lines on one issue, 8% on any of two, 2% on any of three; dense 70/20/10. Everything is measured in one run and checked
to be the same. python-sat and NegMAS are compared where they are installed, brute force on what is small enough.
"""

import argparse
import platform
import sys
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import partial
from importlib.util import find_spec
from itertools import chain, combinations
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.deal.large import DENSE, SPARSE, Shape, constraints

from peacecli.core.deal.additive import Pair, frontier
from peacecli.core.deal.cells import Constraints
from peacecli.core.deal.concessions import together
from peacecli.core.deal.elimination import eliminated
from peacecli.core.deal.feasible import witness
from peacecli.core.deal.hitting import HittingSets
from peacecli.core.deal.kernel import kernel
from peacecli.core.deal.minimal import Finder, clusters, conflict_sets
from peacecli.core.deal.stopping import never

SAT, NEGMAS = find_spec("pysat") is not None, find_spec("negmas") is not None
PATIENCE = 60.0
Sets = tuple[int, int]
"""How many conflict sets, and how many correction sets listed by cluster of conflicts."""


class Timed(NamedTuple):
    """What something gave and the least time it took."""

    result: Any
    seconds: float


def timed(do: Callable[[], Any], times: int = 3) -> Timed:
    """The best of some runs; slow ones are run once."""
    best = Timed(None, float("inf"))
    for _ in range(times):
        start = perf_counter()
        result = do()
        seconds = perf_counter() - start
        best = min(best, Timed(result, seconds), key=lambda one: one.seconds)
        if seconds > 1:
            break
    return best


def ours(made: Constraints, find: Finder = conflict_sets) -> Sets:
    """All conflict sets and all correction sets, by cluster."""
    found = [one for cluster in clusters(made) for one in find(made, cluster, never).sets]
    return len(found), sum(1 for group in together(found) for _ in HittingSets(group))


def up_to_three(made: Constraints) -> int:
    """Every conflict set of at most three lines."""
    return sum(len(eliminated(kernel(made, one), 3, 10**9, never).conflicts) for one in clusters(made))


def by_brute_force(made: Constraints) -> int:
    """Conflict sets of at most three lines, by trying every set."""
    kept: list[frozenset[int]] = []
    for some in chain.from_iterable(combinations(range(len(made.lines)), size) for size in (1, 2, 3)):
        one = frozenset(some)
        if not any(smaller <= one for smaller in kept) and witness(made, [made.lines[n] for n in some]) is None:
            kept.append(one)
    return len(kept)


def by_python_sat(made: Constraints) -> Sets:
    """The same by python-sat alone: MARCO over linked lines, the correction sets by its own hitting-set enumeration."""
    from pysat.examples.hitman import Hitman

    found: list[frozenset[int]] = []
    for cluster in clusters(made):
        found += _marco(made, cluster)
    corrections = 0
    for group in together(found):
        with Hitman(bootstrap_with=[sorted(one) for one in group], htype="lbx") as hitman:
            corrections += sum(1 for _ in hitman.enumerate())
    return len(found), corrections


def _marco(made: Constraints, cluster: Sequence[int]) -> Iterator[frozenset[int]]:
    """MARCO as its authors give it (2016), with the lines as they are."""
    from pysat.solvers import Solver

    issues = sorted({issue for index in cluster for issue in made.lines[index].issues})
    switch = {index: number + 1 for number, index in enumerate(cluster)}
    cell = {(i, c): len(cluster) + 5 * n + c + 1 for n, i in enumerate(issues) for c in range(5)}
    clauses = [[cell[i, c] for c in range(5)] for i in issues]
    clauses += [[-cell[i, a], -cell[i, b]] for i in issues for a, b in combinations(range(5), 2)]
    for index in cluster:
        ways = [
            cell[i, c]
            for way in made.lines[index].alternatives
            for i, mask in way.items()
            for c in range(5)
            if mask >> c & 1
        ]
        clauses.append([-switch[index], *ways])
    back = {number: index for index, number in switch.items()}
    with Solver("minisat22", bootstrap_with=clauses) as solver, Solver("minisat22") as space:
        space.set_phases(list(back))
        start = perf_counter()
        while space.solve():
            if perf_counter() - start > PATIENCE:
                raise TimeoutError
            off = {-literal for literal in space.get_model() or [] if literal < 0}
            seed = [line for line in back if line not in off]
            if solver.solve(assumptions=seed):
                for line in back:
                    if line in off and solver.solve(assumptions=[*seed, line]):
                        seed.append(line)
                held = set(seed)
                space.add_clause([line for line in back if line not in held])
            else:
                core = sorted(solver.get_core() or [])
                for line in list(core):
                    if line in core and not solver.solve(assumptions=[one for one in core if one != line]):
                        core = sorted(solver.get_core() or [])
                space.add_clause([-line for line in core])
                yield frozenset(back[line] for line in core)


def compared(name: str, made: Constraints) -> None:
    """Conflict and correction sets by every way there is."""
    mine = timed(lambda: ours(made))
    print(f"{name}: {mine.result[0]} conflict sets, {mine.result[1]} correction sets by cluster")
    print(f"  pure Python        {mine.seconds:9.4f} s")
    if not SAT:
        print("  python-sat is not installed: pip install 'peacecli[solver]'")
        return
    from peacecli.solver import conflict_sets as by_solver

    start = perf_counter()
    try:
        alone = timed(lambda: by_python_sat(made))
        extra = timed(lambda: ours(made, by_solver))
    except TimeoutError:
        print(f"  python-sat alone   not finished in {perf_counter() - start:.0f} s")
        return
    if not mine.result == alone.result == extra.result:
        raise AssertionError((mine.result, alone.result, extra.result))
    print(f"  with the extra     {extra.seconds:9.4f} s")
    print(f"  python-sat alone   {alone.seconds:9.4f} s   pure / alone {mine.seconds / alone.seconds:.2f}, "
          f"extra / alone {extra.seconds / alone.seconds:.2f}")  # fmt: skip


def large(seed: int) -> None:
    """500 issues and 1,500 lines."""
    for name, shape in (("sparse", SPARSE), ("dense", DENSE)):
        made = constraints(500, shape, seed)
        some = timed(partial(up_to_three, made), 1)
        print(f"500 issues, 1,500 lines, {name}: {some.result} conflict sets of up to 3 lines {some.seconds:.3f} s")
        print(f"  pure Python        {_every(made, conflict_sets)}")
        if SAT and shape is SPARSE:
            from peacecli.solver import conflict_sets as by_solver

            print(f"  with the extra     {_every(made, by_solver)}")


def _every(made: Constraints, find: Finder) -> str:
    """How many conflict sets are found in what time, and whether these are all."""
    end = perf_counter() + PATIENCE
    every = timed(lambda: [find(made, one, lambda: perf_counter() > end) for one in clusters(made)], 1)
    cut = [one.up_to for one in every.result if not one.complete]
    said = f"of which all of up to {min(cut)} lines" if cut else "complete"
    return f"{every.seconds:9.4f} s, {sum(len(one.sets) for one in every.result)} conflict sets, {said}"


def small() -> None:
    """Against brute force: 12 issues, 36 lines."""
    made = constraints(12, DENSE, 0)
    quick, slow = timed(lambda: up_to_three(made)), timed(lambda: by_brute_force(made), 1)
    if quick.result != slow.result:
        raise AssertionError((quick.result, slow.result))
    print(f"12 issues, 36 lines, dense: {quick.result} conflict sets of up to 3 lines {quick.seconds:.5f} s")
    print(f"  brute force        {slow.seconds:9.4f} s   {slow.seconds / quick.seconds:.0f} times")


def additive(issues: int, options: int) -> None:
    """The two-party frontier of additive values, beside NegMAS where it can enumerate."""
    rng = Random(issues)  # noqa: S311  # no secret
    values: list[list[Pair]] = [
        [(Fraction(rng.randint(0, 1000), 10), Fraction(rng.randint(0, 1000), 10)) for _ in range(options)]
        for _ in range(issues)
    ]
    mine = timed(lambda: frontier(values, never))
    line = f"{options}^{issues} packages: {len(mine.result)} points {mine.seconds:.4f} s"
    if NEGMAS and options**issues <= 10**6:
        theirs = timed(lambda: _negmas(values), 1)
        same = {tuple(round(float(value), 6) for value in one.values) for one in mine.result} == theirs.result
        line += f", NegMAS {theirs.seconds:.3f} s ({theirs.seconds / mine.seconds:.0f} times), same points: {same}"
    print(line)


def _negmas(values: list[list[Pair]]) -> set[tuple[float, ...]]:
    from negmas import LinearAdditiveUtilityFunction, make_issue
    from negmas.outcomes import make_os
    from negmas.preferences.ops import pareto_frontier

    space = make_os([make_issue([str(n) for n in range(len(one))], f"i{k}") for k, one in enumerate(values)])
    utilities = [
        LinearAdditiveUtilityFunction(
            [{str(n): float(pair[side]) for n, pair in enumerate(one)} for one in values],
            weights=[1.0] * len(values),
            outcome_space=space,
        )
        for side in (0, 1)
    ]
    points, _ = pareto_frontier(utilities, list(space.enumerate()))
    return {tuple(round(float(value), 6) for value in one) for one in points}


def record() -> None:
    """Every command on the real record, in this process, with the record read."""
    from peacecli.core.deal.concessions import concessions
    from peacecli.core.deal.conflicts import conflicts
    from peacecli.core.deal.packages import packages
    from peacecli.core.deal.zone import zone
    from peacecli.core.scope import Scope
    from peacecli.store import Store, find

    store = Store(find(None))
    real, evidence = store.record, store.evidence
    scope = Scope(tuple(real.parties), frozenset(real.issues), frozenset(("red_line", "demand")), real.as_of)
    sides = [(party,) for party in real.parties]
    for name, do in (
        ("zone", lambda: zone(real, list(real.plans.values()), scope)),
        ("conflicts", lambda: conflicts(real, evidence, scope)),
        ("concessions", lambda: concessions(real, evidence, scope)),
        ("packages", lambda: packages(real, scope, sides, None, {}, strict=False)),
    ):
        print(f"real record, red lines and demands: {name} {timed(do).seconds:.4f} s")


def main() -> None:
    """Print all figures."""
    if NEGMAS:
        _negmas([[(Fraction(1), Fraction(1))]])  # its imports are not measured
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=0)
    seed = parser.parse_args().seed
    print(f"Python {platform.python_version()}, {platform.machine()}, seed {seed}")
    shapes: tuple[tuple[str, Shape], ...] = (("sparse", SPARSE), ("dense", DENSE))
    for name, shape in shapes:
        compared(f"50 issues, 150 lines, {name}", constraints(50, shape, seed, narrowest=2))
    small()
    large(seed)
    for issues in (3, 4, 5, 6):
        additive(issues, 10)
    additive(50, 5)
    record()


if __name__ == "__main__":
    main()
