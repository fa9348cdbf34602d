"""Plans against positions: one verdict for each position in force."""

from collections.abc import Iterator, Sequence

from peacecli.core.describe import alternatives_said, data, plan_head, term_said
from peacecli.core.known import plan_by
from peacecli.core.movements import tally
from peacecli.core.reasons import alternatives, reason
from peacecli.core.record import Assessment, Negotiation, Period, Plan, Position
from peacecli.core.results.check import (
    AssessmentSaid,
    Check,
    CheckSummary,
    PartyTally,
    PlanAssessment,
    PositionVerdict,
)
from peacecli.core.results.common import SCHEMA_VERSION, AtomSaid, Filter
from peacecli.core.scope import Scope, coverage, in_force
from peacecli.core.verdicts import Word, in_the_gaps, judge

SEVERITY: tuple[Word, ...] = ("crossed", "open", "silent", "unknown", "respected")
"""From worst to best, as `--fail-on` reads it."""


def check(record: Negotiation, plans: Sequence[Plan], scope: Scope, limited: Filter | None = None) -> Check:
    """The verdict of every plan on every position that the scope includes, plan by plan and party by party; `limited`
    says to which evidence the record and the plans were limited.
    """
    days = tuple(scope.day(plan) for plan in plans)
    plans = [plan_by(plan, scope) for plan in plans]
    conditions = Conditions(record)
    verdicts = [row for plan in plans for row in plan_verdicts(record, plan, scope, conditions)]
    judged = [row for row in verdicts if not row.rests_on_this_plan]
    worst = min((row.verdict for row in judged), key=SEVERITY.index, default=None)
    return Check(
        SCHEMA_VERSION,
        "check",
        data(record),
        scope.as_of,
        limited,
        tuple(plan_head(plan, day) for plan, day in zip(plans, days, strict=True)),
        coverage(record, scope, days),
        CheckSummary(worst, tuple(_tallies(record, plans, scope, verdicts))),
        tuple(verdicts),
        tuple(row for plan in plans for row in plan_assessments(record, plan, scope.parties, scope.issues)),
    )


class Conditions:
    """What is said of a condition alike beside every plan, worked out once."""

    def __init__(self, record: Negotiation) -> None:
        self._record = record
        self._said: dict[int, tuple[Period, tuple[tuple[AtomSaid, ...], ...], str]] = {}

    def of(self, period: Period) -> tuple[tuple[tuple[AtomSaid, ...], ...], str]:
        """The condition as the contract gives it, and in words."""
        if id(period) not in self._said:
            said = alternatives_said(self._record.issues, period.alternatives)
            self._said[id(period)] = (period, said, alternatives(self._record, period))
        return self._said[id(period)][1:]


def plan_verdicts(
    record: Negotiation, plan: Plan, scope: Scope, conditions: Conditions | None = None
) -> Iterator[PositionVerdict]:
    """One plan on every position that the scope includes."""
    conditions = conditions or Conditions(record)
    for position, period in in_force(record, scope, scope.day(plan)):
        yield position_verdict(record, plan, position, period, conditions)


def position_verdict(
    record: Negotiation, plan: Plan, position: Position, period: Period, conditions: Conditions | None = None
) -> PositionVerdict:
    """One plan on one position with the condition that was in force."""
    acceptable, words = (conditions or Conditions(record)).of(period)
    found = judge(plan, period.alternatives)
    otherwise = in_the_gaps(found, period.alternatives, plan, record.status_quo)
    terms = [plan.terms.get(issue) for issue in period.issues]
    return PositionVerdict(
        f"{plan.id}:{position.id}",
        plan.id,
        position.party,
        position.id,
        position.says,
        position.stance,
        position.strength,
        position.basis,
        position.thin,
        period.since,
        position.last_stated,
        period.issues,
        found.word,
        found.because,
        found.by,
        otherwise,
        position.rests_on == plan.version,
        tuple(term_said(record, plan, term) for term in terms),
        tuple(one for one in period.issues if one not in plan.terms and plan.absence_on(one) == "unknown"),
        acceptable,
        tuple(dict.fromkeys(point for term in terms if term for point in term.points)),
        reason(record, plan, position, period, found, otherwise, words),
        position.statements,
        tuple(_said(one) for one in plan.assessments if position.id in one.positions),
    )


def plan_assessments(
    record: Negotiation, plan: Plan, parties: Sequence[str], issues: frozenset[str]
) -> Iterator[PlanAssessment]:
    """What others judged of a plan against these parties on these issues; on the plan as a whole only where every
    issue is asked about.
    """
    for one in plan.assessments:
        named = [record.positions[name] for name in one.positions if name in record.positions]
        spoken = {issue for position in named for period in position.periods for issue in period.issues}
        if one.party in parties and (len(issues) == len(record.issues) or not issues.isdisjoint(spoken)):
            yield PlanAssessment(plan.id, one.party, one.positions, _said(one))


def _said(one: Assessment) -> AssessmentSaid:
    return AssessmentSaid(one.by, one.date, one.judgement, one.says, one.sources, one.credibility)


def _tallies(
    record: Negotiation, plans: Sequence[Plan], scope: Scope, verdicts: Sequence[PositionVerdict]
) -> Iterator[PartyTally]:
    rows: dict[tuple[str, str], list[PositionVerdict]] = {}
    for row in verdicts:
        rows.setdefault((row.plan, row.party), []).append(row)
    for plan in plans:
        for party in scope.parties:
            mine = rows.get((plan.id, party), [])
            judged = tally(row.verdict for row in mine if not row.rests_on_this_plan)
            covered = record.parties[party].covered(scope.day(plan))
            yield PartyTally(plan.id, party, covered, judged, len(mine) - judged.positions)


def reaches(worst: Word | None, level: str) -> bool:
    """Whether the worst verdict is at a `--fail-on` level or beyond it: crossed, then open, then silent (with
    unknown); `never` is never reached.
    """
    levels = {"never": 0, "crossed": 1, "open": 2, "silent": 4}
    return worst is not None and SEVERITY.index(worst) < levels[level]
