"""Parts that several answers share."""

from typing import Literal, NamedTuple

from peacecli.core.outcomes import Outcome
from peacecli.core.record import Companion, Completeness, Date, TermStatus

SCHEMA_VERSION = 1
"""Additions are free; a break raises it."""
Reliability = Literal["A", "B", "C", "D", "E", "F"]


class Data(NamedTuple):
    """Which record answered: its id, title, date, version and a digest of its content."""

    id: str
    title: str
    as_of: Date
    version: str
    digest: str


class OptionSaid(NamedTuple):
    """One option of a bracketed text, one reading of a disputed one, or the one thing a settled text says; `variants`
    of the text have it so.
    """

    outcomes: tuple[Outcome, ...]
    proposed_by: tuple[str, ...]
    sources: tuple[str, ...]
    note: str | None
    variants: tuple[str, ...]


class TermSaid(NamedTuple):
    """What a plan says on an issue, with the numbers of its points and their wording in our own words; `absent_from`
    are variants of the text that lack it.
    """

    issue: str
    outcomes: tuple[Outcome, ...]
    status: TermStatus
    options: tuple[OptionSaid, ...]
    points: tuple[str, ...]
    text: str | None
    condition: str | None
    force: str | None
    scope: str | None
    obliges: tuple[str, ...]
    basis: str
    credibility: int | None
    note: str | None
    absent_from: tuple[str, ...]


class AtomSaid(NamedTuple):
    """A condition on one issue: acceptable outcomes, outcomes left unclear, and the ideal where stated."""

    issue: str
    outcomes: tuple[Outcome, ...]
    unclear: tuple[Outcome, ...]
    ideal: Outcome | None


class PlanHead(NamedTuple):
    """A plan without its points; `points` is how many of them the record holds."""

    id: str
    title: str
    kind: str
    aliases: tuple[str, ...]
    date: Date
    textual_status: str
    completeness: Completeness
    authors: tuple[str, ...]
    supersedes: tuple[str, ...]
    points: int
    points_in_text: int | None
    judged_as_of: Date
    companions: tuple[Companion, ...]


class Coverage(NamedTuple):
    """Whether a party's positions were gathered for the day asked about, and from when to when they were."""

    party: str
    covered: bool
    since: Date
    until: Date


class Filter(NamedTuple):
    """The worst grades that count (null: any), how many sources and statements that leaves out of how many, and the
    positions asked about that no statement left puts in force on a plan's day.
    """

    min_reliability: Reliability | None
    min_credibility: int | None
    sources_left_out: int
    sources: int
    statements_left_out: int
    statements: int
    positions_left_out: tuple[str, ...]


class Tally(NamedTuple):
    """How many positions came out how; `positions` is the denominator."""

    positions: int
    respected: int
    crossed: int
    open: int
    silent: int
    unknown: int
