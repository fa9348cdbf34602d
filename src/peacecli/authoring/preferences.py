"""A user's own weights, read against a record's parties and issues."""

from collections.abc import Iterator
from fractions import Fraction
from functools import partial
from pathlib import Path

from peacecli.authoring.documents import KEY
from peacecli.authoring.models.preferences import PartyPreferences, PreferencesFile
from peacecli.authoring.names import Names, Problem
from peacecli.authoring.own_file import own_file
from peacecli.authoring.sets import FINITE
from peacecli.core.deal.weighed import Preferences, Weights
from peacecli.core.record import Issue, Negotiation


def load_preferences(record: Negotiation, path: Path) -> Preferences:
    """The preferences in a file. Raises DataError with every complaint."""
    file = own_file(path, PreferencesFile, partial(_problems, Names.in_record(record)))
    one, other = (_weights(record, file, party) for party in file.preferences)
    return Preferences(path.stem, one, other)


def _problems(names: Names, file: PreferencesFile) -> Iterator[Problem]:
    for party, preferences in file.preferences.items():
        yield from names.known("party", party, "preferences", party, KEY)
        for issue, values in preferences.values.items():
            loc = ("preferences", party, "values", issue)
            yield from names.known("issue", issue, *loc, KEY)
            seen: dict[float, str] = {}
            for word in values:
                place = (*loc, word, KEY)
                wrong = [problem._replace(loc=place) for problem in names.on_scale(issue, (word,), *loc)]
                yield from wrong
                if wrong or issue not in names.spaces:
                    continue
                if word == FINITE:
                    yield Problem(place, "off-scale", f"`{word}` is any number, and a weight is of one", None)
                elif (other := seen.setdefault(names.spaces[issue].read(word), word)) != word:
                    yield Problem(place, "repeated", f"this is `{other}`, which has a weight already", "keep one")


def _weights(record: Negotiation, file: PreferencesFile, party: str) -> Weights:
    """The values of one party for every outcome of the issues that either weighs; 0 where it names none."""
    own = file.preferences[party]
    values = {}
    for issue in record.issues.values():
        weighed = {point for one in file.preferences.values() for point in _points(issue, one)}
        if weighed:
            mine = _points(issue, own)
            every = map(issue.space.read, issue.space.options) if issue.space.options else sorted(weighed)
            values[issue.id] = {point: mine.get(point, Fraction(0)) for point in every}
    return Weights(party, values, Fraction(own.reservation))


def _points(issue: Issue, preferences: PartyPreferences) -> dict[float, Fraction]:
    """The weights of a party on an issue, by outcome."""
    return {issue.space.read(word): Fraction(value) for word, value in preferences.values.get(issue.id, {}).items()}
