"""Tables as one SQLite file, with foreign keys, views for the common questions, and full-text search."""

import errno
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from peacecli.errors import DataError
from peacecli.exports.rows import Filled
from peacecli.exports.schema import Reference, Table

_TYPES = {"text": "TEXT", "integer": "INTEGER", "number": "NUMERIC", "boolean": "INTEGER"}
_REFUSED = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)
"""What SQLite reports where the system takes no more, as on a full disk."""
VIEWS = {
    "crossed_red_lines": """
        SELECT v.negotiation, v.plan, v.party, v.position, p.says, p.strength, p.last_stated, v.reason
        FROM verdict v JOIN position p USING (negotiation, position)
        WHERE v.verdict = 'crossed' AND v.stance = 'red_line' AND NOT v.rests_on_this_plan""",
    "verdict_counts": """
        SELECT negotiation, plan, party, stance, verdict, count(*) AS positions
        FROM verdict WHERE NOT rests_on_this_plan GROUP BY 1, 2, 3, 4, 5""",
    "plan_terms": """
        SELECT t.negotiation, t.plan, i.topic, t.issue, i.label, t.says, t.status, t.condition,
               (SELECT group_concat(point, ', ') FROM term_point x
                WHERE (x.negotiation, x.plan, x.issue) = (t.negotiation, t.plan, t.issue)) AS points
        FROM term t JOIN issue i USING (negotiation, issue)""",
    "bracketed_text": """
        SELECT t.negotiation, t.plan, t.issue, o.place, o.says, p.party AS proposed_by
        FROM term t JOIN term_option o USING (negotiation, plan, issue)
        LEFT JOIN term_option_party p USING (negotiation, plan, issue, place) WHERE t.status = 'bracketed'""",
    "what_each_party_accepts": """
        SELECT a.negotiation, p.party, a.issue, p.position, p.stance, a.acceptable, a.unclear, a.ideal, d.since, d.until
        FROM atom a JOIN position p USING (negotiation, position)
        JOIN period d ON (d.negotiation, d.position, d.place) = (a.negotiation, a.position, a.period)""",
    "statements_with_sources": """
        SELECT s.negotiation, s.statement, s.date, p.party, s.position, k.name AS speaker, s.says, s.credibility,
               o.reliability, o.publisher, o.title, o.url
        FROM statement s JOIN position p USING (negotiation, position) JOIN speaker k USING (negotiation, speaker)
        JOIN statement_source x USING (negotiation, statement) JOIN source o USING (negotiation, source)""",
    "timeline": """
        SELECT negotiation, date, 'plan' AS kind, plan AS id, title AS says FROM plan
        UNION ALL SELECT negotiation, date, 'event', event, label FROM event
        UNION ALL SELECT negotiation, date, 'statement', statement, says FROM statement
        UNION ALL SELECT negotiation, date, 'reaction', plan, says FROM reaction""",
}
"""Views by name."""
SEARCHED = {
    "issue": ("issue", "label || ' ' || question"),
    "plan": ("plan", "title || ' ' || coalesce(summary, '')"),
    "point": ("plan || ':' || point", "coalesce(label, '') || ' ' || says"),
    "position": ("position", "says || ' ' || coalesce(note, '')"),
    "statement": ("statement", "says"),
    "event": ("event", "label || ' ' || says"),
    "source": ("source", "publisher || ' ' || title"),
}
"""What full-text search finds: by table, its id and its text."""


def write_sqlite(tables: Iterable[Filled], path: Path) -> None:
    """The tables into a new file. The same tables make the same bytes. Raises DataError and OSError."""
    path.open("xb").close()  # so that a folder which cannot be written into is the system's refusal
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            for statement in ("PRAGMA page_size = 4096", "PRAGMA journal_mode = OFF", "BEGIN"):
                database.execute(statement)
            for table, rows in tables:
                database.execute(_create(table))
                marks = ", ".join("?" * len(table.columns))
                database.executemany(f'INSERT INTO "{table.name}" VALUES ({marks})', rows)
                for number, reference in enumerate(table.references[1:]):
                    database.execute(_index(table, reference, number))
            for name, query in VIEWS.items():
                database.execute(f"CREATE VIEW {name} AS {query}")
            _make_searchable(database)
            for statement in ("COMMIT", "ANALYZE", "VACUUM"):
                database.execute(statement)
    except sqlite3.Error as error:
        if error.sqlite_errorcode & 0xFF in _REFUSED:
            raise OSError(errno.EIO, str(error)) from error
        raise DataError("no-sqlite", f"SQLite {sqlite3.sqlite_version} cannot write this: {error}") from error


def _make_searchable(database: sqlite3.Connection) -> None:
    columns = "negotiation UNINDEXED, kind UNINDEXED, id UNINDEXED, text"
    database.execute(f"CREATE VIRTUAL TABLE search USING fts5({columns}, tokenize = 'unicode61 remove_diacritics 2')")
    for kind, (name, text) in SEARCHED.items():
        query = f"SELECT negotiation, '{kind}', {name}, {text} FROM {kind}"
        database.execute(f"INSERT INTO search {query}")


def _create(table: Table) -> str:
    parts = [
        f'"{one.name}" {_TYPES[one.kind]}{"" if one.optional else " NOT NULL"}'
        + (f' CHECK ("{one.name}" IN (0, 1))' if one.kind == "boolean" else "")
        for one in table.columns
    ]
    parts.append(f"PRIMARY KEY ({_names(table.key)})")
    parts += [f'FOREIGN KEY ({_names(one.columns)}) REFERENCES "{one.table}"' for one in table.references]
    body = ",\n  ".join(parts)
    return f'CREATE TABLE "{table.name}" (\n  {body}\n)'


def _index(table: Table, reference: Reference, number: int) -> str:
    return f'CREATE INDEX "{table.name}_{number}" ON "{table.name}" ({_names(reference.columns)})'


def _names(columns: Iterable[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)
