"""`peacecli validate`."""

from pathlib import Path
from typing import Annotated

import typer

from peacecli.cli import options as o
from peacecli.cli.run import emit, how
from peacecli.errors import DataError
from peacecli.store import CHECKOUT, find


def command(
    file: Annotated[Path | None, typer.Argument(metavar="[FILE]", help="A positions.yaml.")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Also what a published record must meet.")] = False,
    originals: Annotated[
        Path | None,
        typer.Option(
            "--originals",
            metavar="DIR",
            envvar="PEACECLI_ORIGINALS",
            help="With --strict: the founding documents (*.txt), to compare words with.",
        ),
    ] = None,
    format_: o.FormatOption = None,
    json: o.JsonOption = False,
    output: o.OutputOption = None,
    quiet: o.QuietOption = False,
    color: o.ColorOption = "auto",
    data: o.DataOption = None,
) -> int:
    """Check a negotiation's files and say what is wrong, and where: peacecli validate"""
    from peacecli.authoring.validate import validate  # Pydantic and YAML are slow to import

    asked = how(format_, json, output, quiet, color)
    path = file or find(data)
    if path is None:
        raise DataError("no-files", "the installed record has no files to check", "name a positions.yaml")
    result = validate(path / CHECKOUT.name if path.is_dir() else path, strict, originals)
    emit(None, result, "complaints", "validate", asked)
    return 0 if result.sound else DataError.exit_code
