"""What `peacecli check` answers."""

from typing import Literal, NamedTuple

from peacecli.core.record import Basis, Date, Stance, Strength
from peacecli.core.results.common import AtomSaid, Coverage, Data, Filter, PlanHead, Tally, TermSaid
from peacecli.core.verdicts import Because, Settled, Word


class AssessmentSaid(NamedTuple):
    """An outside judgement, beside the computed verdict."""

    by: str
    date: Date
    judgement: str
    says: str
    sources: tuple[str, ...]
    credibility: int


class PositionVerdict(NamedTuple):
    """One plan against one position: what the plan says on each of its `issues` (null where it has no term), and
    on which of them it is not known what it says. `thin` says why the position is thinly sourced.
    """

    key: str
    plan: str
    party: str
    position: str
    says: str
    stance: Stance
    strength: Strength
    basis: Basis
    thin: str | None
    since: Date
    last_stated: Date
    issues: tuple[str, ...]
    verdict: Word
    open_because: Because | None
    by: Literal["every_option"] | None
    if_nothing_changes: Settled | None
    rests_on_this_plan: bool
    terms: tuple[TermSaid | None, ...]
    unknown: tuple[str, ...]
    acceptable: tuple[tuple[AtomSaid, ...], ...]
    points: tuple[str, ...]
    reason: str
    statements: tuple[str, ...]
    assessments: tuple[AssessmentSaid, ...]


class PartyTally(NamedTuple):
    """One plan and one party: positions of the stances asked for; those resting on this plan are apart."""

    plan: str
    party: str
    covered: bool
    counts: Tally
    rest_on_this_plan: int


class CheckSummary(NamedTuple):
    worst: Word | None
    parties: tuple[PartyTally, ...]


class PlanAssessment(NamedTuple):
    """An outside judgement of a plan against a party as a whole or some of its positions."""

    plan: str
    party: str
    positions: tuple[str, ...]
    assessment: AssessmentSaid


class Check(NamedTuple):
    """`peacecli check`. `filter` is null where all evidence counts."""

    schema_version: int
    command: Literal["check"]
    data: Data
    as_of: Date | Literal["plan"]
    filter: Filter | None
    plans: tuple[PlanHead, ...]
    coverage: tuple[Coverage, ...]
    summary: CheckSummary
    verdicts: tuple[PositionVerdict, ...]
    assessments: tuple[PlanAssessment, ...]
