"""Why a verdict came out as it did, in two or three sentences."""

from collections.abc import Iterable, Iterator

from peacecli.core import wording
from peacecli.core.record import Atom, Negotiation, Period, Plan, Position
from peacecli.core.verdicts import Settled, Verdict, verdict_on_atom

OPEN_WORDS = {
    "bracketed": "The options in brackets do not all fall on one side of it.",
    "sources_disagree": "The readings that the sources give do not all fall on one side of it.",
    "vague": "The words fit outcomes that do not all fall on one side of it.",
    "position_unclear": "The party has not said, or not said consistently, how it sees this outcome.",
    "partly_silent": "The text speaks to only part of what the position asks for.",
    "condition": "What the position makes it depend on is not settled.",
}


def met(word: str, stance: str) -> str:
    """The verdict's word: only a red line is `crossed`; a demand or a wish is `not met`."""
    return "not met" if word == "crossed" and stance != "red_line" else word


def reason(
    record: Negotiation,
    plan: Plan,
    position: Position,
    period: Period,
    found: Verdict,
    otherwise: Settled | None,
    words: str,
) -> str:
    """The reasoning behind a verdict: what the text says, what would be acceptable (`words`), what decides."""
    sentences = [_said(record, plan, period, found), f"Acceptable: {words}."]
    if found.because:
        sentences.append(OPEN_WORDS[found.because])
    if found.by:
        sentences.append("Every bracketed option is outside it.")
    if found.word == "silent" or otherwise:
        sentences.append(_if_nothing_changes(otherwise, position.stance))
    return " ".join(sentences)


def _said(record: Negotiation, plan: Plan, period: Period, found: Verdict) -> str:
    said = list(dict.fromkeys(_deciding(record, plan, period, found)))
    if said:
        return "The text: " + "; ".join(said) + "."
    labels = ", ".join(record.issues[issue].label for issue in period.issues)
    if found.word == "unknown":
        lost = ", ".join(record.issues[issue].label for issue in period.issues if issue in plan.unknown)
        if lost:
            return f"No source that counts here says what the text says on: {lost}."
        return f"What is known of the text does not speak to: {labels}; it is not public in full."
    return f"The text is silent on: {labels}."


def _deciding(record: Negotiation, plan: Plan, period: Period, found: Verdict) -> Iterator[str]:
    """The terms that decide: of a crossed or open position only those that are crossed or open themselves."""
    atoms = [atom for conjunction in period.alternatives for atom in conjunction if atom.issue in plan.terms]
    words = [verdict_on_atom(plan.terms[atom.issue], atom, "silent").word for atom in atoms]
    deciding = [atom for atom, word in zip(atoms, words, strict=True) if word == found.word] or atoms
    for atom in deciding:
        term = plan.terms[atom.issue]
        points = f" (point {', '.join(term.points)})" if term.points else ""
        yield f"{record.issues[atom.issue].label}: {wording.term(record, term)}{points}"


def alternatives(record: Negotiation, period: Period) -> str:
    """A whole condition in words; issues that share one set of outcomes are named together."""
    return "; or ".join(_conjunction(record, conjunction) for conjunction in period.alternatives)


def _conjunction(record: Negotiation, conjunction: tuple[Atom, ...]) -> str:
    return grouped(record, ((atom.issue, wording.condition(record, atom)) for atom in conjunction), " and ")


def grouped(record: Negotiation, words: Iterable[tuple[str, str]], joint: str) -> str:
    """What is said on several issues, with issues of which the same is said named together, and not at all where
    the same is said of every one.
    """
    shared: dict[str, list[str]] = {}
    for issue, said in words:
        shared.setdefault(said, []).append(record.issues[issue].label)
    if len(shared) == 1:
        ((said, labels),) = shared.items()
        return said if len(labels) == 1 else f"{said} (each of {len(labels)} issues)"
    return joint.join(f"{', '.join(labels)}: {said}" for said, labels in shared.items())


def _if_nothing_changes(otherwise: Settled | None, stance: str) -> str:
    if otherwise is None:
        return "What holds if nothing changes cannot be named."
    return f"If nothing changes: {met(otherwise, stance)}."
