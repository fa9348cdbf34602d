"""The entry point: owns every exit code, closed pipes, interrupts and the report of a bug."""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from itertools import pairwise
from typing import TextIO

from peacecli import inputs
from peacecli.errors import MAX_COMPLAINTS, DataError, PeacecliError, ReaderGoneError, UsageError

BUG = 70
INTERRUPTED = 130
REPORT_IT = "please report this with the command you ran (--debug shows the traceback)"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit code."""
    args = list(sys.argv[1:] if arguments is None else arguments)
    inputs.forget()
    sys.stdout = sys.stdout or _closed()
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 closed from the start
    gc.disable()  # records and results have no cycles; collecting costs a tenth of a short command
    try:
        code = _run(args)
        sys.stdout.flush()
    except (ReaderGoneError, BrokenPipeError):
        _discard_stdout()
        return ReaderGoneError.exit_code
    except PeacecliError as error:
        return _report(error, args)
    except OSError as error:
        return _report(DataError("system", f"the system refused: {error.strerror}"), args)
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        if "--debug" in args or os.environ.get("PEACECLI_DEBUG"):
            raise
        return _report(PeacecliError("bug", f"a bug: {type(error).__name__}: {error}", REPORT_IT), args)
    return code


def _closed() -> TextIO:
    """A stream that refuses what is written, in place of a standard output that was closed from the start."""
    return os.fdopen(os.open(os.devnull, os.O_RDONLY), "w", encoding="utf-8")


def _run(args: list[str]) -> int:
    import typer

    from peacecli.cli.app import build

    try:
        return int(build()(args, prog_name="peacecli", standalone_mode=False) or 0)
    except typer.Abort as error:
        raise KeyboardInterrupt from error
    except typer.TyperException as error:
        near = tuple(getattr(error, "possibilities", None) or ())
        raise UsageError("usage", error.format_message(), "peacecli --help", near) from error
    except SystemExit as error:
        if isinstance(error.__context__, BrokenPipeError):  # Click ends so while it writes the help
            raise ReaderGoneError from error
        raise


def _wants_json(args: Sequence[str]) -> bool:
    """Whether errors are asked for as JSON, by arguments that may themselves be wrong."""
    named = [os.environ.get("PEACECLI_FORMAT", "")]
    named += [value for option, value in pairwise(args) if option == "--format"]
    named += [one.removeprefix("--format=") for one in args if one.startswith("--format=")]
    return "--json" in args or named[-1] == "json"


def _report(error: PeacecliError, args: Sequence[str]) -> int:
    with suppress(OSError):  # where nobody can be told, the exit code tells
        sys.stderr.write(_told(error, _wants_json(args)))
        sys.stderr.flush()
    _flush_or_discard()
    return error.exit_code


def _told(error: PeacecliError, as_object: bool) -> str:
    complaints = error.complaints[:MAX_COMPLAINTS] if isinstance(error, DataError) else ()
    if as_object:
        from peacecli.core.results.meta import ErrorAnswer, ErrorBody
        from peacecli.output import as_json

        body = ErrorBody(error.code, error.message, error.hint, error.candidates, complaints)
        return as_json(ErrorAnswer(body)).encode("utf-8", "backslashreplace").decode()
    from peacecli.writers.quoted import complaint_text
    from peacecli.writers.safe import safe

    hint = f" ({error.hint})" if error.hint else ""
    return "".join(map(complaint_text, complaints)) + f"peacecli: {safe(error.message)}{safe(hint)}\n"


def _flush_or_discard() -> None:
    """Write what is still buffered, or nothing where that fails, so that the exit code stays what it is."""
    try:
        sys.stdout.flush()
    except OSError:
        _discard_stdout()


def _discard_stdout() -> None:
    """Send what is still buffered nowhere, so that the interpreter does not complain at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def run() -> None:
    """The console script. Leaves without tearing down, which takes a tenth of a short command."""
    code = main()
    with suppress(OSError):
        sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    run()
