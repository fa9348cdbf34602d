"""`peacecli party` as a page: positions by topic, how plans fare, reactions, where speakers differ."""

from collections.abc import Iterable, Iterator

from peacecli.core.record import Negotiation
from peacecli.core.results.party import DifferenceSaid, OwnText, PartyAnswer, PartyPosition, PlanVerdict
from peacecli.core.results.sources import ReactionSaid
from peacecli.views.page import Block, Cell, Column, Heading, Page, Rows, line, table
from peacecli.views.shared import NOT_COVERED, acceptable, day, footnote, marks, noted, notes, side_name, tallied, who
from peacecli.views.symbols import KEY_TO_OWN, KEY_TO_VERDICTS, STANCE, verdict_cell


def page(record: Negotiation, result: PartyAnswer) -> Page:
    """The whole answer."""
    party, cover = result.party, result.coverage
    blocks: list[Block] = [
        Heading(f"{party.label}: stated positions on {result.as_of}", 1),
        line(f"Positions gathered from {cover.since} to {cover.until}."),
    ]
    if party.note:
        blocks.append(line(party.note))
    if not cover.covered:
        blocks.append(line(Cell(f"Not covered on {result.as_of}: nothing can be said for that day.", "strong")))
    for topic in record.topics.values():
        mine = [position for position in result.positions if position.topic == topic.id]
        if mine:
            blocks += [Heading(topic.label), _positions(record, result, mine)]
    blocks += _own_texts(record, result.own_texts)
    blocks += _reactions(record, result.reactions)
    blocks += _differences(result.differences)
    blocks.append(line(Cell(f"{KEY_TO_VERDICTS}  {KEY_TO_OWN}", "dim")))
    return Page(tuple(blocks), footnote(result.data))


def rows(record: Negotiation, result: PartyAnswer) -> Rows:
    """One row a position, for a spreadsheet."""
    plans = [plan.id for plan in result.plans]
    header = (
        "id", "issues", "topic", "stance", "strength", "basis", "says", "acceptable", "since", "last_stated",
        "last_speaker", *plans,
    )  # fmt: skip
    return Rows(header, tuple(_row(record, one) for one in result.positions))


def _row(record: Negotiation, one: PartyPosition) -> tuple[str, ...]:
    return (
        one.id, " ".join(one.issues), one.topic, one.stance, one.strength, one.basis, one.says,
        acceptable(record, one.acceptable), one.since, one.last_stated, one.last_speaker,
        *(found.verdict for found in one.verdicts),
    )  # fmt: skip


def _positions(record: Negotiation, result: PartyAnswer, positions: list[PartyPosition]) -> Block:
    order = list(STANCE)
    positions.sort(key=lambda one: order.index(one.stance))
    columns: tuple[str | Column, ...] = (
        Column("Stance", 3, width=10),
        Column("Position", 8, width=20),
        Column("Acceptable", 5),
        *(Column(plan.id, 3, width=12) for plan in result.plans),
    )
    return table(columns, [_cells(record, one) for one in positions], repeat=2)


def _cells(record: Negotiation, one: PartyPosition) -> tuple[str | Cell, ...]:
    return (
        f"{STANCE[one.stance]} ({marks(one.strength, one.basis, one.thin)})",
        f"{one.says} (last {day(one.last_stated)}, {one.last_speaker})",
        acceptable(record, one.acceptable),
        *fares(one.verdicts, one.stance),
    )


def fares(verdicts: Iterable[PlanVerdict], stance: str) -> Iterator[Cell]:
    """How each plan fares with a position."""
    return (verdict_cell(one.verdict, stance, one.if_nothing_changes, one.rests_on_this_plan) for one in verdicts)


def _own_texts(record: Negotiation, texts: tuple[OwnText, ...]) -> Iterator[Block]:
    if texts:
        yield Heading("Its own texts against its own red lines on their own dates")
    for one in texts:
        found = tallied(one.counts, one.rest_on_this_plan) if one.covered else NOT_COVERED
        yield line(Cell(one.plan, "strong"), f" ({day(one.date)}): {found}", indent=2)
        for position in one.crossed:
            yield line(f"✗ {record.positions[position].says}", indent=4)


def _reactions(record: Negotiation, reactions: tuple[ReactionSaid, ...]) -> Iterator[Block]:
    if not reactions:
        return
    yield Heading("Reactions to plans")
    cells: list[tuple[str | Cell, ...]] = [
        (day(one.date), one.plan, one.response.replace("-", " "), _reaction(one)) for one in reactions
    ]
    yield table((Column("Date"), Column("Plan", 3), Column("Response", 3), Column("Who said what", 12)), cells)


def _reaction(one: ReactionSaid) -> str:
    return noted(f"{who(one.name, one.role)}: {one.says}", one.note)


def _differences(differences: tuple[DifferenceSaid, ...]) -> Iterator[Block]:
    if differences:
        yield Heading("Where its speakers differ")
    for one in differences:
        yield line(Cell(one.about, "strong"), indent=2)
        for side in one.sides:
            yield line(f"{side_name(side)}{side.says}", indent=4)
        yield from notes(one.note, 4)
