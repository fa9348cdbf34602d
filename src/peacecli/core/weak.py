"""Which positions and which points of plans are thinly sourced, and why."""

from collections.abc import Iterator, Sequence
from typing import get_args

from peacecli.core.describe import data
from peacecli.core.evidence import Evidence
from peacecli.core.record import Negotiation, Plan, Point, Position
from peacecli.core.results.common import SCHEMA_VERSION
from peacecli.core.results.weak import ListWeak, WeakCount, WeakKind, WeakRow, WeakSummary
from peacecli.core.scope import Scope
from peacecli.core.sourcing import (
    FIRST_HAND_OF_A_POINT,
    FIRST_HAND_OF_A_POSITION,
    best_reliability,
    origins,
    stated,
    weaknesses,
)
from peacecli.core.wanted import Wanted


def list_weak(record: Negotiation, evidence: Evidence, scope: Scope, wanted: Wanted) -> ListWeak:
    """The thinly sourced positions that the scope includes, unless only plans are asked for, and points of the plans
    asked for, unless only parties are.
    """
    of_party, of_plan = bool(wanted.parties), bool(wanted.plans)
    positions = _positions(record, evidence, scope) if of_party or not of_plan else ()
    points = _points(record, evidence, wanted) if of_plan or not of_party else ()
    rows = [row for row in (*positions, *points) if wanted.says(row.key, row.label)]
    weak = tuple(row for row in rows if row.reasons)
    return ListWeak(SCHEMA_VERSION, "list", data(record), WeakSummary(tuple(_counts(rows, weak))), weak)


def _counts(rows: Sequence[WeakRow], weak: Sequence[WeakRow]) -> Iterator[WeakCount]:
    for kind in get_args(WeakKind):
        yield WeakCount(kind, sum(row.kind == kind for row in weak), sum(row.kind == kind for row in rows))


def _positions(record: Negotiation, evidence: Evidence, scope: Scope) -> Iterator[WeakRow]:
    for one in record.positions.values():
        if one.party in scope.parties and any(scope.includes(one, period) for period in one.periods):
            yield _position(evidence, one)


def _position(evidence: Evidence, one: Position) -> WeakRow:
    statements = [evidence.statements[name] for name in one.statements]
    sources = tuple(dict.fromkeys(source for said in statements for source in said.sources))
    credibility = min(said.credibility for said in statements)
    return WeakRow(
        one.id,
        "position",
        one.says,
        one.party,
        one.stance,
        None,
        tuple(dict.fromkeys(issue for period in one.periods for issue in period.issues)),
        weaknesses(evidence, stated(evidence, one) or sources, credibility, FIRST_HAND_OF_A_POSITION),
        one.thin,
        best_reliability(evidence, sources),
        credibility,
        origins(evidence, sources),
        sources,
    )


def _points(record: Negotiation, evidence: Evidence, wanted: Wanted) -> Iterator[WeakRow]:
    for plan in record.plans.values():
        if not wanted.plans or plan.id in wanted.plans:
            for point in plan.points:
                if not wanted.issues or not wanted.issues.isdisjoint(point.issues):
                    yield _point(evidence, plan, point)


def _point(evidence: Evidence, plan: Plan, point: Point) -> WeakRow:
    return WeakRow(
        f"{plan.id}:{point.number}",
        "point",
        point.says,
        None,
        None,
        plan.id,
        point.issues,
        weaknesses(evidence, point.sources, point.credibility, FIRST_HAND_OF_A_POINT),
        point.thin,
        best_reliability(evidence, point.sources),
        point.credibility,
        origins(evidence, point.sources),
        point.sources,
    )
