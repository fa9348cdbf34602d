"""Writing an answer: one writer a format, and only here."""

import json
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TextIO

from peacecli import inputs
from peacecli.errors import ReaderGoneError, UsageError

if TYPE_CHECKING:
    from peacecli.views.page import Page

Format = Literal["text", "json", "jsonl", "markdown", "csv"]
Color = Literal["auto", "always", "never"]
INDENT = "  "
_quoted = json.encoder.encode_basestring
_other = json.JSONEncoder(allow_nan=False).encode
_WORDS = {None: "null", True: "true", False: "false"}


def jsonable(value: object) -> Any:
    """A result as JSON's own types: named tuples become objects with their fields in order."""
    if isinstance(value, tuple):
        fields = getattr(value, "_fields", None)
        if fields is None:
            return [jsonable(item) for item in value]
        return {name: jsonable(item) for name, item in zip(fields, value, strict=True)}
    return value


def as_json(result: object) -> str:
    """The whole answer, byte-stable: fixed order, two spaces, UTF-8, final newline."""
    return _indented(result, "\n") + "\n"


def _indented(value: object, newline: str) -> str:
    """As `json.dumps(jsonable(value), indent=2)` writes it, which the standard library does in slow Python only."""
    if not isinstance(value, tuple) or not value:
        return "[]" if value == () else _scalar(value)
    deeper = newline + INDENT
    fields = getattr(value, "_fields", None)
    if fields is None:
        return "[" + ",".join([deeper + _indented(item, deeper) for item in value]) + newline + "]"
    pairs = [f'{deeper}"{name}": {_indented(item, deeper)}' for name, item in zip(fields, value, strict=True)]
    return "{" + ",".join(pairs) + newline + "}"


def _scalar(value: object) -> str:
    if isinstance(value, str):
        return _quoted(value)
    return _WORDS[value] if value is None or isinstance(value, bool) else _other(value)


def as_json_lines(items: Iterable[object]) -> str:
    """One object a line, without envelope."""
    return "".join(json.dumps(jsonable(item), ensure_ascii=False, allow_nan=False) + "\n" for item in items)


class Target(NamedTuple):
    """Where an answer goes: a file, or stdout; nowhere when quiet."""

    output: Path | None
    quiet: bool
    color: Color


STDOUT = Path("-")


def destination(output: Path | None) -> Path | None:
    """The file that `--output` names; None for stdout, which `-` names too."""
    return None if output == STDOUT else output


def write(text: str, target: Target) -> None:
    """Data to its target, in UTF-8; a file is replaced in one step or not at all. Raises UsageError."""
    if target.output is not None and not target.quiet:
        write_file(text, target.output)
    elif not target.quiet:
        _to_stdout(text.encode("utf-8", "backslashreplace"))


def write_page(page: "Page", target: Target) -> None:
    """A page as text: laid out for the terminal's width on a terminal, plain anywhere else."""
    if target.quiet:
        return
    if target.output is not None:
        from peacecli.writers.plain import plain

        write_file(plain(page), target.output)
    elif sys.stdout.isatty() or is_coloured(target.color, sys.stdout):
        from peacecli.writers.terminal import for_terminal  # Rich is slow to import

        _text_to_stdout(for_terminal(page, is_coloured(target.color, sys.stdout)))
    else:
        from peacecli.writers.plain import plain

        _text_to_stdout(plain(page))


def is_coloured(color: Color, stream: TextIO) -> bool:
    """Whether to colour the output: --color, then NO_COLOR, then FORCE_COLOR, then whether it is a terminal."""
    if color != "auto":
        return color == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (stream.isatty() and os.environ.get("TERM") != "dumb")


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
    if path.is_dir():
        raise UsageError("output-is-folder", f"{path} is a folder", "name a file")
    if path.exists() and not path.is_file():
        raise UsageError("output-is-device", f"{path} is not a regular file", "use stdout: leave --output out")
    if path.exists() and inputs.was_read(path.stat()):
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
    try:
        fill(beside)
        beside.replace(goal)
    except OSError as error:
        raise UsageError("cannot-write", f"cannot write {path}: {error.strerror}", "nothing was changed") from error
    finally:
        if beside.is_dir():
            from shutil import rmtree  # only after a folder failed

            rmtree(beside, ignore_errors=True)
        with suppress(OSError):  # where nothing can be written nothing can be taken away
            beside.unlink(missing_ok=True)


def hint(text: str) -> None:
    """What one may do next, told to people at a terminal and to nobody else."""
    if sys.stderr.isatty():
        sys.stderr.write(f"{text}\n")


def _text_to_stdout(text: str) -> None:
    encoding = sys.stdout.encoding or "ascii"
    if encoding.lower().replace("-", "") != "utf8":
        text = _for_encoding(text, encoding)
    _to_stdout(text.encode(encoding, "backslashreplace"))


def _to_stdout(data: bytes) -> None:
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError as error:
        raise ReaderGoneError from error
    except OSError as error:
        raise UsageError("cannot-write", f"cannot write the output: {error.strerror}") from error


def _for_encoding(text: str, encoding: str) -> str:
    """The text with symbols in ASCII and, for what is left, escapes."""
    from peacecli.views.symbols import ASCII

    for symbol, plain in ASCII.items():
        text = text.replace(symbol, plain)
    return text.encode(encoding, "backslashreplace").decode(encoding)
