"""What `peacecli timeline` answers."""

from typing import Literal, NamedTuple

from peacecli.core.record import Date
from peacecli.core.results.common import Data

EntryKind = Literal["publication", "event", "statement", "reaction"]


class Entry(NamedTuple):
    """Something dated. `form` is the kind of the plan published, of the event or of the response. The grades are the
    best of its sources and of what they say (of a publication: of its points), null where there is none.
    """

    key: str
    kind: EntryKind
    date: Date
    label: str
    says: str | None
    form: str | None
    parties: tuple[str, ...]
    plans: tuple[str, ...]
    reliability: str | None
    credibility: int | None
    sources: tuple[str, ...]
    until: Date | None = None
    speaker: str | None = None
    name: str | None = None
    role: str | None = None
    channel: str | None = None
    denied_by: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    note: str | None = None


class EntryCount(NamedTuple):
    """How many entries there are of each kind; `entries` is their sum, whatever --limit left out."""

    entries: int
    publication: int
    event: int
    statement: int
    reaction: int


class Timeline(NamedTuple):
    """`peacecli timeline`, in date order."""

    schema_version: int
    command: Literal["timeline"]
    data: Data
    summary: EntryCount
    entries: tuple[Entry, ...]
