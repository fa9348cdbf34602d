"""The compiled record as JSON-ready lists, and back. Records are rows, sets of outcomes lists of spans."""

import json
import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar
from zlib import crc32

from peacecli.core import record as r
from peacecli.core.outcomes import UNLIMITED, Cut, Outcomes, Space
from peacecli.errors import DataError

FORMAT = 5
"""Raised whenever the rows change, so that a file of another version is told from a sound one."""
_ROWS = b',"rows":'

Row = list[Any]
Made = TypeVar("Made")
DAMAGED = (ValueError, TypeError, LookupError, RecursionError)
"""What rows that are none of ours raise."""

_PLANS = list(r.Negotiation._fields).index("plans")


def encode(value: object) -> Any:
    """A record as nested lists: named tuples are rows, mappings lists of their values."""
    if isinstance(value, Outcomes):
        return [_span(low, high) for low, high in value.spans]
    if isinstance(value, tuple | list):
        return [encode(item) for item in value]
    if isinstance(value, Mapping):
        return [encode(item) for item in value.values()]
    return UNLIMITED if value == math.inf else value


def compiled(record: r.Negotiation, evidence: object) -> dict[str, bytes]:
    """The files of a compiled record by name: the record with only the ids of its plans, each plan, the evidence.

    Most questions are about two plans.
    """
    row = encode(record)
    plans = row[_PLANS]
    row[_PLANS] = [plan[:1] for plan in plans]
    parts = {"evidence": encode(evidence)} | {f"plans/{plan[0]}": plan for plan in plans}
    packs = {name: packed(rows, name, record.digest) for name, rows in parts.items()}
    return {"record": packed(row, "record"), **packs}


def packed(rows: Any, name: str, digest: str = "") -> bytes:
    """A compiled file: its rows, and what a damaged or misplaced file is known by, which is the format, a checksum,
    the file's name and, but in the record itself, the digest of the record that it belongs to.
    """
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()
    return _head(text, name, digest) + _ROWS + text + b"}"


def unpacked(content: bytes, name: str, digest: str = "") -> Row:
    """The rows of a compiled file. Raises ValueError where the file is cut off, changed, of another format, or belongs
    elsewhere.
    """
    head, _, rest = content.partition(_ROWS)
    text = rest[:-1]
    if head != _head(text, name, digest) or rest[-1:] != b"}":
        raise ValueError("it was changed, or belongs to another record or version")
    rows: Row = json.loads(text)
    return rows


def _head(text: bytes, name: str, digest: str) -> bytes:
    return f'{{"format":{FORMAT},"file":"{name}","record":"{digest}","checksum":{crc32(text)}'.encode()


def _span(low: Cut, high: Cut) -> Any:
    if low[0] == high[0]:
        return UNLIMITED if low[0] == math.inf else low[0]
    return [_bound(low[0]), low[1], _bound(high[0]), high[1]]


def _bound(value: float) -> float | None:
    return value if math.isfinite(value) else None


def decode(row: Row, plan_row: Callable[[str], Row] | None = None) -> r.Negotiation:
    """The negotiation that `encode` made these rows of; `plan_row` gives the rows of plans that stand apart.

    Raises what DAMAGED names for other rows.
    """
    *head, featured, topics, parties, issues, plans, positions, status_quo = row
    return r.Negotiation._make(
        [
            *head,
            tuple(featured),
            by_id(topics, lambda one: r.Topic(*one)),
            by_id(parties, lambda one: r.Party._make(tuples(one))),
            by_id(issues, _issue),
            Plans([plan[0] for plan in plans], plan_row or {plan[0]: plan for plan in plans}.__getitem__),
            by_id(positions, _position),
            {one[0]: _term(one) for one in status_quo},
        ]
    )


class Plans(Mapping[str, r.Plan]):
    """Plans by id, each made into a record when it is first asked for: most questions are about two of them."""

    def __init__(self, names: Iterable[str], row_of: Callable[[str], Row]) -> None:
        self._names = dict.fromkeys(names)
        self._row_of = row_of
        self._made: dict[str, r.Plan] = {}

    def __getitem__(self, name: str) -> r.Plan:
        if name not in self._names:
            raise KeyError(name)
        if name not in self._made:
            try:
                self._made[name] = _plan(self._row_of(name))
            except (OSError, *DAMAGED) as error:
                message = f"the installed record's plan `{name}` is damaged ({error})"
                raise DataError("damaged-record", message, "reinstall peacecli") from error
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def by_id(rows: Iterable[Row], make: Callable[[Row], Made]) -> dict[str, Made]:
    """The rows made into records, by their first cell."""
    return {row[0]: make(row) for row in rows}


def tuples(row: Row) -> Row:
    """The row with its lists as tuples."""
    return [tuple(cell) if type(cell) is list else cell for cell in row]


def _outcomes(spans: list[Any]) -> Outcomes:
    return Outcomes.canonical(tuple(_cuts(*span) if type(span) is list else _point_cuts(span) for span in spans))


def _point_cuts(point: float | str) -> tuple[Cut, Cut]:
    where = math.inf if isinstance(point, str) else point
    return (where, -1), (where, 1)


def _cuts(low: float | None, low_side: int, high: float | None, high_side: int) -> tuple[Cut, Cut]:
    return (-math.inf if low is None else low, low_side), (math.inf if high is None else high, high_side)


def _issue(row: Row) -> r.Issue:
    name, topic, label, question, space, order, unit, options, aliases, quo, quo_date, note = row
    kind, ids, unlimited = space
    return r.Issue(
        name, topic, label, question, Space(kind, tuple(ids), unlimited), order, unit,
        tuple(r.Option(*option) for option in options), tuple(aliases), quo and _term(quo), quo_date, note,
    )  # fmt: skip


def _term(row: Row) -> r.Term:
    issue, status, options, points, condition, force, scope, obliges, *rest = row
    return r.Term(
        issue, status, tuple(_option(option) for option in options), tuple(points), condition, force, scope,
        tuple(obliges), *tuples(rest),
    )  # fmt: skip


def _option(row: Row) -> r.TermOption:
    outcomes, proposed_by, sources, note, variants = row
    return r.TermOption(_outcomes(outcomes), tuple(proposed_by), tuple(sources), note, tuple(variants))


def _atom(row: Row) -> r.Atom:
    issue, acceptable, unclear, ideal = row
    return r.Atom(issue, _outcomes(acceptable), _outcomes(unclear), math.inf if ideal == UNLIMITED else ideal)


def _position(row: Row) -> r.Position:
    *head, periods, statements, texts, last_stated, rests_on, thin = row
    made = tuple(
        r.Period(since, until, tuple(issues), tuple(tuple(_atom(atom) for atom in each) for each in alternatives))
        for since, until, issues, alternatives in periods
    )
    return r.Position._make([*head, made, tuple(statements), tuple(texts), last_stated, rests_on, thin])


def _plan(row: Row) -> r.Plan:
    (*head, authors, aliases, drafting, status, summary, supersedes, count, notes, points, terms, companions,
     variants, struck, not_in_text, accounts, assessments, sources, unknown) = row  # fmt: skip
    return r.Plan._make([
        *head, tuple(authors), tuple(aliases), drafting, status, summary, tuple(supersedes), count, tuple(notes),
        tuple(_point(point) for point in points),
        {term[0]: _term(term) for term in terms},
        tuple(r.Companion(*tuples(one)) for one in companions),
        tuple(r.Variant(*one) for one in map(tuples, variants)),
        tuple(r.Struck(*one) for one in map(tuples, struck)),
        tuple(r.NotInText(*tuples(one)) for one in not_in_text),
        tuple(_account(one) for one in accounts),
        tuple(r.Assessment(*tuples(one)) for one in assessments),
        tuple(sources), tuple(unknown),
    ])  # fmt: skip


def _point(row: Row) -> r.Point:
    number, label, says, issues, no_term, sources, credibility, disagreement, accounts, thin = row
    return r.Point(
        number, label, says, tuple(issues), no_term, tuple(sources), credibility, disagreement,
        tuple(_account(one) for one in accounts), thin,
    )  # fmt: skip


def _account(row: Row) -> r.Account:
    return r.Account(row[0], tuple(r.Claim(*tuples(claim)) for claim in row[1]))
