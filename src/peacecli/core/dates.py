"""Dates of the record compared with the dates that somebody asks about."""

from peacecli.core.record import Date, day_of


def within(day: Date, since: Date | None, until: Date | None) -> bool:
    """Whether a date can lie between two others, both included, each to the year, month or day. A date to the
    month is between them when any day of that month is.
    """
    plain = day_of(day)
    begun = since is None or plain >= since or since.startswith(plain)
    return begun and (until is None or plain <= until or plain.startswith(until))
