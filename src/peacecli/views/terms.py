"""What a plan says on an issue, in words."""

from peacecli.core import wording
from peacecli.core.record import Issue, Negotiation
from peacecli.core.results.common import PlanHead, TermSaid
from peacecli.core.sourced import UNVERIFIED
from peacecli.views.shared import day

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
