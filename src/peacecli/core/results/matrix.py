"""What `peacecli matrix` answers."""

from typing import Literal, NamedTuple

from peacecli.core.record import Basis, Date, Stance, Strength
from peacecli.core.results.common import Coverage, Data, PlanHead, Tally
from peacecli.core.verdicts import Because, Settled, Word


class PartyCell(NamedTuple):
    """One plan and one party: its positions in force, of the stances asked for; those resting on this plan are
    apart.
    """

    key: str
    plan: str
    party: str
    covered: bool
    counts: Tally
    rest_on_this_plan: int


class PositionCell(NamedTuple):
    """One plan and one position."""

    key: str
    plan: str
    position: str
    verdict: Word
    open_because: Because | None
    by: Literal["every_option"] | None
    if_nothing_changes: Settled | None
    rests_on_this_plan: bool


class PositionHead(NamedTuple):
    """A position that was in force on one of the days or more."""

    id: str
    party: str
    stance: Stance
    strength: Strength
    basis: Basis
    thin: str | None
    says: str
    issues: tuple[str, ...]


class PartySummary(NamedTuple):
    """In how many plans at least one counted position of a party is crossed; `plans` is the denominator, and the
    plans of days on which the party is not covered stand apart.
    """

    party: str
    plans: int
    crossed_in: int
    not_covered: int


class MatrixSummary(NamedTuple):
    """By party; with one party's positions as cells, `tallies` counts them for each plan (else it is empty)."""

    parties: tuple[PartySummary, ...]
    tallies: tuple[PartyCell, ...]


class Matrix(NamedTuple):
    """`peacecli matrix`. Cells are plans by parties or, for one party, plans by its positions: a position has no
    cell where it was not in force on a plan's day.
    """

    schema_version: int
    command: Literal["matrix"]
    data: Data
    as_of: Date | Literal["plan"]
    by: Literal["party", "position"]
    stances: tuple[Stance, ...]
    plans: tuple[PlanHead, ...]
    coverage: tuple[Coverage, ...]
    positions: tuple[PositionHead, ...]
    summary: MatrixSummary
    cells: tuple[PartyCell, ...] | tuple[PositionCell, ...]
