"""`peacecli plan` as a page: point by point, with terms and an address a point."""

from collections.abc import Iterable, Iterator

from peacecli.core.record import Companion, Date, Negotiation, Struck, Variant
from peacecli.core.results.check import PlanAssessment
from peacecli.core.results.plan import PlanAnswer
from peacecli.core.results.sources import PointSaid, ReactionSaid
from peacecli.core.sourced import UNVERIFIED
from peacecli.views.page import Block, Cell, Heading, Line, Page, Rows, line
from peacecli.views.shared import (
    Known,
    account_lines,
    cited,
    day,
    footnote,
    notes,
    plan_lines,
    source_line,
    sources,
    who,
)
from peacecli.views.symbols import KEY_TO_GRADES
from peacecli.views.terms import term, term_lines


def page(record: Negotiation, result: PlanAnswer) -> Page:
    """The whole answer."""
    blocks: list[Block] = [Heading(result.plan.title, 1), *plan_lines(record, result.plan)]
    blocks += [line(text) for text in (result.status, result.summary, result.drafting) if text]
    if result.plan.completeness == "uncoded":
        blocks.append(line(Cell("Its points are not coded yet.", "strong")))
    known = {source.id: source for source in result.sources}
    for point in result.points:
        blocks += _point(record, result.plan.id, point, known)
    if not result.points:
        for said in result.terms:
            blocks += term_lines(record, result.plan.id, said)
    blocks += _tail(record, result, known)
    if known or any(point.sources for point in result.points):
        blocks.append(line(Cell(KEY_TO_GRADES, "dim")))
    return Page(tuple(blocks), footnote(result.data))


def rows(record: Negotiation, result: PlanAnswer) -> Rows:
    """One row a term, for a spreadsheet; a point without term has its reason instead."""
    header = ("plan", "point", "issue", "label", "status", "says", "text", "credibility", "sources")
    made: list[tuple[str, ...]] = []
    for point in result.points:
        sources = " ".join(source.url or source.seed or "" for source in point.sources)
        tail = (point.text, str(point.credibility), sources)
        for said in point.terms:
            label = record.issues[said.issue].label
            made.append((result.plan.id, point.number, said.issue, label, said.status, term(record, said), *tail))
        if point.no_term:
            made.append((result.plan.id, point.number, "", "", "", f"no term: {point.no_term}", *tail))
    return Rows(header, tuple(made))


def _point(record: Negotiation, plan: str, point: PointSaid, known: Known) -> Iterator[Block]:
    label = f"{point.number}. {point.label}" if point.label else f"Point {point.number}"
    yield Heading(label, 3)
    yield line(point.text)
    for said in point.terms:
        yield from term_lines(record, plan, said)
    if point.no_term:
        yield line(f"No term: {point.no_term}", indent=2)
    if point.thin:
        yield line(f"Thinly sourced: {point.thin}", indent=2)
    if point.disagreement:
        yield line(f"Sources differ: {point.disagreement}", indent=2)
    for account in point.accounts:
        yield from account_lines(account, known)
    unverified = ", unverified" if point.credibility == UNVERIFIED else ""
    yield line(Cell(f"Sources (credibility {point.credibility}{unverified}):", "dim"), indent=2)
    for source in point.sources:
        yield source_line(source)


def _tail(record: Negotiation, result: PlanAnswer, known: Known) -> Iterator[Block]:
    """What stands around the points, each with its sources."""
    version = result.plan.id.partition("@")[0]
    shown = {source.id for point in result.points for source in point.sources}
    others = [name for name in result.own_sources if name not in shown]
    if others:
        yield Heading("Other sources" if result.points else "Sources")
        yield from cited(known, others, 2)
    yield from _section(
        "Companions",
        [(_companion(one), cited(known, one.sources)) for one in result.plan.companions],
    )
    yield from _section(
        "Variants",
        [(_variant(version, one), cited(known, one.sources)) for one in result.variants],
    )
    yield from _section("Struck out", [(_struck(record, one), cited(known, one.sources)) for one in result.struck])
    yield from _section(
        "Reported, but not in the text",
        [(f"{one.says} ({one.claimed_by})", cited(known, one.sources)) for one in result.not_in_text],
    )
    if result.accounts:
        yield Heading("Disputed")
        for account in result.accounts:
            yield from account_lines(account, known)
    yield from _section(
        "What others judged",
        [(_judged(record, one), cited(known, one.assessment.sources)) for one in result.assessments],
    )
    yield from _section(
        "Reactions",
        [(_reaction(record, one), [*notes(one.note, 4), *sources(one.sources)]) for one in result.reactions],
    )
    yield from _section("Notes", [(note, []) for note in result.notes])


def _section(title: str, items: Iterable[tuple[str, list[Line]]]) -> Iterator[Block]:
    """A heading with its texts, each above its sources; nothing where there is none."""
    for place, (text, listed) in enumerate(items):
        if not place:
            yield Heading(title)
        yield line(text, indent=2)
        yield from listed


def _dated(word: str, date: Date | None) -> str:
    return f"{word}, {day(date)}" if date else word


def _companion(one: Companion) -> str:
    return f"{one.title} ({_dated(one.status, one.date)}): {one.says}"


def _variant(version: str, one: Variant) -> str:
    said = f": {one.says}" if one.says else ""
    return f"{version}@{one.id}: {one.title} ({_dated(one.kind, one.date)}){said}"


def _struck(record: Negotiation, one: Struck) -> str:
    marks = [record.issues[one.issue].label] if one.issue else []
    marks += ["still under discussion"] if one.still_discussed else []
    return f"{one.says} ({'; '.join(marks)})" if marks else one.says


def _judged(record: Negotiation, one: PlanAssessment) -> str:
    said, party = one.assessment, record.parties[one.party].label
    return f"{said.by}, {day(said.date)}, on {party}: {said.judgement}. {said.says}"


def _reaction(record: Negotiation, one: ReactionSaid) -> str:
    party, response = record.parties[one.party].label, one.response.replace("-", " ")
    return f"{day(one.date)}  {who(one.name, one.role)} ({party}), {response}: {one.says}"
