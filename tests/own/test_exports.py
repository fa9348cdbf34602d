"""A whole negotiation as tables: the same bytes each time, keys that hold, views that answer, and the tools named in
docs/scripting.md read them.
"""

import csv
import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from peacecli.authoring.load import load
from peacecli.exports.rows import filled
from peacecli.exports.schema import TABLES
from peacecli.exports.sqlite import SEARCHED, VIEWS
from tests.running import Run
from tests.small import FENCE, Change, negotiation

FORMATS = ("sqlite", "csv", "jsonl", "parquet")


def export(run: Run, path: Path, format: str, *more: str) -> Path:
    """An export, which must succeed."""
    if format == "parquet":
        pytest.importorskip("pyarrow", reason="pip install 'peacecli[parquet]'")
    answer = run("export", "--format", format, "-o", str(path), *more)
    assert (answer.code, answer.out, answer.err) == (0, "", "")
    return path


def content(path: Path) -> dict[str, bytes]:
    """Every file of an export."""
    files = [path] if path.is_file() else sorted(path.iterdir())
    return {file.name if path.is_dir() else "": file.read_bytes() for file in files}


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_record_makes_the_same_bytes(fence: Run, tmp_path: Path, format: str) -> None:
    """Twice in one process, and nothing of the time or place."""
    one, other = (export(fence, tmp_path / name, format) for name in ("one", "other"))
    assert content(one) == content(other)
    assert not any(str(tmp_path).encode() in data for data in content(one).values())


@pytest.fixture
def database(fence: Run, tmp_path: Path) -> sqlite3.Connection:
    """The small negotiation in SQLite."""
    return sqlite3.connect(export(fence, tmp_path / "fence.db", "sqlite"))


def test_sqlite_is_sound(database: sqlite3.Connection) -> None:
    """SQLite's own checks find nothing."""
    with closing(database):
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        for name in (*VIEWS, *SEARCHED, *(table.name for table in TABLES)):
            database.execute(f'SELECT * FROM "{name}"').fetchall()
        for name in ("crossed_red_lines", "plan_terms", "bracketed_text", "timeline", "statements_with_sources"):
            assert database.execute(f"SELECT * FROM {name}").fetchall()


def test_the_views_say_what_the_commands_say(fence: Run, database: sqlite3.Connection) -> None:
    """Crossed red lines as in `check`."""
    verdicts = fence("check", *("7", "table", "letter", "handshake"), "--json").json["verdicts"]
    crossed = {(one["plan"], one["position"]) for one in verdicts
               if one["verdict"] == "crossed" and not one["rests_on_this_plan"]}  # fmt: skip
    with closing(database):
        assert set(database.execute("SELECT plan, position FROM crossed_red_lines")) == crossed
        found = database.execute("SELECT kind, id FROM search WHERE search MATCH 'pear tree'").fetchall()
        assert ("issue", "garden.pear") in found
        tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        assert {table.name for table in TABLES} <= tables


def test_csv_and_json_lines_have_the_same_rows(fence: Run, tmp_path: Path) -> None:
    """As many rows, under the same names, and what CSV leaves empty is null in JSON."""
    texts, lines = export(fence, tmp_path / "csv", "csv"), export(fence, tmp_path / "jsonl", "jsonl")
    for table in TABLES:
        with (texts / f"{table.name}.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        objects = [json.loads(line) for line in (lines / f"{table.name}.jsonl").read_text("utf-8").splitlines()]
        assert len(rows) == len(objects)
        for row, one in zip(rows, objects, strict=True):
            empty = [key for key, cell in row.items() if cell == ""]
            assert empty == [key for key, value in one.items() if value is None]


def rows(path: Path, table: str) -> list[dict[str, Any]]:
    """The rows of a table in JSON Lines."""
    return [json.loads(line) for line in (path / f"{table}.jsonl").read_text("utf-8").splitlines()]


def test_nothing_that_a_plan_or_a_party_says_is_left_out(anywhere: Run, tmp_path: Path) -> None:
    """Notes, what is featured, and two disputed claims about one thing as two."""
    again = "\n  - about: Who paid for the coffee\n    claims: [{by: Bruno Birch, says: I did., sources: [gazette]}]\n"
    path, _ = negotiation(
        tmp_path / "it",
        Change("plans/table.yaml", "", again.lstrip("\n")),
        Change("parties/alder.yaml", "party: alder\n", "party: alder\nnote: Three live in the house.\n"),
    )
    made = export(anywhere, tmp_path / "jsonl", "jsonl", "--data", str(path))
    assert [(one["plan"], one["note"]) for one in rows(made, "plan_note")] == [("table", "The paper has coffee on it.")]
    assert {one["plan"]: one["featured"] for one in rows(made, "plan") if one["featured"] is not None} == {
        "7": 0,
        "table": 1,
    }
    coffee = [one["account"] for one in rows(made, "account") if one["about"] == "Who paid for the coffee"]
    assert [[one["by"] for one in rows(made, "claim") if one["account"] == number] for number in coffee] == [
        ["Arno Alder"],
        ["Bruno Birch"],
    ]
    (note,) = [one["note"] for one in rows(made, "party") if one["party"] == "alder"]
    assert note == "From letters and from talk over the fence. Three live in the house."


def test_a_number_is_a_number_with_a_point_everywhere(fence: Run, tmp_path: Path) -> None:
    """So that a column of JSON Lines is not of whole numbers in one export and of others in another."""
    ranges = rows(export(fence, tmp_path / "jsonl", "jsonl"), "status_quo_outcome")
    assert {type(one["at_least"]) for one in ranges} == {float, type(None)}


def test_every_key_is_unique_and_every_reference_leads_somewhere() -> None:
    """In the rows themselves, before any format."""
    keys: dict[str, set[tuple[Any, ...]]] = {}
    tables = filled(*load(FENCE))
    for table, rows in tables:
        names = [column.name for column in table.columns]
        found = [tuple(row[names.index(column)] for column in table.key) for row in rows]
        keys[table.name] = set(found)
        assert len(keys[table.name]) == len(found), table.name
    for table, rows in tables:
        names = [column.name for column in table.columns]
        for reference in table.references:
            referred = {tuple(row[names.index(column)] for column in reference.columns) for row in rows}
            assert {one for one in referred if None not in one} <= keys[reference.table], table.name


def test_the_whole_record_exports(real: Run, tmp_path: Path) -> None:
    """The record that comes along too."""
    with closing(sqlite3.connect(export(real, tmp_path / "record.db", "sqlite"))) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []


def test_harmful_text_is_harmless_or_literal(anywhere: Run, tmp_path: Path) -> None:
    """No cell of the CSV is a formula or steers a terminal; the other formats have the text as it is."""
    path, _ = negotiation(tmp_path / "it", Change("plans/letter.yaml", "title: Birch's letter", 'title: "=A1\\e[31m"'))
    data = ("--data", str(path))
    text = (export(anywhere, tmp_path / "csv", "csv", *data) / "plan.csv").read_text(encoding="utf-8")
    assert ("'=A1\\x1b[31m" in text, "\x1b" in text) == (True, False)
    with closing(sqlite3.connect(export(anywhere, tmp_path / "x.db", "sqlite", *data))) as database:
        assert ("=A1\x1b[31m",) in database.execute("SELECT title FROM plan").fetchall()


@pytest.mark.parametrize(
    ("format", "place", "words"),
    [
        ("csv", "full", "exists already"),
        ("csv", "file", "exists already"),
        ("sqlite", "full", "is a folder"),
        ("sqlite", "/dev/null", "is not a regular file"),
        ("sqlite", "no/such/folder", "cannot write"),
        ("xlsx", "x", "is not known"),
    ],
)
def test_an_export_replaces_nothing_by_chance(fence: Run, tmp_path: Path, format: str, place: str, words: str) -> None:
    """Folders must be new or empty, and nothing is left of an export that fails."""
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine").write_text("mine", encoding="utf-8")
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    answer = fence("export", "--format", format, "-o", str(tmp_path / place))
    assert (answer.code, words in answer.err) == (2, True)
    assert sorted(file.name for file in tmp_path.rglob("*")) == ["file", "full", "mine"]


# --- the tools --------------------------------------------------------------------------------------


def test_frictionless_accepts_the_package(real: Run, tmp_path: Path) -> None:
    """The `frictionless` validator finds nothing wrong with the whole record."""
    frictionless = pytest.importorskip("frictionless", reason="pip install frictionless")
    report = frictionless.validate(str(export(real, tmp_path / "csv", "csv") / "datapackage.json"))
    assert report.valid, report.flatten(["title", "note"])[:5]


def test_datasette_opens_the_file(real: Run, tmp_path: Path) -> None:
    """Datasette's own inspection counts every table."""
    pytest.importorskip("datasette", reason="pip install datasette")
    path = export(real, tmp_path / "record.db", "sqlite")
    command = [sys.executable, "-m", "datasette", "inspect", str(path)]
    found = subprocess.run(command, capture_output=True, check=True, text=True)
    counts = json.loads(found.stdout)["record"]["tables"]
    assert {table.name for table in TABLES} <= counts.keys()


def test_engines_read_a_folder_of_parquet(anywhere: Run, tmp_path: Path) -> None:
    """DuckDB and Polars read the exports of several negotiations as one table."""
    duckdb = pytest.importorskip("duckdb", reason="pip install duckdb")
    polars = pytest.importorskip("polars", reason="pip install polars")
    for name in ("one", "two"):
        path, _ = negotiation(tmp_path / name, Change("positions.yaml", "  id: fence\n", f"  id: {name}\n"))
        (tmp_path / "corpus").mkdir(exist_ok=True)
        export(anywhere, tmp_path / "corpus" / name, "parquet", "--data", str(path))
    for table in TABLES:
        files = f"{tmp_path}/corpus/*/{table.name}.parquet"
        ((rows,),) = duckdb.sql(f"SELECT count(*) FROM read_parquet('{files}')").fetchall()
        assert polars.scan_parquet(files).collect().height == rows
    query = f"SELECT DISTINCT negotiation FROM read_parquet('{tmp_path}/corpus/*/plan.parquet') ORDER BY 1"
    assert duckdb.sql(query).fetchall() == [("one",), ("two",)]
