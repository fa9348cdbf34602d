"""From what somebody typed to ids: exact ids, aliases, loose words, globs, and the nearest right thing."""

import re
from collections.abc import Iterable, Mapping, Sequence
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from peacecli.core.outcomes import Outcomes
from peacecli.core.record import Issue, Negotiation, Plan
from peacecli.core.variants import variant_of
from peacecli.errors import UsageError

if TYPE_CHECKING:
    from peacecli.core.evidence import Source, Speaker

NEAR = 5
LISTED = {
    "plan": "peacecli list plans",
    "party": "peacecli list parties",
    "issue": "peacecli list issues",
    "position": "peacecli explain PLAN PARTY",
    "variant": "peacecli plan PLAN",
    "outcome": "peacecli issue ISSUE",
    "speaker": "peacecli list speakers",
    "source": "peacecli list sources",
}
"""Which command lists the things of a kind."""
Names = Mapping[str, tuple[Sequence[str], str]]
"""Ids with their aliases and label."""


def key(word: str) -> str:
    """A word as it is compared: without case, letters and digits only."""
    return re.sub(r"[\W_]", "", word.casefold())


def plan(record: Negotiation, typed: str) -> Plan:
    """The plan of an id or alias, or a variant of it (`28@ap`). Raises UsageError with the nearest ids."""
    version, _, variant = typed.partition("@")
    chosen = record.plans.get(version) or record.plans[_plan_named(record, version)]
    if not variant:
        return chosen
    variants: Names = {one.id: ((), one.title) for one in chosen.variants}
    return variant_of(chosen, _one("variant", variant, variants))


def _plan_named(record: Negotiation, typed: str) -> str:
    return _one("plan", typed, {one.id: (one.aliases, one.title) for one in record.plans.values()})


def party(record: Negotiation, typed: str) -> str:
    """The id of a party. Raises UsageError with the nearest ids."""
    return _one("party", typed, {one.id: (one.aliases, one.label) for one in record.parties.values()})


def issue(record: Negotiation, typed: str) -> str:
    """The id of an issue from its id, an alias or loose words. Raises UsageError with the nearest ids."""
    return _one("issue", typed, {one.id: (one.aliases, one.label) for one in record.issues.values()})


def position(record: Negotiation, typed: str) -> str:
    """The id of a position. Raises UsageError with the nearest ids."""
    return _one("position", typed, {one.id: ((), one.says) for one in record.positions.values()})


def speaker(speakers: "Mapping[str, Speaker]", typed: str) -> str:
    """The id of a speaker from the id or words of the name. Raises UsageError with the nearest ids."""
    return _one("speaker", typed, {one.id: ((), one.name) for one in speakers.values()})


def source(sources: "Mapping[str, Source]", typed: str) -> str:
    """The id of a source. Raises UsageError with the nearest ids."""
    return _one("source", typed, {one.id: ((), one.title) for one in sources.values()})


def outcome(of: Issue, typed: str) -> Outcomes:
    """The outcome of an issue that somebody typed: an option's id or label, or a number. Raises UsageError."""
    if of.space.kind != "quantity":
        known: Names = {option.id: ((), option.label) for option in of.options}
        return Outcomes.of(of.space.point(_one("outcome", typed, known)))
    try:
        return Outcomes.of(of.space.read(typed))
    except ValueError as error:
        raise UsageError("unknown-outcome", f"{error}", any_number(of)) from error


def any_number(of: Issue) -> str:
    """What the outcomes of a quantity are."""
    return f"a number of {of.unit}{' or `unlimited`' if of.space.unlimited else ''}"


def issues(record: Negotiation, patterns: Sequence[str]) -> frozenset[str]:
    """The ids that any pattern matches; every issue where there is none. Raises UsageError for a pattern
    that matches nothing.
    """
    if not patterns:
        return frozenset(record.issues)
    return frozenset(name for pattern in patterns for name in _matching(record, pattern.lower()))


def _matching(record: Negotiation, pattern: str) -> Iterable[str]:
    if not any(sign in pattern for sign in "*?["):
        inside = [name for name in record.issues if name.startswith(f"{pattern}.")]
        return inside or [issue(record, pattern)]
    found = [name for name in record.issues if fnmatchcase(name, pattern)]
    if not found:
        raise UsageError("unknown-issue", f"no issue matches `{pattern}`", "`peacecli list issues` lists them")
    return found


def _one(kind: str, typed: str, known: Names) -> str:
    if typed in known:
        return typed
    wanted = key(typed)
    for name, (aliases, _) in known.items():
        if wanted and wanted in {key(word) for word in (name, *aliases)}:
            return name
    loose = _by_words(typed, known)
    if len(loose) == 1:
        return loose[0]
    raise _unknown(kind, typed, loose or _nearest(typed, known))


def _by_words(typed: str, known: Names) -> list[str]:
    """The things whose id, label and aliases hold all of the words."""
    wanted = re.findall(r"[a-z0-9]+", typed.lower())
    if not wanted or not any(len(word) > 1 for word in wanted):
        return []
    texts = {name: " ".join((name, label, *aliases)).lower() for name, (aliases, label) in known.items()}
    return [name for name, text in texts.items() if all(word in re.findall(r"[a-z0-9]+", text) for word in wanted)]


def _nearest(typed: str, known: Names) -> list[str]:
    from difflib import get_close_matches  # only after a mistake: it is slow to import

    words = {word: name for name, (aliases, label) in known.items() for word in (label.lower(), *aliases, name)}
    near = get_close_matches(typed.lower(), sorted(words), n=NEAR, cutoff=0.5)
    return list(dict.fromkeys(words[word] for word in near))


def _unknown(kind: str, typed: str, candidates: Sequence[str]) -> UsageError:
    near = candidates[:NEAR]
    hint = f"did you mean {' or '.join(f'`{name}`' for name in near)}?" if near else f"`{LISTED[kind]}` lists them"
    return UsageError(f"unknown-{kind}", f"no {kind} `{typed}`", hint, near)
