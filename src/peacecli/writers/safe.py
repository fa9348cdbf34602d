"""Untrusted text made harmless for a terminal."""

import re

_CONTROL = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Control characters, line and paragraph separators, direction marks and overrides, byte-order marks, marks of
annotations, invisible tags, lone surrogates.
"""


def safe(text: str) -> str:
    """The text with control characters, what steers the direction or hides in a text, and lone surrogates shown as
    escapes.
    """
    return _CONTROL.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    return match.group().encode("unicode_escape", "surrogatepass").decode("ascii")
