"""Everything that can go wrong, as one small tree. Nothing is printed here."""

from collections.abc import Sequence
from typing import NamedTuple


class Complaint(NamedTuple):
    """Something wrong in a file: where, what, and the nearest right thing."""

    file: str
    line: int
    column: int
    code: str
    message: str
    hint: str | None


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


class DataError(PeacecliError):
    """A file is missing, cannot be read or does not validate; `complaints` says where."""

    exit_code = 3

    def __init__(self, code: str, message: str, hint: str | None = None, complaints: Sequence[Complaint] = ()) -> None:
        super().__init__(code, message, hint)
        self.complaints = tuple(complaints)
