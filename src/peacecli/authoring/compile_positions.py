"""From the models of positions to positions with their conditions as alternatives of atoms."""

from itertools import product

from peacecli.authoring import models as m
from peacecli.authoring.sets import Spaces, outcomes
from peacecli.core import record as r
from peacecli.core.outcomes import Space

REST = ("rest",)


def position_of(position: m.Position, party: str, spaces: Spaces, voices: frozenset[str]) -> r.Position:
    """The position of a party for which the speakers in `voices` can speak."""
    periods = periods_of(position, spaces)
    return r.Position(
        position.id,
        party,
        position.stance,
        position.strength,
        position.basis,
        position.says,
        position.note,
        periods,
        tuple(statement_ids(position)),
        tuple(one.plan for one in position.statements),
        _last_stated(position, voices),
        r.only_text(periods[-1], ((one.date, one.plan) for one in position.statements)),
        position.thin,
    )


def _last_stated(position: m.Position, voices: frozenset[str]) -> str:
    """The date of the last statement by somebody who can speak for the party or, where there is none, by anybody."""
    own = [one.date for one in position.statements if one.speaker in voices]
    return max(own or [one.date for one in position.statements], key=r.day_of)


def statement_ids(position: m.Position) -> list[str]:
    """`position/date`, with `-2`, `-3` ... for more statements on one day."""
    ids: list[str] = []
    for statement in position.statements:
        stem = f"{position.id}/{r.day_of(statement.date)}"
        same_day = sum(one == stem or one.startswith(f"{stem}-") for one in ids)
        ids.append(f"{stem}-{same_day + 1}" if same_day else stem)
    return ids


def periods_of(position: m.Position, spaces: Spaces) -> tuple[r.Period, ...]:
    """The conditions of a position in date order, each with the days on which it was in force."""
    first = min(r.day_of(statement.date) for statement in position.statements)
    written = sorted(position.periods or (position,), key=lambda period: r.day_of(period.since or first))
    ends: list[str | None] = [period.since or first for period in written[1:]]
    rest_unclear = position.stance == "accepts"
    return tuple(
        _period(period.since or first, period.until or end, alternatives(period, spaces, rest_unclear))
        for period, end in zip(written, [*ends, None], strict=True)
    )


def _period(since: str, until: str | None, found: r.Alternatives) -> r.Period:
    issues = dict.fromkeys(atom.issue for conjunction in found for atom in conjunction)
    return r.Period(r.day_of(since), until and r.day_of(until), tuple(issues), found)


def alternatives(condition: m.Condition, spaces: Spaces, rest_unclear: bool) -> r.Alternatives:
    """A condition as alternatives of atoms. With `rest_unclear`, what is not acceptable was never addressed."""
    if condition.any_of:
        found = tuple(one for part in condition.any_of for one in alternatives(part, spaces, rest_unclear))
    elif condition.all_of:
        found = _all_of(*(alternatives(part, spaces, rest_unclear) for part in condition.all_of))
    else:
        issues = condition.each_of or ((condition.issue,) if condition.issue else ())
        found = (tuple(_atom(issue, condition, spaces[issue], rest_unclear) for issue in issues),)
    if condition.provided:
        found = _all_of(found, alternatives(condition.provided, spaces, rest_unclear))
    if condition.unless:
        found += alternatives(condition.unless, spaces, rest_unclear)
    return found


def _all_of(*parts: r.Alternatives) -> r.Alternatives:
    return tuple(tuple(atom for conjunction in choice for atom in conjunction) for choice in product(*parts))


def _atom(issue: str, condition: m.Condition, space: Space, rest_unclear: bool) -> r.Atom:
    acceptable = outcomes(space, condition.acceptable or ())
    if rest_unclear or condition.unclear == REST:
        unclear = space.whole - acceptable
    else:
        unclear = outcomes(space, condition.unclear or ()) - acceptable
    ideal = None if condition.ideal is None else space.read(condition.ideal)
    return r.Atom(issue, acceptable, unclear, ideal)
