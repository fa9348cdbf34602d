"""What the options of `timeline` and `list` ask for."""

from collections.abc import Sequence

from peacecli.cli.dates import moment
from peacecli.cli.grades import grades
from peacecli.cli.run import some_words
from peacecli.core import select
from peacecli.core.wanted import Wanted
from peacecli.store import Store

Many = Sequence[str] | None


def wanted(
    store: Store,
    party: Many,
    speaker: Many,
    issue: Many,
    plan: Many,
    source: Many,
    words: Many,
    since: str | None,
    until: str | None,
    reliability: str | None,
    credibility: int | None,
) -> Wanted:
    """The entries asked for, of any kind. Raises UsageError. The evidence is read only where it must be."""
    record = store.record
    return Wanted(
        parties=frozenset(select.party(record, one) for one in party or ()),
        speakers=frozenset(select.speaker(store.evidence.speakers, one) for one in speaker or ()),
        issues=select.issues(record, issue) if issue else frozenset(),
        plans=frozenset(select.plan(record, one).version for one in plan or ()),
        sources=frozenset(select.source(store.evidence.sources, one) for one in source or ()),
        words=some_words(words or ()),
        since=moment("--since", since),
        until=moment("--until", until),
        grades=grades(reliability, credibility),
    )
