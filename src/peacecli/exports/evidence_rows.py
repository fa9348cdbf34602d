"""The rows of an export that are made from the evidence."""

from collections.abc import Iterable, Iterator

from peacecli.core.evidence import Evidence
from peacecli.exports.schema import Value

Row = tuple[Value, ...]
Made = tuple[str, Row]
"""The name of a table and a row of it, without `negotiation`."""


def each(table: str, items: Iterable[Value], *key: Value) -> Iterator[Made]:
    """A row an item, after the key."""
    return ((table, (*key, item)) for item in items)


def evidence_rows(evidence: Evidence) -> Iterator[Made]:
    """Sources, speakers, statements, reactions, differences and events."""
    for one in evidence.sources.values():
        yield "source", (
            one.id, one.publisher, one.title, one.url, one.seed, one.date, one.kind, one.reliability, one.origin,
            one.ownership, one.read, one.note,
        )  # fmt: skip
    for speaker in evidence.speakers.values():
        yield "speaker", (speaker.id, speaker.name)
        for place, role in enumerate(speaker.roles):
            yield "role", (speaker.id, place, role.role, role.since, role.until)
            yield from each("role_party", role.speaks_for, speaker.id, place)
    for said in evidence.statements.values():
        yield "statement", (
            said.id, said.position, said.date, said.speaker, said.says, said.channel, said.credibility, said.plan,
            said.note,
        )  # fmt: skip
        yield from each("statement_source", said.sources, said.id)
        for place, denial in enumerate(said.denied_by):
            yield "denial", (said.id, place, denial.speaker, denial.date, denial.says)
            yield from each("denial_source", denial.sources, said.id, place)
    for place, reaction in enumerate(evidence.reactions):
        yield "reaction", (
            place, reaction.party, reaction.plan, reaction.date, reaction.speaker, reaction.response, reaction.says,
            reaction.channel, reaction.credibility, reaction.note,
        )  # fmt: skip
        yield from each("reaction_source", reaction.sources, place)
    for difference in evidence.differences:
        yield "difference", (difference.id, difference.party, difference.about, difference.note)
        yield from each("difference_issue", difference.issues, difference.id)
        yield from each("difference_source", difference.sources, difference.id)
        for place, side in enumerate(difference.sides):
            yield "side", (difference.id, place, side.says, side.speaker, side.date)
            yield from each("side_source", side.sources, difference.id, place)
    for event in evidence.events:
        yield "event", (event.id, event.date, event.until, event.kind, event.label, event.says, event.credibility)
        yield from each("event_party", event.parties, event.id)
        yield from each("event_plan", event.plans, event.id)
        yield from each("event_source", event.sources, event.id)
