"""Long work watched: a time limit, an interrupt that leaves time to write what was found, a spinner on a terminal."""

import signal
import sys
from time import monotonic
from types import FrameType
from typing import TYPE_CHECKING, Annotated, Self

import typer

if TYPE_CHECKING:
    from peacecli.writers.terminal import Spinner

INTERRUPTED = 130
PATIENCE = 0.5
"""Seconds before a spinner shows."""

LimitOption = Annotated[int | None, typer.Option("--limit", metavar="N", min=1, help="At most so many.")]
TimeLimitOption = Annotated[
    float | None, typer.Option("--time-limit", metavar="SECONDS", min=0, help="Stop then with what was found so far.")
]
SolverOption = Annotated[bool, typer.Option("--solver", help="Search with python-sat (pip install peacecli[solver]).")]


class Watch:
    """While it is entered, an interrupt makes `stop` true; a second one ends the program."""

    def __init__(self, title: str, seconds: float | None) -> None:
        self._title = title
        self._seconds = seconds
        self._start = monotonic()
        self._spinner: Spinner | None = None
        self._interrupted = False

    def __enter__(self) -> Self:
        self._former = signal.signal(signal.SIGINT, self._interrupt)
        return self

    def __exit__(self, *_: object) -> None:
        signal.signal(signal.SIGINT, self._former)
        if self._spinner:
            self._spinner.stop()

    def _interrupt(self, _number: int, _frame: FrameType | None) -> None:
        if self._interrupted:
            raise KeyboardInterrupt
        self._interrupted = True

    @property
    def code(self) -> int:
        """The exit code: a limit that was reached is no failure, an interrupt is told."""
        return INTERRUPTED if self._interrupted else 0

    def stop(self) -> bool:
        """Whether the work should end now."""
        passed = monotonic() - self._start
        if passed > PATIENCE and sys.stderr and sys.stderr.isatty():
            self._show(passed)
        return self._interrupted or (self._seconds is not None and passed >= self._seconds)

    def _show(self, passed: float) -> None:
        if self._spinner is None:
            from peacecli.writers.terminal import Spinner  # Rich is slow to import

            self._spinner = Spinner(self._title, self._seconds, sys.stderr)
        self._spinner.passed(passed)
