"""Statements, points and reactions with their sources in full."""

from typing import NamedTuple

from peacecli.core.record import Date
from peacecli.core.results.common import TermSaid


class SourceSaid(NamedTuple):
    """A source with its address and Admiralty reliability; `seed` names a founding document's note instead."""

    id: str
    publisher: str
    title: str
    url: str | None
    seed: str | None
    date: Date
    kind: str
    reliability: str
    origin: str
    ownership: str
    read: str
    note: str | None


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
    sources: tuple[SourceSaid, ...]


class ClaimSaid(NamedTuple):
    by: str
    says: str
    sources: tuple[str, ...]
    credibility: int | None


class AccountSaid(NamedTuple):
    about: str
    claims: tuple[ClaimSaid, ...]


class PointSaid(NamedTuple):
    """A numbered paragraph of a plan with its terms and its sources in full."""

    number: str
    label: str | None
    text: str
    terms: tuple[TermSaid, ...]
    no_term: str | None
    credibility: int
    disagreement: str | None
    sources: tuple[SourceSaid, ...]
    accounts: tuple[AccountSaid, ...]


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
    sources: tuple[SourceSaid, ...]
