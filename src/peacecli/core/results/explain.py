"""What `peacecli explain` answers."""

from typing import Literal, NamedTuple

from peacecli.core.evidence import Source
from peacecli.core.record import Date
from peacecli.core.results.check import PositionVerdict
from peacecli.core.results.common import Data, PlanHead, TermSaid
from peacecli.core.results.party import DifferenceSaid, PeriodSaid
from peacecli.core.results.sources import PointSaid, StatementSaid


class Explanation(NamedTuple):
    """One verdict with everything it rests on. `status_quo_dates` say when what holds if nothing changes was read, and
    `differences` are statements of the party that do not agree.
    """

    verdict: PositionVerdict
    note: str | None
    points: tuple[PointSaid, ...]
    status_quo: tuple[TermSaid, ...]
    status_quo_dates: tuple[Date | None, ...]
    periods: tuple[PeriodSaid, ...]
    statements: tuple[StatementSaid, ...]
    differences: tuple[DifferenceSaid, ...]


class Explain(NamedTuple):
    """`peacecli explain`. `sources` has in full what is cited by id alone, but for sources of the plan's terms."""

    schema_version: int
    command: Literal["explain"]
    data: Data
    as_of: Date | Literal["plan"]
    plan: PlanHead
    party: str
    explanations: tuple[Explanation, ...]
    sources: tuple[Source, ...]
