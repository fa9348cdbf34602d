"""Writing an answer: one writer a format, and only here."""

import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TextIO

from peacecli.errors import UsageError

if TYPE_CHECKING:
    from peacecli.views.page import Page

Format = Literal["text", "json", "jsonl", "markdown", "csv"]
Color = Literal["auto", "always", "never"]
INDENT = "  "
_scalar = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


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


def as_json_lines(items: Iterable[object]) -> str:
    """One object a line, without envelope."""
    return "".join(json.dumps(jsonable(item), ensure_ascii=False, allow_nan=False) + "\n" for item in items)


class Target(NamedTuple):
    """Where an answer goes: a file, or stdout; nowhere when quiet."""

    output: Path | None
    quiet: bool
    color: Color


def write(text: str, target: Target) -> None:
    """The text to its target; a file is replaced in one step or not at all. Raises UsageError and OSError."""
    if target.quiet:
        return
    if target.output is None:
        _to_stream(text, sys.stdout)
    else:
        write_file(text, target.output)


def write_page(page: "Page", target: Target) -> None:
    """A page as text: Rich on a terminal, plain anywhere else."""
    if target.quiet:
        return
    if target.output is None and use_terminal(target.color, sys.stdout):
        from peacecli.writers.terminal import print_page  # Rich is slow to import

        print_page(page, sys.stdout)
    else:
        from peacecli.writers.plain import plain

        write(plain(page), target)


def use_terminal(color: Color, stream: TextIO) -> bool:
    """Whether to style the output: --color, then NO_COLOR, then FORCE_COLOR, then whether it is a terminal."""
    if color != "auto":
        return color == "always"
    if os.environ.get("NO_COLOR") and not stream.isatty():
        return False
    return bool(os.environ.get("FORCE_COLOR")) or stream.isatty()


def write_file(text: str, path: Path) -> None:
    """The text into a file, whole or not at all. Raises UsageError where the path cannot be a file."""
    if path.is_dir():
        raise UsageError("output-is-folder", f"{path} is a folder", "name a file")
    if path.exists() and not path.is_file():
        raise UsageError("output-is-device", f"{path} is not a regular file", "use stdout: leave --output out")
    import tempfile  # only for files

    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise UsageError("cannot-write", f"cannot write into {path.parent}: {error.strerror}") from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink()
        raise


def _to_stream(text: str, stream: TextIO) -> None:
    encoding = (stream.encoding or "ascii").lower().replace("-", "")
    if encoding != "utf8":
        text = _for_encoding(text, encoding)
    stream.write(text)
    stream.flush()


def _for_encoding(text: str, encoding: str) -> str:
    """The text with symbols in ASCII and, for what is left, escapes."""
    from peacecli.views.symbols import ASCII

    for symbol, plain in ASCII.items():
        text = text.replace(symbol, plain)
    return text.encode(encoding, "backslashreplace").decode(encoding)
