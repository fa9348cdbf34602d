"""A second way to sets and verdicts, independent of the engine: every outcome is listed, every possibility tried.

Of a quantity it lists the numbers at, between and far beyond the ends that the strategies draw, which tells any
two of their sets apart.
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from peacecli.authoring.fields import AllBut, Bounds, Item
from peacecli.authoring.models import Condition
from peacecli.core.outcomes import Outcomes, Space
from tests.strategies import HIGHEST

Listed = frozenset[float]


def everything(space: Space) -> Listed:
    """Every outcome of a space, or enough of them."""
    if space.options:
        return frozenset(range(len(space.options)))
    halves = (number / 2 for number in range(-2, 2 * HIGHEST + 3))
    return frozenset((*halves, -1e9, 1e9, *((math.inf,) if space.unlimited else ())))


def listed(space: Space, said: Iterable[Item]) -> Listed:
    """The outcomes that an author's words name."""
    return frozenset(where for where in everything(space) for item in said if _names(space, item, where))


def _names(space: Space, item: Item, where: float) -> bool:
    if isinstance(item, AllBut):
        return where not in {_place(space, word) for word in item.all_but}
    if isinstance(item, Bounds):
        low = -math.inf if item.at_least is None else _place(space, item.at_least)
        high = math.inf if item.at_most is None else _place(space, item.at_most)
        return low <= where <= high
    if item == "finite":
        return where < math.inf
    return where == _place(space, item)


def _place(space: Space, word: str) -> float:
    if space.options:
        return space.options.index(word)
    return math.inf if word == "unlimited" else float(word)


def inside(space: Space, outcomes: Outcomes) -> Listed:
    """The listed outcomes that a set of the engine holds."""
    return frozenset(where for where in everything(space) if Outcomes.of(where) <= outcomes)


def verdict(condition: Condition, space: Space, terms: Mapping[str, Listed], absence: str) -> str:
    """The verdict on a condition that names no issue twice, by trying everything that may come true.

    What an unclear outcome means, and what comes true on an issue without a term, may fall either way. The
    position is respected where it is met however things fall, crossed where it is met in no way.
    """
    issues = tuple(_issues(condition))
    if terms.keys().isdisjoint(issues):
        return absence
    truths = {issue: _truths(condition, issue, space, terms.get(issue)) for issue in issues}
    met = {_met(condition, dict(zip(issues, world, strict=True))) for world in product(*truths.values())}
    return "open" if len(met) > 1 else "respected" if met.pop() else "crossed"


def _parts(condition: Condition) -> Iterator[Condition]:
    yield from condition.any_of + condition.all_of
    yield from (part for part in (condition.unless, condition.provided) if part)


def _issues(condition: Condition) -> Iterator[str]:
    yield from condition.each_of or ((condition.issue,) if condition.issue else ())
    for part in _parts(condition):
        yield from _issues(part)


def _truths(condition: Condition, issue: str, space: Space, said: Listed | None) -> frozenset[bool]:
    """What may come true of the condition on one issue: that it is met, that it is not, or either."""
    for part in _parts(condition):
        if issue in _issues(part):
            return _truths(part, issue, space, said)
    if said is None:
        return frozenset((True, False))
    accepted = listed(space, condition.acceptable or ())
    unclear = everything(space) if condition.unclear == ("rest",) else listed(space, condition.unclear or ())
    truths = {True: accepted | unclear, False: everything(space) - accepted}
    return frozenset(truth for truth, outcomes in truths.items() if said & outcomes)


def _met(condition: Condition, world: Mapping[str, bool]) -> bool:
    if condition.any_of:
        met = any(_met(part, world) for part in condition.any_of)
    elif condition.all_of:
        met = all(_met(part, world) for part in condition.all_of)
    else:
        met = all(world[issue] for issue in condition.each_of or (condition.issue or "",))
    if condition.provided:
        met = met and _met(condition.provided, world)
    return met or (condition.unless is not None and _met(condition.unless, world))
