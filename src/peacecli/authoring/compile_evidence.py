"""From the models to the evidence: statements, sources, speakers, reactions, differences and events."""

from collections.abc import Iterable

from peacecli.authoring import models as m
from peacecli.authoring.compile import Files
from peacecli.authoring.compile_positions import statement_ids
from peacecli.core import evidence as e
from peacecli.core import record as r


def compile_evidence(files: Files) -> e.Evidence:
    """Statements, sources, speakers, reactions and differences."""
    return e.Evidence(
        {one.id: one for party in files.parties for position in party.positions for one in _statements(position)},
        {source.id: _source(source) for source in sorted(files.sources, key=lambda one: (r.day_of(one.date), one.id))},
        {speaker.id: _speaker(speaker) for party in files.parties for speaker in party.speakers},
        tuple(
            e.Reaction(party.party, o.plan, o.date, o.speaker, o.response, o.says, o.channel, o.sources,
                       o.credibility, o.note)
            for party in files.parties
            for o in sorted(party.reactions, key=lambda one: r.day_of(one.date))
        ),
        tuple(_difference(one, party.party) for party in files.parties for one in party.differences),
        tuple(
            e.Event(o.id, o.date, o.until, o.kind, o.label, o.says, o.parties, o.plans, o.sources, o.credibility)
            for o in sorted(files.head.events, key=lambda one: (r.day_of(one.date), one.id))
        ),
    )  # fmt: skip


def _statements(position: m.Position) -> Iterable[e.Statement]:
    for name, one in zip(statement_ids(position), position.statements, strict=True):
        denials = tuple(e.Denial(denial.speaker, denial.date, denial.says, denial.sources) for denial in one.denied_by)
        yield e.Statement(
            name, position.id, one.date, one.speaker, one.says, one.channel, one.sources, one.credibility, denials,
            one.plan, one.note,
        )  # fmt: skip


def _source(one: m.Source) -> e.Source:
    return e.Source(
        one.id, one.publisher, one.title, one.url, one.seed, one.date, one.kind, one.reliability,
        one.origin or one.id, one.ownership, one.read, one.note,
    )  # fmt: skip


def _speaker(one: m.Speaker) -> e.Speaker:
    return e.Speaker(one.id, one.name, tuple(e.Role(x.role, x.speaks_for, x.since, x.until) for x in one.roles))


def _difference(one: m.Difference, party: str) -> e.Difference:
    sides = tuple(e.Side(side.says, side.speaker, side.date, side.sources) for side in one.sides)
    return e.Difference(one.id, party, one.about, one.issues, sides, one.sources, one.note)
