"""Statements, points and reactions with their sources in full."""

from collections.abc import Iterable

from peacecli.core.describe import term_said
from peacecli.core.evidence import Evidence, Reaction, Source, Statement
from peacecli.core.record import Negotiation, Plan, Point, Position, day_of
from peacecli.core.results.sources import (
    DenialSaid,
    PointSaid,
    ReactionSaid,
    StatementSaid,
)

UNVERIFIED = 6
"""The Admiralty credibility of what cannot be judged: shown as unverified."""


def sources_said(evidence: Evidence, ids: tuple[str, ...]) -> tuple[Source, ...]:
    """The sources in the order cited."""
    return tuple(evidence.sources[name] for name in ids)


def cited(evidence: Evidence, lists: Iterable[Iterable[str]]) -> tuple[Source, ...]:
    """The sources that are cited by id, each once, in the order cited."""
    return sources_said(evidence, tuple(dict.fromkeys(name for ids in lists for name in ids)))


def grade(evidence: Evidence, sources: tuple[str, ...], credibility: int) -> str:
    """The Admiralty grade of a claim: the best reliability among its sources with its credibility, as `B2`."""
    return f"{min(evidence.sources[name].reliability for name in sources)}{credibility}"


def role(evidence: Evidence, speaker: str, day: str) -> str | None:
    """The office that a speaker held on a day."""
    for one in evidence.speakers[speaker].roles:
        if (one.since is None or one.since <= day) and (one.until is None or day <= one.until):
            return one.role
    return None


def statement_said(evidence: Evidence, statement: Statement) -> StatementSaid:
    """A statement with its speaker's name and office and its sources in full."""
    return StatementSaid(
        statement.id,
        statement.date,
        statement.speaker,
        evidence.speakers[statement.speaker].name,
        role(evidence, statement.speaker, statement.date),
        statement.says,
        statement.channel,
        statement.credibility,
        grade(evidence, statement.sources, statement.credibility),
        statement.plan,
        tuple(
            DenialSaid(one.speaker, evidence.speakers[one.speaker].name, one.date, one.says, one.sources)
            for one in statement.denied_by
        ),
        statement.note,
        sources_said(evidence, statement.sources),
    )


def latest(evidence: Evidence, position: Position) -> Statement:
    """The statement of the day on which the position was last stated for the party."""
    said = [evidence.statements[name] for name in position.statements]
    return next(one for one in reversed(said) if day_of(one.date) == day_of(position.last_stated))


def reaction_said(evidence: Evidence, reaction: Reaction) -> ReactionSaid:
    """A reaction with its speaker's name and office and its sources in full."""
    return ReactionSaid(
        reaction.party,
        reaction.plan,
        reaction.date,
        reaction.speaker,
        evidence.speakers[reaction.speaker].name,
        role(evidence, reaction.speaker, reaction.date),
        reaction.response,
        reaction.says,
        reaction.channel,
        reaction.credibility,
        reaction.note,
        sources_said(evidence, reaction.sources),
    )


def point_said(record: Negotiation, evidence: Evidence, plan: Plan, point: Point) -> PointSaid:
    """A point with its terms and its sources in full."""
    terms = (term_said(record, plan, plan.terms[issue]) for issue in point.issues if issue in plan.terms)
    return PointSaid(
        point.number,
        point.label,
        point.says,
        tuple(term for term in terms if term),
        point.no_term,
        point.credibility,
        point.thin,
        point.disagreement,
        sources_said(evidence, point.sources),
        point.accounts,
    )
