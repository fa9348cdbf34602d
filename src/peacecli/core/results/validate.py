"""What `peacecli validate` answers."""

from typing import Literal, NamedTuple

from peacecli.core.results.common import Data
from peacecli.errors import Complaint


class Counts(NamedTuple):
    plans: int
    points: int
    terms: int
    parties: int
    positions: int
    red_lines: int
    statements: int
    sources: int
    issues: int


class Strict(NamedTuple):
    """What the strict checks looked at: red lines of strength hard or firm, points of the featured plans, how many
    red lines and points say that they are thinly sourced, sources, and the founding documents with which all prose
    was compared (null: they were not at hand, and it was not).
    """

    red_lines: int
    thin_red_lines: int
    points: int
    thin_points: int
    sources: int
    documents: int | None


class DraftCounts(NamedTuple):
    """A sound draft: on how many issues it has a term, and on how many of the record's it has none."""

    id: str
    title: str
    terms: int
    silent: int


class Validate(NamedTuple):
    """`peacecli validate`. `counts` is null where the files are not sound, `strict` unless that was asked for, and
    `draft` unless the file is a sound draft, of which `data` is the record. `more`: there are further complaints;
    `hint`: what is not checked until these are set right.
    """

    schema_version: int
    command: Literal["validate"]
    data: Data | None
    sound: bool
    counts: Counts | None
    strict: Strict | None
    complaints: tuple[Complaint, ...]
    draft: DraftCounts | None = None
    more: bool = False
    hint: str | None = None
