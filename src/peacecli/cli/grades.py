"""The worst grades that count, as options give them."""

from typing import cast, get_args

from peacecli.cli.run import choice
from peacecli.core.results.common import Reliability
from peacecli.core.sift import Grades


def grades(reliability: str | None, credibility: int | None) -> Grades:
    """The grades asked for, in either case of the letter. Raises UsageError."""
    letter = reliability and choice("--min-reliability", reliability.upper(), get_args(Reliability))
    return Grades(cast(Reliability | None, letter), credibility)
