"""Tables as JSON Lines: a file a table, an object a row; every number of a column has a decimal point or none has."""

import json
from collections.abc import Iterable
from pathlib import Path

from peacecli.exports.rows import Filled
from peacecli.exports.schema import Column, Value


def write_jsonl(tables: Iterable[Filled], folder: Path) -> None:
    """The tables into a new folder. Raises OSError."""
    for table, rows in tables:
        with (folder / f"{table.name}.jsonl").open("w", encoding="utf-8", newline="\n") as file:
            for row in rows:
                cells = {one.name: _cell(one, value) for one, value in zip(table.columns, row, strict=True)}
                file.write(json.dumps(cells, ensure_ascii=False, allow_nan=False) + "\n")


def _cell(column: Column, value: Value) -> Value:
    return value if value is None or column.kind != "number" else float(value)
