"""The verdict of a plan's terms against a position.

A term inside the acceptable part is `respected`; wholly inside the unacceptable part, `crossed`; otherwise
`open`. No term is `silent`, or `unknown` where the text is not public in full.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Literal, NamedTuple

from peacecli.core.record import Alternatives, Atom, Plan, Term

Word = Literal["respected", "crossed", "open", "silent", "unknown"]
Settled = Literal["respected", "crossed", "open"]
Because = Literal["bracketed", "sources_disagree", "vague", "position_unclear", "partly_silent", "condition"]
Absence = Literal["silent", "unknown"]

RANK: Mapping[str, int] = {"crossed": 0, "open": 1, "respected": 2}
"""From worst to best; `silent` and `unknown` stand outside this order."""


WEIGHT: tuple[Because, ...] = (
    "bracketed",
    "sources_disagree",
    "vague",
    "condition",
    "partly_silent",
    "position_unclear",
)
"""Of several reasons why a verdict is open, the first of these is named."""


class Verdict(NamedTuple):
    """A word; why it is open; `by: every_option` where each bracketed option is unacceptable."""

    word: Word
    because: Because | None = None
    by: Literal["every_option"] | None = None

    @property
    def leaves_gaps(self) -> bool:
        """Whether the text says nothing, or not enough, on what the position asks for."""
        return self.word == "silent" or self.because == "partly_silent"


_RESPECTED = Verdict("respected")
_SAID_NOTHING: Mapping[Absence, Verdict] = {"silent": Verdict("silent"), "unknown": Verdict("unknown")}


def verdict_on_atom(term: Term | None, atom: Atom, absence: Absence) -> Verdict:
    """The verdict of what a text says on one issue against a condition on that issue."""
    if term is None:
        return _SAID_NOTHING[absence]
    said = term.outcomes
    if said <= atom.acceptable:
        return _RESPECTED
    if said.isdisjoint(atom.acceptable) and said.isdisjoint(atom.unclear):
        return Verdict("crossed", by="every_option" if term.status == "bracketed" else None)
    return Verdict("open", _why_open(term, atom))


def _why_open(term: Term, atom: Atom) -> Because:
    if term.outcomes <= atom.unclear:
        return "position_unclear"
    if term.status == "bracketed":
        return "bracketed"
    if term.status == "disputed":
        return "sources_disagree"
    return "vague"


def judge(plan: Plan, alternatives: Alternatives) -> Verdict:
    """The verdict of a plan against a whole condition."""
    return _whole(alternatives, plan.terms, plan.absence_on)


def verdict(alternatives: Alternatives, terms: Mapping[str, Term], absence: Absence) -> Verdict:
    """The verdict of terms against a whole condition, the absence of a term meaning the same on every issue."""
    return _whole(alternatives, terms, lambda _: absence)


def _whole(alternatives: Alternatives, terms: Mapping[str, Term], absence_on: Callable[[str], Absence]) -> Verdict:
    """Any one of the alternatives, all atoms of it."""
    found = [
        all_of([verdict_on_atom(terms.get(atom.issue), atom, absence_on(atom.issue)) for atom in conjunction])
        for conjunction in alternatives
    ]
    return any_of(found)


def any_of(verdicts: Iterable[Verdict]) -> Verdict:
    """One respected is enough; all crossed is crossed; nothing said is silence; anything else is open."""
    return _combined(tuple(verdicts), enough="respected", needs_all="crossed", mixed="condition")


def all_of(verdicts: Iterable[Verdict]) -> Verdict:
    """One crossed is enough; all respected is respected; nothing said is silence; anything else is open."""
    return _combined(tuple(verdicts), enough="crossed", needs_all="respected", mixed="partly_silent")


def _combined(verdicts: tuple[Verdict, ...], enough: Word, needs_all: Word, mixed: Because) -> Verdict:
    if len(verdicts) == 1:
        return verdicts[0]
    words = {one.word for one in verdicts}
    if enough in words:
        return next(one for one in verdicts if one.word == enough)
    if words == {needs_all}:
        return Verdict(needs_all, by=verdicts[0].by)
    if words <= {"silent", "unknown"}:
        return Verdict("unknown" if "unknown" in words else "silent")
    reasons = [one.because for one in verdicts if one.because]
    return Verdict("open", min(reasons, key=WEIGHT.index, default=mixed))


def if_nothing_changes(
    alternatives: Alternatives, terms: Mapping[str, Term], status_quo: Mapping[str, Term]
) -> Settled | None:
    """What holds on a condition where the text is silent: its verdict with the status quo in the gaps, or None
    where the status quo cannot be named.
    """
    word = verdict(alternatives, {**status_quo, **terms}, "silent").word
    return None if word == "silent" or word == "unknown" else word  # noqa: PLR1714  # so that types narrow


def in_the_gaps(
    found: Verdict, alternatives: Alternatives, plan: Plan, status_quo: Mapping[str, Term]
) -> Settled | None:
    """What holds if nothing changes, where a text leaves gaps: always for silence, and for a text that says
    something where the status quo decides what it leaves out. What is not known of a text stays unknown.
    """
    if not found.leaves_gaps:
        return None
    filled = {issue: term for issue, term in status_quo.items() if plan.absence_on(issue) == "silent"}
    word = _whole(alternatives, {**filled, **plan.terms}, plan.absence_on).word
    if word == "respected" or word == "crossed":  # noqa: PLR1714  # so that types narrow
        return word
    return "open" if word == "open" and found.word == "silent" else None
