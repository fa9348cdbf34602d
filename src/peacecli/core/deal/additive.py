"""Two sides with additive values: the exact frontier of their sums, and the points that bargaining theory names.

The frontier of a sum lies among sums of frontiers, so issues are added one after the other and everything dominated is
dropped at once (dynamic programming over the Minkowski sum); outcomes are never enumerated. Numbers are exact.
"""

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from math import lcm
from typing import Any, NamedTuple

from peacecli.core.deal.stopping import Stop

Pair = tuple[Fraction, Fraction]
Sum = tuple[int, int, int, "Sum | None"]
"""What either side gets, the place of the last issue's outcome, and the sum without it."""


class Point(NamedTuple):
    """What either side gets, and for each issue the place of the outcome that gives it."""

    values: Pair
    choice: tuple[int, ...]


def frontier(issues: Sequence[Sequence[Pair]], stop: Stop) -> list[Point] | None:
    """The points that none dominates, best for the first side first; of equal ones the first found. None if stopped.

    `issues` holds for each issue what either side gets from each outcome.
    """
    scales = [lcm(*(pair[side].denominator for pairs in issues for pair in pairs)) for side in (0, 1)]
    sums: list[Sum] = [(0, 0, -1, None)]
    for pairs in issues:
        scaled = [(int(one * scales[0]), int(other * scales[1])) for one, other in pairs]
        options = _undominated((one, other, place, None) for place, (one, other) in enumerate(scaled))
        sums = _undominated((s[0] + a, s[1] + b, place, s) for a, b, place, _ in options for s in sums)
        if stop():
            return None
    return [Point((Fraction(s[0], scales[0]), Fraction(s[1], scales[1])), _choice(s)) for s in sums]


def _undominated(sums: Iterable[Sum]) -> list[Sum]:
    kept: list[Sum] = []
    for one in sorted(sums, key=lambda one: (-one[0], -one[1])):
        if not kept or one[1] > kept[-1][1]:
            kept.append(one)
    return kept


def _choice(last: Sum) -> tuple[int, ...]:
    places = []
    while last[3] is not None:
        places.append(last[2])
        last = last[3]
    return tuple(reversed(places))


def rational(points: Iterable[Point], reservation: Pair) -> list[Point]:
    """The points that give neither side less than what it can have without agreement."""
    return [one for one in points if one.values[0] >= reservation[0] and one.values[1] >= reservation[1]]


def nash(points: Iterable[Point], reservation: Pair) -> list[Point]:
    """The rational points with the greatest product of gains (Nash, 1950); more than one where they tie."""

    def product(one: Point) -> Fraction:
        first, second = _gains(one, reservation)
        return first * second

    return _greatest(rational(points, reservation), product)


def kalai_smorodinsky(points: Iterable[Point], reservation: Pair) -> list[Point]:
    """The rational points at which the smaller share of what either side could gain at most is greatest (Kalai and
    Smorodinsky, 1975; on finitely many points, where equal shares need not exist).
    """
    found = rational(points, reservation)
    most = [max((_gains(one, reservation)[side] for one in found), default=Fraction()) for side in (0, 1)]

    def shares(one: Point) -> list[Fraction]:
        pairs = zip(_gains(one, reservation), most, strict=True)
        return sorted(gain / highest if highest else Fraction(1) for gain, highest in pairs)

    return _greatest(found, shares)


def _gains(point: Point, reservation: Pair) -> Pair:
    return point.values[0] - reservation[0], point.values[1] - reservation[1]


def _greatest(points: Sequence[Point], worth: Callable[[Point], Any]) -> list[Point]:
    best = max(map(worth, points), default=None)
    return [point for point in points if worth(point) == best]
