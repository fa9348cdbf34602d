"""Tables as CSV with a Frictionless `datapackage.json`: a Tabular Data Package.

A cell of text that a spreadsheet would take for a formula stands behind an apostrophe, and control characters stand as
escapes, as in every CSV that peacecli writes; the other formats have the text as it is.
"""

import csv
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from peacecli.exports.rows import Filled
from peacecli.exports.schema import ID, KEYS, Table, Value
from peacecli.writers.csv import cell

PROFILE = "tabular-data-package"


def write_csv(tables: Iterable[Filled], folder: Path) -> None:
    """The tables and their description into a new folder. Raises OSError."""
    tables = list(tables)
    for table, rows in tables:
        with (folder / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(column.name for column in table.columns)
            writer.writerows([_cell(value) for value in row] for row in rows)
    (head,) = next(rows for table, rows in tables if table.name == ID)
    text = json.dumps(_package(head, [table for table, _ in tables]), indent=2, ensure_ascii=False)
    (folder / "datapackage.json").write_text(text + "\n", encoding="utf-8", newline="\n")


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return cell(value) if isinstance(value, str) else str(value)


def _package(head: tuple[Value, ...], tables: Iterable[Table]) -> dict[str, Any]:
    name, title, version, *_ = head
    return {
        "profile": PROFILE,
        "name": name,
        "title": title,
        "version": version,
        "resources": [_resource(table) for table in tables],
    }


def _resource(table: Table) -> dict[str, Any]:
    fields = [
        {"name": one.name, "type": "string" if one.kind == "text" else one.kind}
        | ({} if one.optional else {"constraints": {"required": True}})
        for one in table.columns
    ]
    optional = {one.name for one in table.columns if one.optional}  # the standard knows no key that is half absent
    keys = [
        {"fields": list(one.columns), "reference": {"resource": one.table, "fields": list(KEYS[one.table])}}
        for one in table.references
        if optional.isdisjoint(one.columns)
    ]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": fields, "missingValues": [""], "primaryKey": list(table.key), "foreignKeys": keys},
    }
