"""What every command does besides its own work: choose the format, write, suggest what to ask next."""

import os
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple, cast

from peacecli.atomic import destination
from peacecli.cli.options import COLORS, FORMATS
from peacecli.core.record import Negotiation
from peacecli.errors import UsageError
from peacecli.output import Color, Target, as_json, as_json_lines, hint, write, write_page


class How(NamedTuple):
    """How an answer is written."""

    format: str
    target: Target


def how(format: str | None, json: bool, output: Path | None, quiet: bool, color: str) -> How:
    """The format and target that the options ask for. Raises UsageError."""
    if json and format not in (None, "json"):
        raise UsageError("conflict", f"--json and --format {format} contradict each other")
    named = "json" if json else format or os.environ.get("PEACECLI_FORMAT") or "text"
    chosen = choice(asker("--format", format), named, FORMATS)
    shade = cast(Color, choice(asker("--color", color), color, COLORS))
    return How(chosen, Target(destination(output), quiet, shade))


def asker(option: str, value: str | None) -> str:
    """What says a value: the option, or the variable that stands in for it."""
    variable = f"PEACECLI_{option.strip('-').replace('-', '_').upper()}"
    return variable if os.environ.get(variable) and value in (None, os.environ[variable]) else option


def choice(option: str, value: str, allowed: Sequence[str]) -> str:
    """The value, if it is allowed. Raises UsageError with the nearest one."""
    if value in allowed:
        return value
    from difflib import get_close_matches  # only after a mistake: it is slow to import

    near = get_close_matches(value, allowed, n=1)
    hint = f"did you mean `{near[0]}`?" if near else f"one of {', '.join(allowed)}"
    raise UsageError("unknown-value", f"{option} `{value}` is not known", hint, near or allowed)


def suggest(asked: How, command: str, data: Path | None) -> None:
    """What one may ask next of the same record, below an answer that a person reads."""
    if asked.format == "text" and not asked.target.quiet:
        hint(f"next: peacecli {command}{of_record(data)}")


def of_record(data: Path | None) -> str:
    """What a command needs besides, so that it is about the same record."""
    return f" --data {data}" if data else ""


def emit(record: Negotiation | None, result: Any, items: str, view: str, asked: How) -> None:
    """The answer in the format asked for; `items` is its main list, `view` the module that lays it out."""
    if asked.format == "json":
        write(as_json(result), asked.target)
    elif asked.format == "jsonl":
        write(as_json_lines(getattr(result, items)), asked.target)
    else:
        module = import_module(f"peacecli.views.{view}")
        if asked.format == "csv":
            from peacecli.writers.csv import as_csv

            write(as_csv(module.rows(record, result)), asked.target)
        elif asked.format == "markdown":
            from peacecli.writers.markdown import markdown

            write(markdown(module.page(record, result)), asked.target)
        else:
            write_page(module.page(record, result), asked.target)
