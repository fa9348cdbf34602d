"""A user's own weights, read against a record's parties and issues."""

from collections.abc import Iterator
from fractions import Fraction
from functools import partial
from pathlib import Path

from peacecli.authoring.documents import KEY
from peacecli.authoring.models.preferences import PartyPreferences, PreferencesFile
from peacecli.authoring.names import Names, Problem
from peacecli.authoring.own_file import own_file
from peacecli.core.deal.weighed import Preferences, Weights
from peacecli.core.record import Negotiation


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
            for word in values:
                for problem in names.on_scale(issue, (word,), *loc):
                    yield problem._replace(loc=(*loc, word, KEY))


def _weights(record: Negotiation, file: PreferencesFile, party: str) -> Weights:
    """The values of one party for every outcome of the issues that either weighs; 0 where it names none."""
    own = file.preferences[party]
    values = {}
    for issue in record.issues.values():
        words = dict.fromkeys(word for one in file.preferences.values() for word in one.values.get(issue.id, ()))
        if words:
            options = issue.space.options or sorted(words, key=issue.space.read)
            values[issue.id] = {issue.space.read(word): _value(own, issue.id, word) for word in options}
    return Weights(party, values, Fraction(own.reservation))


def _value(own: PartyPreferences, issue: str, word: str) -> Fraction:
    return Fraction(own.values.get(issue, {}).get(word, "0"))
