"""Pieces that several pages show: a plan's heading, a footnote, a condition, a source."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from peacecli.core import wording
from peacecli.core.evidence import Source
from peacecli.core.own_text import OWN_DRAFT
from peacecli.core.reasons import grouped, met
from peacecli.core.record import Account, Atom, Negotiation, Party
from peacecli.core.results.common import AtomSaid, Coverage, Data, Filter, PlanHead, Tally
from peacecli.core.results.conflicts import IssueOutcome
from peacecli.core.results.packages import PartyCrossed
from peacecli.core.results.party import SideSaid
from peacecli.core.results.sources import StatementSaid
from peacecli.core.sourced import UNVERIFIED
from peacecli.version import VERSION
from peacecli.views.page import Cell, Line, line

NOT_COVERED = "not covered"
Known = Mapping[str, Source]
"""Sources in full by id."""


def footnote(data: Data) -> str:
    """Version, record date and digest."""
    return f"peacecli {VERSION}, record {data.id} {data.version} (as of {data.as_of}), digest {data.digest}"


def counted(number: int, word: str) -> str:
    """A number with its noun, such as `1 point` or `28 points`."""
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"


def day(date: str) -> str:
    """A date; an approximate one says so."""
    return f"about {date[:-1]}" if date.endswith("~") else date


def uncovered(party: Party) -> str:
    """That the record does not reach a day for a party, and for which days it does."""
    return f"{NOT_COVERED} on that date (covered {party.since} to {party.until})"


def not_covered(record: Negotiation, coverage: Iterable[Coverage]) -> Iterator[Line]:
    """A line for each party of which nothing can be said on the day asked about."""
    for one in coverage:
        if not one.covered:
            party = record.parties[one.party]
            yield line(Cell(f"{party.label}: ", "strong"), uncovered(party))


def plan_lines(record: Negotiation, plan: PlanHead) -> list[Line]:
    """A plan's date, textual status, completeness, authors and companions."""
    authors = ", ".join(record.parties[name].label for name in plan.authors) or "author not named"
    count = counted(plan.points, "point") + ("" if plan.points == plan.points_in_text else " coded")
    if plan.points_in_text and plan.points != plan.points_in_text:
        count += f" of {plan.points_in_text}"
    if plan.textual_status == OWN_DRAFT:
        return [line(Cell(plan.id, "strong"), f"  {plan.title}"), line("a draft of one's own", indent=4)]
    facts = f"{plan.kind} of {day(plan.date)}, {plan.textual_status}, {plan.completeness}, {count}; {authors}"
    lines = [line(Cell(plan.id, "strong"), f"  {plan.title}"), line(facts, indent=4)]
    if plan.companions:
        titles = "; ".join(f"{one.title} ({one.status})" for one in plan.companions)
        lines.append(line(f"with: {titles}", indent=4))
    return lines


def tallied(counts: Tally, apart: int) -> str:
    """How many verdicts came out how, and how many positions known only from the plan itself are apart."""
    words = [f"{count} {word}" for word, count in zip(counts._fields[1:], counts[1:], strict=True) if count]
    tail = f"; {apart} resting on this plan alone apart" if apart else ""
    return f"{', '.join(words) or 'none'} (of {counts.positions}){tail}"


def limits(limited: Filter | None) -> list[Line]:
    """To which evidence an answer is limited, and what that leaves out."""
    if limited is None:
        return []
    asked = [f"sources graded {limited.min_reliability} or better"] * (limited.min_reliability is not None)
    asked += [f"what has credibility {limited.min_credibility} or better"] * (limited.min_credibility is not None)
    counts = (
        f"{limited.sources_left_out} of {limited.sources} sources and {limited.statements_left_out} of "
        f"{limited.statements} statements are left out"
    )
    lines = [line(Cell(f"Only {' and '.join(asked)}: ", "strong"), f"{counts}.")]
    if limited.positions_left_out:
        lines.append(line(f"Positions no longer in force: {', '.join(limited.positions_left_out)}.", indent=2))
    return lines


def acceptable(record: Negotiation, alternatives: Sequence[Sequence[AtomSaid]]) -> str:
    """A condition in words, with what was left unclear; issues that share one set of outcomes are named together."""
    return _in_words(record, alternatives, wording.condition)


def accepted(record: Negotiation, alternatives: Sequence[Sequence[AtomSaid]]) -> str:
    """The same without what was left unclear, where a verdict beside it says so."""
    return _in_words(record, alternatives, wording.atom)


def _in_words(
    record: Negotiation, alternatives: Sequence[Sequence[AtomSaid]], words: Callable[[Negotiation, Atom], str]
) -> str:
    return "; or ".join(
        grouped(record, ((atom.issue, words(record, _atom(record, atom))) for atom in atoms), " and ")
        for atoms in alternatives
    )


def _atom(record: Negotiation, atom: AtomSaid) -> Atom:
    space = record.issues[atom.issue].space
    return Atom(atom.issue, space.outcomes(atom.outcomes), space.outcomes(atom.unclear), None)


def who(name: str, role: str | None) -> str:
    """A speaker's name with the office held, where one is known."""
    return f"{name}, {role}" if role else name


def noted(text: str, note: str | None) -> str:
    """A text with what the coder noted on it."""
    return f"{text} Coder's note: {note}" if note else text


def notes(note: str | None, indent: int) -> list[Line]:
    """The same on a line of its own; none where nothing was noted."""
    return [line(f"Coder's note: {note}", indent=indent)] if note else []


def marks(strength: str, basis: str, thin: str | None) -> str:
    """How strong a position is, and whether it is derived or thinly sourced."""
    return ", ".join([strength, *(["derived"] if basis == "derived" else []), *(["thin"] if thin else [])])


def source_line(source: Source, indent: int = 4) -> Line:
    """A source with its grade and address."""
    where = source.url or f"seeds/{source.seed}.md"
    return line(f"[{source.reliability}] {source.publisher}, {day(source.date)}: {where}", indent=indent)


def statement_lines(statement: StatementSaid, known: Known) -> list[Line]:
    """A statement with its date, speaker, channel and grade, its denials, and its sources."""
    marks = [f"{statement.grade}", *([statement.channel] if statement.channel != "on_record" else [])]
    if statement.credibility == UNVERIFIED:
        marks.append("unverified")
    head = f"{day(statement.date)}  {who(statement.name, statement.role)} ({', '.join(marks)})"
    lines = [line(Cell(head, "strong"), indent=2), line(statement.says, indent=4), *notes(statement.note, 4)]
    lines += sources(statement.sources)
    for one in statement.denied_by:
        denied = line(f"denied: {day(one.date)}, {one.name}: {one.says}", indent=4)
        lines += [denied, *cited(known, one.sources, 6)]
    return lines


def sources(listed: Iterable[Source]) -> list[Line]:
    """A line a source."""
    return [source_line(source) for source in listed]


def cited(known: Known, ids: Iterable[str], indent: int = 4) -> list[Line]:
    """A line a source that is cited by id."""
    return [source_line(known[name], indent) for name in ids]


def account_lines(account: Account, known: Known) -> list[Line]:
    """A disputed claim with who claims what, and where that stands."""
    lines = [line(f"Accounts differ: {account.about}", indent=2)]
    for claim in account.claims:
        lines += [line(f"{claim.by}: {claim.says}", indent=4), *cited(known, claim.sources, 6)]
    return lines


def side_name(side: SideSaid) -> str:
    """Who stated one of several things that do not agree, and when, before a colon; nothing where unnamed."""
    who = ", ".join(part for part in (side.name, day(side.date) if side.date else None) if part)
    return f"{who}: " if who else ""


def package_lines(
    record: Negotiation, crossed: Iterable[PartyCrossed], outcomes: Iterable[IssueOutcome]
) -> Iterator[Line]:
    """What a package crosses, and what it says on each issue."""
    for party in crossed:
        for position in (record.positions[name] for name in party.crossed):
            word = f" ({met('crossed', position.stance)})" if position.stance != "red_line" else ""
            yield line(f"✗ {record.parties[party.party].label}{word}: {position.says}", indent=2)
    for said in outcomes:
        issue = record.issues[said.issue]
        yield line(Cell(f"{issue.label}: ", "dim"), wording.outcomes(issue, said.outcomes), indent=4)
