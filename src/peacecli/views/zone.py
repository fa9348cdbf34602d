"""`peacecli zone` as a page: each scale as a strip, with the parties' sets and the plans on it."""

from collections.abc import Mapping

from peacecli.core import wording
from peacecli.core.outcomes import Outcome
from peacecli.core.record import Issue, Negotiation
from peacecli.core.results.zone import IssueZone, PartySet, Zone
from peacecli.views.page import Block, Cell, Column, Heading, Page, Rows, Style, line, table
from peacecli.views.shared import NOT_COVERED, counted, footnote, not_covered
from peacecli.views.symbols import stances

IN, OUT = "■", "·"
KEY = f"{IN} not excluded  {OUT} excluded; a party that excludes nothing has no row"
PARTY = Column("Party", width=len("possible"))
SIZES: dict[str, Style] = {"empty": "crossed", "single": "strong", "narrow": "", "wide": "dim"}
WORDS = {"empty": "no outcome", "single": "one outcome", "narrow": "part of it", "wide": "everything"}


def page(record: Negotiation, result: Zone) -> Page:
    """The whole answer."""
    names = ", ".join(record.parties[one.party].label for one in result.coverage)
    unclear = "unacceptable" if result.strict else "possible"
    counts = result.summary
    blocks: list[Block] = [
        Heading(f"Zones of possible agreement on {result.as_of}", 1),
        line(f"{stances(result.stances)} of {names}. What a party left unclear counts as {unclear}."),
        line(f"{counted(counts.issues, 'issue')}: {counts.empty} empty, {counts.single} single, "
             f"{counts.narrow} narrow, {counts.wide} wide."),
        *not_covered(record, result.coverage),
    ]  # fmt: skip
    for one in result.zones:
        blocks += _zone(record, result, one)
    if any(record.issues[one.issue].options for one in result.zones):
        blocks.append(line(Cell(KEY, "dim")))
    return Page(tuple(blocks), footnote(result.data))


def rows(record: Negotiation, result: Zone) -> Rows:
    """One row an issue, for a spreadsheet."""
    parties = [one.party for one in result.coverage]
    header = ("issue", "label", "size", "zone", *parties, *(plan.id for plan in result.plans))
    covered = {one.party: one.covered for one in result.coverage}
    return Rows(header, tuple(_row(record, one, covered) for one in result.zones))


def _row(record: Negotiation, one: IssueZone, covered: Mapping[str, bool]) -> tuple[str, ...]:
    issue = record.issues[one.issue]
    sets = (
        wording.outcomes(issue, party.outcomes) if covered[party.party] else f"({NOT_COVERED})" for party in one.parties
    )
    return one.issue, issue.label, one.size, wording.outcomes(issue, one.outcomes), *sets, *(p.where for p in one.plans)


def _zone(record: Negotiation, result: Zone, one: IssueZone) -> list[Block]:
    issue = record.issues[one.issue]
    title = line(Cell(f"{issue.label}: ", "strong"), Cell(f"{one.size} ({WORDS[one.size]})", SIZES[one.size]))
    places = "; ".join(f"{plan.plan} {plan.where}" for plan in one.plans)
    bounded = [party for party in one.parties if party.positions]
    body = _strip(record, issue, one, bounded) if issue.options else _ranges(record, issue, one, bounded)
    return [line(""), title, body, line(f"plans: {places}", indent=2)]


def _strip(record: Negotiation, issue: Issue, one: IssueZone, bounded: list[PartySet]) -> Block:
    columns = (PARTY, *(Column(option.label, 1) for option in issue.options))
    cells: list[tuple[str | Cell, ...]] = [
        (record.parties[party.party].short, *_marks(issue, party.outcomes)) for party in bounded
    ]
    return table(columns, [*cells, (Cell("possible", "strong"), *_marks(issue, one.outcomes))])


def _marks(issue: Issue, outcomes: tuple[Outcome, ...]) -> list[Cell]:
    return [Cell(IN, "strong") if option.id in outcomes else Cell(OUT, "dim") for option in issue.options]


def _ranges(record: Negotiation, issue: Issue, one: IssueZone, bounded: list[PartySet]) -> Block:
    cells: list[tuple[str | Cell, ...]] = [
        (record.parties[party.party].short, wording.outcomes(issue, party.outcomes)) for party in bounded
    ]
    possible = (Cell("possible", "strong"), wording.outcomes(issue, one.outcomes))
    return table((PARTY, Column("Outcomes", 1)), [*cells, possible])
