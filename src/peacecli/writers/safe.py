"""Untrusted text made harmless for a terminal."""

import re

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
"""Control characters, direction marks and overrides, byte-order marks, lone surrogates."""


def safe(text: str) -> str:
    """The text with control characters, direction overrides and lone surrogates shown as escapes."""
    return _CONTROL.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    return match.group().encode("unicode_escape", "surrogatepass").decode("ascii")
