"""Everything that can go wrong, as one small tree. Nothing is printed here."""

from collections.abc import Sequence
from typing import NamedTuple

MAX_COMPLAINTS = 1000
"""So many complaints are listed at most."""


class Quote(NamedTuple):
    """A line of a file, or the part of a long one around the place meant, which begins at `column` of it, counted
    from 1, and is `width` characters wide.
    """

    text: str
    column: int
    width: int


class Complaint(NamedTuple):
    """Something wrong in a file: where, what, the nearest right thing, what was expected, and the line. The file is
    named as seen from where the command runs if it lies below, otherwise as seen from `positions.yaml`.
    """

    file: str
    line: int
    column: int
    code: str
    message: str
    hint: str | None
    expected: str | None = None
    quote: Quote | None = None


class PeacecliError(Exception):
    """Base: a code for scripts, a message for people, a hint, the nearest right things, an exit code."""

    exit_code = 70

    def __init__(self, code: str, message: str, hint: str | None = None, candidates: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.candidates = tuple(candidates)


class UsageError(PeacecliError):
    """The command line asks for something that is not there."""

    exit_code = 2


class ReaderGoneError(PeacecliError):
    """Whoever read the output closed it."""

    exit_code = 141

    def __init__(self) -> None:
        super().__init__("pipe-closed", "the reader closed the pipe")


class DataError(PeacecliError):
    """A file is missing, cannot be read or does not validate; `complaints` says where."""

    exit_code = 3

    def __init__(self, code: str, message: str, hint: str | None = None, complaints: Sequence[Complaint] = ()) -> None:
        super().__init__(code, message, hint)
        self.complaints = tuple(complaints)
