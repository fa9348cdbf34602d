"""Dates that options take: to the year, month or day."""

import re

from peacecli.core.record import Date
from peacecli.errors import UsageError

_SHAPE = re.compile(r"\d{4}(-\d\d){0,2}", re.ASCII)


def moment(option: str, text: str | None) -> Date | None:
    """The date as the record writes it; None where the option is not given. Raises UsageError."""
    if text is None:
        return None
    from datetime import date

    try:
        if not _SHAPE.fullmatch(text):
            raise ValueError(text)
        date.fromisoformat(f"{text}-01-01"[: len("2025-11-24")])
    except ValueError as error:
        message = f"{option} `{text}` is not a date"
        raise UsageError("not-a-date", message, "write it as 2025, 2025-11 or 2025-11-24") from error
    return text
