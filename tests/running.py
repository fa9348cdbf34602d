"""Running peacecli, in this process or in one of its own, and what it answered."""

import json
import os
import subprocess
import sys
from typing import Any, NamedTuple, Protocol

from tests.small import FENCE

CLEARED = (
    "NO_COLOR",
    "FORCE_COLOR",
    "COLORTERM",
    "COLUMNS",
    "LINES",
    "TTY_COMPATIBLE",
    "PYTHONIOENCODING",
    "PYTHONUNBUFFERED",
)


class Answer(NamedTuple):
    """An exit code with what was written."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What stdout says, as JSON."""
        return json.loads(self.out)

    @property
    def error(self) -> Any:
        """What stderr says went wrong, as JSON, where stdout is empty as promised."""
        if self.out:
            raise AssertionError(f"stdout is not empty: {self.out!r}")
        return json.loads(self.err)["error"]


class Run(Protocol):
    """Runs one command line."""

    def __call__(self, *args: str) -> Answer:
        """The answer to `peacecli ARGS`."""


def clean(**variables: str) -> dict[str, str]:
    """The environment of a process on the small negotiation, with these variables and none that change answers."""
    kept = {k: v for k, v in os.environ.items() if k not in CLEARED and not k.startswith(("PEACECLI_", "_PEACECLI"))}
    return {**kept, "PEACECLI_DATA": str(FENCE), "TERM": "xterm-256color", **variables}


def process(*args: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """`peacecli ARGS` in a process of its own."""
    command = [sys.executable, "-m", "peacecli", *args]
    return subprocess.run(command, capture_output=True, check=False, env=clean(**variables))
