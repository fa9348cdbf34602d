"""The scalar types an author may write: ids, dates, grades, addresses and sets of outcomes."""

import re
from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

from peacecli.authoring.files import ENDINGS
from peacecli.core.select import key

_EDTF = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(~?)", re.ASCII)
_MAX_TEXT = 4000
_MAX_WORDS_ID = 80
_SIGNS = "@:=,*?["
"""What cuts a word on the command line, or makes a pattern of it."""


class MisfitError(ValueError):
    """Values that do not fit together; `loc` is the one to look at, as seen from the entry that they stand in."""

    def __init__(self, message: str, *loc: str | int) -> None:
        super().__init__(message)
        self.loc = loc


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


def _to_the_day(text: str) -> str:
    if len(text) < len("2025-11-24") or text.endswith("~"):
        raise ValueError("not one day: write it to the day, as 2025-11-24, and not approximate")
    return text


def _no_file(text: str) -> str:
    if text.lower().endswith(ENDINGS):
        raise ValueError(f"`{text}` would be read as a file where it is typed: let it end in something else")
    return text


def _typed(text: str) -> str:
    if not key(text):
        raise ValueError(f"`{text}` can lead nowhere: write at least one letter or digit")
    if text.startswith("-"):
        raise ValueError(f"`{text}` would be read as an option where it is typed: let it begin with something else")
    if sign := next((sign for sign in _SIGNS if sign in text), None):
        raise ValueError(f"`{text}` would be cut or taken for a pattern where it is typed: leave out the `{sign}`")
    return _no_file(text)


def _web_address(text: str) -> str:
    if not re.fullmatch(r"https?://[^\s<>\"]+\.[^\s<>\"]+", text):
        raise ValueError("not a web address: it starts with http:// or https:// and has no spaces")
    return text


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[.-][a-z0-9]+)*$", max_length=_MAX_WORDS_ID)]
PlanId = Annotated[Id, AfterValidator(_no_file)]
Alias = Annotated[str, StringConstraints(max_length=_MAX_WORDS_ID), AfterValidator(_typed)]
"""Another word that leads to a thing when somebody types it."""
Text = Annotated[str, StringConstraints(min_length=1, max_length=_MAX_TEXT)]
Day = Annotated[str, AfterValidator(_calendar_date)]
"""An ISO date to the year, month or day; a trailing ``~`` marks it approximate (EDTF, ISO 8601-2)."""
FullDay = Annotated[Day, AfterValidator(_to_the_day)]
Url = Annotated[str, AfterValidator(_web_address), StringConstraints(max_length=500)]
Reliability = Literal["A", "B", "C", "D", "E", "F"]
Credibility = Annotated[int, Field(ge=1, le=6)]


class Bounds(Authored):
    """Every outcome between two ends, ends included. An open top includes `unlimited` where the issue has it."""

    at_least: str | None = None
    at_most: str | None = None

    @model_validator(mode="after")
    def _has_an_end(self) -> Self:
        if self.at_least is None and self.at_most is None:
            raise ValueError("write at_least, at_most or both")
        return self


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
