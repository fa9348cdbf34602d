"""`peacecli list` as a page: one table a kind of thing."""

from peacecli.core import wording
from peacecli.core.record import Negotiation
from peacecli.core.results.listing import (
    ListEvents,
    ListIssues,
    ListParties,
    ListPlans,
    ListSources,
    ListSpeakers,
    ListStatements,
)
from peacecli.views.page import Heading, Page, Rows, table
from peacecli.views.shared import day, footnote

Listing = ListPlans | ListParties | ListIssues | ListSources | ListStatements | ListSpeakers | ListEvents


def page(record: Negotiation, result: Listing) -> Page:
    """The whole answer."""
    title, header, cells = _content(record, result)
    return Page(
        (Heading(f"{title} ({len(cells)})", 1), table(header, [tuple(row) for row in cells])), footnote(result.data)
    )


def rows(record: Negotiation, result: Listing) -> Rows:
    """The same table, for a spreadsheet."""
    _, header, cells = _content(record, result)
    return Rows(tuple(title.lower() for title in header), tuple(cells))


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
            return (
                "Sources",
                ("Id", "Date", "Grade", "Publisher", "Title", "Address"),
                [
                    (
                        one.id,
                        day(one.date),
                        one.reliability,
                        one.publisher,
                        one.title,
                        one.url or f"seeds/{one.seed}.md",
                    )
                    for one in result.sources
                ],
            )
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
                [(day(one.date), one.kind, one.id, one.label) for one in result.events],
            )
