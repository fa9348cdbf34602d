"""Dates that options take: to the year, month or day."""

import re

from peacecli.core.record import Date
from peacecli.errors import UsageError

_SHAPE = re.compile(r"\d{4}(-\d\d){0,2}", re.ASCII)


def moment(option: str, text: str | None) -> Date | None:
    """The date as the record writes it; None where the option is not given. Raises UsageError."""
    if text is not None and not _is_date(text):
        raise UsageError("not-a-date", f"{option} `{text}` is not a date", "write it as 2025, 2025-11 or 2025-11-24")
    return text


def _is_date(text: str) -> bool:
    from datetime import date

    try:
        date.fromisoformat(f"{text}-01-01"[: len("2025-11-24")])
    except ValueError:
        return False
    return _SHAPE.fullmatch(text) is not None
