"""`peacecli issue` as a page: the outcome space, what every plan says, every position."""

from collections.abc import Iterator

from peacecli.core.record import Negotiation
from peacecli.core.results.issue import IssueAnswer, IssueHead, IssuePosition, PlanTerm
from peacecli.views.page import Block, Cell, Column, Heading, Page, Rows, line, table
from peacecli.views.party import fares
from peacecli.views.shared import acceptable, day, footnote, marks
from peacecli.views.symbols import KEY_TO_OWN, KEY_TO_VERDICTS, STANCE
from peacecli.views.terms import SILENT, UNKNOWN, status_quo, term


def page(record: Negotiation, result: IssueAnswer) -> Page:
    """The whole answer."""
    issue = result.issue
    blocks: list[Block] = [Heading(f"{issue.label} ({issue.id})", 1), line(issue.question), *_space(issue)]
    if result.status_quo:
        quo = status_quo(record.issues[issue.id], result.status_quo, result.status_quo_date)
        blocks.append(line(Cell("If nothing changes: ", "strong"), quo))
    blocks += [
        Heading("Plans"),
        table(
            (Column("Plan"), Column("Date"), Column("Says", 1), Column("Point")),
            [_plan(record, one) for one in result.plans],
        ),
    ]
    featured = record.featured
    blocks.append(Heading(f"Positions on {result.as_of}"))
    if result.positions:
        cells = [_position(record, one) for one in result.positions]
        columns = (
            Column("Party", 3),
            Column("Stance", 3, width=10),
            Column("Position", 8, 14),
            Column("Acceptable", 5),
        )
        blocks.append(table((*columns, *(Column(name, 3, width=12) for name in featured)), cells, repeat=3))
    blocks += _not_covered(record, result)
    blocks.append(line(Cell(f"{KEY_TO_VERDICTS}  {KEY_TO_OWN}", "dim")))
    return Page(tuple(blocks), footnote(result.data))


def rows(record: Negotiation, result: IssueAnswer) -> Rows:
    """One row a plan, then one a position, for a spreadsheet."""
    header = ("kind", "id", "party", "stance", "says", "points", "last_stated")
    plans = [("plan", one.plan, "", "", _says(record, one), _points(one), "") for one in result.plans]
    positions = [
        ("position", one.id, one.party, one.stance, acceptable(record, one.acceptable), "", one.last_stated)
        for one in result.positions
    ]
    return Rows(header, (*plans, *positions))


def _space(issue: IssueHead) -> Iterator[Block]:
    if issue.kind == "quantity":
        yield line(f"A quantity in {issue.unit}{', or no limit' if issue.unlimited else ''}.")
    else:
        yield line(f"A scale, {issue.order}:" if issue.order else "A choice between:")
    for option in issue.options:
        meaning = f": {option.meaning}" if option.meaning else ""
        yield line(Cell(option.id, "strong"), f"  {option.label}{meaning}", indent=2)
    if issue.note:
        yield line(issue.note)


def _says(record: Negotiation, one: PlanTerm) -> str:
    return term(record, one.term) if one.term else UNKNOWN if one.absence == "unknown" else SILENT


def _points(one: PlanTerm) -> str:
    return ", ".join(one.term.points) if one.term else ""


def _plan(record: Negotiation, one: PlanTerm) -> tuple[str | Cell, ...]:
    style: Cell = Cell(_says(record, one), "" if one.term else "dim")
    return one.plan, day(record.plans[one.plan].date), style, _points(one)


def _position(record: Negotiation, one: IssuePosition) -> tuple[str | Cell, ...]:
    return (
        record.parties[one.party].label,
        f"{STANCE[one.stance]} ({marks(one.strength, one.basis, one.thin)})",
        f"{one.says} (last {day(one.last_stated)})",
        acceptable(record, one.acceptable),
        *fares(one.verdicts, one.stance),
    )


def _not_covered(record: Negotiation, result: IssueAnswer) -> Iterator[Block]:
    speaking = {position.party for position in result.positions}
    for cover in result.coverage:
        label = record.parties[cover.party].label
        if not cover.covered:
            yield line(f"{label}: not covered on that date (covered {cover.since} to {cover.until}).")
        elif cover.party not in speaking:
            yield line(f"{label}: no position found.")
