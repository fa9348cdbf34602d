"""How well sourced something is: the origins, reliability and ownership of the sources it rests on."""

from collections.abc import Sequence
from typing import Literal

from peacecli.core.evidence import Evidence
from peacecli.core.sourced import UNVERIFIED

Weakness = Literal["one_origin", "below_c", "unverified", "state_alone"]
"""Copies of one dispatch only; no source graded C or better; no credibility but 6; no source but state-owned ones
and networks that relay them."""

LEAST = "C"
"""The lowest reliability that is not in itself a weakness: fairly reliable."""
OFFICIAL = "official-text"
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


def official(evidence: Evidence, sources: Sequence[str]) -> bool:
    """Whether one of the sources is an official text: the document itself."""
    return any(evidence.sources[name].kind == OFFICIAL for name in sources)


def weaknesses(evidence: Evidence, sources: Sequence[str], credibility: int | None) -> tuple[Weakness, ...]:
    """In which ways something is thinly sourced; none where it is not. `credibility` is the best grade that what
    the sources say was given, None where it has none. An official text needs no second origin and no other owner.
    """
    alone = not official(evidence, sources)
    found: dict[Weakness, bool] = {
        "one_origin": alone and len(origins(evidence, sources)) == 1,
        "below_c": best_reliability(evidence, sources) > LEAST,
        "unverified": credibility == UNVERIFIED,
        "state_alone": alone and ownerships(evidence, sources) <= NOT_INDEPENDENT,
    }
    return tuple(name for name, holds in found.items() if holds)
