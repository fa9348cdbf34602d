"""What `peacecli list` answers."""

from typing import Literal, NamedTuple

from peacecli.core.evidence import Source
from peacecli.core.outcomes import Outcome
from peacecli.core.record import Date
from peacecli.core.results.common import Data, PlanHead
from peacecli.core.results.timeline import EntryKind


class PartyRow(NamedTuple):
    id: str
    label: str
    short: str
    aliases: tuple[str, ...]
    since: Date
    until: Date
    positions: int
    red_lines: int


class IssueRow(NamedTuple):
    id: str
    label: str
    topic: str
    kind: str
    options: tuple[str, ...]
    unit: str | None
    aliases: tuple[str, ...]
    status_quo: tuple[Outcome, ...] | None


class StatementRow(NamedTuple):
    id: str
    label: str
    date: Date
    party: str
    position: str
    speaker: str
    name: str
    channel: str
    credibility: int
    sources: tuple[str, ...]


class SpeakerRow(NamedTuple):
    id: str
    label: str
    roles: tuple[str, ...]
    speaks_for: tuple[str, ...]


class Link(NamedTuple):
    """Which plans a plan supersedes, and which supersede it, listed or not."""

    plan: str
    supersedes: tuple[str, ...]
    superseded_by: tuple[str, ...]


class ListPlans(NamedTuple):
    """`peacecli list plans`; `chain` has a link a plan with --chain, else none."""

    schema_version: int
    command: Literal["list"]
    data: Data
    plans: tuple[PlanHead, ...]
    chain: tuple[Link, ...]


class ListParties(NamedTuple):
    """`peacecli list parties`."""

    schema_version: int
    command: Literal["list"]
    data: Data
    parties: tuple[PartyRow, ...]


class ListIssues(NamedTuple):
    """`peacecli list issues`."""

    schema_version: int
    command: Literal["list"]
    data: Data
    issues: tuple[IssueRow, ...]


class ListSources(NamedTuple):
    """`peacecli list sources`."""

    schema_version: int
    command: Literal["list"]
    data: Data
    sources: tuple[Source, ...]


class ListStatements(NamedTuple):
    """`peacecli list statements`."""

    schema_version: int
    command: Literal["list"]
    data: Data
    statements: tuple[StatementRow, ...]


class ListSpeakers(NamedTuple):
    """`peacecli list speakers`."""

    schema_version: int
    command: Literal["list"]
    data: Data
    speakers: tuple[SpeakerRow, ...]


class EventRow(NamedTuple):
    """Something dated: a plan's publication, an event, or a reaction; `form` is the kind of the plan, of the event
    or of the response.
    """

    id: str
    label: str
    date: Date
    until: Date | None
    kind: EntryKind
    form: str | None
    parties: tuple[str, ...]
    plans: tuple[str, ...]
    says: str | None
    credibility: int | None
    sources: tuple[str, ...]


class ListEvents(NamedTuple):
    """`peacecli list events`."""

    schema_version: int
    command: Literal["list"]
    data: Data
    events: tuple[EventRow, ...]
