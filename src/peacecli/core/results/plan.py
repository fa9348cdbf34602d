"""What `peacecli plan` answers."""

from typing import Literal, NamedTuple

from peacecli.core.record import Date
from peacecli.core.results.check import PlanAssessment
from peacecli.core.results.common import Data, PlanHead, TermSaid
from peacecli.core.results.sources import AccountSaid, PointSaid, ReactionSaid


class NotInTextSaid(NamedTuple):
    says: str
    claimed_by: str
    sources: tuple[str, ...]


class VariantSaid(NamedTuple):
    """Another text of the same version; `plan@variant` selects it."""

    id: str
    title: str
    kind: str
    date: Date | None
    says: str | None
    sources: tuple[str, ...]


class StruckSaid(NamedTuple):
    """What was struck out of the text and may still be under discussion."""

    issue: str | None
    says: str
    still_discussed: bool
    sources: tuple[str, ...]


class PlanAnswer(NamedTuple):
    """`peacecli plan`."""

    schema_version: int
    command: Literal["plan"]
    data: Data
    plan: PlanHead
    status: str | None
    drafting: str | None
    summary: str | None
    notes: tuple[str, ...]
    points: tuple[PointSaid, ...]
    terms: tuple[TermSaid, ...]
    variants: tuple[VariantSaid, ...]
    struck: tuple[StruckSaid, ...]
    not_in_text: tuple[NotInTextSaid, ...]
    accounts: tuple[AccountSaid, ...]
    assessments: tuple[PlanAssessment, ...]
    reactions: tuple[ReactionSaid, ...]
