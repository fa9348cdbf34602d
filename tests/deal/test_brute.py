"""Conflicts, concessions and packages against brute force on random small negotiations."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacecli.core import record as r
from peacecli.core.deal.concessions import concessions
from peacecli.core.deal.conflicts import conflicts
from peacecli.core.deal.hitting import HittingSets
from peacecli.core.deal.packages import packages
from peacecli.core.deal.verify import verify
from peacecli.core.outcomes import Outcomes
from tests.deal.brute import brute
from tests.deal.making import PARTIES, asked, evidence, negotiation, saved
from tests.strategies import POOL

BATCHES, EACH = 25, 220
"""5,500 negotiations in all."""
TWO = (("east", "north"), ("west",))


def dual(ways_out: set[frozenset[str]]) -> set[frozenset[str]]:
    """The minimal sets that have a position of every way out: the conflicts again (Reiter, 1987)."""
    names = sorted(frozenset[str]().union(*ways_out))
    numbered = [frozenset(map(names.index, one)) for one in ways_out if one]
    return {frozenset(names[n] for n in one) for one in HittingSets(numbered)} if numbered else set()


def check(record: r.Negotiation, strict: bool, fixed: dict[str, Outcomes]) -> None:
    """Every answer is what trying everything gives, and verifies."""
    tried = brute(record, strict)
    scope, said = asked(record), evidence(record)

    found = conflicts(record, said, scope, strict)
    assert {frozenset(one.positions) for one in found.conflicts} == tried.conflicts()
    assert (found.summary.complete, found.summary.all_up_to) == (True, None)

    ways = concessions(record, said, scope, strict)
    together = {frozenset[str]()}
    for cluster in ways.clusters:
        together = {one | frozenset(way.positions) for one in together for way in cluster.sets}
    assert together == tried.ways_out()
    assert ways.summary.smallest == min(map(len, together))
    assert dual(tried.ways_out()) == tried.conflicts()

    for sides in (TWO, tuple((party,) for party in PARTIES)):
        made = packages(record, scope, sides, None, fixed, strict)
        counts = brute(record, strict, fixed).counts(sides)
        if len(sides) == 2:
            assert [one.counts for one in made.packages] == sorted(counts)
        else:
            best = [min((c[n], *sorted(c, reverse=True)) for c in counts) for n in range(len(sides))]
            assert [(one.counts[n], *sorted(one.counts, reverse=True)) for n, one in enumerate(made.packages)] == best
        assert all(one.holds for one in verify(record, saved(made)))
    assert all(one.holds for answer in (found, ways) for one in verify(record, saved(answer)))


@pytest.mark.parametrize("batch", range(BATCHES))
def test_random_negotiations(batch: int) -> None:
    """Seeded, so that the same negotiations are tried every time."""
    rng = Random(batch)  # noqa: S311  # no secret
    for _ in range(EACH):
        record = negotiation(rng)
        issue = rng.choice(list(record.issues))
        check(record, rng.random() < 0.5, {issue: rng.choice(POOL[issue])} if rng.random() < 0.3 else {})


@given(st.randoms(use_true_random=False), st.booleans())
def test_negotiations_that_hypothesis_draws(rng: Random, strict: bool) -> None:
    """Drawn, so that what fails is made small."""
    check(negotiation(rng), strict, {})
