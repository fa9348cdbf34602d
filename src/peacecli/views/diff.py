"""`peacecli diff` as a page: the texts, what moved for whom, then one row an issue."""

from collections.abc import Iterator

from peacecli.core.record import Negotiation
from peacecli.core.results.diff import Change, Diff, DiffSummary, Movement, Step
from peacecli.views.page import Block, Cell, Column, Heading, Line, Page, Rows, line, table
from peacecli.views.shared import counted, footnote, plan_lines, uncovered
from peacecli.views.symbols import KEY_TO_DIRECTIONS, direction_cell
from peacecli.views.terms import term_or_absence

SAME = "every issue compared says the same"
SILENT = "none of these texts has anything coded on the issues asked about"


def page(record: Negotiation, result: Diff) -> Page:
    """The whole answer."""
    ids = [plan.id for plan in result.plans]
    blocks: list[Block] = [Heading(f"{record.title}: {' → '.join(ids)}", 1)]
    blocks += [one for plan in result.plans for one in plan_lines(record, plan)]
    if result.steps:
        for step in result.steps:
            blocks += _step(record, step, result)
        blocks.append(Heading(f"Issues, {ids[0]} → {ids[-1]}"))
        blocks += _changes(record, result, result.changes)
    else:
        blocks += _summary(record, result.summary, result.as_of)
        blocks += _changes(record, result, result.changes)
    return Page(tuple(blocks), footnote(result.data))


def rows(record: Negotiation, result: Diff) -> Rows:
    """One row an issue, for a spreadsheet."""
    parties = [one.party for one in result.coverage]
    header = ("key", "issue", "label", "topic", "kind", *(plan.id for plan in result.plans), *parties)
    return Rows(header, tuple(_row(record, result, change, parties) for change in result.changes))


def _row(record: Negotiation, result: Diff, change: Change, parties: list[str]) -> tuple[str, ...]:
    terms = [term_or_absence(record, *pair) for pair in zip(change.terms, result.plans, strict=True)]
    directions = {effect.party: effect.direction or "" for effect in change.effects}
    label = record.issues[change.issue].label
    return (
        change.key, change.issue, label, change.topic, change.kind, *terms,
        *(directions.get(party, "") for party in parties),
    )  # fmt: skip


def _summary(record: Negotiation, summary: DiffSummary, as_of: str) -> list[Block]:
    when = "each text's own date" if as_of == "plan" else as_of
    blocks: list[Block] = [Heading(f"Red lines (in force on {when})")]
    for movement in summary.parties:
        blocks += _movement(record, movement)
    kinds = summary.kinds
    named = [f"{count} {name}" for name, count in zip(kinds._fields[1:], kinds[1:], strict=True) if count]
    blocks.append(line(f"{counted(kinds.issues, 'issue')}: {', '.join(named) or 'none compared'}."))
    return blocks


def _movement(record: Negotiation, movement: Movement) -> Iterator[Line]:
    party = record.parties[movement.party]
    name = Cell(f"{party.label}: ", "strong")
    if not movement.covered:
        yield line(name, uncovered(party))
        return
    before, after = movement.before, movement.after
    counts = f"crossed {before.crossed} → {after.crossed}, open {before.open} → {after.open}"
    if before.unknown or after.unknown:
        counts += f", not known {before.unknown} → {after.unknown}"
    counts += f" of {counted(movement.red_lines, 'red line')}"
    if movement.rest_on_a_plan:
        counts += f"; {movement.rest_on_a_plan} more known from one of these texts alone"
    yield line(name, counts)
    for title, lines in (
        ("newly crossed", movement.newly_crossed),
        ("no longer crossed", tuple(one for one in movement.no_longer_crossed if one not in movement.fell_silent)),
        ("no longer crossed, the text being silent", movement.fell_silent),
        ("newly bracketed", movement.newly_bracketed),
        ("the line itself moved", movement.position_moved),
    ):
        if lines:
            yield line(
                Cell(f"{title}: ", "crossed" if title == "newly crossed" else ""), _names(record, lines), indent=2
            )


def _names(record: Negotiation, lines: tuple[str, ...]) -> str:
    return "; ".join(_name(record, line_id) for line_id in lines)


def _name(record: Negotiation, line_id: str) -> str:
    issues = record.positions[line_id].periods[-1].issues
    labels = [record.issues[issue].label for issue in issues]
    return labels[0] if len(labels) == 1 else f"{labels[0]} and {len(labels) - 1} more"


def _step(record: Negotiation, step: Step, result: Diff) -> list[Block]:
    return [Heading(f"{step.base} → {step.target}"), *_summary(record, step.summary, result.as_of)]


def _changes(record: Negotiation, result: Diff, changes: tuple[Change, ...]) -> list[Block]:
    if not changes:
        return [line(f"Nothing to show: {SAME if result.summary.kinds.issues else SILENT}.")]
    parties = [one.party for one in result.coverage]
    columns: tuple[str | Column, ...] = (
        Column("Issue", share=4, width=13),
        *(Column(plan.id, share=5) for plan in result.plans),
        Column("Change", width=len("unchanged")),
        *(Column(record.parties[party].short) for party in parties),
    )
    blocks: list[Block] = []
    for topic in record.topics.values():
        mine = [change for change in changes if change.topic == topic.id]
        if mine:
            blocks += [Heading(topic.label, 3), table(columns, [_cells(record, result, one, parties) for one in mine])]
    return [*blocks, line(Cell(KEY_TO_DIRECTIONS, "dim"))]


def _cells(record: Negotiation, result: Diff, change: Change, parties: list[str]) -> tuple[str | Cell, ...]:
    terms = [term_or_absence(record, *pair) for pair in zip(change.terms, result.plans, strict=True)]
    effects = {effect.party: effect for effect in change.effects}
    covered = {one.party: one.covered for one in result.summary.parties}
    moved = change.kind != "unchanged"
    return (
        record.issues[change.issue].label,
        *terms,
        change.kind,
        *(direction_cell(effects.get(party), covered[party]) if moved else "" for party in parties),
    )
