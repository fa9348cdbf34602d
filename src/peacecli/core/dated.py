"""Lists of what has a date and sources: plans, events, statements, sources."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from peacecli.core.dates import within
from peacecli.core.describe import data
from peacecli.core.entries import cited_beside, entries, publication, statement
from peacecli.core.evidence import Evidence, Source, Statement
from peacecli.core.record import Negotiation, Plan, day_of
from peacecli.core.results.common import SCHEMA_VERSION
from peacecli.core.results.listing import EventRow, ListEvents, ListSources, ListStatements, StatementRow
from peacecli.core.results.timeline import Entry
from peacecli.core.scope import Scope
from peacecli.core.sift import Grades
from peacecli.core.wanted import NOTHING, Wanted


def plans_wanted(record: Negotiation, evidence: Evidence, wanted: Wanted) -> tuple[Plan, ...]:
    """The plans whose publication is asked for, by date."""
    return tuple(plan for plan in record.plans.values() if wanted.includes(publication(evidence, plan)))


def list_events(record: Negotiation, evidence: Evidence, wanted: Wanted) -> ListEvents:
    """Publications of plans, events and reactions, in date order."""
    found = (entry for entry in entries(record, evidence) if entry.kind != "statement" and wanted.includes(entry))
    return ListEvents(SCHEMA_VERSION, "list", data(record), tuple(_event(entry) for entry in found))


def _event(entry: Entry) -> EventRow:
    return EventRow(
        entry.key,
        entry.label,
        entry.date,
        entry.until,
        entry.kind,
        entry.form,
        entry.parties,
        entry.plans,
        entry.says,
        entry.credibility,
        entry.sources,
    )


def list_statements(record: Negotiation, evidence: Evidence, scope: Scope, wanted: Wanted) -> ListStatements:
    """The statements behind every position that the scope includes, in date order."""
    found = sorted(_statements(record, evidence, scope, wanted), key=lambda said: (day_of(said.date), said.id))
    rows = tuple(_statement(record, evidence, said) for said in found)
    return ListStatements(SCHEMA_VERSION, "list", data(record), rows)


def _statements(record: Negotiation, evidence: Evidence, scope: Scope, wanted: Wanted) -> list[Statement]:
    return [
        said
        for position in record.positions.values()
        if position.party in scope.parties and any(scope.includes(position, period) for period in position.periods)
        for said in (evidence.statements[name] for name in position.statements)
        if wanted.includes(statement(record, evidence, (said,)))
    ]


def _statement(record: Negotiation, evidence: Evidence, said: Statement) -> StatementRow:
    return StatementRow(
        said.id,
        said.says,
        said.date,
        record.positions[said.position].party,
        said.position,
        said.speaker,
        evidence.speakers[said.speaker].name,
        said.channel,
        said.credibility,
        said.sources,
    )


def list_sources(record: Negotiation, evidence: Evidence, wanted: Wanted) -> ListSources:
    """The sources asked for, by date. Words, dates and reliability are asked of a source itself; parties, speakers,
    issues, plans and credibility of what it is cited for.
    """
    cited = _cited(record, evidence, wanted)
    found = tuple(one for one in evidence.sources.values() if one.id in cited and _includes(wanted, one))
    return ListSources(SCHEMA_VERSION, "list", data(record), found)


def _cited(record: Negotiation, evidence: Evidence, wanted: Wanted) -> AbstractSet[str]:
    """The sources of what is asked for; every source where nothing is asked of that."""
    grades = Grades(None, wanted.grades.credibility)
    about = wanted._replace(sources=NOTHING, words=(), since=None, until=None, grades=grades)
    if about == Wanted():
        return evidence.sources.keys()
    found = [entry for entry in entries(record, evidence) if about.includes(entry)]
    plans = (record.plans[name] for entry in found if entry.kind == "publication" for name in entry.plans)
    beside = (sources for plan in plans for sources in _beside(plan))
    return {source for sources in (*(entry.sources for entry in found), *beside) for source in sources}


def _beside(plan: Plan) -> Iterator[tuple[str, ...]]:
    """What is cited of a plan besides what it is known from."""
    yield from cited_beside(plan, plan.points, plan.struck)
    yield from (one.sources for one in plan.assessments)
    yield from (option.sources for term in plan.terms.values() for option in term.options)


def _includes(wanted: Wanted, source: Source) -> bool:
    return (
        (not wanted.sources or source.id in wanted.sources)
        and within(source.date, wanted.since, wanted.until)
        and source.reliability <= (wanted.grades.reliability or "F")
        and wanted.says(source.id, source.publisher, source.title, source.note)
    )
