"""The text of a file, and places in it: lines and columns as editors count them, and the line to quote."""

import re
from bisect import bisect_right
from itertools import islice
from typing import NamedTuple

from peacecli.authoring.files import MAX_BYTES
from peacecli.errors import MAX_COMPLAINTS, Complaint, Quote

QUOTED = 160
"""So much of a line is quoted at most."""
SHOWN = 60
"""So many characters of a wrong word are repeated at most."""
_LINE_END = re.compile(r"\r\n|\r|\n")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
"""What YAML 1.2 allows in no file."""
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_SAVE_AS = "save the file as UTF-8"


class Mark(NamedTuple):
    """Something wrong at a place of a text that has no name yet."""

    line: int
    column: int
    code: str
    message: str
    hint: str | None
    expected: str | None
    quote: Quote | None

    def complaint(self, name: str) -> Complaint:
        """The complaint about the file of that name."""
        return Complaint(name, *self)


class Unreadable(Exception):  # noqa: N818 the error for readers is documents.UnreadableError
    """Bytes that are no text we read."""

    def __init__(self, *marks: Mark) -> None:
        super().__init__(marks[0].message)
        self.marks = marks


class Text:
    """A text with its lines."""

    def __init__(self, whole: str) -> None:
        self.whole = whole
        self._starts: list[int] = []

    def mark(
        self, start: int, end: int, code: str, message: str, hint: str | None = None, expected: str | None = None
    ) -> Mark:
        """What is wrong from `start` to before `end`, as far as its first line goes."""
        if not self._starts:
            self._starts = [0, *(match.end() for match in _LINE_END.finditer(self.whole))]
        number = bisect_right(self._starts, start)
        first = self._starts[number - 1]
        last = self._starts[number] if number < len(self._starts) else len(self.whole)
        while last > first and self.whole[last - 1] in "\r\n":
            last -= 1
        place = min(start, last)
        return Mark(number, place - first + 1, code, message, hint, expected, self._quote(first, last, place, end))

    def _quote(self, first: int, last: int, start: int, end: int) -> Quote:
        """The line from `first` to `last`, or as much of it around the place as is quoted."""
        if last - first > QUOTED:
            first = max(first, min(start - QUOTED // 2, last - QUOTED))
            last = min(last, first + QUOTED)
        width = max(1, min(end, last) - start)
        return Quote(self.whole[first:last], start - first + 1, width)

    def remedy(self, place: int, problem: str) -> str | None:
        """What most often helps against a problem that the YAML parser found there."""
        sign = self.whole[place : place + 1]
        if "tab character" in problem or ("cannot start any token" in problem and sign == "\t"):
            return "indent with spaces: YAML takes no tabs"
        if "cannot start any token" in problem:
            return f"put text that begins with {sign} in quotes"
        if "mapping values are not allowed" in problem:
            return "put text with a colon in quotes, and check the indentation"
        if "end of stream" in problem:
            return "close the quote that begins here"
        if "expected" in problem:
            return "check the indentation, colons, quotes and brackets here and just before"
        return None


def shown(word: str) -> str:
    """So much of a wrong word as is repeated."""
    return word if len(word) <= SHOWN else f"{word[:SHOWN]}..."


def decoded(content: bytes) -> Text:
    """The text of a file in UTF-8, with or without a byte order mark. Raises Unreadable with every complaint."""
    if len(content) > MAX_BYTES:
        raise Unreadable(Mark(1, 1, "too-large", f"larger than {MAX_BYTES:,} bytes", None, None, None))
    if content.startswith(_WIDE) or content[:64].count(0) * 4 > len(content[:64]):
        raise Unreadable(Mark(1, 1, "encoding", "not UTF-8, it looks like UTF-16 or UTF-32", _SAVE_AS, None, None))
    try:
        text = Text(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        marks = islice(_undecodable(content), MAX_COMPLAINTS + 1)
        raise Unreadable(*marks) from error
    if forbidden := tuple(islice(_FORBIDDEN.finditer(text.whole), MAX_COMPLAINTS + 1)):
        raise Unreadable(*(_control(text, one) for one in forbidden))
    return text


def _undecodable(content: bytes) -> list[Mark]:
    """A complaint about the first wrong byte of each line."""
    marks = []
    for number, line in enumerate(content.split(b"\n"), 1):
        try:
            line.decode("utf-8")
        except UnicodeDecodeError as error:
            written = Text(line.decode("utf-8", "backslashreplace"))
            place = len(line[: error.start].decode("utf-8"))
            message = f"not UTF-8: the byte 0x{line[error.start]:02x}"
            marks.append(written.mark(place, place + 4, "encoding", message, _SAVE_AS)._replace(line=number))
    return marks


def _control(text: Text, match: re.Match[str]) -> Mark:
    message = f"the control character U+{ord(match.group()):04X} cannot stand in a file"
    return text.mark(match.start(), match.end(), "yaml", message, "take it out")
