"""`peacecli list` as a page: one table a kind of thing."""

from peacecli.core import wording
from peacecli.core.record import Negotiation
from peacecli.core.results.listing import (
    EventRow,
    ListEvents,
    ListIssues,
    ListParties,
    ListPlans,
    ListSources,
    ListSpeakers,
    ListStatements,
)
from peacecli.core.sourced import UNVERIFIED
from peacecli.views.chain import tree
from peacecli.views.page import Column, Heading, Page, Rows, table, whole
from peacecli.views.shared import counted, day, footnote

DATE = Column("Date", 2, 10)
COLUMNS = {
    "Date": DATE,
    "Kind": Column("Kind"),
    "Covered": Column("Covered", 4, 10),
    "Positions": Column("Positions"),
    "Red lines": Column("Red lines"),
    "Offices": Column("Offices", 8),
    "Speaks for": Column("Speaks for", 2, 10),
}
"""Columns that are not like the others."""
Listing = ListPlans | ListParties | ListIssues | ListSources | ListStatements | ListSpeakers | ListEvents


def page(record: Negotiation, result: Listing) -> Page:
    """The whole answer."""
    if isinstance(result, ListPlans) and result.chain:
        title = f"Plans ({len(result.plans)}), and what supersedes them"
        return Page((Heading(title, 1), *tree(result)), footnote(result.data))
    title, header, made = _content(record, result)
    columns, cells = _laid_out(result, header, made)
    return Page((Heading(f"{title} ({len(cells)})", 1), table(columns, [*cells])), footnote(result.data))


def rows(record: Negotiation, result: Listing) -> Rows:
    """The same table, for a spreadsheet."""
    if isinstance(result, ListPlans) and result.chain:
        links = tuple((one.plan, " ".join(one.supersedes), " ".join(one.superseded_by)) for one in result.chain)
        return Rows(("plan", "supersedes", "superseded_by"), links)
    _, header, cells = _content(record, result)
    return Rows(tuple(title.lower() for title in header), tuple(cells))


def _laid_out(
    result: Listing, header: tuple[str, ...], cells: list[tuple[str, ...]]
) -> tuple[tuple[Column, ...], list[tuple[str, ...]]]:
    """The columns for a reader, with room for ids and dates; what is short or belongs together shares one."""
    place = header.index("Id")
    ids = whole("Id", (row[place] for row in cells))
    match result:
        case ListPlans():
            return (ids, DATE, Column("Title", 3, 10), Column("Text", 3, 12), Column("Aliases", 5)), [
                (name, day, title, f"{kind}, {text}, {whole}, {counted(int(points), 'point')}", aliases)
                for name, day, title, kind, text, whole, points, aliases in cells
            ]
        case ListSources():
            return (ids, DATE, Column("Grade"), Column("Source", 8)), [
                (name, day, grade, f"{publisher}: {title} {address}")
                for name, day, grade, publisher, title, address in cells
            ]
        case ListStatements():
            return (ids, DATE, Column("Who said what", 8), Column("Credibility")), [
                (name, day, f"{who}: {said}", credibility) for name, day, who, said, credibility in cells
            ]
        case _:
            columns = {**COLUMNS, "Id": ids}
            return tuple(columns.get(title, Column(title, 4)) for title in header), cells


def _content(record: Negotiation, result: Listing) -> tuple[str, tuple[str, ...], list[tuple[str, ...]]]:
    match result:
        case ListPlans():
            return "Plans", ("Id", "Date", "Title", "Kind", "Text", "Completeness", "Points", "Aliases"), [
                (one.id, day(one.date), one.title, one.kind, one.textual_status, one.completeness, str(one.points),
                 ", ".join(one.aliases))
                for one in result.plans
            ]  # fmt: skip
        case ListParties():
            return "Parties", ("Id", "Label", "Aliases", "Covered", "Positions", "Red lines"), [
                (one.id, one.label, ", ".join(one.aliases), f"{one.since} to {one.until}", str(one.positions),
                 str(one.red_lines))
                for one in result.parties
            ]  # fmt: skip
        case ListIssues():
            return "Issues", ("Id", "Label", "Outcomes", "If nothing changes", "Aliases"), [
                (one.id, one.label, ", ".join(one.options) or one.unit or "",
                 wording.outcomes(record.issues[one.id], one.status_quo) if one.status_quo else "",
                 ", ".join(one.aliases))
                for one in result.issues
            ]  # fmt: skip
        case ListSources():
            return "Sources", ("Id", "Date", "Grade", "Publisher", "Title", "Address"), [
                (one.id, day(one.date), one.reliability, one.publisher, one.title, one.url or f"seeds/{one.seed}.md")
                for one in result.sources
            ]  # fmt: skip
        case ListStatements():
            return (
                "Statements",
                ("Id", "Date", "Who", "Said", "Credibility"),
                [(one.id, day(one.date), one.name, one.label, str(one.credibility)) for one in result.statements],
            )
        case ListSpeakers():
            return (
                "Speakers",
                ("Id", "Name", "Offices", "Speaks for"),
                [(one.id, one.label, "; ".join(one.roles), ", ".join(one.speaks_for)) for one in result.speakers],
            )
        case ListEvents():
            return (
                "Events",
                ("Date", "Kind", "Id", "What"),
                [(_when(one), one.kind, one.id, _event(one)) for one in result.events],
            )


def _when(one: EventRow) -> str:
    return f"{day(one.date)} to {day(one.until)}" if one.until else day(one.date)


def _event(one: EventRow) -> str:
    unverified = " (unverified)" if one.credibility == UNVERIFIED else ""
    return f"{one.label}{unverified}"
