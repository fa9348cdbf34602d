"""What `peacecli diff` answers."""

from typing import Literal, NamedTuple

from peacecli.core.record import Date, Stance
from peacecli.core.results.common import Coverage, Data, PlanHead, Tally, TermSaid
from peacecli.core.verdicts import Word

Kind = Literal["added", "removed", "changed", "opened", "settled", "unchanged", "unknown"]
Direction = Literal["better", "worse", "same", "mixed", "unclear"]


class PositionEffect(NamedTuple):
    """What a change means for one position. `position_moved`: it was another line on the date of
    each text; `before` or `after` is null where it was not yet, or no longer, in force. `direction` is null where it
    is no red line or demand, moved, is known only from one of the two texts, or its party is not covered on both days.
    """

    position: str
    stance: Stance
    before: Word | None
    after: Word | None
    direction: Direction | None
    position_moved: bool


class Effect(NamedTuple):
    """What a change means for one party with a position on the issue; `direction` is null where none of its positions
    has one.
    """

    party: str
    direction: Direction | None
    positions: tuple[PositionEffect, ...]


class Change(NamedTuple):
    """What became of one issue; `terms` has one entry a plan, null where the text has none. `effects` is empty where
    it is `unchanged`.
    """

    key: str
    issue: str
    topic: str
    kind: Kind
    terms: tuple[TermSaid | None, ...]
    effects: tuple[Effect, ...]


class Movement(NamedTuple):
    """The red lines of one party between two texts; lists hold position ids. Where either text is not known on a
    line, the line is in none of them; `fell_silent` are those no longer crossed because the text now says nothing.
    """

    party: str
    covered: bool
    red_lines: int
    rest_on_a_plan: int
    before: Tally
    after: Tally
    newly_crossed: tuple[str, ...]
    no_longer_crossed: tuple[str, ...]
    fell_silent: tuple[str, ...]
    newly_bracketed: tuple[str, ...]
    position_moved: tuple[str, ...]


class KindCount(NamedTuple):
    """How many issues came out which way; `issues` is their sum."""

    issues: int
    added: int
    removed: int
    changed: int
    opened: int
    settled: int
    unchanged: int
    unknown: int


class DiffSummary(NamedTuple):
    identical: bool
    kinds: KindCount
    parties: tuple[Movement, ...]


class Step(NamedTuple):
    """From one text to the next."""

    base: str
    target: str
    summary: DiffSummary
    changes: tuple[Change, ...]


class Diff(NamedTuple):
    """`peacecli diff`. With three and more plans `steps` joins neighbours, and `changes` spans first to last, with
    every issue that any step changes: `unchanged` where it came back to what it was.
    """

    schema_version: int
    command: Literal["diff"]
    data: Data
    as_of: Date | Literal["plan"]
    plans: tuple[PlanHead, ...]
    coverage: tuple[Coverage, ...]
    summary: DiffSummary
    changes: tuple[Change, ...]
    steps: tuple[Step, ...]
