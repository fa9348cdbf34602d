"""The record as it would be without certain sources."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from peacecli.core.evidence import Evidence, Statement
from peacecli.core.record import Date, Issue, Negotiation, Period, Plan, Position, Term, day_of, only_text
from peacecli.core.results.common import Filter, Reliability
from peacecli.core.scope import Scope, in_force


class Keep(NamedTuple):
    """What stays: all but these sources, and no claim graded worse than this Admiralty credibility."""

    without: frozenset[str]
    credibility: int = 6

    def has(self, sources: Sequence[str]) -> bool:
        """Whether one of the sources stays; what cites none is not touched."""
        return not sources or not self.without.issuperset(sources)

    def trusts(self, credibility: int | None) -> bool:
        """Whether a claim is credible enough; one without a grade is."""
        return credibility is None or credibility <= self.credibility

    def holds(self, said: Statement) -> bool:
        """Whether a statement stands."""
        return self.has(said.sources) and self.trusts(said.credibility)


class Grades(NamedTuple):
    """The worst grades that count, A to F and 1 to 6; None: any."""

    reliability: Reliability | None
    credibility: int | None

    def keep(self, evidence: Evidence) -> Keep:
        """What stays when only these grades count."""
        worst = self.reliability or "F"
        without = frozenset(one.id for one in evidence.sources.values() if one.reliability > worst)
        return Keep(without, self.credibility or 6)


def sift(record: Negotiation, evidence: Evidence, keep: Keep) -> Negotiation:
    """The record with only what stands: positions without a statement, and terms without a source, are gone."""
    positions = {name: sift_position(one, evidence, keep) for name, one in record.positions.items()}
    named = {name: term for name, term in record.status_quo.items() if keep.has(term.options[0].sources)}
    return record._replace(
        issues=_issues(record.issues, named),
        plans={name: sift_plan(plan, keep) for name, plan in record.plans.items()},
        positions={name: one for name, one in positions.items() if one is not None},
        status_quo=named,
    )


def graded(
    record: Negotiation, evidence: Evidence, plans: Sequence[Plan], scope: Scope, grades: Grades
) -> tuple[Negotiation, tuple[Plan, ...], Filter]:
    """The record and these plans with only what is graded well enough, and what that leaves out of the question."""
    keep = grades.keep(evidence)
    left = sift(record, evidence, keep)
    said = evidence.statements.values()
    gone = {name for day in map(scope.day, plans) for name in _names(record, scope, day) - _names(left, scope, day)}
    return (
        left,
        tuple(sift_plan(plan, keep) for plan in plans),
        Filter(
            grades.reliability,
            grades.credibility,
            len(keep.without),
            len(evidence.sources),
            sum(not keep.holds(one) for one in said),
            len(said),
            tuple(name for name in record.positions if name in gone),
        ),
    )


def _names(record: Negotiation, scope: Scope, day: Date) -> set[str]:
    return {position.id for position, _ in in_force(record, scope, day)}


def _issues(issues: Mapping[str, Issue], named: Mapping[str, Term]) -> dict[str, Issue]:
    return {
        name: one if name in named else one._replace(status_quo=None, status_quo_date=None)
        for name, one in issues.items()
    }


# --- positions --------------------------------------------------------------------------------------


def sift_position(position: Position, evidence: Evidence, keep: Keep) -> Position | None:
    """The position on the statements that stand, or None where there is none. A period that loses every statement
    falls to the one before it; one that began with a statement begins with the first that is left.
    """
    said = [evidence.statements[name] for name in position.statements]
    left = [one for one in said if keep.holds(one)]
    if len(left) == len(said):
        return position
    periods = _periods(position.periods, said, left)
    if not left or not periods:
        return None
    return position._replace(
        periods=periods,
        statements=tuple(one.id for one in left),
        texts=tuple(one.plan for one in left),
        last_stated=max((one.date for one in left), key=day_of),
        rests_on=only_text(periods[-1], ((one.date, one.plan) for one in left)),
    )


def _periods(periods: Iterable[Period], said: Iterable[Statement], left: Iterable[Statement]) -> tuple[Period, ...]:
    made: list[Period] = []
    for period in periods:
        before, after = _days(period, said), _days(period, left)
        since = after[0] if after and before[0] == period.since else period.since
        if made and made[-1].until == period.since:
            made[-1] = made[-1]._replace(until=since if after or not before else period.until)
        if after or not before:
            made.append(period._replace(since=since))
    return tuple(made)


def _days(period: Period, statements: Iterable[Statement]) -> list[Date]:
    """The days of the statements made while the period was in force."""
    days = (day_of(one.date) for one in statements)
    return [day for day in days if period.since <= day and (period.until is None or day < period.until)]


# --- plans ------------------------------------------------------------------------------------------


def sift_plan(plan: Plan, keep: Keep) -> Plan:
    """The plan with the terms that stand; of the others it is not known what the text says. A draft of one's own
    has no sources and stays as it is.
    """
    lost = {point.number for point in plan.points if not keep.has(point.sources)}
    sifted = {issue: _term(term, lost, keep) for issue, term in plan.terms.items()}
    terms = {issue: term for issue, term in sifted.items() if term is not None}
    if terms == plan.terms:
        return plan
    return plan._replace(terms=terms, unknown=(*plan.unknown, *(issue for issue in plan.terms if issue not in terms)))


def _term(term: Term, lost: set[str], keep: Keep) -> Term | None:
    if not term.points:
        return term
    if lost.issuperset(term.points) or not keep.trusts(term.credibility):
        return None
    options = tuple(option for option in term.options if keep.has(option.sources))
    if len(options) == len(term.options):
        return term
    alone = len(options) == 1 and term.status == "disputed"
    return term._replace(options=options, status="settled" if alone else term.status) if options else None
