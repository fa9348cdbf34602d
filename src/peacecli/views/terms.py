"""What a plan says on an issue, in words."""

from collections.abc import Iterator

from peacecli.core import wording
from peacecli.core.record import Issue, Negotiation
from peacecli.core.results.common import PlanHead, TermSaid
from peacecli.core.sourced import UNVERIFIED
from peacecli.views.page import Cell, Line, line
from peacecli.views.shared import day, notes

SILENT = "(silent)"
UNKNOWN = "(not known)"


def term(record: Negotiation, said: TermSaid | None) -> str:
    """A term in words: bracketed options in square brackets with who proposed each; a mark where unverified."""
    if said is None:
        return ""
    issue = record.issues[said.issue]
    if said.status == "settled":
        text = wording.outcomes(issue, said.outcomes)
    elif said.status == "disputed":
        text = " / ".join(wording.outcomes(issue, option.outcomes) for option in said.options)
    else:
        text = " ".join(
            wording.bracket(record, wording.outcomes(issue, one.outcomes), one.proposed_by) for one in said.options
        )
    return f"{text} (unverified)" if said.credibility == UNVERIFIED else text


def term_lines(record: Negotiation, plan: str, said: TermSaid) -> Iterator[Line]:
    """A term of a plan with all that belongs to it, which variants of the text have it how, and the coder's notes."""
    issue, version = record.issues[said.issue], plan.partition("@")[0]
    extras = [text for text in (said.condition and f"if: {said.condition}", said.scope, said.force) if text]
    if said.obliges:
        extras.append(f"obliges {', '.join(record.parties[party].label for party in said.obliges)}")
    if said.basis == "inferred":
        extras.append("inferred")
    if said.absent_from:
        extras.append(f"not in {_variants(version, said.absent_from)}")
    tail = f" ({'; '.join(extras)})" if extras else ""
    yield line(Cell(f"{issue.label}: ", "strong"), f"{term(record, said)}{tail}", indent=2)
    yield from notes(said.note, 4)
    for option in said.options:
        words = wording.outcomes(issue, option.outcomes)
        if option.variants:
            yield line(f"{words}: in {_variants(version, option.variants)}", indent=4)
        if option.note:
            yield line(f"Coder's note on {words}: {option.note}", indent=4)


def _variants(version: str, names: tuple[str, ...]) -> str:
    return ", ".join(f"{version}@{name}" for name in names)


def status_quo(issue: Issue, said: TermSaid, date: str | None) -> str:
    """What holds if nothing changes, with its date."""
    note = f". {said.note}" if said.note else ""
    return f"{wording.outcomes(issue, said.outcomes)} ({day(date or '')}){note}"


def term_or_absence(record: Negotiation, said: TermSaid | None, plan: PlanHead) -> str:
    """A term in words with its points, or what its absence means."""
    if said is None:
        return SILENT if plan.completeness == "complete" else UNKNOWN
    points = f" ({', '.join(said.points)})" if said.points else ""
    return f"{term(record, said)}{points}"
