"""Complaints as text: the place, what is wrong there, and the line with a caret under the place."""

import unicodedata

from peacecli.errors import Complaint, Quote
from peacecli.writers.safe import safe

LEAST = 10
"""So many characters of a line are quoted at least, however narrow the terminal."""
_CUT = "..."


def complaint_text(one: Complaint, width: int | None = None) -> str:
    """The complaint, with its line quoted where it has one, cut to `width` columns around the place."""
    lines = [safe(headline(one))]
    if one.quote:
        lines += _quoted(one.quote, str(one.line), one.expected, width)
    return "".join(f"{line}\n" for line in lines)


def headline(one: Complaint) -> str:
    """The complaint on one line."""
    hint = f" ({one.hint})" if one.hint else ""
    return f"{one.file}:{one.line}:{one.column}: {one.message}{hint} [{one.code}]"


def _quoted(quote: Quote, number: str, expected: str | None, width: int | None) -> list[str]:
    text, start, meant = quote.text, quote.column - 1, quote.width
    room = max(LEAST, width - len(number) - 5 - 2 * len(_CUT)) if width else len(text) + 1
    first = 0 if start < room else start - room // 2
    cut = _CUT if first else ""
    shown = text[first : first + room]
    before, under = shown[: start - first], shown[start - first : start - first + meant]
    more = _CUT if first + room < len(text) else ""
    caret = " " * columns(cut + safe(before)) + "^" * max(1, columns(safe(under)))
    margin = " " * len(number)
    said = f" expected {safe(expected)}" if expected else ""
    return [f" {number} | {cut}{safe(shown)}{more}".rstrip(), f" {margin} | {caret}{said}"]


def columns(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return sum(_columns(sign) for sign in text)


def _columns(sign: str) -> int:
    if unicodedata.combining(sign) or unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
