"""Which entries somebody asks for."""

from typing import NamedTuple

from peacecli.core.dates import within
from peacecli.core.record import Date
from peacecli.core.results.timeline import Entry
from peacecli.core.sift import Grades

NOTHING: frozenset[str] = frozenset()


class Wanted(NamedTuple):
    """What an entry has to do with, all of it; empty, or None, asks nothing. Only publications and statements speak
    to issues, only statements and reactions have speakers. What has no grade is not graded too low.
    """

    kinds: frozenset[str] = NOTHING
    parties: frozenset[str] = NOTHING
    speakers: frozenset[str] = NOTHING
    issues: frozenset[str] = NOTHING
    plans: frozenset[str] = NOTHING
    sources: frozenset[str] = NOTHING
    words: tuple[str, ...] = ()
    since: Date | None = None
    until: Date | None = None
    grades: Grades = Grades(None, None)

    def includes(self, entry: Entry) -> bool:
        """Whether the entry is asked for."""
        asked = (
            (self.kinds, (entry.kind,)),
            (self.parties, entry.parties),
            (self.speakers, (entry.speaker,)),
            (self.issues, entry.issues),
            (self.plans, entry.plans),
            (self.sources, entry.sources),
        )
        return (
            all(not wanted or not wanted.isdisjoint(found) for wanted, found in asked)
            and within(entry.date, None, self.until)
            and within(entry.until or entry.date, self.since, None)
            and self._graded(entry)
            and self.says(entry.key, entry.label, entry.says, entry.form)
        )

    def says(self, *texts: str | None) -> bool:
        """Whether all of the words occur in the texts, in upper or lower case."""
        text = " ".join(one for one in texts if one).casefold()
        return all(word.casefold() in text for word in self.words)

    def _graded(self, entry: Entry) -> bool:
        reliability, credibility = self.grades
        return (entry.reliability or "A") <= (reliability or "F") and (entry.credibility or 1) <= (credibility or 6)
