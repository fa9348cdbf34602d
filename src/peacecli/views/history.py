"""`--history` as a page: how positions moved, when, and on whose words."""

from itertools import groupby

from peacecli.core.record import Negotiation
from peacecli.core.results.history import History, PeriodOfPosition
from peacecli.views.page import Block, Cell, Column, Heading, Page, Rows, line, table
from peacecli.views.shared import acceptable, footnote, marks
from peacecli.views.symbols import STANCE


def page(record: Negotiation, result: History) -> Page:
    """The whole answer, party by party and position by position."""
    blocks: list[Block] = [Heading("How positions moved", 1)]
    for party, of_party in groupby(result.periods, lambda one: one.party):
        blocks.append(Heading(record.parties[party].label))
        for _, of_position in groupby(of_party, lambda one: one.position):
            blocks += _position(record, list(of_position))
    if not result.periods:
        blocks.append(line("No position found."))
    return Page(tuple(blocks), footnote(result.data))


def rows(record: Negotiation, result: History) -> Rows:
    """One row a period, for a spreadsheet."""
    header = ("key", "party", "position", "stance", "since", "until", "acceptable", "statement", "speaker", "said")
    return Rows(header, tuple(_row(record, one) for one in result.periods))


def _row(record: Negotiation, one: PeriodOfPosition) -> tuple[str, ...]:
    return (
        one.key, one.party, one.position, one.stance, one.since, one.until or "", acceptable(record, one.acceptable),
        one.statement or "", one.speaker or "", one.said or "",
    )  # fmt: skip


def _position(record: Negotiation, periods: list[PeriodOfPosition]) -> list[Block]:
    first = periods[0]
    labels = ", ".join(record.issues[issue].label for issue in first.issues)
    title = line(
        Cell(f"{labels} ({STANCE[first.stance]}, {marks(first.strength, first.basis, first.thin)}): ", "strong"),
        first.says,
    )
    columns = (Column("Since"), Column("Until"), Column("Acceptable", 4), Column("On whose words", 6))
    cells: list[tuple[str | Cell, ...]] = [
        (one.since, one.until or "", acceptable(record, one.acceptable), _words(one)) for one in periods
    ]
    return [title, table(columns, cells)]


def _words(one: PeriodOfPosition) -> str:
    return f"{one.speaker}: {one.said}" if one.speaker else "(no statement of that time in the record)"
