"""A file of one's own that is no part of a record, read against one: a draft, preferences."""

import sys
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path
from typing import TypeVar

from peacecli import inputs
from peacecli.authoring.documents import UnreadableError, parse, read
from peacecli.authoring.fields import Authored
from peacecli.authoring.files import located
from peacecli.authoring.load import unsound, validated
from peacecli.authoring.names import Problem
from peacecli.errors import MAX_COMPLAINTS, Complaint, DataError, UsageError

STDIN = Path("-")

Model = TypeVar("Model", bound=Authored)


def own_file(path: Path, model: type[Model], check: Callable[[Model], Iterable[Problem]]) -> Model:
    """The file (`-`: standard input) as a model in which `check` finds no problem. Raises DataError with every
    complaint, UsageError for standard input that was read before.
    """
    if path == STDIN and not inputs.take_stdin():
        raise UsageError("stdin-twice", "standard input is named twice, and can be read once", "save it to a file")
    if path == STDIN and sys.stdin is None:
        raise DataError("unreadable", "standard input is closed", "name a file")
    try:
        document = parse(sys.stdin.buffer, "-") if path == STDIN else read(path, path.name)
    except OSError as error:
        raise DataError("unreadable", f"cannot read {path}: {error.strerror}") from error
    except UnreadableError as error:
        raise _unsound(error.complaints, path) from error
    file = validated(model, document)
    if isinstance(file, list):
        raise _unsound(file, path)
    if problems := list(islice(check(file), MAX_COMPLAINTS + 1)):
        raise _unsound([document.complain(*one) for one in problems], path)
    return file


def _unsound(complaints: list[Complaint], path: Path) -> DataError:
    return unsound(complaints if path == STDIN else located(complaints, path.parent))
