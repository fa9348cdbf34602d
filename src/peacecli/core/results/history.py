"""What `peacecli party --history` and `peacecli issue --history` answer."""

from typing import Literal, NamedTuple

from peacecli.core.record import Basis, Date, Stance, Strength
from peacecli.core.results.common import AtomSaid, Coverage, Data


class PeriodOfPosition(NamedTuple):
    """A position's condition and the time in which it was in force; `statement` is the one that carried it first,
    null where the record names none of that time.
    """

    key: str
    party: str
    position: str
    says: str
    stance: Stance
    strength: Strength
    basis: Basis
    thin: str | None
    issues: tuple[str, ...]
    since: Date
    until: Date | None
    acceptable: tuple[tuple[AtomSaid, ...], ...]
    statement: str | None
    speaker: str | None
    said: str | None


class History(NamedTuple):
    """How positions moved, when, and on whose words."""

    schema_version: int
    command: Literal["history"]
    data: Data
    coverage: tuple[Coverage, ...]
    periods: tuple[PeriodOfPosition, ...]
