"""What `peacecli zone` answers."""

from typing import Literal, NamedTuple

from peacecli.core.outcomes import Outcome
from peacecli.core.record import Date
from peacecli.core.results.common import Coverage, Data, PlanHead

Size = Literal["wide", "narrow", "single", "empty"]
Where = Literal["inside", "outside", "across", "silent", "unknown"]


class PartySet(NamedTuple):
    """What one party's positions leave on the issue; `positions` are those that bound it (none: everything)."""

    party: str
    outcomes: tuple[Outcome, ...]
    positions: tuple[str, ...]


class PlanPlace(NamedTuple):
    """Where a plan's term falls: inside the zone, outside it, or across its edge."""

    plan: str
    where: Where
    outcomes: tuple[Outcome, ...]


class IssueZone(NamedTuple):
    """The outcomes of an issue that no party's positions exclude: wide (nothing is excluded), narrow, a single
    one, or empty.
    """

    key: str
    issue: str
    topic: str
    size: Size
    outcomes: tuple[Outcome, ...]
    parties: tuple[PartySet, ...]
    plans: tuple[PlanPlace, ...]


class ZoneSummary(NamedTuple):
    """How many issues have which zone."""

    issues: int
    wide: int
    narrow: int
    single: int
    empty: int


class Zone(NamedTuple):
    """`peacecli zone`. With `strict`, outcomes that a party left unclear count as unacceptable."""

    schema_version: int
    command: Literal["zone"]
    data: Data
    as_of: Date
    strict: bool
    stances: tuple[str, ...]
    plans: tuple[PlanHead, ...]
    coverage: tuple[Coverage, ...]
    summary: ZoneSummary
    zones: tuple[IssueZone, ...]
