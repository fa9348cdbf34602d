"""One plan, point by point."""

from peacecli.core.check import plan_assessments
from peacecli.core.describe import data, plan_head, term_said
from peacecli.core.evidence import Evidence
from peacecli.core.record import Negotiation, Plan, Point
from peacecli.core.results.common import SCHEMA_VERSION
from peacecli.core.results.plan import PlanAnswer
from peacecli.core.results.sources import PointSaid
from peacecli.core.sourced import point_said, reaction_said


def plan(
    record: Negotiation, evidence: Evidence, one: Plan, issues: frozenset[str], open_only: bool = False
) -> PlanAnswer:
    """The plan's points that speak to these issues; with `open_only`, those whose text is not agreed."""
    terms = [term for term in one.terms.values() if term.issue in issues]
    if open_only:
        terms = [term for term in terms if term.status == "bracketed"]
    kept = {term.issue for term in terms}
    whole = not open_only and len(issues) == len(record.issues)
    points = [point for point in one.points if whole or _speaks_to(point, kept)]
    return PlanAnswer(
        SCHEMA_VERSION,
        "plan",
        data(record),
        plan_head(one, one.date),
        one.status,
        one.drafting,
        one.summary,
        one.notes,
        tuple(_point(record, evidence, one, point, kept) for point in points),
        tuple(said for said in (term_said(record, one, term) for term in terms) if said),
        one.variants,
        tuple(struck for struck in one.struck if struck.issue is None or struck.issue in issues),
        one.not_in_text,
        one.accounts,
        tuple(plan_assessments(record, one, tuple(record.parties), issues)),
        tuple(reaction_said(evidence, said) for said in evidence.reactions if said.plan == one.version),
    )


def _point(record: Negotiation, evidence: Evidence, one: Plan, point: Point, issues: set[str]) -> PointSaid:
    """The point with its terms on these issues."""
    said = point_said(record, evidence, one, point)
    return said._replace(terms=tuple(term for term in said.terms if term.issue in issues))


def _speaks_to(point: Point, issues: set[str]) -> bool:
    return not issues.isdisjoint(point.issues)
