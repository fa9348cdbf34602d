"""One issue across all plans and parties."""

from peacecli.core.describe import alternatives_said, data, term_said
from peacecli.core.party import plan_verdict
from peacecli.core.record import Issue, Negotiation, Period, Plan, Position
from peacecli.core.results.common import SCHEMA_VERSION
from peacecli.core.results.issue import IssueAnswer, IssueHead, IssuePosition, PlanTerm
from peacecli.core.scope import Scope, coverage, in_force


def issue(record: Negotiation, one: Issue, scope: Scope) -> IssueAnswer:
    """What every coded plan says on the issue, and every position in force that speaks to it."""
    plans = [plan for plan in record.plans.values() if plan.completeness != "uncoded"]
    return IssueAnswer(
        SCHEMA_VERSION,
        "issue",
        data(record),
        scope.as_of,
        issue_head(one),
        term_said(record, None, one.status_quo),
        one.status_quo_date,
        coverage(record, scope, (scope.as_of,)),
        tuple(_plan_term(record, plan, one.id) for plan in plans),
        tuple(_position(record, *found) for found in in_force(record, scope, scope.as_of)),
    )


def _plan_term(record: Negotiation, plan: Plan, issue_id: str) -> PlanTerm:
    said = term_said(record, plan, plan.terms.get(issue_id))
    return PlanTerm(plan.id, said, None if said else plan.absence_on(issue_id))


def issue_head(one: Issue) -> IssueHead:
    """The issue and its outcome space."""
    return IssueHead(
        one.id,
        one.topic,
        one.label,
        one.question,
        one.space.kind,
        one.order,
        one.unit,
        one.space.unlimited,
        one.options,
        one.aliases,
        one.note,
    )


def _position(record: Negotiation, position: Position, period: Period) -> IssuePosition:
    featured = [record.plans[name] for name in record.featured]
    return IssuePosition(
        position.id,
        position.party,
        position.stance,
        position.strength,
        position.basis,
        position.says,
        position.thin,
        period.since,
        position.last_stated,
        alternatives_said(record.issues, period.alternatives),
        tuple(plan_verdict(record, plan, position, period) for plan in featured),
    )
