"""Files and folders written whole or not at all."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NoReturn

from peacecli import inputs
from peacecli.errors import UsageError

STDOUT = Path("-")
_ENDINGS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
"""The signals that end a process without more ado."""


def destination(output: Path | None) -> Path | None:
    """The file that `--output` names; None for stdout, which `-` names too."""
    return None if output == STDOUT else output


def write_file(text: str, path: Path) -> None:
    """The text into a file, whole or not at all. Raises UsageError where that cannot be."""
    content = text.encode("utf-8", "backslashreplace")

    def fill(beside: Path) -> None:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            beside.chmod(path.stat().st_mode)

    refuse_as_file(path)
    put(fill, path)


def refuse_as_file(path: Path) -> None:
    """Raises UsageError where the path cannot be a file to write."""
    if os.path.isdir(path):  # noqa: PTH112 Path.is_dir raises OSError for a name that is too long
        raise UsageError("output-is-folder", f"{path} is a folder", "name a file")
    if not os.path.exists(path):  # noqa: PTH110 the same
        return
    if not path.is_file():
        raise UsageError("output-is-device", f"{path} is not a regular file", "use stdout: leave --output out")
    if inputs.was_read(path.stat()):
        raise UsageError("output-is-input", f"{path} is a file that this answer is made from", "name another file")


def refuse_as_folder(path: Path) -> None:
    """Raises UsageError where the path cannot be a new folder."""
    if os.path.lexists(path) and not (path.is_dir() and not any(path.iterdir())):
        raise UsageError("exists", f"{path} exists already", "name a new folder")


def put(fill: Callable[[Path], None], path: Path) -> None:
    """What `fill` makes under a name that nobody else has, in place of `path`, or nothing. Raises UsageError."""
    if path == STDOUT:
        raise UsageError("not-stdout", "this cannot go to stdout", "name a file or folder")
    goal = Path(os.path.realpath(path))  # Path.resolve raises RuntimeError for a link in a loop
    beside = goal.with_name(f".peacecli-{os.urandom(8).hex()}")
    with _tidied(beside):
        try:
            fill(beside)
            beside.replace(goal)
        except OSError as error:
            raise UsageError("cannot-write", f"cannot write {path}: {error.strerror}", "nothing was changed") from error


@contextmanager
def _tidied(beside: Path) -> Iterator[None]:
    """Nothing is left under this name, even if the process is told to end meanwhile."""
    endings = [number for number in _ENDINGS if signal.getsignal(number) is signal.SIG_DFL]
    try:
        for number in endings:
            signal.signal(number, _leave)
        yield
    finally:
        if beside.is_dir():
            from shutil import rmtree  # only after a folder failed

            rmtree(beside, ignore_errors=True)
        with suppress(OSError):  # where nothing can be written nothing can be taken away
            beside.unlink(missing_ok=True)
        for number in endings:
            signal.signal(number, signal.SIG_DFL)


def _leave(number: int, _frame: object) -> NoReturn:
    raise SystemExit(128 + number)
