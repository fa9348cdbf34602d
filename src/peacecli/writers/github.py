"""Complaints as annotations of a workflow on GitHub, which shows them beside the lines they are about."""

from collections.abc import Sequence

from peacecli.errors import Complaint
from peacecli.writers.safe import safe

_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def annotations(complaints: Sequence[Complaint], more: bool) -> str:
    """A workflow command a complaint, and one where there are more. GitHub looks for a file from the root of the
    repository.
    """
    further = f"::warning::{len(complaints):,} complaints listed, and there are more\n" if more else ""
    return "".join(map(_annotation, complaints)) + further


def _annotation(one: Complaint) -> str:
    end = one.column + (one.quote.width if one.quote else 1)
    place = {
        "file": one.file, "line": str(one.line), "col": str(one.column), "endColumn": str(end),
        "title": one.code,
    }  # fmt: skip
    properties = ",".join(f"{name}={_escaped(value, _PROPERTY)}" for name, value in place.items())
    parts = (one.message, one.hint, f"expected {one.expected}" if one.expected else None)
    return f"::error {properties}::{_escaped('; '.join(part for part in parts if part), _DATA)}\n"


def _escaped(text: str, signs: dict[str, str]) -> str:
    return "".join(signs.get(sign, sign) for sign in safe(text))
