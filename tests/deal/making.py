"""Random small negotiations, and questions about them."""

import json
from random import Random
from typing import Any

from peacecli.core import record as r
from peacecli.core.evidence import Evidence, Source, Speaker, Statement
from peacecli.core.outcomes import Outcomes
from peacecli.core.scope import Scope
from peacecli.output import as_json
from tests.core import building as b
from tests.strategies import POOL

PARTIES = ("east", "north", "west")
NAMES = tuple(f"p{number}" for number in range(6))
SMALL = {"path": 4, "keeper": 4, "army": 13, "years": 12}
"""How many outcomes of an issue are tried; at most two issues with numbers go into one negotiation."""


def negotiation(rng: Random) -> r.Negotiation:
    """Up to six positions of three parties, on one to three issues."""
    issues = rng.sample(tuple(SMALL), rng.randint(1, 3))
    if {"army", "years"} <= set(issues):
        issues.remove("years")
    lines = [
        b.position(name, _condition(rng, issues), party=rng.choice(PARTIES))
        for name in NAMES[: rng.randint(2, len(NAMES))]
    ]
    return b.negotiation(b.party("north"), *lines)


def _condition(rng: Random, issues: list[str]) -> r.Period:
    """One issue, all of two, any of some, or a line that falls away under a condition."""
    kind = rng.choice(("one", "one", "all_of", "any_of", "mixed"))
    one, other, third = (_atom(rng, rng.choice(issues)) for _ in range(3))
    match kind:
        case "one":
            return b.period(one)
        case "all_of":
            return b.period((one, other))
        case "any_of":
            return b.period(one, other)
        case _:
            return b.period((one, other), third)


def _atom(rng: Random, issue: str) -> r.Atom:
    acceptable = rng.choice(POOL[issue])
    unclear = rng.choice(POOL[issue]) - acceptable if rng.random() < 0.3 else Outcomes()
    return r.Atom(issue, acceptable, unclear, None)


def asked(record: r.Negotiation) -> Scope:
    """Every party, issue and red line."""
    return Scope(tuple(record.parties), frozenset(record.issues), frozenset(("red_line",)), b.TODAY)


def evidence(record: r.Negotiation) -> Evidence:
    """One statement for each position."""
    said = {
        name: Statement(name, one.id, one.last_stated, "speaker", "", "document", ("source",), 1, (), None, None)
        for one in record.positions.values()
        for name in one.statements
    }
    source = Source(
        "source", "Publisher", "Title", None, None, b.TODAY, "news", "A", "origin", "independent", "full", None
    )
    return Evidence(said, {"source": source}, {"speaker": Speaker("speaker", "Speaker", ())}, (), (), ())


def saved(answer: object) -> Any:
    """An answer as a file holds it."""
    return json.loads(as_json(answer))
