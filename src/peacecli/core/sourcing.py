"""How well sourced something is: the origins, reliability and ownership of the sources it rests on."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Literal

from peacecli.core.evidence import Evidence
from peacecli.core.record import Position
from peacecli.core.sourced import UNVERIFIED

Weakness = Literal["one_origin", "below_c", "unverified", "state_alone"]
"""Copies of one dispatch only, among sources graded C or better where there are any; no source graded C or better; no
credibility but 6; no source but state-owned ones and networks that relay them."""

LEAST = "C"
"""The lowest reliability that is not in itself a weakness: fairly reliable."""
ENOUGH = 2
"""So many origins make something well sourced."""
FIRST_HAND_OF_A_POINT = frozenset({"official-text"})
FIRST_HAND_OF_A_POSITION = FIRST_HAND_OF_A_POINT | {"official-statement"}
"""Kinds of sources that need no other: a text is its own proof of its points, and an official statement of what a
party says, but not of what is in a text."""
NOT_INDEPENDENT = frozenset({"state", "network"})


def origins(evidence: Evidence, sources: Sequence[str]) -> tuple[str, ...]:
    """What the sources go back to, each once, in the order cited: copies of one dispatch are one origin."""
    return tuple(dict.fromkeys(evidence.sources[name].origin for name in sources))


def best_reliability(evidence: Evidence, sources: Sequence[str]) -> str:
    """The best Admiralty reliability, A to F, among one source or more."""
    return min(evidence.sources[name].reliability for name in sources)


def ownerships(evidence: Evidence, sources: Sequence[str]) -> frozenset[str]:
    """Who owns the publishers: state, network, independent, unknown."""
    return frozenset(evidence.sources[name].ownership for name in sources)


def _at_first_hand(evidence: Evidence, sources: Sequence[str], first_hand: AbstractSet[str]) -> bool:
    return any(evidence.sources[name].kind in first_hand for name in sources)


def bearing(evidence: Evidence, sources: Sequence[str]) -> tuple[str, ...]:
    """The sources that bear something out: fairly reliable ones or better."""
    return tuple(name for name in sources if evidence.sources[name].reliability <= LEAST)


def thin(evidence: Evidence, sources: Sequence[str], first_hand: AbstractSet[str]) -> bool:
    """Whether something is thinly sourced: what bears it out is of none of these kinds and has not two origins."""
    found = bearing(evidence, sources)
    return not _at_first_hand(evidence, found, first_hand) and len(origins(evidence, found)) < ENOUGH


def stated(evidence: Evidence, position: Position) -> tuple[str, ...]:
    """The sources of a position's statements, each once, but for those that could not be verified."""
    said = (evidence.statements[name] for name in position.statements)
    return tuple(dict.fromkeys(name for one in said if one.credibility != UNVERIFIED for name in one.sources))


def weaknesses(
    evidence: Evidence, sources: Sequence[str], credibility: int | None, first_hand: AbstractSet[str]
) -> tuple[Weakness, ...]:
    """In which ways something is weakly sourced; none where it is not. `credibility` is the best grade that what
    the sources say was given, None where it has none. A source of one of these kinds needs no second origin and no
    other owner. What is thin has one of the first two.
    """
    best = bearing(evidence, sources)
    alone = not _at_first_hand(evidence, best or sources, first_hand)
    found: dict[Weakness, bool] = {
        "one_origin": alone and len(origins(evidence, best or sources)) < ENOUGH,
        "below_c": not best,
        "unverified": credibility == UNVERIFIED,
        "state_alone": alone and ownerships(evidence, sources) <= NOT_INDEPENDENT,
    }
    return tuple(name for name, holds in found.items() if holds)
