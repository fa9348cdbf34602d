"""The version, and errors under `--json`."""

from typing import Literal, NamedTuple

from peacecli.core.results.common import Data
from peacecli.errors import Complaint


class Version(NamedTuple):
    """`peacecli --version --json`."""

    schema_version: int
    command: Literal["version"]
    version: str
    data: Data


class ErrorBody(NamedTuple):
    """What went wrong; `complaints` says where, if files are not sound."""

    code: str
    message: str
    hint: str | None
    candidates: tuple[str, ...]
    complaints: tuple[Complaint, ...]


class ErrorAnswer(NamedTuple):
    """What stderr carries under `--json` when a command fails."""

    error: ErrorBody
