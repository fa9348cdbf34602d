"""`peacecli explain` as a page: the verdict, its reasoning, the points, the statements, every source."""

from collections.abc import Iterator

from peacecli.core.reasons import met
from peacecli.core.record import Negotiation
from peacecli.core.results.check import PositionVerdict
from peacecli.core.results.explain import Explain, Explanation
from peacecli.core.results.party import DifferenceSaid
from peacecli.core.results.sources import PointSaid
from peacecli.views.page import Block, Cell, Heading, Page, Rows, line
from peacecli.views.shared import (
    Known,
    acceptable,
    account_lines,
    cited,
    day,
    footnote,
    notes,
    side_name,
    sources,
    statement_lines,
)
from peacecli.views.symbols import KEY_TO_GRADES, STANCE, VERDICTS
from peacecli.views.terms import status_quo, term_lines


def page(record: Negotiation, result: Explain) -> Page:
    """The whole answer."""
    party = record.parties[result.party].label
    blocks: list[Block] = [Heading(f"Plan {result.plan.id} and {party}", 1)]
    known = {source.id: source for source in result.sources}
    for one in result.explanations:
        blocks += _explanation(record, one, known)
    if result.explanations:
        blocks.append(line(Cell(KEY_TO_GRADES, "dim")))
    else:
        blocks.append(line("No position in force and covered on that day speaks to it."))
    return Page(tuple(blocks), footnote(result.data))


def rows(record: Negotiation, result: Explain) -> Rows:
    """One row a statement, for a spreadsheet."""
    header = ("key", "verdict", "statement", "date", "speaker", "says", "grade", "sources")
    made = [
        (one.verdict.key, one.verdict.verdict, said.id, said.date, said.name, said.says, said.grade,
         " ".join(source.url or source.seed or "" for source in said.sources))
        for one in result.explanations
        for said in one.statements
    ]  # fmt: skip
    return Rows(header, tuple(made))


def _explanation(record: Negotiation, one: Explanation, known: Known) -> Iterator[Block]:
    found = one.verdict
    word = f"{VERDICTS[found.verdict]} {met(found.verdict, found.stance)}"
    yield Heading(f"{found.key}: {word}")
    yield line(Cell(f"{STANCE[found.stance].capitalize()} ({found.strength}, {found.basis}): ", "strong"), found.says)
    yield line(found.reason)
    if found.rests_on_this_plan:
        yield line("It is known only from this plan itself, so headline counts leave it out.")
    if found.thin:
        yield line(f"Thinly sourced: {found.thin}")
    if one.note:
        yield line(f"Note: {one.note}")
    yield from _in_force(record, one)
    for judged in found.assessments:
        yield line(f"{judged.by} ({day(judged.date)}) judged it {judged.judgement}: {judged.says}")
        yield from cited(known, judged.sources)
    for point in one.points:
        yield from _point(record, found, point, known)
    for term, date in zip(one.status_quo, one.status_quo_dates, strict=True):
        issue = record.issues[term.issue]
        yield Heading(f"If nothing changes: {issue.label}", 3)
        yield line(status_quo(issue, term, date))
        for option in term.options:
            yield from cited(known, option.sources)
    yield Heading("Statements", 3)
    for statement in one.statements:
        yield from statement_lines(statement, known)
    for difference in one.differences:
        yield from _difference(difference, known)


def _in_force(record: Negotiation, one: Explanation) -> Iterator[Block]:
    yield line(f"In force since {one.verdict.since}; last stated {day(one.verdict.last_stated)}.")
    for period in one.periods:
        if period.since < one.verdict.since:
            words = acceptable(record, period.acceptable)
            yield line(f"Before, from {period.since} to {period.until}, acceptable was: {words}.")


def _point(record: Negotiation, found: PositionVerdict, point: PointSaid, known: Known) -> Iterator[Block]:
    yield Heading(f"Point {point.number}", 3)
    yield line(point.text)
    for said in point.terms:
        if said.issue in found.issues:
            yield from term_lines(record, found.plan, said)
    if point.thin:
        yield line(f"Thinly sourced: {point.thin}", indent=2)
    if point.disagreement:
        yield line(f"Sources differ: {point.disagreement}", indent=2)
    for account in point.accounts:
        yield from account_lines(account, known)
    yield from sources(point.sources)


def _difference(difference: DifferenceSaid, known: Known) -> Iterator[Block]:
    yield Heading(f"Its speakers differ: {difference.about}", 3)
    for side in difference.sides:
        yield line(f"{side_name(side)}{side.says}", indent=2)
        yield from cited(known, side.sources)
    yield from notes(difference.note, 2)
    yield from cited(known, difference.sources, 2)
