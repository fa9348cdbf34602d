"""What `peacecli party` answers."""

from typing import Literal, NamedTuple

from peacecli.core.record import Basis, Date, Stance, Strength
from peacecli.core.results.common import AtomSaid, Coverage, Data, PlanHead, Tally
from peacecli.core.results.sources import ReactionSaid, StatementSaid
from peacecli.core.verdicts import Settled, Word


class PlanVerdict(NamedTuple):
    """How one plan fares with a position; `rests_on_this_plan`: the position is known only from that plan itself."""

    plan: str
    verdict: Word
    if_nothing_changes: Settled | None
    rests_on_this_plan: bool


class PeriodSaid(NamedTuple):
    since: Date
    until: Date | None
    acceptable: tuple[tuple[AtomSaid, ...], ...]


class PartyPosition(NamedTuple):
    """A position in force, with its statements in full and how the plans asked for fare."""

    id: str
    issues: tuple[str, ...]
    topic: str
    stance: Stance
    strength: Strength
    basis: Basis
    says: str
    note: str | None
    thin: str | None
    since: Date
    last_stated: Date
    last_speaker: str
    acceptable: tuple[tuple[AtomSaid, ...], ...]
    periods: tuple[PeriodSaid, ...]
    statements: tuple[StatementSaid, ...]
    verdicts: tuple[PlanVerdict, ...]


class SideSaid(NamedTuple):
    says: str
    speaker: str | None
    name: str | None
    date: Date | None
    sources: tuple[str, ...]


class DifferenceSaid(NamedTuple):
    id: str
    about: str
    issues: tuple[str, ...]
    sides: tuple[SideSaid, ...]
    sources: tuple[str, ...]
    note: str | None


class PartyHead(NamedTuple):
    id: str
    label: str
    aliases: tuple[str, ...]
    note: str | None


class OwnText(NamedTuple):
    """A text that the party wrote or co-wrote, against its own red lines on the text's own date; those known only
    from that text are apart.
    """

    plan: str
    date: Date
    covered: bool
    counts: Tally
    rest_on_this_plan: int
    crossed: tuple[str, ...]
    open: tuple[str, ...]


class PartyAnswer(NamedTuple):
    """`peacecli party`."""

    schema_version: int
    command: Literal["party"]
    data: Data
    as_of: Date
    party: PartyHead
    coverage: Coverage
    plans: tuple[PlanHead, ...]
    positions: tuple[PartyPosition, ...]
    own_texts: tuple[OwnText, ...]
    reactions: tuple[ReactionSaid, ...]
    differences: tuple[DifferenceSaid, ...]
