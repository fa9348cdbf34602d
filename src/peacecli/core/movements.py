"""The red lines of each party between two texts: newly crossed, no longer crossed, newly bracketed."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from peacecli.core.record import Date, Negotiation, Party, Period, Plan, Position
from peacecli.core.results.common import Tally
from peacecli.core.results.diff import Movement
from peacecli.core.scope import Scope, in_force
from peacecli.core.verdicts import Verdict, Word, judge


def tally(words: Iterable[Word]) -> Tally:
    """How many verdicts came out how, with their number as denominator."""
    counts: Counter[str] = Counter(words)
    return Tally(counts.total(), *(counts[word] for word in Tally._fields[1:]))


class Judged(NamedTuple):
    """A position with the condition that was in force on a plan's day, and the plan's verdict."""

    position: Position
    period: Period
    verdict: Verdict


def judged(record: Negotiation, plan: Plan, scope: Scope) -> dict[str, Judged]:
    """The verdict of a plan on every position that the scope includes, by position."""
    return {
        position.id: Judged(position, period, judge(plan, period.alternatives))
        for position, period in in_force(record, scope, scope.day(plan))
    }


Lines = Mapping[str, Judged]


class Pair(NamedTuple):
    """A position with the verdicts of two texts; None where it was not in force on a text's day."""

    was: Judged | None
    now: Judged | None

    @property
    def position(self) -> Position:
        """The position, as it was known on one of the days."""
        return next(one.position for one in self if one)

    @property
    def moved(self) -> bool:
        """Whether the condition was not the same on both days."""
        return not (self.was and self.now and self.was.period == self.now.period)

    def rests_on(self, plans: Iterable[Plan]) -> bool:
        """Whether it was known only from one of these texts on either day."""
        versions = [plan.version for plan in plans]
        return any(one.position.rests_on in versions for one in self if one)


def pairs(record: Negotiation, before: Lines, after: Lines) -> dict[str, Pair]:
    """Each position that was in force on either text's day, by position, in the order of the record."""
    found = {name: Pair(before.get(name), after.get(name)) for name in record.positions}
    return {name: pair for name, pair in found.items() if any(pair)}


def movement(party: Party, plans: tuple[Plan, Plan], lines: Mapping[str, Pair], days: tuple[Date, Date]) -> Movement:
    """What became of a party's red lines between two texts. Lines that rest only on one of the two texts on either
    day are left out and counted apart; a line that is not in force, or not the same, on both days is listed as moved.
    """
    own = {
        name: pair
        for name, pair in lines.items()
        if pair.position.stance == "red_line" and pair.position.party == party.id
    }
    counted = {name: pair for name, pair in own.items() if not pair.rests_on(plans)}
    covered = all(party.covered(day) for day in days)
    still = [name for name, pair in counted.items() if not pair.moved]
    was = {name: pair.was.verdict for name, pair in counted.items() if pair.was}
    now = {name: pair.now.verdict for name, pair in counted.items() if pair.now}
    known = [name for name in still if "unknown" not in (was[name].word, now[name].word)]
    return Movement(
        party.id,
        covered,
        len(counted),
        len(own) - len(counted),
        tally(verdict.word for verdict in was.values()),
        tally(verdict.word for verdict in now.values()),
        tuple(name for name in known if now[name].word == "crossed" != was[name].word),
        tuple(name for name in known if was[name].word == "crossed" != now[name].word),
        tuple(name for name in known if was[name].word == "crossed" and now[name].word == "silent"),
        tuple(name for name in known if now[name].because == "bracketed" != was[name].because),
        tuple(name for name in counted if name not in still) if covered else (),
    )
