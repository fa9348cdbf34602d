"""One plan, point by point."""

from collections.abc import Iterator, Sequence

from peacecli.core.check import plan_assessments
from peacecli.core.describe import data, plan_head, term_said
from peacecli.core.entries import cited_beside
from peacecli.core.evidence import Evidence
from peacecli.core.record import Negotiation, Plan, Point, Struck
from peacecli.core.results.check import PlanAssessment
from peacecli.core.results.common import SCHEMA_VERSION
from peacecli.core.results.plan import PlanAnswer
from peacecli.core.results.sources import PointSaid
from peacecli.core.sourced import cited, point_said, reaction_said


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
    struck = tuple(cut for cut in one.struck if cut.issue is None or cut.issue in issues)
    judged = tuple(plan_assessments(record, one, tuple(record.parties), issues))
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
        struck,
        one.not_in_text,
        one.accounts,
        judged,
        tuple(reaction_said(evidence, said) for said in evidence.reactions if said.plan == one.version),
        one.sources,
        cited(evidence, _cited(one, points, struck, judged)),
    )


def _point(record: Negotiation, evidence: Evidence, one: Plan, point: Point, issues: set[str]) -> PointSaid:
    """The point with its terms on these issues."""
    said = point_said(record, evidence, one, point)
    return said._replace(terms=tuple(term for term in said.terms if term.issue in issues))


def _speaks_to(point: Point, issues: set[str]) -> bool:
    return not issues.isdisjoint(point.issues)


def _cited(
    one: Plan, points: Sequence[Point], struck: Sequence[Struck], judged: Sequence[PlanAssessment]
) -> Iterator[tuple[str, ...]]:
    """What the plan and all around its points cite by id alone."""
    yield one.sources
    yield from cited_beside(one, points, struck)
    yield from (row.assessment.sources for row in judged)
