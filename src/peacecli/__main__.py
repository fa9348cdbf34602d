"""The entry point: owns every exit code, closed pipes, interrupts and the report of a bug."""

import gc
import os
import sys
from collections.abc import Sequence

from peacecli.errors import DataError, PeacecliError, UsageError

BUG = 70
INTERRUPTED = 130
PIPE_CLOSED = 141
ISSUES = "please report this with the command you ran"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line and return its exit code."""
    args = list(sys.argv[1:] if arguments is None else arguments)
    gc.disable()  # records and results have no cycles; collecting costs a tenth of a short command
    try:
        code = _run(args)
        sys.stdout.flush()
    except PeacecliError as error:
        return _report(error, args)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _discard_stdout()
        return PIPE_CLOSED
    except Exception as error:
        return _bug(error, args)
    return code


def _run(args: list[str]) -> int:
    import typer

    from peacecli.cli.app import build

    try:
        return int(build()(args, prog_name="peacecli", standalone_mode=False) or 0)
    except typer.Abort as error:
        raise KeyboardInterrupt from error
    except typer.TyperException as error:
        raise UsageError("usage", error.format_message(), "peacecli --help") from error


def _wants_json(args: Sequence[str]) -> bool:
    text = " ".join(args)
    return "--json" in args or "--format json" in text or "--format=json" in text


def _report(error: PeacecliError, args: Sequence[str]) -> int:
    if _wants_json(args):
        from peacecli.core.results.meta import ErrorAnswer, ErrorBody
        from peacecli.output import as_json

        body = ErrorBody(error.code, error.message, error.hint, error.candidates)
        sys.stderr.write(as_json(ErrorAnswer(body)))
    else:
        from peacecli.writers.safe import safe

        complaints = error.complaints if isinstance(error, DataError) else ()
        for one in complaints:
            hint = f" ({one.hint})" if one.hint else ""
            sys.stderr.write(safe(f"{one.file}:{one.line}:{one.column}: {one.message}{hint} [{one.code}]") + "\n")
        hint = f" ({error.hint})" if error.hint else ""
        sys.stderr.write(f"peacecli: {safe(error.message)}{safe(hint)}\n")
    return error.exit_code


def _bug(error: Exception, args: Sequence[str]) -> int:
    if "--debug" in args or os.environ.get("PEACECLI_DEBUG"):
        raise error
    sys.stderr.write(f"peacecli: a bug: {type(error).__name__}: {error}; {ISSUES} (--debug shows the traceback)\n")
    return BUG


def _discard_stdout() -> None:
    """Send what is still buffered nowhere, so that the interpreter does not complain at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def run() -> None:
    """The console script."""
    sys.exit(main())


if __name__ == "__main__":
    run()
