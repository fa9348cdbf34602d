"""`peacecli export`."""

from pathlib import Path
from typing import Annotated

import typer

from peacecli.cli import options as o
from peacecli.cli.run import choice
from peacecli.errors import UsageError
from peacecli.store import Store, find

NEGMAS = "negmas"
"""A scenario of issues and utilities, not tables of the record."""


def command(
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="PATH", help="A file (sqlite) or a new folder.", readable=False)
    ],
    format_: Annotated[
        str, typer.Option("--format", metavar="F", help="sqlite; a file a table: csv, jsonl or parquet; negmas.")
    ] = "sqlite",
    preferences: Annotated[
        Path | None,
        typer.Option(
            "--preferences", metavar="FILE", help="For negmas: your own weights for two parties.", readable=False
        ),
    ] = None,
    data: o.DataOption = None,
) -> int:
    """Write the record as tables for other programs.

    peacecli export --format sqlite -o record.db
    """
    from peacecli.exports.rows import filled
    from peacecli.exports.write import FORMATS, write_export

    chosen = choice("--format", format_, (*FORMATS, NEGMAS))
    if (chosen == NEGMAS) != (preferences is not None):
        raise UsageError("conflict", "--format negmas and --preferences go together", "name both or neither")
    store = Store(find(data))
    if preferences:
        from peacecli.authoring.preferences import load_preferences  # Pydantic and YAML are slow to import
        from peacecli.exports.negmas import write_negmas

        write_negmas(store.record, load_preferences(store.record, preferences), output)
        return 0
    write_export(filled(store.record, store.evidence), chosen, output)
    return 0
