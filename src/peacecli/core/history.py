"""How positions moved, when, and on whose words."""

from collections.abc import Iterator

from peacecli.core.describe import alternatives_said, data
from peacecli.core.evidence import Evidence, Statement
from peacecli.core.record import Negotiation, Period, Position, day_of
from peacecli.core.results.common import SCHEMA_VERSION
from peacecli.core.results.history import History, PeriodOfPosition
from peacecli.core.scope import Scope, coverage


def history(record: Negotiation, evidence: Evidence, scope: Scope) -> History:
    """Every period of every position that the scope includes, whatever the day, position by position."""
    return History(
        SCHEMA_VERSION,
        "history",
        data(record),
        coverage(record, scope, (scope.as_of,)),
        tuple(
            _period(record, evidence, position, period)
            for position in record.positions.values()
            if position.party in scope.parties
            for period in position.periods
            if scope.includes(position, period)
        ),
    )


def _period(record: Negotiation, evidence: Evidence, position: Position, period: Period) -> PeriodOfPosition:
    carrier = next(_statements_in(evidence, position, period), None)
    return PeriodOfPosition(
        f"{position.id}@{period.since}",
        position.party,
        position.id,
        position.says,
        position.stance,
        position.strength,
        position.basis,
        position.thin,
        period.issues,
        period.since,
        period.until,
        alternatives_said(record.issues, period.alternatives),
        carrier and carrier.id,
        carrier and evidence.speakers[carrier.speaker].name,
        carrier and carrier.says,
    )


def _statements_in(evidence: Evidence, position: Position, period: Period) -> Iterator[Statement]:
    for name in position.statements:
        said = evidence.statements[name]
        day = day_of(said.date)
        if period.since <= day and (period.until is None or day < period.until):
            yield said
