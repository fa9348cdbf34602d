"""What `peacecli list sources --weak` answers."""

from typing import Literal, NamedTuple

from peacecli.core.record import Stance
from peacecli.core.results.common import Data
from peacecli.core.sourcing import Weakness

WeakKind = Literal["position", "point"]


class WeakRow(NamedTuple):
    """A position or a point of a plan that is thinly sourced: in which ways, and what the record says of it. The
    grades are the best of its sources and of what they say.
    """

    key: str
    kind: WeakKind
    label: str
    party: str | None
    stance: Stance | None
    plan: str | None
    issues: tuple[str, ...]
    reasons: tuple[Weakness, ...]
    thin: str | None
    reliability: str
    credibility: int
    origins: tuple[str, ...]
    sources: tuple[str, ...]


class WeakCount(NamedTuple):
    """How many are thinly sourced of how many that were asked about."""

    kind: WeakKind
    weak: int
    of: int


class WeakSummary(NamedTuple):
    kinds: tuple[WeakCount, ...]


class ListWeak(NamedTuple):
    """`peacecli list sources --weak`: positions party by party, then points plan by plan."""

    schema_version: int
    command: Literal["list"]
    data: Data
    summary: WeakSummary
    weak: tuple[WeakRow, ...]
