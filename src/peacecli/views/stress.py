"""`peacecli stress` as a page: how many verdicts hold, then what flips without what."""

from collections.abc import Iterator

from peacecli.core.record import Negotiation
from peacecli.core.results.stress import Drop, Flip, PartyStress, Stress
from peacecli.views.page import Block, Cell, Column, Heading, Line, Page, Rows, line, table
from peacecli.views.shared import counted, footnote, limits, plan_lines, source_line, uncovered
from peacecli.views.symbols import KEY_TO_SYMBOLS, STANCE, verdict_cell

COLUMNS = (
    Column("Position", 8),
    Column("With all", 3, width=11),
    Column("Without", 3, width=11),
    Column("Lost", 6),
)


def page(record: Negotiation, result: Stress) -> Page:
    """The whole answer."""
    blocks: list[Block] = [
        Heading(f"What the verdicts on {result.plan.id} rest on", 1),
        *plan_lines(record, result.plan),
    ]
    blocks += limits(result.filter)
    origins, on = result.summary.origins, f"Positions in force on {result.plan.judged_as_of}:"
    each = "" if origins is None else f"Each of {counted(origins, 'origin')} is dropped in turn, with all its copies. "
    blocks.append(line(f"{each}{on}"))
    blocks += [_party(record, one) for one in result.summary.parties]
    for drop in result.drops:
        blocks += _drop(record, drop)
    if any(drop.flips for drop in result.drops):
        blocks.append(line(Cell(KEY_TO_SYMBOLS, "dim")))
    else:
        blocks.append(line(Cell("No verdict flips.", "strong")))
    return Page(tuple(blocks), footnote(result.data))


def rows(record: Negotiation, result: Stress) -> Rows:
    """One row a flip, for a spreadsheet."""
    header = (
        "key", "origin", "plan", "party", "position", "stance", "strength", "before", "after", "rests_on_this_plan",
        "statements", "points", "sources",
    )  # fmt: skip
    return Rows(header, tuple(_row(drop, flip) for drop in result.drops for flip in drop.flips))


def _row(drop: Drop, one: Flip) -> tuple[str, ...]:
    return (
        one.key, drop.origin or "", one.plan, one.party, one.position, one.stance, one.strength, one.before,
        one.after or "", str(one.rests_on_this_plan).lower(), *(" ".join(ids) for ids in one.lost),
    )  # fmt: skip


def _party(record: Negotiation, one: PartyStress) -> Line:
    party = record.parties[one.party]
    name = Cell(f"{party.label}: ", "strong")
    if not one.covered:
        return line(name, uncovered(party), indent=2)
    text = f"{one.hold} of {counted(one.verdicts, 'verdict')} hold{'s' * (one.verdicts == 1)}"
    if one.on_one_origin:
        text += f"; on one origin alone: {', '.join(one.on_one_origin)}"
    if one.rest_on_this_plan:
        text += f"; {one.rest_on_this_plan} resting on this plan alone apart"
    return line(name, text, indent=2)


def _drop(record: Negotiation, drop: Drop) -> Iterator[Block]:
    if not drop.flips:
        return
    yield Heading(f"Without {drop.origin}" if drop.origin else "Verdicts that flip")
    yield table(COLUMNS, [_cells(record, flip) for flip in drop.flips])
    yield from (source_line(source, indent=2) for source in drop.sources)


def _cells(record: Negotiation, one: Flip) -> tuple[str | Cell, ...]:
    label = f"{record.parties[one.party].label}: {one.says} ({STANCE[one.stance]}, {one.strength})"
    return label, verdict_cell(one.before, one.stance), _after(one), _lost(one)


def _after(one: Flip) -> Cell:
    if one.after is None:
        return Cell("(not in force)", "dim")
    found = verdict_cell(one.after, one.stance)
    return Cell(f"{found.text}, from this plan alone", found.style) if one.rests_on_this_plan else found


def _lost(one: Flip) -> str:
    parts = [f"point {number}" for number in one.lost.points]
    days = [name.rpartition("/")[2] for name in one.lost.statements]
    if days:
        parts.append(f"statement{'s' * (len(days) > 1)} {', '.join(days)}")
    return "; ".join(parts)
