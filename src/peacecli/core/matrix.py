"""Many plans at a glance: against all parties, or against one party's positions."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import get_args

from peacecli.core.dates import within
from peacecli.core.describe import data, plan_head
from peacecli.core.movements import Judged, Lines, judged, tally
from peacecli.core.record import Date, Negotiation, Plan, Stance
from peacecli.core.results.common import SCHEMA_VERSION
from peacecli.core.results.matrix import Matrix, MatrixSummary, PartyCell, PartySummary, PositionCell, PositionHead
from peacecli.core.scope import Scope, coverage
from peacecli.core.verdicts import in_the_gaps


def chosen(
    record: Negotiation, named: Sequence[Plan], kinds: AbstractSet[str], since: Date | None, until: Date | None
) -> tuple[Plan, ...]:
    """The plans named, each once, or else every coded plan in date order: of these kinds (none: of any), with a
    date between the two.
    """
    plans = {plan.id: plan for plan in named}
    plans = plans or {plan.id: plan for plan in record.plans.values() if plan.completeness != "uncoded"}
    return tuple(
        plan for plan in plans.values() if (not kinds or plan.kind in kinds) and within(plan.date, since, until)
    )


def matrix(record: Negotiation, plans: Sequence[Plan], scope: Scope, by_position: bool = False) -> Matrix:
    """Every plan against every party that the scope includes or, `by_position`, every position."""
    days = tuple(scope.day(plan) for plan in plans)
    lines = {plan.id: judged(record, plan, scope) for plan in plans}
    tallies = tuple(
        _tally(record, plan, party, scope, lines[plan.id].values()) for plan in plans for party in scope.parties
    )
    return Matrix(
        SCHEMA_VERSION,
        "matrix",
        data(record),
        scope.as_of,
        "position" if by_position else "party",
        tuple(stance for stance in get_args(Stance) if stance in scope.stances),
        tuple(plan_head(plan, day) for plan, day in zip(plans, days, strict=True)),
        coverage(record, scope, days),
        tuple(_heads(record, lines.values())) if by_position else (),
        MatrixSummary(tuple(_summary(party, tallies) for party in scope.parties), tallies if by_position else ()),
        tuple(cell for plan in plans for cell in _cells(record, plan, lines[plan.id])) if by_position else tallies,
    )


def _tally(record: Negotiation, plan: Plan, party: str, scope: Scope, lines: Iterable[Judged]) -> PartyCell:
    mine = [one for one in lines if one.position.party == party]
    counts = tally(one.verdict.word for one in mine if not _own(plan, one))
    covered = record.parties[party].covered(scope.day(plan))
    return PartyCell(f"{plan.id}:{party}", plan.id, party, covered, counts, len(mine) - counts.positions)


def _own(plan: Plan, one: Judged) -> bool:
    """Whether the position is known only from this plan itself."""
    return one.position.rests_on == plan.version


def _summary(party: str, tallies: Sequence[PartyCell]) -> PartySummary:
    mine = [cell for cell in tallies if cell.party == party]
    covered = [cell for cell in mine if cell.covered]
    crossed = sum(cell.counts.crossed > 0 for cell in covered)
    return PartySummary(party, len(covered), crossed, len(mine) - len(covered))


def _heads(record: Negotiation, lines: Collection[Lines]) -> Iterator[PositionHead]:
    """The positions of any plan's day, in the record's order, with the issues that any condition speaks to."""
    issues: dict[str, dict[str, None]] = {name: {} for name in record.positions if any(name in one for one in lines)}
    for judgements in lines:
        for name, judgement in judgements.items():
            issues[name].update(dict.fromkeys(judgement.period.issues))
    for name, found in issues.items():
        one = record.positions[name]
        yield PositionHead(name, one.party, one.stance, one.strength, one.basis, one.thin, one.says, tuple(found))


def _cells(record: Negotiation, plan: Plan, lines: Lines) -> Iterator[PositionCell]:
    for name, one in lines.items():
        found = one.verdict
        otherwise = in_the_gaps(found, one.period.alternatives, plan, record.status_quo)
        yield PositionCell(
            f"{plan.id}:{name}", plan.id, name, found.word, found.because, found.by, otherwise, _own(plan, one)
        )
