"""The evidence behind the record: statements, sources, speakers, reactions. Loaded only when asked for."""

from collections.abc import Mapping
from typing import NamedTuple

from peacecli.core.record import Date


class Source(NamedTuple):
    """A page or document with its Admiralty reliability; copies of one dispatch share an `origin`."""

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


class Role(NamedTuple):
    role: str
    speaks_for: tuple[str, ...]
    since: Date | None
    until: Date | None


class Speaker(NamedTuple):
    id: str
    name: str
    roles: tuple[Role, ...]


class Denial(NamedTuple):
    speaker: str
    date: Date
    says: str
    sources: tuple[str, ...]


class Statement(NamedTuple):
    """Who said what, when; `credibility` is the Admiralty grade that it was said, not that it is true."""

    id: str
    position: str
    date: Date
    speaker: str
    says: str
    channel: str
    sources: tuple[str, ...]
    credibility: int
    denied_by: tuple[Denial, ...]
    plan: str | None
    note: str | None


class Reaction(NamedTuple):
    """What a party said of a plan."""

    party: str
    plan: str
    date: Date
    speaker: str
    response: str
    says: str
    channel: str
    sources: tuple[str, ...]
    credibility: int
    note: str | None


class Side(NamedTuple):
    says: str
    speaker: str | None
    date: Date | None
    sources: tuple[str, ...]


class Difference(NamedTuple):
    """Statements of one party's speakers that do not agree with one another."""

    id: str
    party: str
    about: str
    issues: tuple[str, ...]
    sides: tuple[Side, ...]
    sources: tuple[str, ...]
    note: str | None


class Event(NamedTuple):
    """Something that happened, as reported."""

    id: str
    date: Date
    until: Date | None
    kind: str
    label: str
    says: str
    parties: tuple[str, ...]
    plans: tuple[str, ...]
    sources: tuple[str, ...]
    credibility: int


class Evidence(NamedTuple):
    """Statements, sources and speakers by id; reactions, differences and events."""

    statements: Mapping[str, Statement]
    sources: Mapping[str, Source]
    speakers: Mapping[str, Speaker]
    reactions: tuple[Reaction, ...]
    differences: tuple[Difference, ...]
    events: tuple[Event, ...]
