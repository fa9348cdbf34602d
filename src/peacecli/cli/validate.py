"""`peacecli validate`."""

import os
from pathlib import Path
from typing import Annotated

import typer

from peacecli.cli import options as o
from peacecli.cli.run import emit, how
from peacecli.errors import DataError
from peacecli.output import write
from peacecli.store import Store, find, in_folder
from peacecli.writers.github import annotations

GITHUB = "github"


def command(
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="A positions.yaml, or a draft (`-`: stdin).", readable=False)
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Also what a published record must meet.")] = False,
    originals: Annotated[
        Path | None,
        typer.Option(
            "--originals",
            metavar="DIR",
            envvar="PEACECLI_ORIGINALS",
            help="With --strict: the founding documents (*.txt), to compare words with.",
            readable=False,
        ),
    ] = None,
    format_: Annotated[
        str | None,
        typer.Option("--format", metavar="F", help="text, json, jsonl, markdown, csv, or github: annotations for CI."),
    ] = None,
    json: o.JsonOption = False,
    output: o.OutputOption = None,
    quiet: o.QuietOption = False,
    color: o.ColorOption = "auto",
    data: o.DataOption = None,
) -> int:
    """Check files and say what is wrong, and where.

    peacecli validate
    """
    from peacecli.authoring.validate import is_draft, validate, validate_draft  # Pydantic and YAML are slow to import

    annotated = (format_ or os.environ.get("PEACECLI_FORMAT")) == GITHUB and not json
    asked = how("text" if annotated else format_, json, output, quiet, color)
    if originals and not os.path.isdir(originals):  # noqa: PTH112 is_dir refuses long names
        raise DataError("unreadable", f"cannot read {originals}: no such folder")
    path = in_folder(file) if file else find(data)
    if path is None:
        raise DataError("no-files", "the installed record has no files to check", "name a positions.yaml")
    if file and is_draft(path):
        result = validate_draft(Store(find(data)).record, path)
    else:
        result = validate(path, strict, originals)
    if annotated:
        write(annotations(result.complaints, result.more), asked.target)
    else:
        emit(None, result, "complaints", "validate", asked)
    return 0 if result.sound else DataError.exit_code
