"""YAML files as plain data, with the place of everything in them.

The reading is YAML 1.2's failsafe schema: every scalar is text, so `no` stays a word, `28` an id and a date
a date; the models give each its type. An empty value, `~` and `null` count as absent.
"""

import hashlib
from pathlib import Path
from typing import Any, BinaryIO

import yaml

from peacecli.errors import Complaint

try:
    from yaml import CBaseLoader as Loader
except ImportError:  # PyYAML built without libyaml: the same reading, slower
    from yaml import BaseLoader as Loader  # type: ignore[assignment]

MAX_BYTES = 16 * 1024 * 1024
MAX_DEPTH = 40
_PLAIN_TAGS = {f"tag:yaml.org,2002:{name}" for name in ("str", "seq", "map")}
_ABSENT = {"", "~", "null"}

KEY = "(key)"
"""As the last part of a place: the key itself, not its value."""
Loc = tuple[str | int, ...]


class UnreadableError(Exception):
    """A file that is no YAML we read; `complaints` says where and why."""

    def __init__(self, complaints: list[Complaint]) -> None:
        super().__init__(complaints[0].message)
        self.complaints = complaints


class Document:
    """One YAML file: `data` as plain dictionaries, lists and strings, and where each stands."""

    def __init__(self, name: str, content: bytes) -> None:
        """Raises UnreadableError, with every complaint found."""
        self.name = name
        self._complaints: list[Complaint] = []
        self._seen: set[int] = set()
        self.digest = hashlib.sha256(content).digest()
        self._root = self._compose(content)
        self.data: Any = {} if self._root is None else self._build(self._root, 0)
        if self._complaints:
            raise UnreadableError(self._complaints)

    def complain(self, loc: Loc, code: str, message: str, hint: str | None = None) -> Complaint:
        """A complaint about the thing at `loc`, or the nearest thing around it that the file has."""
        line, column = self._place(loc)
        return Complaint(self.name, line, column, code, message, hint)

    def _compose(self, content: bytes) -> Any:
        if len(content) > MAX_BYTES:
            raise self._unreadable(1, 1, "too-large", f"larger than {MAX_BYTES:,} bytes")
        try:
            return yaml.compose(content.decode("utf-8"), Loader=Loader)
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            raise self._unreadable(line, 1, "encoding", "not UTF-8") from error
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            raise self._unreadable(line, column, "yaml", error.problem or "not YAML") from error
        except yaml.YAMLError as error:
            raise self._unreadable(1, 1, "yaml", str(error).splitlines()[0]) from error

    def _unreadable(self, line: int, column: int, code: str, message: str) -> UnreadableError:
        return UnreadableError([Complaint(self.name, line, column, code, message, None)])

    def _build(self, node: Any, depth: int) -> Any:
        if depth > MAX_DEPTH:
            return self._refuse(node, "too-deep", f"nested deeper than {MAX_DEPTH} levels")
        if id(node) in self._seen:
            return self._refuse(node, "alias", "anchors and aliases are not read: write the value out")
        self._seen.add(id(node))
        if node.tag not in _PLAIN_TAGS:
            return self._refuse(node, "tag", f"tags are not read: {node.tag}")
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, depth)
        if isinstance(node, yaml.SequenceNode):
            return [self._build(item, depth + 1) for item in node.value]
        return None if node.style is None and node.value in _ABSENT else node.value

    def _mapping(self, node: Any, depth: int) -> dict[str, Any]:
        built: dict[str, Any] = {}
        keys = set()
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._refuse(key, "key", "a key is a word")
                continue
            if key.value in keys:
                self._refuse(key, "duplicate-key", f"the key `{key.value}` stands here twice")
            keys.add(key.value)
            item = self._build(value, depth + 1)
            if item is not None:
                built[key.value] = item
        return built

    def _refuse(self, node: Any, code: str, message: str) -> None:
        mark = node.start_mark
        self._complaints.append(Complaint(self.name, mark.line + 1, mark.column + 1, code, message, None))

    def _place(self, loc: Loc) -> tuple[int, int]:
        node, mark = self._root, getattr(self._root, "start_mark", None)
        keys = loc[-1:] == (KEY,)
        for part in loc:
            found = _step(node, part)
            if found is not None:
                node, mark, key_mark = found
                mark = key_mark if keys else mark
        return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _step(node: Any, part: str | int) -> tuple[Any, Any, Any] | None:
    """The node under a key or index, where it begins and where its key begins; None where there is none (a union's
    tag, a missing key).
    """
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == part:
                scalar = isinstance(value, yaml.ScalarNode) and value.value not in _ABSENT
                return value, value.start_mark if scalar else key.start_mark, key.start_mark
    elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part], node.value[part].start_mark, node.value[part].start_mark
    return None


def read(path: Path, name: str) -> Document:
    """A file as a Document called `name`. Raises UnreadableError and OSError."""
    with path.open("rb") as file:
        return parse(file, name)


def parse(stream: BinaryIO, name: str) -> Document:
    """An open file as a Document called `name`, reading no more than the bound. Raises UnreadableError, OSError."""
    return Document(name, stream.read(MAX_BYTES + 1))
