"""YAML read event by event into nodes. Nothing is composed, so neither depth nor aliases outgrow the bounds below."""

from typing import Any, NamedTuple

import yaml

from peacecli.authoring.text import Text, shown
from peacecli.errors import MAX_COMPLAINTS, Complaint

try:
    from yaml import CBaseLoader as Loader
except ImportError:  # PyYAML built without libyaml: the same reading, slower
    from yaml import BaseLoader as Loader  # type: ignore[assignment]

MAX_DEPTH = 40
MAX_VALUES = 200_000
_NOTHING = {"", "~", "null"}
_SAY_IT = "say it, or take the line out"
_NULL = "means in YAML that there is nothing"
_QUOTE_IT = "put it in quotes if the word is meant, or take the line out"
_COMMA = "between braces a comma ends a value: put text with a comma in quotes, write a number without it"


class Node(NamedTuple):
    """A value, from where to where it stands, and the keys or items in it."""

    start: int
    end: int
    data: Any
    inside: "dict[str, Entry] | list[Node] | None" = None


class Entry(NamedTuple):
    """A value under a key, and from where to where the key stands."""

    start: int
    end: int
    node: Node


class _TooMuchError(Exception):
    """The file goes beyond a bound; the complaint is already made."""


class Reader:
    """The events of one YAML document as nodes, with a complaint about everything that is not read."""

    def __init__(self, text: Text, name: str) -> None:
        self.complaints: list[Complaint] = []
        self._text, self._name = text, name
        self._next = Loader(text.whole).get_event
        self._anchors: set[str] = set()
        self._values = 0

    def root(self) -> Node | None:
        """The one document of the file, or None where there is none or it cannot be read."""
        try:
            return self._document()
        except yaml.MarkedYAMLError as error:
            mark = error.context_mark if "end of stream" in (error.problem or "") else error.problem_mark
            self._syntax(mark.index if mark else 0, error.problem or "not YAML", error.context)
        except yaml.YAMLError as error:
            self._syntax(0, str(error).partition("\n")[0], None)
        except _TooMuchError:
            pass
        return None

    def _document(self) -> Node | None:
        root = None
        while (event := self._next()) is not None:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    self._refuse(event, "yaml", "a second document begins here", "keep one document in a file")
                    return None
                root = self._node(self._next(), 0)
        return root

    def _node(self, event: Any, depth: int) -> Node:
        self._values += 1
        if type(event) is yaml.ScalarEvent and event.tag is None and event.anchor is None and self._values < MAX_VALUES:
            return _scalar(event)  # nearly all there is
        if self._values > MAX_VALUES:
            self._refuse(event, "too-large", f"more than {MAX_VALUES:,} values in one file")
            raise _TooMuchError
        if depth > MAX_DEPTH:
            self._refuse(event, "too-deep", f"nested deeper than {MAX_DEPTH} levels")
            raise _TooMuchError
        start, end = event.start_mark.index, event.end_mark.index
        if isinstance(event, yaml.AliasEvent):
            if event.anchor not in self._anchors:
                self._refuse(event, "yaml", f"no anchor `{event.anchor}`", "put text that begins with * in quotes")
            return Node(start, end, None)
        if event.anchor:
            self._anchors.add(event.anchor)
            self._refuse(event, "alias", "anchors and aliases are not read", "write the value out where it is used")
        if event.tag is not None:
            self._refuse(event, "tag", f"tags are not read: {event.tag}", "leave the tag out")
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event)
        return self._mapping(event, depth) if isinstance(event, yaml.MappingStartEvent) else self._list(start, depth)

    def _list(self, start: int, depth: int) -> Node:
        items: list[Node] = []
        event = self._next()
        while not isinstance(event, yaml.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
            if items[-1].data is None and isinstance(event, yaml.ScalarEvent):
                empty = f"the item `{event.value}` {_NULL}" if event.value else "an item of this list is empty"
                self._refuse(event, "missing-value", empty, _QUOTE_IT if event.value else _SAY_IT)
            event = self._next()
        return Node(start, start + 1, [item.data for item in items], items)

    def _mapping(self, opening: Any, depth: int) -> Node:
        start = opening.start_mark.index
        entries: dict[str, Entry] = {}
        event = self._next()
        while not isinstance(event, yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            said = self._next()
            value = self._node(said, depth + 1)
            if isinstance(event, yaml.ScalarEvent) and event.value == "<<" and not event.style:
                self._refuse(event, "key", "keys are not merged", "write them out where they are used")
            elif not isinstance(event, yaml.ScalarEvent):
                self._refuse(event, "key", "a key is a word", "put it in quotes")
            elif event.value in entries:
                self._refuse(event, "duplicate-key", f"the key `{event.value}` stands here twice", "keep one of them")
            else:
                if value.data is None and isinstance(said, yaml.ScalarEvent):
                    self._without_value(event, said.value, opening.flow_style)
                entries[event.value] = Entry(key.start, key.end, value)
            event = self._next()
        return Node(start, start + 1, {name: entry.node.data for name, entry in entries.items()}, entries)

    def _without_value(self, key: Any, said: str, in_braces: bool) -> None:
        if said:
            self._refuse(key, "missing-value", f"the `{said}` after `{shown(key.value)}:` {_NULL}", _QUOTE_IT)
            return
        cut = in_braces and self._text.whole[key.end_mark.index : key.end_mark.index + 1] != ":"
        message = f"nothing stands after `{shown(key.value)}{'' if cut else ':'}`"
        self._refuse(key, "missing-value", message, _COMMA if cut else _SAY_IT)

    def _refuse(self, event: Any, code: str, message: str, hint: str | None = None) -> None:
        mark = self._text.mark(event.start_mark.index, event.end_mark.index, code, message, hint)
        self.complaints.append(mark.complaint(self._name))
        if len(self.complaints) > MAX_COMPLAINTS:
            raise _TooMuchError

    def _syntax(self, place: int, problem: str, context: str | None) -> None:
        message = f"{problem} ({context})" if context else problem
        mark = self._text.mark(place, place + 1, "yaml", message, self._text.remedy(place, problem))
        self.complaints.append(mark.complaint(self._name))


def _scalar(event: Any) -> Node:
    absent = not event.style and event.value in _NOTHING
    return Node(event.start_mark.index, event.end_mark.index, None if absent else event.value)
