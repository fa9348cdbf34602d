"""`peacecli conflicts` as a page: each set of positions that cannot hold together, in the parties' own terms."""

from collections.abc import Iterator

from peacecli.core.record import Negotiation
from peacecli.core.results.conflicts import Conflicts, StatedLine
from peacecli.views.page import Block, Cell, Heading, Line, Page, Rows, line
from peacecli.views.shared import acceptable, counted, day, footnote, marks, not_covered, sources
from peacecli.views.symbols import KEY_TO_GRADES, STANCE


def page(record: Negotiation, result: Conflicts) -> Page:
    """The whole answer."""
    names = ", ".join(record.parties[party].label for party in result.parties)
    counts = result.summary
    blocks: list[Block] = [
        Heading(f"Positions that cannot hold together on {result.as_of}", 1),
        line(f"{counted(counts.conflicts, 'minimal set')} among {counted(counts.positions, 'position')} of {names}."),
        line(unclear(result.strict)),
        *not_covered(record, result.coverage),
    ]
    if not counts.complete:
        blocks.append(line(Cell(f"Not complete: {_listed(counts.all_up_to)}", "strong")))
    lines = {one.position: one for one in result.lines}
    for number, conflict in enumerate(result.conflicts, start=1):
        labels = ", ".join(record.issues[issue].label for issue in conflict.issues)
        blocks.append(Heading(f"{number}. {labels}"))
        for position in conflict.positions:
            blocks += stated(record, lines[position])
    if result.conflicts:
        blocks.append(line(Cell(KEY_TO_GRADES, "dim")))
    return Page(tuple(blocks), footnote(result.data))


def _listed(up_to: int | None) -> str:
    if not up_to:
        return "these were found so far."
    return f"every set of up to {up_to} positions is listed, larger ones may be missing."


def rows(record: Negotiation, result: Conflicts) -> Rows:
    """One row a position of a conflict, for a spreadsheet."""
    header = ("conflict", "party", "position", "stance", "strength", "says", "acceptable", "last_stated")
    lines = {one.position: one for one in result.lines}
    made = []
    for conflict in result.conflicts:
        for one in (lines[position] for position in conflict.positions):
            words = acceptable(record, one.acceptable)
            made.append(
                (conflict.key, one.party, one.position, one.stance, one.strength, one.says, words, one.latest.date)
            )
    return Rows(header, tuple(made))


def unclear(strict: bool) -> str:
    """What was made of outcomes that a party left unclear."""
    if strict:
        return "Outcomes that a party left unclear count as unacceptable."
    return "Outcomes that a party left unclear do not conflict (--strict counts them as unacceptable)."


def kind(one: StatedLine) -> str:
    """What kind of position it is and how strong, and whether it is derived or thinly sourced."""
    return f"{STANCE[one.stance]}, {marks(one.strength, one.basis, one.thin)}"


def stated(record: Negotiation, one: StatedLine) -> Iterator[Line]:
    """A position with its latest statement and that statement's sources."""
    yield line(Cell(f"{record.parties[one.party].label} ({kind(one)}): ", "strong"), one.says, indent=2)
    yield line(f"acceptable: {acceptable(record, one.acceptable)}", indent=4)
    yield line(f"last: {day(one.latest.date)}, {one.latest.name} ({one.latest.grade}): {one.latest.says}", indent=4)
    for source in sources(one.latest.sources):
        yield source._replace(indent=6)
