"""Statements, points and reactions with their sources in full."""

from typing import NamedTuple

from peacecli.core.evidence import Source
from peacecli.core.record import Account, Date
from peacecli.core.results.common import TermSaid


class DenialSaid(NamedTuple):
    speaker: str
    name: str
    date: Date
    says: str
    sources: tuple[str, ...]


class StatementSaid(NamedTuple):
    """A statement with its sources in full; `grade` is the best reliability with the credibility, such as B2."""

    id: str
    date: Date
    speaker: str
    name: str
    role: str | None
    says: str
    channel: str
    credibility: int
    grade: str
    plan: str | None
    denied_by: tuple[DenialSaid, ...]
    note: str | None
    sources: tuple[Source, ...]


class PointSaid(NamedTuple):
    """A numbered paragraph of a plan with its terms and its sources in full."""

    number: str
    label: str | None
    text: str
    terms: tuple[TermSaid, ...]
    no_term: str | None
    credibility: int
    thin: str | None
    disagreement: str | None
    sources: tuple[Source, ...]
    accounts: tuple[Account, ...]


class ReactionSaid(NamedTuple):
    party: str
    plan: str
    date: Date
    speaker: str
    name: str
    role: str | None
    response: str
    says: str
    channel: str
    credibility: int
    note: str | None
    sources: tuple[Source, ...]
