"""The version, and errors under `--json`."""

from typing import Literal, NamedTuple

from peacecli.core.results.common import Data


class Version(NamedTuple):
    """`peacecli --version --json`."""

    schema_version: int
    command: Literal["version"]
    version: str
    data: Data


class ErrorBody(NamedTuple):
    code: str
    message: str
    hint: str | None
    candidates: tuple[str, ...]


class ErrorAnswer(NamedTuple):
    """What stderr carries under `--json` when a command fails."""

    error: ErrorBody
