"""`peacecli matrix` as a page: one row a plan and one column a party, or one row a position and one column a plan."""

from collections.abc import Iterator
from string import ascii_uppercase

from peacecli.core.record import Negotiation
from peacecli.core.results.common import PlanHead
from peacecli.core.results.matrix import Matrix, PartyCell, PartySummary, PositionCell, PositionHead
from peacecli.core.verdicts import Word
from peacecli.views.page import Block, Cell, Column, Heading, Line, Page, Rows, line, table
from peacecli.views.shared import NOT_COVERED, counted, day, footnote
from peacecli.views.symbols import (
    KEY_TO_OWN,
    KEY_TO_SYMBOLS,
    KEY_TO_VERDICTS,
    OWN,
    STANCES,
    VERDICTS,
    crossed,
    stances,
    verdict_cell,
)

FEW = 4
"""So many plans have columns wide enough for their ids and for verdicts in words; more are lettered."""
ORDER: tuple[Word, ...] = ("crossed", "open", "respected", "silent", "unknown")
KEY_TO_TALLIES = "✗8 ◐3 ✓3 –3 /17: how many of 17.  (+2): two more known only from that plan itself, not counted."
NOT_IN_FORCE = "·"
HEADER = ("key", "plan", "date", "kind", "completeness", "party")
PARTY_HEADER = (
    "covered", "positions", "respected", "crossed", "open", "silent", "unknown", "rest_on_this_plan",
)  # fmt: skip
POSITION_HEADER = (
    "position", "stance", "says", "verdict", "open_because", "if_nothing_changes", "rests_on_this_plan",
)  # fmt: skip
KEY_TO_CELLS = f"{KEY_TO_OWN}, not counted  {NOT_IN_FORCE} not in force, or not covered, on that date"
KEY_TO_SIGNS = "–✗ ◐✓ silent or open, and crossed or respected if nothing changes  "


def page(record: Negotiation, result: Matrix) -> Page:
    """The whole answer."""
    blocks: list[Block] = [Heading(f"{record.title}: {_subject(record, result)}", 1)]
    if result.plans:
        blocks += _summary(record, result)
        blocks += _by_party(record, result) if result.by == "party" else _by_position(record, result)
        in_words = result.by == "position" and len(result.plans) <= FEW
        blocks.append(line(Cell(KEY_TO_VERDICTS if in_words else KEY_TO_SYMBOLS, "dim")))
    else:
        blocks.append(line("No plan is of that kind and date."))
    return Page(tuple(blocks), footnote(result.data))


def rows(record: Negotiation, result: Matrix) -> Rows:
    """One row a cell, for a spreadsheet."""
    heads = {plan.id: plan for plan in result.plans}
    positions = {one.id: one for one in result.positions}
    return Rows(
        (*HEADER, *(PARTY_HEADER if result.by == "party" else POSITION_HEADER)),
        tuple(_row(heads[cell.plan], positions, cell) for cell in result.cells),
    )


def _row(plan: PlanHead, positions: dict[str, PositionHead], cell: PartyCell | PositionCell) -> tuple[str, ...]:
    start = (cell.key, plan.id, plan.date, plan.kind, plan.completeness)
    if isinstance(cell, PartyCell):
        return (*start, cell.party, _yes(cell.covered), *map(str, cell.counts), str(cell.rest_on_this_plan))
    one = positions[cell.position]
    return (
        *start, one.party, one.id, one.stance, one.says, cell.verdict, cell.open_because or "",
        cell.if_nothing_changes or "", _yes(cell.rests_on_this_plan),
    )  # fmt: skip


def _yes(fact: bool) -> str:
    return str(fact).lower()


def _subject(record: Negotiation, result: Matrix) -> str:
    kinds = stances(result.stances).lower()
    when = "each text's own date" if result.as_of == "plan" else result.as_of
    whose = f" of {record.parties[result.coverage[0].party].label}" if result.by == "position" else ""
    return f"{counted(len(result.plans), 'plan')} against {kinds}{whose} in force on {when}"


def _summary(record: Negotiation, result: Matrix) -> Iterator[Line]:
    word = crossed(result.stances)
    for one in result.summary.parties:
        yield line(Cell(f"{record.parties[one.party].label}: ", "strong"), _crossed(record, one, word))


def _crossed(record: Negotiation, one: PartySummary, word: str) -> str:
    party = record.parties[one.party]
    apart = f"{NOT_COVERED} on the day of {counted(one.not_covered, 'plan')} (covered {party.since} to {party.until})"
    if not one.plans:
        return apart
    tail = f"; {apart}" if one.not_covered else ""
    return f"at least one {word} in {one.crossed_in} of {counted(one.plans, 'plan')}{tail}"


def _by_party(record: Negotiation, result: Matrix) -> Iterator[Block]:
    parties = [one.party for one in result.coverage]
    cells = {cell.key: _tally(cell) for cell in result.cells if isinstance(cell, PartyCell)}
    columns = (Column("Plan", 7, width=22), *(Column(record.parties[party].short, 3, width=7) for party in parties))
    yield table(
        columns,
        [(_plan(plan), *(cells[f"{plan.id}:{party}"] for party in parties)) for plan in result.plans],
    )
    yield line(Cell(KEY_TO_TALLIES, "dim"))


def _plan(plan: PlanHead) -> Cell:
    return Cell(f"{plan.id} ({day(plan.date)})", "strong")


def _tally(cell: PartyCell) -> Cell:
    if not cell.covered:
        return Cell(NOT_COVERED, "dim")
    counts = cell.counts._asdict()
    parts = [f"{VERDICTS[word]}{counts[word]}" for word in ORDER if counts[word]]
    apart = [f"(+{cell.rest_on_this_plan})"] if cell.rest_on_this_plan else []
    return Cell(" ".join([*parts, f"/{counts['positions']}", *apart]), "crossed" if cell.counts.crossed else "")


def _by_position(record: Negotiation, result: Matrix) -> Iterator[Block]:
    few = len(result.plans) <= FEW
    names = {plan.id: plan.id if few else letters(place) for place, plan in enumerate(result.plans)}
    tallies = {cell.plan: _tally(cell) for cell in result.summary.tallies}
    legend = (Column(""), Column("Plan", 4), Column("Positions", 4))
    shown = [("" if few else names[one.id], _plan(one), tallies[one.id]) for one in result.plans]
    yield table(legend[few:], [row[few:] for row in shown])
    yield line(Cell(KEY_TO_TALLIES, "dim"))
    columns = [Column(name, 3, width=11) if few else Column(name) for name in names.values()]
    for stance in result.stances:
        mine = [one for one in result.positions if one.stance == stance]
        if mine:
            yield Heading(STANCES[stance])
            yield table((Column("Position", 8, width=28), *columns), [*_lines(result, mine, few)])
    yield line(Cell(KEY_TO_CELLS if few else KEY_TO_SIGNS + KEY_TO_CELLS, "dim"))


def letters(place: int) -> str:
    """A name for a column that is no plan's id: A to Z, then AA to AZ, BA ..."""
    rest = letters(place // len(ascii_uppercase) - 1) if place >= len(ascii_uppercase) else ""
    return rest + ascii_uppercase[place % len(ascii_uppercase)]


def _lines(result: Matrix, positions: list[PositionHead], in_words: bool) -> Iterator[tuple[str | Cell, ...]]:
    cells = {cell.key: cell for cell in result.cells if isinstance(cell, PositionCell)}
    for one in positions:
        found = [cells.get(f"{plan.id}:{one.id}") for plan in result.plans]
        yield one.says, *(_verdict(cell, one.stance, in_words) for cell in found)


def _verdict(cell: PositionCell | None, stance: str, in_words: bool) -> Cell:
    if cell is None:
        return Cell(NOT_IN_FORCE, "dim")
    shown = verdict_cell(cell.verdict, stance, cell.if_nothing_changes)
    mark = OWN if cell.rests_on_this_plan else ""
    if in_words:
        return Cell(shown.text + mark, shown.style)
    otherwise = VERDICTS[cell.if_nothing_changes] if cell.if_nothing_changes else ""
    return Cell(VERDICTS[cell.verdict] + otherwise + mark, shown.style)
