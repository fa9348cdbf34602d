"""What `peacecli issue` answers."""

from typing import Literal, NamedTuple

from peacecli.core.record import Basis, Date, Option, Stance, Strength
from peacecli.core.results.common import AtomSaid, Coverage, Data, TermSaid
from peacecli.core.results.party import PlanVerdict


class IssueHead(NamedTuple):
    """An issue and its outcome space; `order` says what a scale is ordered by."""

    id: str
    topic: str
    label: str
    question: str
    kind: str
    order: str | None
    unit: str | None
    unlimited: bool
    options: tuple[Option, ...]
    aliases: tuple[str, ...]
    note: str | None


class PlanTerm(NamedTuple):
    """What one plan says on the issue; `absence` is silent or unknown where it has no term."""

    plan: str
    term: TermSaid | None
    absence: Literal["silent", "unknown"] | None


class IssuePosition(NamedTuple):
    """A party's position that speaks to the issue, with the featured plans' verdicts."""

    id: str
    party: str
    stance: Stance
    strength: Strength
    basis: Basis
    says: str
    thin: str | None
    since: Date
    last_stated: Date
    acceptable: tuple[tuple[AtomSaid, ...], ...]
    verdicts: tuple[PlanVerdict, ...]


class IssueAnswer(NamedTuple):
    """`peacecli issue`."""

    schema_version: int
    command: Literal["issue"]
    data: Data
    as_of: Date
    issue: IssueHead
    status_quo: TermSaid | None
    status_quo_date: Date | None
    coverage: tuple[Coverage, ...]
    plans: tuple[PlanTerm, ...]
    positions: tuple[IssuePosition, ...]
