"""One word and one symbol for every verdict, kind and direction, the same everywhere."""

from collections.abc import Iterable, Mapping, Sequence

from peacecli.core.directions import DIRECTIONAL
from peacecli.core.reasons import met
from peacecli.core.results.diff import Direction, Effect, PositionEffect
from peacecli.core.verdicts import Settled, Word
from peacecli.views.page import Cell, Style

VERDICTS: Mapping[Word, str] = {"respected": "✓", "crossed": "✗", "open": "◐", "silent": "–", "unknown": "?"}
DIRECTIONS: Mapping[Direction, str] = {"better": "▲", "worse": "▼", "same": "=", "mixed": "±", "unclear": "?"}
NO_DIRECTION = "·"
MOVED = "»"
OWN = "*"
"""Known only from the text itself that is judged or compared."""
ASCII: Mapping[str, str] = {
    "✓": "+", "✗": "x", "◐": "o", "–": "-", "▲": "^", "▼": "v", "±": "~", "·": ".", "»": ">", "→": "->",
    "…": "...", "■": "#",
}  # fmt: skip
"""What stands for a symbol where the output cannot carry it."""

STANCES = {"red_line": "Red lines", "demand": "Demands", "preference": "Preferences", "accepts": "Accepts"}
STANCE = {"red_line": "red line", "demand": "demand", "preference": "preference", "accepts": "accepts"}
BECAUSE = {
    "bracketed": "bracketed",
    "sources_disagree": "sources disagree",
    "vague": "vague words",
    "position_unclear": "position unclear",
    "partly_silent": "partly silent",
    "condition": "condition not settled",
}
DIRECTION_WORDS = {
    "better": "closer to its stated position",
    "worse": "further from it",
    "same": "no nearer, no further",
    "mixed": "both ways",
    "unclear": "cannot be said",
}
KEY_TO_SYMBOLS = "✓ respected  ✗ crossed / not met  ◐ open  – silent  ? unknown"
KEY_TO_VERDICTS = f"{KEY_TO_SYMBOLS}  (now: ...) if nothing changes"
KEY_TO_OWN = f"{OWN} known only from that plan itself"
KEY_TO_GRADES = (
    "Grades: how reliable the best source is, A to F, and how credible it is that this was said or done, 1 to 6;"
    " F and 6: cannot be judged."
)
KEY_TO_DIRECTIONS = (
    "▲ closer to the party's stated position  ▼ further from it  = neither  ± both ways"
    f"  {DIRECTIONS['unclear']} cannot be said, or not covered  {NO_DIRECTION} no red line or demand on it"
    f"  {MOVED} the line itself moved  {OWN} known only from one of these texts  blank: unchanged"
)


def stances(named: Iterable[str]) -> str:
    """Kinds of positions in words."""
    return ", ".join(STANCES[stance] for stance in STANCES if stance in set(named))


def crossed(stances: Sequence[str]) -> str:
    """What is counted against a text on positions of these stances: only a red line is `crossed`."""
    return "crossed" if set(stances) == {"red_line"} else "crossed or not met"


def verdict_cell(word: Word, stance: str, otherwise: Settled | None = None, own: bool = False) -> Cell:
    """A verdict as symbol and word; a silent one with what holds if nothing changes, and one on a position that is
    known only from the plan itself with a mark.
    """
    style: Style = "crossed" if word == "crossed" else "dim" if word in ("silent", "unknown") else ""
    tail = f" (now: {met(otherwise, stance)})" if otherwise else ""
    return Cell(f"{VERDICTS[word]} {met(word, stance)}{tail}{OWN if own else ''}", style)


def direction_cell(effect: Effect | None, covered: bool) -> Cell:
    """The direction of a change for a party as its symbol, or why there is none."""
    if not covered:
        return Cell(DIRECTIONS["unclear"], "dim")
    if effect is None or effect.direction is None:
        return Cell(_no_direction(effect.positions if effect else ()), "dim")
    decisive = effect.direction in ("better", "worse", "mixed")
    return Cell(DIRECTIONS[effect.direction], "strong" if decisive else "dim")


def _no_direction(positions: Sequence[PositionEffect]) -> str:
    if any(one.position_moved for one in positions):
        return MOVED
    return OWN if any(one.stance in DIRECTIONAL for one in positions) else NO_DIRECTION
