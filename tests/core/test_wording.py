"""Outcomes, terms and conditions in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacecli.core import wording
from peacecli.core.outcomes import Outcome, Range
from peacecli.core.record import Atom, Term
from tests.core.building import SPACES, atom, bracketed, disputed, issue, negotiation, plan, settled
from tests.strategies import POOL

MULTIPLIERS = {"million": 10**6, "billion": 10**9, "trillion": 10**12}


class TestNumber:
    """Numbers with their unit."""

    @pytest.mark.parametrize(
        ("value", "unit", "expected"),
        [
            (0, None, "0"),
            (60, "days", "60 days"),
            (600000, "people", "600,000 people"),
            (999999, None, "999,999"),
            (1000000, "people", "1 million people"),
            (1500000, None, "1.5 million"),
            (1234567, None, "1,234,567"),
            (200 * 10**9, "USD", "200 billion USD"),
            (800 * 10**9, "USD", "800 billion USD"),
            (1_250_000_000, "USD", "1.25 billion USD"),
            (10**12, "USD", "1 trillion USD"),
            (2.5, "years", "2.5 years"),
            (-3, None, "-3"),
        ],
    )
    def test_table(self, value: float, unit: str | None, expected: str) -> None:
        """Large round numbers are said in words, others in full."""
        assert expected == wording.number(value, unit)

    @pytest.mark.parametrize("value", [1_234_567_000, 123_456_700_000, 1_234_567_000_000])
    def test_no_digit_is_lost(self, value: int) -> None:
        """However large a number is, its words say all of it."""
        assert value == _read(wording.number(value, None))

    @given(st.integers(0, 10**14))
    def test_reads_back(self, value: int) -> None:
        """The words of a whole number say that number."""
        assert value == _read(wording.number(value, None))


def _read(text: str) -> float:
    digits, _, word = text.replace(",", "").partition(" ")
    whole, _, rest = digits.partition(".")
    multiplier = MULTIPLIERS.get(word, 1)
    return int(whole) * multiplier + (int(rest) * multiplier // 10 ** len(rest) if rest else 0)


class TestOutcome:
    """One outcome and several."""

    @pytest.mark.parametrize(
        ("name", "said", "expected"),
        [
            ("path", "near", "Near"),
            ("keeper", "both", "Both"),
            ("army", 600000, "600,000 people"),
            ("army", "unlimited", "no limit"),
            ("army", Range(600000, None, True), "600,000 people or more"),
            ("army", Range(600000, None, False), "600,000 people or more, with a limit"),
            ("years", Range(20, None, False), "20 years or more"),
            ("army", Range(None, 85000, False), "85,000 people or less"),
            ("army", Range(None, 0, False), "0 people or less"),
            ("army", Range(0, 85000, False), "0 to 85,000 people"),
            ("army", Range(None, None, False), "some limit"),
            ("army", Range(None, None, True), "anything"),
            ("years", Range(None, None, False), "anything"),
        ],
    )
    def test_one(self, name: str, said: Outcome, expected: str) -> None:
        """An option's label, a number with its unit, or a range in words."""
        assert expected == wording.outcome(issue(name), said)

    @pytest.mark.parametrize("name", list(POOL))
    def test_different_sets_are_said_differently(self, name: str) -> None:
        """No two sets of outcomes have the same words."""
        space = SPACES[name]
        sets = {*POOL[name], *(space.whole - one for one in POOL[name])}
        sets |= {space.finite - one for one in POOL[name]} if space.unlimited else set()

        assert len(sets) == len({wording.outcomes(issue(name), space.names(one)) for one in sets})

    @pytest.mark.parametrize(
        ("said", "expected"),
        [
            ((), "nothing"),
            (("in",), "In"),
            (("in", "near"), "In or Near"),
            (("in", "near", "out"), "In, Near or Out"),
        ],
    )
    def test_several(self, said: tuple[str, ...], expected: str) -> None:
        """Several are joined with `or`."""
        assert expected == wording.outcomes(issue("path"), said)


class TestTerm:
    """What a text says."""

    @pytest.mark.parametrize(
        ("term", "expected"),
        [
            (settled("path", "in"), "In"),
            (settled("path", "in", "near"), "In or Near"),
            (bracketed("path", "in", "out"), "[In: E] [Out: W]"),
            (bracketed("path", ["in", "near"], "out"), "[In or Near: E] [Out: W]"),
            (disputed("army", 800000, "unlimited"), "800,000 people / no limit"),
        ],
    )
    def test_term(self, term: Term, expected: str) -> None:
        """Options stand in brackets with who proposed them, readings apart; a bracket looks like nothing else."""
        assert expected == wording.term(negotiation(plan("one")), term)


class TestAtom:
    """A condition on one issue."""

    @pytest.mark.parametrize(
        ("line", "expected"),
        [
            (atom("path", "in"), "In"),
            (atom("path", "in", "near"), "In or Near"),
            (atom("path", "in", "near", "far"), "anything but Out"),
            (atom("path", "in", "near", "far", unclear=("out",)), "In, Near or Far"),
            (atom("keeper", "east", "both", "nobody"), "anything but West"),
            (atom("army", Range(800000, None, True)), "800,000 people or more"),
            (atom("army", Range(None, None, False)), "some limit"),
        ],
    )
    def test_atom(self, line: Atom, expected: str) -> None:
        """The shorter of what is accepted and what is refused; what is unclear is not said to be refused."""
        assert expected == wording.atom(negotiation(plan("one")), line)

    @pytest.mark.parametrize(
        ("line", "expected"),
        [
            (atom("path", "in", "near"), "In or Near"),
            (atom("path", "in", "near", "far"), "anything but Out"),
            (atom("path", "in", "near", unclear=("far",)), "In or Near (unclear: Far)"),
            (atom("path", "in", unclear=("near", "far", "out")), "In (the rest unclear)"),
            (atom("army", 6, unclear=(Range(None, 5, False),)), "6 people (unclear: 5 people or less)"),
        ],
    )
    def test_condition(self, line: Atom, expected: str) -> None:
        """What was left unclear is named, and in a word where nothing is refused."""
        assert expected == wording.condition(negotiation(plan("one")), line)
