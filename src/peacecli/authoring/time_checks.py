"""What must hold of dates: only what is surely impossible is refused, so that an approximate date never is."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from peacecli.authoring import models as m
from peacecli.authoring.compile import Files
from peacecli.authoring.documents import Loc
from peacecli.authoring.fields import Authored
from peacecli.authoring.names import Problem
from peacecli.core.record import Date

CODE = "impossible-date"
CLOCKS = 1
"""By so many days at most the date of one event differs from place to place."""


class Times(NamedTuple):
    """The day of the record, the dates of its sources and plans, and which plans each replaced."""

    as_of: Date
    sources: dict[str, Date]
    plans: dict[str, Date]
    replaced: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, files: Files) -> "Times":
        """The dates of a negotiation."""
        return cls(
            files.head.negotiation.as_of,
            {source.id: source.date for source in files.sources},
            {plan.plan: plan.date for plan in files.plans},
            {plan.plan: plan.supersedes for plan in files.plans},
        )


def surely_before(one: Date, other: Date, days: int = 0) -> bool:
    """Whether a date lies before another by more than so many days, whatever days the two stand for."""
    return "~" not in one + other and (_span(other)[0] - _span(one)[1]).days > days


def _span(day: Date) -> tuple[date, date]:
    year, month, number = (int(part) for part in f"{day}-00-00"[:10].split("-"))
    last = month or 12
    return date(year, month or 1, number or 1), date(year, last, number or monthrange(year, last)[1])


def check_times(entry: Authored, times: Times, loc: Loc) -> Iterator[Problem]:
    """Every complaint about the dates of one entry."""
    day, since, until = (vars(entry).get(name) for name in ("date", "since", "until"))
    if day and surely_before(times.as_of, day):
        yield Problem((*loc, "date"), CODE, f"{day} is after {times.as_of}, the `as_of` of the negotiation")
    begin = since or day
    if begin and until and not isinstance(entry, m.Period) and surely_before(until, begin):
        yield Problem((*loc, "until"), CODE, f"it ends before it begins, {begin}")
    if day and isinstance(entry, m.Statement | m.Denial | m.Reaction | m.Side | m.Assessment):
        for index, source in enumerate(entry.sources):
            published = times.sources.get(source)
            if published and surely_before(published, day, CLOCKS):
                message = f"`{source}` is of {published} and cannot report what was said on {day}"
                yield Problem((*loc, "sources", index), CODE, message)
    match entry:
        case m.Statement():
            for index, denial in enumerate(entry.denied_by):
                if surely_before(denial.date, entry.date, CLOCKS):
                    message = f"it was denied before it was said on {entry.date}"
                    yield Problem((*loc, "denied_by", index, "date"), CODE, message)
        case m.PlanFile():
            yield from _replaced(entry, times)
        case _:
            pass


def _replaced(plan: m.PlanFile, times: Times) -> Iterator[Problem]:
    for index, older in enumerate(plan.supersedes):
        if surely_before(plan.date, times.plans.get(older, plan.date)):
            message = f"`{older}` is of {times.plans[older]}, later than this text, which cannot replace it"
            yield Problem(("supersedes", index), CODE, message)
        elif _leads_to(plan.plan, older, times):
            message = "a text cannot replace itself" if older == plan.plan else f"`{older}` itself replaces this text"
            yield Problem(("supersedes", index), "circle", message)


def _leads_to(plan: str, older: str, times: Times) -> bool:
    seen: set[str] = set()
    ahead = [older]
    while ahead:
        one = ahead.pop()
        if one == plan:
            return True
        if one not in seen:
            seen.add(one)
            ahead += times.replaced.get(one, ())
    return False
