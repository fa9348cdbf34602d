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


def movement(party: Party, base: Plan, target: Plan, before: Lines, after: Lines, days: tuple[Date, Date]) -> Movement:
    """What became of a party's red lines between two texts. Lines that rest only on one of the two texts are left
    out and counted apart; a line that is not in force, or not the same, on both days is listed as moved.
    """
    lines = {
        name: one.position
        for name, one in {**before, **after}.items()
        if one.position.stance == "red_line" and one.position.party == party.id
    }
    counted = [name for name, position in lines.items() if position.rests_on not in (base.version, target.version)]
    covered = all(party.covered(day) for day in days)
    still = [name for name in counted if name in before and name in after and before[name].period == after[name].period]
    was = {name: before[name].verdict for name in still}
    now = {name: after[name].verdict for name in still}
    known = [name for name in still if "unknown" not in (was[name].word, now[name].word)]
    return Movement(
        party.id,
        covered,
        len(counted),
        len(lines) - len(counted),
        tally(before[name].verdict.word for name in counted if name in before),
        tally(after[name].verdict.word for name in counted if name in after),
        tuple(name for name in known if now[name].word == "crossed" != was[name].word),
        tuple(name for name in known if was[name].word == "crossed" != now[name].word),
        tuple(name for name in known if was[name].word == "crossed" and now[name].word == "silent"),
        tuple(name for name in known if now[name].because == "bracketed" != was[name].because),
        tuple(name for name in counted if name not in still) if covered else (),
    )
