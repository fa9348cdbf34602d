"""One verdict with everything it rests on."""

from collections.abc import Iterator

from peacecli.core.check import position_verdict
from peacecli.core.describe import data, plan_head, term_said
from peacecli.core.evidence import Evidence
from peacecli.core.known import evidence_by, plan_by
from peacecli.core.party import difference_said, periods_said
from peacecli.core.record import Negotiation, Period, Plan, Position
from peacecli.core.results.common import SCHEMA_VERSION
from peacecli.core.results.explain import Explain, Explanation
from peacecli.core.scope import Scope, in_force
from peacecli.core.sourced import cited, point_said, statement_said


def explain(record: Negotiation, evidence: Evidence, plan: Plan, scope: Scope, only: str | None = None) -> Explain:
    """The verdicts of a plan that the scope includes, or only one position's, with their sources in full."""
    day = scope.day(plan)
    plan, evidence = plan_by(plan, scope), evidence_by(evidence, day)
    found = [pair for pair in in_force(record, scope, day) if only is None or pair[0].id == only]
    explanations = tuple(_explanation(record, evidence, plan, *pair) for pair in found)
    return Explain(
        SCHEMA_VERSION,
        "explain",
        data(record),
        scope.as_of,
        plan_head(plan, day),
        scope.parties[0],
        explanations,
        cited(evidence, (ids for one in explanations for ids in _cited(one))),
    )


def _explanation(
    record: Negotiation, evidence: Evidence, plan: Plan, position: Position, period: Period
) -> Explanation:
    found = position_verdict(record, plan, position, period)
    silent = [
        record.status_quo[issue] for issue in period.issues if issue not in plan.terms and issue in record.status_quo
    ]
    return Explanation(
        found,
        position.note,
        tuple(point_said(record, evidence, plan, point) for point in plan.points if point.number in found.points),
        tuple(term for term in (term_said(record, None, one) for one in silent) if term),
        tuple(record.issues[one.issue].status_quo_date for one in silent),
        periods_said(record, position),
        tuple(statement_said(evidence, evidence.statements[name]) for name in position.statements),
        tuple(
            difference_said(evidence, one)
            for one in evidence.differences
            if one.party == position.party and not set(one.issues).isdisjoint(period.issues)
        ),
    )


def _cited(one: Explanation) -> Iterator[tuple[str, ...]]:
    """What an explanation cites by id alone."""
    yield from (said.sources for said in one.verdict.assessments)
    yield from (claim.sources for point in one.points for account in point.accounts for claim in account.claims)
    yield from (option.sources for term in one.status_quo for option in term.options)
    yield from (denial.sources for said in one.statements for denial in said.denied_by)
    for difference in one.differences:
        yield difference.sources
        yield from (side.sources for side in difference.sides)
