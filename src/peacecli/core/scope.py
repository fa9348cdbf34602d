"""What a question is about: which parties, issues and stances, and on which day."""

from collections.abc import Iterator
from typing import NamedTuple

from peacecli.core.record import Date, Negotiation, Party, Period, Plan, Position, Stance, day_of
from peacecli.core.results.common import Coverage

OWN_DATE = "plan"
"""As `as_of`: judge each plan by its own date."""


class Scope(NamedTuple):
    """The parties (in the record's order), issues and stances asked about; `as_of` is a day or `plan`."""

    parties: tuple[str, ...]
    issues: frozenset[str]
    stances: frozenset[Stance]
    as_of: Date

    def day(self, plan: Plan) -> Date:
        """The day on which a plan is judged."""
        return day_of(plan.date) if self.as_of == OWN_DATE else self.as_of

    def includes(self, position: Position, period: Period) -> bool:
        """Whether the question is about this position."""
        return position.stance in self.stances and not self.issues.isdisjoint(period.issues)

    def stands(self, position: Position, day: Date) -> tuple[Position, Period] | None:
        """The position as it was known on a day with its condition, if it was in force and is asked about."""
        period = position.on(day)
        return (position.known_on(day), period) if period and self.includes(position, period) else None


def in_force(record: Negotiation, scope: Scope, day: Date) -> Iterator[tuple[Position, Period]]:
    """The positions asked about that were in force on a day, party by party; none of a party not covered."""
    covered = {party for party in scope.parties if record.parties[party].covered(day)}
    for position in record.positions.values():
        found = scope.stands(position, day) if position.party in covered else None
        if found:
            yield found


def issues_asked(record: Negotiation, scope: Scope) -> tuple[str, ...]:
    """The issues asked about, in the order of the record."""
    return tuple(issue for issue in record.issues if issue in scope.issues)


def coverage(record: Negotiation, scope: Scope, days: tuple[Date, ...]) -> tuple[Coverage, ...]:
    """For each party asked about, whether its positions were gathered for all of these days."""
    return tuple(party_coverage(record.parties[party], days) for party in scope.parties)


def party_coverage(party: Party, days: tuple[Date, ...]) -> Coverage:
    """Whether one party's positions were gathered for all of these days."""
    return Coverage(party.id, all(party.covered(day) for day in days), party.since, party.until)
