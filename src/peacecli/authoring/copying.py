"""Runs of words that the record shares with the founding documents it was made from."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from peacecli.authoring.documents import Loc
from peacecli.authoring.names import Problem
from peacecli.authoring.prose import Note, prose
from peacecli.errors import Complaint

LONGEST = 6
"""So many words in a row may be the same, not counting the names and titles that `shared-words.txt` lists."""
LIST = "shared-words.txt"
_NOT_PROSE = frozenset({"url", "id", "sources"})
_WORD = re.compile(r"[^\W_]+(?:['\u2019]+[^\W_]+)*")

Words = tuple[str, ...]


def _words(text: str) -> Words:
    return tuple(word.casefold().replace("'", "").replace("\u2019", "") for word in _WORD.findall(text))


class Originals:
    """The founding documents, with the names and titles that anyone may share with them."""

    def __init__(self, texts: Iterable[str], shared: Iterable[str]) -> None:
        self._texts = tuple(_words(text) for text in texts)
        self._shared = tuple(words for words in map(_words, shared) if words)
        self._pairs: dict[Words, list[tuple[Words, int]]] = {}
        for words in self._texts:
            for place in range(len(words) - 1):
                self._pairs.setdefault(words[place : place + 2], []).append((words, place))

    @property
    def documents(self) -> int:
        """How many there are."""
        return len(self._texts)

    def runs(self, text: str) -> Iterator[str]:
        """The runs of words in the text that are too long to be shared by chance."""
        words, place = _words(text), 0
        free = self._free(words)
        while place < len(words):
            length = self._length(words[place:])
            counted = sum(at not in free for at in range(place, place + length))
            if counted > LONGEST:
                yield " ".join(words[place : place + length])
            place += length if counted > LONGEST else 1

    def _length(self, words: Words) -> int:
        """How many of the words, from the first on, stand in one of the documents in this order."""
        return max((_same(words, one[at:]) for one, at in self._pairs.get(words[:2], ())), default=0)

    def _free(self, words: Words) -> frozenset[int]:
        """The places of words that belong to a listed name or title."""
        return frozenset(
            place + step
            for phrase in self._shared
            for place in range(len(words) - len(phrase) + 1)
            if words[place : place + len(phrase)] == phrase
            for step in range(len(phrase))
        )


def _same(one: Words, other: Words) -> int:
    """How many words the two begin with in common."""
    for place, (mine, theirs) in enumerate(zip(one, other, strict=False)):
        if mine != theirs:
            return place
    return min(len(one), len(other))


def originals_in(folder: Path | None, data: Path) -> Originals | None:
    """The founding documents in a folder, or None where it is not at hand; `data` may hold `shared-words.txt`.
    Raises DataError for what is no text.
    """
    texts = [prose(file) for file in sorted(folder.glob("*.txt"))] if folder else []
    if not texts:
        return None
    shared = prose(data / LIST).splitlines() if (data / LIST).exists() else []
    return Originals(texts, (phrase for phrase in shared if not phrase.startswith("#")))


def copied(data: Any, originals: Originals, loc: Loc = ()) -> Iterator[Problem]:
    """A complaint for each run of words in a file's prose that a founding document has too."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key not in _NOT_PROSE or not _plain(value):
                yield from copied(value, originals, (*loc, key))
    elif isinstance(data, list):
        for index, item in enumerate(data):
            yield from copied(item, originals, (*loc, index))
    elif isinstance(data, str):
        for run in originals.runs(data):
            yield Problem(loc, "copied", _message(run))


def _plain(value: Any) -> bool:
    return isinstance(value, str) or all(isinstance(item, str) for item in value)


def copied_in_note(note: Note, originals: Originals) -> Iterator[Complaint]:
    """The same for a note, line by line."""
    for number, line in enumerate(note.text.splitlines(), 1):
        for run in originals.runs(line):
            yield Complaint(note.name, number, 1, "copied", _message(run), None)


def _message(run: str) -> str:
    return f"a founding document has these words too: {run}"
