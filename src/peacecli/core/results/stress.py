"""What `peacecli stress` answers."""

from typing import Literal, NamedTuple

from peacecli.core.evidence import Source
from peacecli.core.record import Date, Stance, Strength
from peacecli.core.results.common import Coverage, Data, Filter, PlanHead
from peacecli.core.verdicts import Word


class Lost(NamedTuple):
    """What a verdict rested on that is gone: the position's statements, the plan's points that lost a term on its
    issues or one reading of it, and the sources of both.
    """

    statements: tuple[str, ...]
    points: tuple[str, ...]
    sources: tuple[str, ...]


class Flip(NamedTuple):
    """A verdict that does not stand: `after` is null where no statement is left that puts the position in force on
    that day; `rests_on_this_plan`: what is left of the position is this plan's own text.
    """

    key: str
    plan: str
    party: str
    position: str
    says: str
    stance: Stance
    strength: Strength
    issues: tuple[str, ...]
    before: Word
    after: Word | None
    rests_on_this_plan: bool
    lost: Lost


class Drop(NamedTuple):
    """What was left out, and the verdicts that flip: one origin with all its copies, or (`origin` null) everything
    below the grades asked for. `sources` are those that the verdicts rested on.
    """

    origin: str | None
    sources: tuple[Source, ...]
    flips: tuple[Flip, ...]


class PartyStress(NamedTuple):
    """How many of a party's verdicts hold: with the grades asked for or, one origin dropped at a time, every time.
    `on_one_origin` are positions of which one origin alone carries the position or what the plan says (null with
    grades). Positions that rest on this plan are apart, as in `check`.
    """

    party: str
    covered: bool
    verdicts: int
    hold: int
    on_one_origin: tuple[str, ...] | None
    rest_on_this_plan: int


class StressSummary(NamedTuple):
    """`origins`: how many were dropped in turn (null with grades)."""

    origins: int | None
    parties: tuple[PartyStress, ...]


class Stress(NamedTuple):
    """`peacecli stress`. With grades one drop; without, every origin whose absence flips a verdict."""

    schema_version: int
    command: Literal["stress"]
    data: Data
    as_of: Date | Literal["plan"]
    filter: Filter | None
    plan: PlanHead
    coverage: tuple[Coverage, ...]
    summary: StressSummary
    drops: tuple[Drop, ...]
