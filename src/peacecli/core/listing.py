"""What the record holds, one list a kind of thing."""

from peacecli.core.describe import data, plan_head
from peacecli.core.evidence import Evidence
from peacecli.core.record import Negotiation
from peacecli.core.results.common import SCHEMA_VERSION
from peacecli.core.results.listing import (
    EventRow,
    IssueRow,
    ListEvents,
    ListIssues,
    ListParties,
    ListPlans,
    ListSources,
    ListSpeakers,
    ListStatements,
    PartyRow,
    SpeakerRow,
    StatementRow,
)
from peacecli.core.scope import Scope


def list_plans(record: Negotiation) -> ListPlans:
    """Every plan version, by date."""
    plans = tuple(plan_head(plan, plan.date) for plan in record.plans.values())
    return ListPlans(SCHEMA_VERSION, "list", data(record), plans)


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


def list_sources(record: Negotiation, evidence: Evidence) -> ListSources:
    """Every source, by date."""
    sources = tuple(evidence.sources.values())
    return ListSources(SCHEMA_VERSION, "list", data(record), sources)


def list_statements(record: Negotiation, evidence: Evidence, scope: Scope) -> ListStatements:
    """The statements behind every position that the scope includes, in date order."""
    rows = []
    for said in evidence.statements.values():
        position = record.positions[said.position]
        included = any(scope.includes(position, period) for period in position.periods)
        if position.party in scope.parties and included:
            name = evidence.speakers[said.speaker].name
            rows.append(
                StatementRow(
                    said.id,
                    said.says,
                    said.date,
                    position.party,
                    position.id,
                    said.speaker,
                    name,
                    said.channel,
                    said.credibility,
                    said.sources,
                )
            )
    rows.sort(key=lambda row: (row.date, row.id))
    return ListStatements(SCHEMA_VERSION, "list", data(record), tuple(rows))


def list_speakers(record: Negotiation, evidence: Evidence) -> ListSpeakers:
    """Every speaker, with the offices held and the parties spoken for."""
    rows = tuple(
        SpeakerRow(
            speaker.id,
            speaker.name,
            tuple(role.role for role in speaker.roles),
            tuple(dict.fromkeys(party for role in speaker.roles for party in role.speaks_for)),
        )
        for speaker in evidence.speakers.values()
    )
    return ListSpeakers(SCHEMA_VERSION, "list", data(record), rows)


def list_events(record: Negotiation, evidence: Evidence, scope: Scope) -> ListEvents:
    """Publications of plans, and reactions of the parties that the scope includes, in date order."""
    events = [EventRow(plan.id, plan.title, plan.date, "publication", plan.id, None) for plan in record.plans.values()]
    for one in evidence.reactions:
        if one.party in scope.parties:
            label = f"{evidence.speakers[one.speaker].name} on {one.plan}: {one.response}"
            events.append(EventRow(f"{one.plan}/{one.speaker}", label, one.date, "reaction", one.plan, one.party))
    events.sort(key=lambda event: event.date)
    return ListEvents(SCHEMA_VERSION, "list", data(record), tuple(events))
