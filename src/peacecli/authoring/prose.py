"""Files of prose beside a record: notes on its founding documents, these themselves, names that anyone may share."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from peacecli.authoring.files import MAX_BYTES, located, opened, outside
from peacecli.authoring.load import unsound
from peacecli.authoring.text import Unreadable, decoded
from peacecli.errors import DataError

NOTES = "seeds"
"""The folder of notes on founding documents, beside the one that holds `positions.yaml`."""


class Note(NamedTuple):
    """A note on a founding document; its name is seen from the folder of the record."""

    name: str
    text: str


def notes(data: Path) -> Iterator[Note]:
    """The notes that belong to the record in the folder `data`. Raises DataError for what is no text there."""
    folder = data.parent / NOTES
    for path in sorted(folder.glob("*.md")):
        if wrong := outside(path, path.name, os.path.realpath(folder)):
            raise unsound(located([wrong], folder))
        yield Note(f"../{NOTES}/{path.name}", prose(path))


def prose(path: Path) -> str:
    """The text of a file. Raises DataError where it is none or too large."""
    try:
        with opened(path) as file:
            return decoded(file.read(MAX_BYTES + 1)).whole
    except OSError as error:
        raise DataError("unreadable", f"cannot read {path.name}: {error.strerror}") from error
    except Unreadable as error:
        raise unsound(located([one.complaint(path.name) for one in error.marks], path.parent)) from error
