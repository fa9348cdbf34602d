"""Outcome spaces and sets of outcomes: subset, overlap, union, intersection, betweenness.

An outcome is a point on a line: an option stands at its place in the list, a number at its value and
`unlimited` above every number. A set of outcomes is a union of ranges of that line. A range lies between
two cuts; a cut is a place just before (-1) or just after (+1) a point, so that open and closed ends need no
cases of their own.
"""

import math
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

Cut = tuple[float, int]
Span = tuple[Cut, Cut]

UNLIMITED = "unlimited"
_NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,6})?", re.ASCII)
_BOTTOM: Cut = (-math.inf, -1)


class Range(NamedTuple):
    """Numbers between two ends (null = unbounded). `at_least` and `at_most` are in it, `above` and `below` are not;
    `unlimited`: whether that outcome is in it.
    """

    at_least: float | None
    at_most: float | None
    unlimited: bool
    above: float | None = None
    below: float | None = None


Outcome = str | float | Range
"""An outcome as people and files write it: an option's id, a number, `unlimited`, or a range of numbers."""


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, with those that touch made one and empty ones dropped."""
    found = [span for span in spans if span[0] < span[1]]
    if len(found) < 2:
        return tuple(found)
    merged: list[Span] = []
    for low, high in sorted(found):
        if merged and low <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], high))
        else:
            merged.append((low, high))
    return tuple(merged)


class Outcomes:
    """An immutable set of outcomes of one space. `<=` is subset, `|` union, `&` intersection."""

    __slots__ = ("spans",)
    spans: tuple[Span, ...]

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self.spans = _merged(spans)

    @classmethod
    def canonical(cls, spans: tuple[Span, ...]) -> "Outcomes":
        """The set of spans that are already sorted and apart, unchecked."""
        made = cls.__new__(cls)
        made.spans = spans
        return made

    @classmethod
    def of(cls, *points: float) -> "Outcomes":
        """The set of exactly these points."""
        return cls(((point, -1), (point, 1)) for point in points)

    def __bool__(self) -> bool:
        return bool(self.spans)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Outcomes) and self.spans == other.spans

    def __hash__(self) -> int:
        return hash(self.spans)

    def __repr__(self) -> str:
        return f"Outcomes({self.spans!r})"

    def __or__(self, other: "Outcomes") -> "Outcomes":
        return Outcomes(self.spans + other.spans)

    def __and__(self, other: "Outcomes") -> "Outcomes":
        return Outcomes((max(a, c), min(b, d)) for a, b in self.spans for c, d in other.spans)

    def __sub__(self, other: "Outcomes") -> "Outcomes":
        left = self.spans
        for low, high in other.spans:
            left = tuple(part for a, b in left for part in ((a, min(b, low)), (max(a, high), b)) if part[0] < part[1])
        return Outcomes(left)

    def __le__(self, other: "Outcomes") -> bool:
        for low, high in self.spans:
            for floor, ceiling in other.spans:
                if floor <= low and high <= ceiling:
                    break
            else:
                return False
        return True

    def isdisjoint(self, other: "Outcomes") -> bool:
        """Whether the two sets share no outcome."""
        for a, b in self.spans:
            for c, d in other.spans:
                if a < d and c < b:
                    return False
        return True


class Space(NamedTuple):
    """All possible outcomes of an issue: the options of a scale or choice, or the numbers of a quantity."""

    kind: str
    options: tuple[str, ...] = ()
    unlimited: bool = False

    @property
    def ordered(self) -> bool:
        """Whether betweenness means anything: on a scale and a quantity it does, on a choice not."""
        return self.kind != "choice"

    @property
    def whole(self) -> Outcomes:
        """Every outcome there is."""
        return _whole(self)

    @property
    def _top(self) -> Cut:
        return (math.inf, 1 if self.unlimited else -1)

    def point(self, name: str | float) -> float:
        """Where an outcome stands on the line. Raises ValueError when it is none of this space."""
        if self.kind == "quantity":
            if name == UNLIMITED and self.unlimited:
                return math.inf
            if isinstance(name, str) or not math.isfinite(name):
                raise ValueError(f"{name} is not a number")
            return name
        if name not in self.options:
            raise ValueError(f"{name} is not an option")
        return self.options.index(str(name))

    def read(self, word: str) -> float:
        """Where an outcome stands that somebody wrote as text. Raises ValueError when it is none of this space."""
        if self.kind != "quantity" or word == UNLIMITED:
            return self.point(word)
        if not _NUMBER.fullmatch(word):
            raise ValueError(f"{word} is not a number")
        return float(word) if "." in word else int(word)

    def name(self, point: float) -> str | float:
        """The outcome that stands at a point."""
        if self.kind == "quantity":
            return UNLIMITED if point == math.inf else point
        return self.options[int(point)]

    def between(self, at_least: str | float | None, at_most: str | float | None) -> Outcomes:
        """Every outcome from `at_least` to `at_most`, both included; None leaves an end unbounded."""
        if self.kind == "quantity":
            low = _BOTTOM if at_least is None else (self.point(at_least), -1)
            return Outcomes([(low, self._top if at_most is None else (self.point(at_most), 1))])
        first = 0 if at_least is None else int(self.point(at_least))
        last = len(self.options) - 1 if at_most is None else int(self.point(at_most))
        return Outcomes.of(*range(first, last + 1))

    @property
    def finite(self) -> Outcomes:
        """Every number, whatever it is, but not `unlimited`."""
        return Outcomes([(_BOTTOM, (math.inf, -1))])

    def names(self, outcomes: Outcomes) -> tuple[Outcome, ...]:
        """The set as people write it, in the order of the space; `outcomes` reads it back."""
        return tuple(self._written(span) for span in outcomes.spans)

    def _written(self, span: Span) -> Outcome:
        (low, low_side), (high, high_side) = span
        if low == high:
            return self.name(low)
        bottom, top = (None if math.isinf(end) else end for end in (low, high))
        return Range(
            at_least=bottom if low_side < 0 else None,
            at_most=top if high_side > 0 else None,
            unlimited=high == math.inf and high_side > 0,
            above=bottom if low_side > 0 else None,
            below=top if high_side < 0 else None,
        )

    def outcomes(self, names: Iterable[Outcome]) -> Outcomes:
        """The set that `names` wrote. Raises ValueError for what is no outcome of this space."""
        spans: list[Span] = []
        for name in names:
            if isinstance(name, Range):
                spans.append(_span(name))
            else:
                point = self.point(name)
                spans.append(((point, -1), (point, 1)))
        return Outcomes(spans)


@lru_cache(maxsize=1024)
def _whole(space: Space) -> Outcomes:
    if space.kind == "quantity":
        return Outcomes([(_BOTTOM, (math.inf, 1 if space.unlimited else -1))])
    return Outcomes.of(*range(len(space.options)))


def _span(written: Range) -> Span:
    low = _BOTTOM if written.at_least is None else (written.at_least, -1)
    high = (math.inf, 1 if written.unlimited else -1) if written.at_most is None else (written.at_most, 1)
    return (
        low if written.above is None else (written.above, 1),
        high if written.below is None else (written.below, -1),
    )


def closer(old: Outcomes, new: Outcomes, ideal: float) -> bool:
    """Whether `new` lies between `old` and the ideal on an ordered line.

    Both ends must move towards the ideal or stay, on one side of it. Steps are not added up and there is no
    distance: a set across the ideal is closer only when it becomes the ideal itself.
    """
    goal = Outcomes.of(ideal)
    if old in (new, goal):
        return False
    if new == goal:
        return True
    (old_low, old_high), (new_low, new_high) = _hull(old), _hull(new)
    if (old_low, old_high) == (new_low, new_high):
        return False
    (floor, ceiling) = goal.spans[0]
    if min(old_low, new_low) >= floor:
        return new_low <= old_low and new_high <= old_high
    if max(old_high, new_high) <= ceiling:
        return new_low >= old_low and new_high >= old_high
    return False


def _hull(outcomes: Outcomes) -> Span:
    return outcomes.spans[0][0], outcomes.spans[-1][1]
