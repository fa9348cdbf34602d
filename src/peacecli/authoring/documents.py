"""YAML files as plain data, with the place of everything in them.

The reading is YAML 1.2's failsafe schema: every scalar is text, so `no` stays a word, `28` an id and a date
a date; the models give each its type. A key needs a value: what is absent is left out.
"""

import hashlib
from pathlib import Path
from typing import Any, BinaryIO

from peacecli.authoring.files import MAX_BYTES, opened
from peacecli.authoring.reader import Node, Reader
from peacecli.authoring.text import Unreadable, decoded
from peacecli.errors import MAX_COMPLAINTS, Complaint

KEY = "(key)"
"""As the last part of a place: the key itself, not its value."""
Loc = tuple[str | int, ...]
_GAP = "missing-value"
"""The one complaint of the reader that does not make the rest of a file unreadable."""


class UnreadableError(Exception):
    """A file that is no YAML we read; `complaints` says where and why."""

    def __init__(self, complaints: list[Complaint]) -> None:
        super().__init__(complaints[0].message)
        self.complaints = complaints


class Document:
    """One YAML file: `data` as plain dictionaries, lists and strings, and where each stands; `gaps` are the complaints
    about values that are missing, None in the data.
    """

    def __init__(self, name: str, content: bytes) -> None:
        """Raises UnreadableError, with every complaint found."""
        self.name = name
        self.digest, self.size = hashlib.sha256(content).digest(), len(content)
        try:
            self.text = decoded(content)
        except Unreadable as error:
            raise UnreadableError([one.complaint(name) for one in error.marks]) from error
        reader = Reader(self.text, name)
        self._root = reader.root()
        if any(one.code != _GAP for one in reader.complaints) or len(reader.complaints) > MAX_COMPLAINTS:
            raise UnreadableError(reader.complaints)
        self.gaps = reader.complaints
        self.data: Any = {} if self._root is None or self._root.data is None else self._root.data

    def complain(
        self, loc: Loc, code: str, message: str, hint: str | None = None, expected: str | None = None
    ) -> Complaint:
        """A complaint about the thing at `loc`, or the nearest thing around it that the file has."""
        start, end = self._span(loc)
        return self.text.mark(start, end, code, message, hint, expected).complaint(self.name)

    def at(self, loc: Loc) -> tuple[Node | None, Loc]:
        """The node at `loc` or the nearest around it, and what of `loc` the file does not have."""
        node = self._root
        for place, part in enumerate(loc):
            found = _step(node, part)
            if found is None:
                return node, loc[place:]
            node = found[0]
        return node, ()

    def _span(self, loc: Loc) -> tuple[int, int]:
        node, span = self._root, _first(self._root)
        keys = loc[-1:] == (KEY,)
        for part in loc:
            found = _step(node, part)
            if found is not None:
                node, span, key = found
                span = key if keys and key else span
        return span


def _step(node: Node | None, part: str | int) -> tuple[Node, tuple[int, int], tuple[int, int] | None] | None:
    """The node under a key or index, where it stands and where its key stands; None where there is none (a union's
    tag, a missing key). What is no scalar, or an empty one, stands where its key does.
    """
    inside = node.inside if node else None
    if isinstance(inside, dict) and part in inside:
        start, end, found = inside[str(part)]
        return found, (found.start, found.end) if found.inside is None and found.data else (start, end), (start, end)
    if isinstance(inside, list) and isinstance(part, int) and part < len(inside):
        return inside[part], _first(inside[part]), None
    return None


def _first(node: Node | None) -> tuple[int, int]:
    """Where a value stands or, of a mapping in lines, its first key."""
    if node is None:
        return 0, 0
    if isinstance(node.inside, dict):
        for entry in node.inside.values():
            if entry.start == node.start:
                return entry.start, entry.end
    return node.start, node.end


def read(path: Path, name: str) -> Document:
    """A file as a Document called `name`. Raises UnreadableError and OSError."""
    with opened(path) as file:
        return parse(file, name)


def parse(stream: BinaryIO, name: str) -> Document:
    """An open file as a Document called `name`, reading no more than the bound. Raises UnreadableError, OSError."""
    return Document(name, stream.read(MAX_BYTES + 1))
