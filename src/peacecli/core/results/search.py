"""What `peacecli search` answers."""

from typing import Literal, NamedTuple

from peacecli.core.record import Date
from peacecli.core.results.common import Data


class Hit(NamedTuple):
    """One thing found: its kind, its id, a label, and the text that matched; of a statement or reaction also the
    speaker's office and the coder's note.
    """

    kind: Literal["issue", "party", "plan", "point", "position", "statement", "reaction", "source"]
    id: str
    label: str
    text: str
    date: Date | None
    role: str | None = None
    note: str | None = None


class Search(NamedTuple):
    """`peacecli search`."""

    schema_version: int
    command: Literal["search"]
    data: Data
    words: tuple[str, ...]
    total: int
    hits: tuple[Hit, ...]
