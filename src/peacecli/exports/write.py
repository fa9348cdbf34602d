"""An export in one of its formats, whole or not at all."""

import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from peacecli import inputs
from peacecli.errors import UsageError
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
    if format == "sqlite":
        _refuse_file(path)
    elif path.exists() and not (path.is_dir() and not any(path.iterdir())):
        raise UsageError("exists", f"{path} exists already", "name a new folder")
    path = path.resolve()
    beside = path.with_name(f".peacecli-{os.urandom(8).hex()}")
    try:
        _write(tables, format, beside)
        beside.replace(path)
    except OSError as error:
        raise UsageError(
            "cannot-write", f"cannot write {path.name}: {error.strerror}", "nothing was changed"
        ) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)
        beside.unlink(missing_ok=True)


def _write(tables: Iterable[Filled], format: str, beside: Path) -> None:
    if format == "sqlite":
        write_sqlite(tables, beside)
    else:
        beside.mkdir()
        FOLDERS[format](tables, beside)


def _refuse_file(path: Path) -> None:
    if path.is_dir():
        raise UsageError("output-is-folder", f"{path} is a folder", "name a file")
    if path.exists() and not path.is_file():
        raise UsageError("output-is-device", f"{path} is not a regular file", "name a file")
    if path.exists() and inputs.was_read(path.stat()):
        raise UsageError("output-is-input", f"{path} is a file that this answer is made from", "name another file")
