"""What `peacecli plan` answers."""

from typing import Literal, NamedTuple

from peacecli.core.evidence import Source
from peacecli.core.record import Account, NotInText, Struck, Variant
from peacecli.core.results.check import PlanAssessment
from peacecli.core.results.common import Data, PlanHead, TermSaid
from peacecli.core.results.sources import PointSaid, ReactionSaid


class PlanAnswer(NamedTuple):
    """`peacecli plan`. The plan as a whole rests on `own_sources`; `sources` has in full whatever is cited by id alone,
    but for the sources of terms.
    """

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
    variants: tuple[Variant, ...]
    struck: tuple[Struck, ...]
    not_in_text: tuple[NotInText, ...]
    accounts: tuple[Account, ...]
    assessments: tuple[PlanAssessment, ...]
    reactions: tuple[ReactionSaid, ...]
    own_sources: tuple[str, ...]
    sources: tuple[Source, ...]
