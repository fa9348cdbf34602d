"""`peacecli timeline` as a page: one row an entry, in date order."""

from peacecli.core.record import Negotiation
from peacecli.core.results.timeline import Entry, Timeline
from peacecli.core.sourced import UNVERIFIED
from peacecli.views.page import Block, Cell, Column, Heading, Page, Rows, line, table
from peacecli.views.shared import day, footnote, noted
from peacecli.views.symbols import KEY_TO_GRADES

COLUMNS = (Column("Date", 2, width=10), Column("What", 4, width=12), Column("Said", 10), Column("Grade"))


def page(record: Negotiation, result: Timeline) -> Page:
    """The whole answer."""
    blocks: list[Block] = [Heading(f"{record.title}: timeline", 1), line(_counts(result))]
    if result.entries:
        blocks += [table(COLUMNS, [_cells(record, one) for one in result.entries]), line(Cell(KEY_TO_GRADES, "dim"))]
    if len(result.entries) < result.summary.entries:
        blocks.append(line(f"The first {len(result.entries)} of {result.summary.entries}; --limit shows more."))
    return Page(tuple(blocks), footnote(result.data))


def rows(record: Negotiation, result: Timeline) -> Rows:
    """One row an entry, for a spreadsheet."""
    header = (
        "key", "date", "until", "kind", "label", "says", "form", "parties", "plans", "speaker", "channel", "positions",
        "reliability", "credibility", "sources", "note",
    )  # fmt: skip
    return Rows(header, tuple(_row(one) for one in result.entries))


def _row(one: Entry) -> tuple[str, ...]:
    return (
        one.key, one.date, one.until or "", one.kind, one.label, one.says or "", one.form or "", " ".join(one.parties),
        " ".join(one.plans), one.speaker or "", one.channel or "", " ".join(one.positions), one.reliability or "",
        str(one.credibility or ""), " ".join(one.sources), one.note or "",
    )  # fmt: skip


def _counts(result: Timeline) -> str:
    counts = result.summary
    parts = [
        f"{count} {kind}{'s' * (count != 1)}" for kind, count in counts._asdict().items() if count and kind != "entries"
    ]
    return f"{', '.join(parts)}." if parts else "Nothing is as asked for."


def _cells(record: Negotiation, one: Entry) -> tuple[str | Cell, ...]:
    until = f" to {day(one.until)}" if one.until else ""
    grade = f"{one.reliability or ''}{one.credibility or ''}"
    return f"{day(one.date)}{until}", Cell(_what(record, one), "strong"), _said(one), grade


def _what(record: Negotiation, one: Entry) -> str:
    parties = ", ".join(record.parties[party].short for party in one.parties)
    match one.kind:
        case "publication":
            return f"Plan {one.plans[0]}"
        case "event":
            return f"Event ({one.form})"
        case "statement":
            return f"{one.name} ({parties})"
        case "reaction":
            return f"{one.name} ({parties}) on {one.plans[0]}"


def _said(one: Entry) -> str:
    match one.kind:
        case "publication" | "event":
            text = f"{one.label}. {one.says or ''}".strip()
        case "statement":
            text = one.says or ""
        case "reaction":
            text = f"{(one.form or '').replace('-', ' ')}: {one.says}"
    marks = [one.channel] if one.channel and one.channel != "on_record" else []
    marks += ["unverified"] if one.credibility == UNVERIFIED else []
    marks += ["denied"] if one.denied_by else []
    tail = f" ({', '.join(marks)})" if marks else ""
    positions = f" [{', '.join(one.positions)}]" if one.positions else ""
    return noted(text + tail + positions, one.note)
