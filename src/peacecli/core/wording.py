"""Outcomes in words, as every answer shows them."""

from collections.abc import Iterable

from peacecli.core.outcomes import UNLIMITED, Outcome, Range
from peacecli.core.record import Atom, Issue, Negotiation, Term

MAGNITUDES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
NOTHING = "nothing"


def number(value: float, unit: str | None) -> str:
    """A number with its unit, such as `800,000 people` or `200 billion USD`."""
    for size, word in MAGNITUDES:
        if value >= size and value % (size // 1000) == 0:
            return _with_unit(f"{value / size:,.3f}".rstrip("0").rstrip(".") + f" {word}", unit)
    return _with_unit(f"{value:,.15g}", unit)


def _with_unit(text: str, unit: str | None) -> str:
    return f"{text} {unit}" if unit else text


def outcome(issue: Issue, said: Outcome) -> str:
    """One outcome in words: an option's label, a number with its unit, or a range."""
    if isinstance(said, Range):
        return _range(issue, said)
    if said == UNLIMITED and issue.space.kind == "quantity":
        return "no limit"
    if isinstance(said, str):
        return next(option.label for option in issue.options if option.id == said)
    return number(said, issue.unit)


def _range(issue: Issue, said: Range) -> str:
    if said.above is not None or said.below is not None:
        return _open_range(issue, said)
    low, high = said.at_least, said.at_most
    limited = not said.unlimited and issue.space.unlimited
    if low is not None and high is not None:
        return f"{number(low, None)} to {number(high, issue.unit)}"
    if high is not None:
        return f"{number(high, issue.unit)} or less"
    if low is not None:
        return f"{number(low, issue.unit)} or more{', with a limit' if limited else ''}"
    return "some limit" if limited else "anything"


def _open_range(issue: Issue, said: Range) -> str:
    """A range of which an end is not in it."""
    low = (("at least", said.at_least), ("more than", said.above))
    high = (("at most", said.at_most), ("less than", said.below))
    ends = [f"{words} {number(end, issue.unit)}" for words, end in (*low, *high) if end is not None]
    limited = said.at_most is None and said.below is None and not said.unlimited and issue.space.unlimited
    return f"{' and '.join(ends)}{', with a limit' if limited else ''}"


def outcomes(issue: Issue, said: Iterable[Outcome]) -> str:
    """Several outcomes in words, joined with `or`."""
    words = [outcome(issue, one) for one in said]
    if len(words) < 2:
        return words[0] if words else NOTHING
    return f"{', '.join(words[:-1])} or {words[-1]}"


def term(record: Negotiation, said: Term) -> str:
    """What a text says in words: bracketed options in square brackets with who proposed each, readings with `/`."""
    issue = record.issues[said.issue]
    space = issue.space
    if said.status == "settled":
        return outcomes(issue, space.names(said.outcomes))
    if said.status == "disputed":
        return " / ".join(outcomes(issue, space.names(option.outcomes)) for option in said.options)
    return " ".join(
        bracket(record, outcomes(issue, space.names(option.outcomes)), option.proposed_by) for option in said.options
    )


def bracket(record: Negotiation, words: str, proposed_by: tuple[str, ...]) -> str:
    """One bracketed option, with who proposed it where that is said."""
    who = proposers(record, proposed_by)
    return f"[{words}: {who}]" if who else f"[{words}]"


def proposers(record: Negotiation, parties: tuple[str, ...]) -> str:
    """The short names of the parties that proposed an option."""
    return ", ".join(record.parties[party].short for party in parties)


def atom(record: Negotiation, condition: Atom) -> str:
    """A condition on one issue in words, with the shorter of what it accepts and what it refuses."""
    issue = record.issues[condition.issue]
    space = issue.space
    accepted = space.names(condition.acceptable)
    refused = space.names(space.whole - condition.acceptable - condition.unclear)
    if space.kind != "quantity" and not condition.unclear and len(refused) < len(accepted):
        return f"anything but {outcomes(issue, refused)}"
    return outcomes(issue, accepted)


def condition(record: Negotiation, said: Atom) -> str:
    """The same with what was left unclear: `the rest` where nothing is refused."""
    accepted = atom(record, said)
    if not said.unclear:
        return accepted
    issue = record.issues[said.issue]
    if issue.space.whole <= said.acceptable | said.unclear:
        return f"{accepted} (the rest unclear)"
    return f"{accepted} (unclear: {outcomes(issue, issue.space.names(said.unclear))})"
