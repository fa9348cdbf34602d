"""What the record holds, one list a kind of thing."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from peacecli.core.describe import data, plan_head
from peacecli.core.evidence import Evidence
from peacecli.core.record import Negotiation, Plan
from peacecli.core.results.common import SCHEMA_VERSION
from peacecli.core.results.listing import (
    IssueRow,
    Link,
    ListIssues,
    ListParties,
    ListPlans,
    ListSpeakers,
    PartyRow,
    SpeakerRow,
)
from peacecli.core.scope import Scope


def list_plans(record: Negotiation, plans: Sequence[Plan], chain: bool = False) -> ListPlans:
    """These plan versions; with `chain`, also what supersedes what."""
    heads = tuple(plan_head(plan, plan.date) for plan in plans)
    links = tuple(_link(record, plan) for plan in plans) if chain else ()
    return ListPlans(SCHEMA_VERSION, "list", data(record), heads, links)


def _link(record: Negotiation, plan: Plan) -> Link:
    later = tuple(one.id for one in record.plans.values() if plan.id in one.supersedes)
    return Link(plan.id, plan.supersedes, later)


def list_parties(record: Negotiation) -> ListParties:
    """Every party, with how many positions and red lines the record has of it."""
    rows = []
    for party in record.parties.values():
        stances = [position.stance for position in record.positions.values() if position.party == party.id]
        rows.append(
            PartyRow(
                party.id,
                party.label,
                party.short,
                party.aliases,
                party.since,
                party.until,
                len(stances),
                stances.count("red_line"),
            )
        )
    return ListParties(SCHEMA_VERSION, "list", data(record), tuple(rows))


def list_issues(record: Negotiation, scope: Scope) -> ListIssues:
    """Every issue that the scope includes, with its options."""
    rows = (
        IssueRow(
            issue.id,
            issue.label,
            issue.topic,
            issue.space.kind,
            issue.space.options,
            issue.unit,
            issue.aliases,
            issue.space.names(issue.status_quo.outcomes) if issue.status_quo else None,
        )
        for issue in record.issues.values()
        if issue.id in scope.issues
    )
    return ListIssues(SCHEMA_VERSION, "list", data(record), tuple(rows))


def list_speakers(record: Negotiation, evidence: Evidence, parties: AbstractSet[str]) -> ListSpeakers:
    """The speakers for these parties (none: every speaker), with the offices held and the parties spoken for."""
    rows = (
        SpeakerRow(
            speaker.id,
            speaker.name,
            tuple(role.role for role in speaker.roles),
            tuple(dict.fromkeys(party for role in speaker.roles for party in role.speaks_for)),
        )
        for speaker in evidence.speakers.values()
    )
    found = tuple(row for row in rows if not parties or not parties.isdisjoint(row.speaks_for))
    return ListSpeakers(SCHEMA_VERSION, "list", data(record), found)
