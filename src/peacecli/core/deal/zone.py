"""The zone of possible agreement, issue by issue: what no party's stated positions exclude."""

from collections import Counter
from collections.abc import Sequence
from functools import reduce

from peacecli.core.deal.cells import tolerated
from peacecli.core.describe import data, plan_head
from peacecli.core.outcomes import Outcomes
from peacecli.core.record import Issue, Negotiation, Period, Plan, Position
from peacecli.core.results.common import SCHEMA_VERSION
from peacecli.core.results.zone import IssueZone, PartySet, PlanPlace, Size, Where, Zone, ZoneSummary
from peacecli.core.scope import Scope, coverage, in_force

Stated = Sequence[tuple[Position, Period]]


def zone(record: Negotiation, plans: Sequence[Plan], scope: Scope, strict: bool = False) -> Zone:
    """Every issue in scope that a position speaks to, with each party's set, their intersection, and the plans."""
    stated = list(in_force(record, scope, scope.as_of))
    spoken = {issue for _, period in stated for issue in period.issues} & scope.issues
    zones = tuple(
        _issue_zone(issue, plans, stated, scope, strict) for issue in record.issues.values() if issue.id in spoken
    )
    sizes: Counter[str] = Counter(one.size for one in zones)
    return Zone(
        SCHEMA_VERSION,
        "zone",
        data(record),
        scope.as_of,
        strict,
        tuple(sorted(scope.stances)),
        tuple(plan_head(plan, scope.as_of) for plan in plans),
        coverage(record, scope, (scope.as_of,)),
        ZoneSummary(len(zones), *(sizes[size] for size in ZoneSummary._fields[1:])),
        zones,
    )


def left_by(issue: Issue, period: Period, strict: bool) -> Outcomes:
    """The outcomes of an issue under which a condition can still be met, whatever becomes of other issues."""
    whole = issue.space.whole
    found = Outcomes()
    for conjunction in period.alternatives:
        sets = [tolerated(atom, strict) for atom in conjunction if atom.issue == issue.id]
        found |= reduce(lambda one, other: one & other, sets, whole)
    return found


def _issue_zone(issue: Issue, plans: Sequence[Plan], stated: Stated, scope: Scope, strict: bool) -> IssueZone:
    common = issue.space.whole
    parties = []
    for party in scope.parties:
        left = {
            position.id: left_by(issue, period, strict)
            for position, period in stated
            if position.party == party and issue.id in period.issues
        }
        own = reduce(lambda one, other: one & other, left.values(), issue.space.whole)
        bounds = tuple(name for name, outcomes in left.items() if outcomes != issue.space.whole)
        parties.append(PartySet(party, issue.space.names(own), bounds))
        common &= own
    return IssueZone(
        issue.id,
        issue.id,
        issue.topic,
        _size(issue, common),
        issue.space.names(common),
        tuple(parties),
        tuple(_place(issue, plan, common) for plan in plans),
    )


def _size(issue: Issue, common: Outcomes) -> Size:
    if not common:
        return "empty"
    if common == issue.space.whole:
        return "wide"
    names = issue.space.names(common)
    return "single" if len(names) == 1 and isinstance(names[0], str | int | float) else "narrow"


def _place(issue: Issue, plan: Plan, common: Outcomes) -> PlanPlace:
    term = plan.terms.get(issue.id)
    if term is None:
        return PlanPlace(plan.id, plan.absence_on(issue.id), ())
    said = term.outcomes
    where: Where = "inside" if said <= common else "outside" if said.isdisjoint(common) else "across"
    return PlanPlace(plan.id, where, issue.space.names(said))
