"""What must hold of a party's positions, speakers and reactions."""

from collections.abc import Iterator
from itertools import pairwise
from math import prod

from peacecli.authoring import models as m
from peacecli.authoring.compile_positions import REST
from peacecli.authoring.documents import Loc
from peacecli.authoring.line_checks import can_be_met_and_crossed, ideals_within_lines
from peacecli.authoring.names import Names, Problem
from peacecli.authoring.sets import FINITE, outcomes
from peacecli.core.record import day_of

MAX_ALTERNATIVES = 64
_AS_READ = "a month or year is read as its first day, with ~ or without"


def check_party(party: m.PartyFile, names: Names) -> Iterator[Problem]:
    """Every complaint about one party's file."""
    yield from names.known("party", party.party, "party")
    for index, speaker in enumerate(party.speakers):
        for place, role in enumerate(speaker.roles):
            yield from names.all_known("party", role.speaks_for, "speakers", index, "roles", place, "speaks_for")
    sound: dict[int, m.Position] = {}
    for index, position in enumerate(party.positions):
        loc: Loc = ("positions", index)
        yield from _statements(position, names, loc)
        problems = list(_conditions(position, names, loc))
        yield from problems
        if not problems:
            sound[index] = position
            yield from can_be_met_and_crossed(position, names, loc)
    for index, reaction in enumerate(party.reactions):
        loc = ("reactions", index)
        yield from names.known("plan", reaction.plan, *loc, "plan")
        yield from names.known("speaker", reaction.speaker, *loc, "speaker")
        yield from names.all_known("source", reaction.sources, *loc, "sources")
    for index, difference in enumerate(party.differences):
        yield from _difference(difference, names, ("differences", index))
    yield from ideals_within_lines(sound, names)


def _difference(difference: m.Difference, names: Names, loc: Loc) -> Iterator[Problem]:
    yield from names.all_known("issue", difference.issues, *loc, "issues")
    yield from names.all_known("source", difference.sources, *loc, "sources")
    for index, side in enumerate(difference.sides):
        yield from names.known("speaker", side.speaker, *loc, "sides", index, "speaker")
        yield from names.all_known("source", side.sources, *loc, "sides", index, "sources")


def _statements(position: m.Position, names: Names, loc: Loc) -> Iterator[Problem]:
    for index, statement in enumerate(position.statements):
        yield from _statement(statement, names, (*loc, "statements", index))
    for index, (one, following) in enumerate(pairwise(position.statements)):
        if day_of(following.date) < day_of(one.date):
            yield Problem((*loc, "statements", index + 1, "date"), "order", "statements stand in date order")


def _conditions(position: m.Position, names: Names, loc: Loc) -> Iterator[Problem]:
    """What makes the position one that cannot be compiled."""
    for place, part in _parts(position, loc):
        yield from _condition(part, names, position, place)
    yield from _periods(position, loc)


def _parts(position: m.Position, loc: Loc) -> list[tuple[Loc, m.Period]]:
    return [((*loc, "periods", index), one) for index, one in enumerate(position.periods)] or [(loc, position)]


def _statement(statement: m.Statement, names: Names, loc: Loc) -> Iterator[Problem]:
    yield from names.known("speaker", statement.speaker, *loc, "speaker")
    yield from names.all_known("source", statement.sources, *loc, "sources")
    yield from names.known("plan", statement.plan, *loc, "plan")
    for index, denial in enumerate(statement.denied_by):
        yield from names.known("speaker", denial.speaker, *loc, "denied_by", index, "speaker")
        yield from names.all_known("source", denial.sources, *loc, "denied_by", index, "sources")


def _periods(position: m.Position, loc: Loc) -> Iterator[Problem]:
    first = min((statement.date for statement in position.statements), key=_first_day)
    for place, period in _parts(position, loc):
        since = period.since or first
        if period.until and _first_day(period.until) <= _first_day(since):
            message = f"never in force: `until` is the first day without it, and it began {since}"
            yield Problem((*place, "until"), "impossible-date", message, _AS_READ)
    for index, (one, following) in enumerate(pairwise(position.periods)):
        begun, start = _first_day(one.since or first), _first_day(following.since or first)
        if start <= begun or (one.until and _first_day(one.until) > start):
            before = f"began {one.since}" if start <= begun else f"ends {one.until}"
            message = f"periods of one position follow one another, and the one before this {before}"
            yield Problem((*loc, "periods", index + 1, "since"), "overlap", message, _AS_READ)


def _first_day(date: str) -> str:
    """The day from which a date is compared with others in the compiled record."""
    return f"{day_of(date)}-01-01"[:10]


def _condition(condition: m.Condition, names: Names, position: m.Position, loc: Loc) -> Iterator[Problem]:
    issues = condition.each_of or ((condition.issue,) if condition.issue else ())
    key = "each_of" if condition.each_of else "issue"
    for index, issue in enumerate(issues):
        yield from names.known("issue", issue, *loc, key, *((index,) if condition.each_of else ()))
        if issue in names.spaces:
            yield from _sets(condition, names, position, issue, loc)
    for key, parts in _nested(condition):
        for index, part in enumerate(parts):
            place = (*loc, key, index) if key.endswith("_of") else (*loc, key)
            yield from _condition(part, names, position, place)
    if _width(condition) > MAX_ALTERNATIVES:
        yield Problem(loc, "too-many", f"more than {MAX_ALTERNATIVES} alternatives")


def _nested(condition: m.Condition) -> Iterator[tuple[str, tuple[m.Condition, ...]]]:
    yield "any_of", condition.any_of
    yield "all_of", condition.all_of
    yield "unless", (condition.unless,) if condition.unless else ()
    yield "provided", (condition.provided,) if condition.provided else ()


def _width(condition: m.Condition) -> int:
    width = sum(_width(part) for part in condition.any_of) or prod(_width(part) for part in condition.all_of)
    width *= _width(condition.provided) if condition.provided else 1
    return width + (_width(condition.unless) if condition.unless else 0)


def _sets(condition: m.Condition, names: Names, position: m.Position, issue: str, loc: Loc) -> Iterator[Problem]:
    unclear = () if condition.unclear == REST else condition.unclear or ()
    ideal = () if condition.ideal is None else (condition.ideal,)
    problems = [
        *names.on_scale(issue, condition.acceptable or (), *loc, "acceptable"),
        *names.on_scale(issue, unclear, *loc, "unclear"),
        *names.on_scale(issue, ideal, *loc, "ideal"),
    ]
    if ideal == (FINITE,):
        problems.append(Problem((*loc, "ideal"), "off-scale", "`finite` is every number, and the ideal is one outcome"))
    yield from problems
    if problems:
        return
    space = names.spaces[issue]
    accepted = outcomes(space, condition.acceptable or ())
    if accepted == space.whole:
        yield Problem((*loc, "acceptable"), "accepts-everything", f"every outcome of {issue} is acceptable")
    if ideal and position.stance == "accepts":
        return
    if ideal and condition.unclear != REST and not outcomes(space, ideal) <= accepted | outcomes(space, unclear):
        yield Problem((*loc, "ideal"), "ideal-refused", "the ideal is not among the acceptable outcomes")
