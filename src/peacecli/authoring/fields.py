"""The scalar types an author may write: ids, dates, grades, addresses and sets of outcomes."""

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

_EDTF = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(~?)", re.ASCII)
_MAX_TEXT = 4000
_MAX_WORDS_ID = 80


class Authored(BaseModel):
    """Base of everything an author writes: closed, immutable, no silent conversions."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


def _calendar_date(text: str) -> str:
    match = _EDTF.fullmatch(text)
    if match is None:
        raise ValueError("not a date: write 2025, 2025-11 or 2025-11-24, with ~ after it if approximate")
    year, month, day, _ = match.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError as error:
        raise ValueError(f"no such date: {error}") from error
    return text


def _web_address(text: str) -> str:
    if not re.fullmatch(r"https?://[^\s<>\"]+\.[^\s<>\"]+", text):
        raise ValueError("not a web address: it starts with http:// or https:// and has no spaces")
    return text


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[.-][a-z0-9]+)*$", max_length=_MAX_WORDS_ID)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=_MAX_TEXT)]
Day = Annotated[str, AfterValidator(_calendar_date)]
"""An ISO date to the year, month or day; a trailing ``~`` marks it approximate (EDTF, ISO 8601-2)."""
Url = Annotated[str, AfterValidator(_web_address), StringConstraints(max_length=500)]
Reliability = Literal["A", "B", "C", "D", "E", "F"]
Credibility = Annotated[int, Field(ge=1, le=6)]


class Bounds(Authored):
    """Every outcome between two ends, ends included. An open top includes `unlimited` where the issue has it."""

    at_least: str | None = None
    at_most: str | None = None


class AllBut(Authored):
    """Every outcome of the issue except these."""

    all_but: tuple[str, ...] = Field(min_length=1)


def _as_items(value: Any) -> Any:
    return value if isinstance(value, list | tuple) else [value]


Item = str | Bounds | AllBut
"""An option's id, a number, ``unlimited``, ``finite`` (any number at all), or a range."""
Outcomes = Annotated[
    tuple[Item, ...],
    BeforeValidator(_as_items, json_schema_input_type=tuple[Item, ...] | Item),
    Field(min_length=1),
]
