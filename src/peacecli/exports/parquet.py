"""Tables as Parquet: a file a table, every column of one type whatever the record holds, so that engines can read the
exports of thousands of negotiations as one table.
"""

from collections.abc import Iterable
from pathlib import Path

from peacecli.errors import UsageError
from peacecli.exports.rows import Filled


def write_parquet(tables: Iterable[Filled], folder: Path) -> None:
    """The tables into a new folder. Raises UsageError where pyarrow is not installed, and OSError."""
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        message = "Parquet needs pyarrow, which is not installed"
        raise UsageError("no-pyarrow", message, "pip install 'peacecli[parquet]'") from error
    kinds = {"text": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_()}
    for table, rows in tables:
        schema = pa.schema([pa.field(one.name, kinds[one.kind], nullable=one.optional) for one in table.columns])
        columns = list(zip(*rows, strict=True)) or [()] * len(table.columns)
        arrays = [pa.array(cells, type=field.type) for cells, field in zip(columns, schema, strict=True)]
        parquet.write_table(pa.Table.from_arrays(arrays, schema=schema), folder / f"{table.name}.parquet")
