"""The ids that the files declare, and complaints about ids and outcomes that nothing declares."""

import re
from collections.abc import Collection, Container, Iterable, Iterator
from difflib import get_close_matches
from typing import NamedTuple

from peacecli.authoring.compile import Files
from peacecli.authoring.declared import spoken
from peacecli.authoring.documents import KEY, Loc
from peacecli.authoring.fields import Bounds, Item
from peacecli.authoring.sets import FINITE, Spaces, outcomes, words
from peacecli.authoring.text import shown
from peacecli.core.outcomes import Outcomes, Space
from peacecli.core.record import Negotiation
from peacecli.core.select import key

COMPARED = 5_000
"""Among so many words at most the nearest is looked for."""
_YES_OR_NO = {"true": "yes", "on": "yes", "false": "no", "off": "no"}
_DIGITS = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
_SEPARATOR = re.compile(r"(?<=\d)[ ,_'](?=\d{3})", re.ASCII)


class Problem(NamedTuple):
    """Something wrong at a place inside one model."""

    loc: Loc
    code: str
    message: str
    hint: str | None = None
    expected: str | None = None


class Names:
    """Every id of a negotiation and where its aliases lead, by kind, and the outcome spaces of its issues."""

    def __init__(
        self,
        spaces: Spaces,
        ids: dict[str, frozenset[str]],
        aliases: dict[str, dict[str, str]],
        hidden: Container[str] = (),
    ) -> None:
        self.spaces = spaces
        self.ids = ids
        self.aliases = aliases
        self._hidden = hidden

    @classmethod
    def of(cls, files: Files, hidden: Container[str]) -> "Names":
        """Everything that the files of a negotiation declare; for complaints of `hidden` codes, which nobody will see,
        nothing near is looked for.
        """
        ids = {
            "topic": frozenset(topic.id for topic in files.head.topics),
            "issue": frozenset(files.spaces),
            "party": frozenset(party.id for party in files.head.parties),
            "plan": frozenset(plan.plan for plan in files.plans),
            "source": frozenset(source.id for source in files.sources),
            "speaker": frozenset(speaker.id for party in files.parties for speaker in party.speakers),
            "position": frozenset(position.id for party in files.parties for position in party.positions),
        }
        aliases: dict[str, dict[str, str]] = {}
        for model in (files.head, *files.plans):
            for kind, alias, name, _ in spoken(model):
                aliases.setdefault(kind, {})[key(alias)] = name
        for party in files.head.parties:
            aliases.setdefault("party", {}).setdefault(key(party.short), party.id)
        return cls(files.spaces, ids, aliases, hidden)

    @classmethod
    def in_record(cls, record: Negotiation) -> "Names":
        """The issues and parties of a record, which is all that a file of one's own can name."""
        spaces = {issue.id: issue.space for issue in record.issues.values()}
        ids = {"issue": frozenset(record.issues), "party": frozenset(record.parties)}
        issues = {key(alias): one.id for one in record.issues.values() for alias in one.aliases}
        parties = {key(word): one.id for one in record.parties.values() for word in (one.short, *one.aliases)}
        return cls(spaces, ids, {"issue": issues, "party": parties})

    def known(self, kind: str, name: str | None, *loc: str | int) -> Iterator[Problem]:
        """A complaint unless the id exists (or is absent), with the nearest id that does."""
        if name is not None and name not in self.ids[kind]:
            hint = None if f"unknown-{kind}" in self._hidden else self._near(kind, name)
            expected = f"the id of {'an' if kind[0] in 'aeiou' else 'a'} {kind}"
            yield Problem(loc, f"unknown-{kind}", f"no {kind} `{shown(name)}`", hint, expected)

    def _near(self, kind: str, name: str) -> str | None:
        meant = self.aliases.get(kind, {}).get(key(name))
        return did_you_mean(meant) if meant else nearest(name, self.ids[kind])

    def all_known(self, kind: str, names: Iterable[str], *loc: str | int) -> Iterator[Problem]:
        """A complaint for each id that does not exist."""
        for index, name in enumerate(names):
            yield from self.known(kind, name, *loc, index)

    def on_scale(self, issue: str, items: Iterable[Item], *loc: str | int) -> Iterator[Problem]:
        """A complaint for each outcome that the issue does not have."""
        space = self.spaces.get(issue)
        if space is None:
            return
        for index, item in enumerate(items):
            wrong = [(place, word) for place, word in words(item) if not _is_outcome(space, word)]
            for place, word in wrong:
                message = f"`{shown(word)}` is no outcome of {issue}"
                yield Problem((*loc, index, *place), "off-scale", message, _meant(space, word), _expected(space))
            if isinstance(item, Bounds) and space.kind == "choice":
                message = f"the outcomes of {issue} have no order, so that none is above or below another"
                yield Problem((*loc, index, words(item)[0][0][0], KEY), "no-order", message, "list those meant")
            elif isinstance(item, Bounds) and not wrong and FINITE in (item.at_least, item.at_most):
                end = "at_least" if item.at_least == FINITE else "at_most"
                message = f"`{FINITE}` is every number, and no end of a range"
                yield Problem((*loc, index, end), "off-scale", message, f"write a number, or `{FINITE}` alone")
            elif not wrong and not _set(space, item):
                yield Problem((*loc, index), "empty-range", f"no outcome of {issue} lies in this range")


def nearest(name: str, known: Collection[str]) -> str | None:
    """`did you mean ...?` with the most similar known word, if one is near; among very many none is looked for."""
    found = get_close_matches(name, sorted(known) if len(known) <= COMPARED else (), n=1, cutoff=0.5)
    return did_you_mean(found[0]) if found else None


def did_you_mean(name: str) -> str:
    """The hint that names what was probably meant."""
    return f"did you mean `{name}`?"


def _is_outcome(space: Space, word: str) -> bool:
    if word == FINITE and space.kind == "quantity":
        return True
    try:
        space.read(word)
    except ValueError:
        return False
    return True


def _set(space: Space, item: Item) -> Outcomes:
    try:
        return outcomes(space, (item,))
    except ValueError:
        return Outcomes()


def _expected(space: Space) -> str:
    if space.kind == "quantity":
        return f"a number{', `unlimited`' if space.unlimited else ''} or `{FINITE}` (any number)"
    return f"one of {', '.join(space.options)}"


def _meant(space: Space, word: str) -> str | None:
    """What helps: fewer digits, or the outcome probably meant with `true` for yes or with separators in a number."""
    if space.kind == "quantity" and _DIGITS.fullmatch(word):
        return "15 digits before the point at most, and 6 after it"
    plain = _YES_OR_NO.get(word.lower()) or _SEPARATOR.sub("", word)
    if plain != word and _is_outcome(space, plain):
        return did_you_mean(plain)
    return nearest(word, space.options)
