"""An export in one of its formats, whole or not at all."""

from collections.abc import Callable, Iterable
from pathlib import Path

from peacecli.atomic import put, refuse_as_file, refuse_as_folder
from peacecli.exports.csv_package import write_csv
from peacecli.exports.jsonl import write_jsonl
from peacecli.exports.parquet import write_parquet
from peacecli.exports.rows import Filled
from peacecli.exports.sqlite import write_sqlite

Writer = Callable[[Iterable[Filled], Path], None]
FOLDERS: dict[str, Writer] = {"csv": write_csv, "jsonl": write_jsonl, "parquet": write_parquet}
"""Formats that are a file a table."""
FORMATS = ("sqlite", *FOLDERS)


def write_export(tables: Iterable[Filled], format: str, path: Path) -> None:
    """The tables into `path`: one file, which is replaced, or a new folder. Raises UsageError and DataError."""

    def fill_folder(beside: Path) -> None:
        beside.mkdir()
        FOLDERS[format](tables, beside)

    if format == "sqlite":
        refuse_as_file(path)
        put(lambda beside: write_sqlite(tables, beside), path)
    else:
        refuse_as_folder(path)
        put(fill_folder, path)
