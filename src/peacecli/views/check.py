"""`peacecli check` as a page: per plan and party, each position with its verdict and what would be acceptable."""

from collections.abc import Iterator, Sequence

from peacecli.core.reasons import grouped
from peacecli.core.record import Negotiation
from peacecli.core.results.check import Check, PartyTally, PlanAssessment, PositionVerdict
from peacecli.core.results.common import PlanHead
from peacecli.views.page import Block, Cell, Column, Heading, Line, Page, Rows, line, table
from peacecli.views.shared import accepted, day, footnote, limits, marks, plan_lines, tallied, uncovered
from peacecli.views.symbols import BECAUSE, KEY_TO_VERDICTS, STANCES, verdict_cell
from peacecli.views.terms import UNKNOWN, term_or_absence

COLUMNS = (Column("Position", 8), Column("The text says", 6), Column("Acceptable", 6), Column("Verdict", 4, width=11))


def page(record: Negotiation, result: Check) -> Page:
    """The whole answer."""
    blocks: list[Block] = [Heading(f"{record.title}: plans against stated positions", 1)]
    blocks += limits(result.filter)
    for plan in result.plans:
        blocks += [*plan_lines(record, plan), *_tallies(record, result, plan)]
    for plan in result.plans:
        for party in record.parties:
            mine = [row for row in result.verdicts if row.plan == plan.id and row.party == party]
            if mine:
                blocks += _party(record, plan, mine)
        blocks += _assessments(record, [one for one in result.assessments if one.plan == plan.id])
    blocks.append(line(Cell(KEY_TO_VERDICTS, "dim")))
    return Page(tuple(blocks), footnote(result.data))


def rows(record: Negotiation, result: Check) -> Rows:
    """One row a verdict, for a spreadsheet."""
    header = (
        "key", "plan", "party", "position", "stance", "strength", "basis", "verdict", "open_because",
        "if_nothing_changes", "rests_on_this_plan", "text", "acceptable", "points", "last_stated",
    )  # fmt: skip
    heads = {plan.id: plan for plan in result.plans}
    return Rows(header, tuple(_row(record, heads[one.plan], one) for one in result.verdicts))


def _row(record: Negotiation, plan: PlanHead, one: PositionVerdict) -> tuple[str, ...]:
    return (
        one.key, one.plan, one.party, one.position, one.stance, one.strength, one.basis, one.verdict,
        one.open_because or "", one.if_nothing_changes or "", str(one.rests_on_this_plan).lower(),
        said(record, plan, one), accepted(record, one.acceptable), " ".join(one.points), one.last_stated,
    )  # fmt: skip


def _tallies(record: Negotiation, result: Check, plan: PlanHead) -> Iterator[Line]:
    yield line(f"Positions in force on {plan.judged_as_of}:", indent=4)
    for tally in result.summary.parties:
        if tally.plan == plan.id:
            since = record.parties[tally.party].since
            older = f"; the text is older than what was gathered (since {since})" if plan.date < since else ""
            yield line(_tally(record, tally) + older, indent=6)


def _tally(record: Negotiation, tally: PartyTally) -> str:
    party = record.parties[tally.party]
    if not tally.covered:
        return f"{party.label}: {uncovered(party)}"
    return f"{party.label}: {tallied(tally.counts, tally.rest_on_this_plan)}"


def _party(record: Negotiation, plan: PlanHead, verdicts: Sequence[PositionVerdict]) -> list[Block]:
    blocks: list[Block] = [Heading(f"{plan.id}: {record.parties[verdicts[0].party].label}")]
    own = [row for row in verdicts if row.rests_on_this_plan]
    for stance, title in STANCES.items():
        mine = [row for row in verdicts if row.stance == stance and not row.rests_on_this_plan]
        if mine:
            blocks += [Heading(title, 3), table(COLUMNS, [_cells(record, plan, row) for row in mine])]
    if own:
        blocks += [
            Heading("Known only from this plan itself (not counted)", 3),
            table(COLUMNS, [_cells(record, plan, row) for row in own]),
        ]
    return blocks


def _cells(record: Negotiation, plan: PlanHead, row: PositionVerdict) -> tuple[str | Cell, ...]:
    label = f"{row.says} ({marks(row.strength, row.basis, row.thin)}, last {day(row.last_stated)})"
    found = verdict_cell(row.verdict, row.stance, row.if_nothing_changes)
    if row.open_because:
        found = Cell(f"{found.text}: {BECAUSE[row.open_because]}", found.style)
    others = "".join(f"; {one.by}: {one.judgement}" for one in row.assessments)
    return label, said(record, plan, row), accepted(record, row.acceptable), Cell(found.text + others, found.style)


def said(record: Negotiation, plan: PlanHead, row: PositionVerdict) -> str:
    """What the text says on each issue of the position."""
    pairs = zip(row.issues, row.terms, strict=True)
    words = ((issue, UNKNOWN if issue in row.unknown else term_or_absence(record, term, plan)) for issue, term in pairs)
    return grouped(record, words, "; ")


def _assessments(record: Negotiation, judged: Sequence[PlanAssessment]) -> Iterator[Block]:
    if judged:
        yield Heading("What others judged (not used above)", 3)
    for one in judged:
        said = one.assessment
        party = record.parties[one.party].label
        verdict = (
            f"{said.by}, {day(said.date)}, on {party}: {said.judgement} (credibility {said.credibility}). {said.says}"
        )
        yield line(verdict, indent=2)
