"""Writing an answer: one writer a format, and only here."""

import json
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TextIO

from peacecli.atomic import write_file
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


def hint(text: str) -> None:
    """What one may do next, told to people at a terminal and to nobody else."""
    if sys.stderr.isatty():
        with suppress(OSError):  # a hint that cannot be read changes nothing
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
