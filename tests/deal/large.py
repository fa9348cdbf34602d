"""Random constraints of any size, as the measurements of the field have them: 5 options, three lines an issue."""

from random import Random
from typing import NamedTuple

from peacecli.core.deal.cells import Constraints, Line
from peacecli.core.outcomes import Outcomes

OPTIONS = 5
PARTIES = 5
LINES_PER_ISSUE = 3
EVERYTHING = (1 << OPTIONS) - 1


class Shape(NamedTuple):
    """The shares of lines on one issue and on any of two; the others are on any of three."""

    one: float
    two: float


SPARSE = Shape(0.9, 0.08)
DENSE = Shape(0.7, 0.2)


def constraints(issues: int, shape: Shape, seed: int, narrowest: int = 1) -> Constraints:
    """Lines that accept options up to one or from one on; those on several issues any of them, and fewer options."""
    rng = Random(seed)  # noqa: S311  # no secret
    lines = []
    for number in range(LINES_PER_ISSUE * issues):
        drawn = rng.random()
        several = 1 if drawn < shape.one else 2 if drawn < shape.one + shape.two else 3
        chosen = rng.sample(range(issues), several)
        ways = tuple({f"i{issue}": _mask(rng, several > 1, narrowest)} for issue in chosen)
        lines.append(Line(f"l{number}", f"p{number % PARTIES}", ways))
    cells = tuple(Outcomes.of(place) for place in range(OPTIONS))
    return Constraints({f"i{issue}": cells for issue in range(issues)}, tuple(lines))


def _mask(rng: Random, linked: bool, narrowest: int) -> int:
    kept = rng.randint(narrowest, narrowest + 1) if linked else rng.randint(2, 4)
    mask = (1 << kept) - 1
    return mask if rng.random() < 0.5 else mask << (OPTIONS - kept)
