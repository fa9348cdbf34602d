"""Tables as JSON Lines: a file a table, an object a row."""

import json
from collections.abc import Iterable
from pathlib import Path

from peacecli.exports.rows import Filled


def write_jsonl(tables: Iterable[Filled], folder: Path) -> None:
    """The tables into a new folder. Raises OSError."""
    for table, rows in tables:
        names = [column.name for column in table.columns]
        with (folder / f"{table.name}.jsonl").open("w", encoding="utf-8", newline="\n") as file:
            for row in rows:
                file.write(json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False, allow_nan=False) + "\n")
