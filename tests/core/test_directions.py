"""Whom a change brings closer: by verdict, by the ideal, and both ways at once."""

from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacecli.core.directions import Moves, effective, moves, together
from peacecli.core.outcomes import Outcome, Range
from peacecli.core.record import Atom, Completeness, Period, Term
from tests import strategies as my
from tests.core.building import SPACES, atom, bracketed, disputed, period, plan, settled

BETTER, WORSE, SAME, UNCLEAR = (Moves(step, "same") for step in ("better", "worse", "same", "unclear"))


def _moves(line: Period | Atom, before: Term | None, after: Term | None, issue: str = "path") -> Moves:
    condition = line if isinstance(line, Period) else period(line)
    return moves(condition, SPACES[issue], before, after, issue)


class TestByVerdict:
    """`crossed` is worse than `open`, `open` worse than `respected`."""

    CROSSED = settled("path", "out")
    OPEN = settled("path", "near")
    RESPECTED = settled("path", "in")

    @pytest.mark.parametrize(
        ("before", "after", "expected"),
        [
            (CROSSED, OPEN, "better"),
            (CROSSED, RESPECTED, "better"),
            (OPEN, RESPECTED, "better"),
            (OPEN, CROSSED, "worse"),
            (RESPECTED, CROSSED, "worse"),
            (RESPECTED, OPEN, "worse"),
            (CROSSED, settled("path", "far"), "same"),
            (OPEN, bracketed("path", "in", "out"), "same"),
            (CROSSED, bracketed("path", "in", "out"), "better"),
            (CROSSED, bracketed("path", "far", "out"), "same"),
            (RESPECTED, disputed("path", "in", "out"), "worse"),
            (RESPECTED, settled("path", "in", "far"), "worse"),
        ],
    )
    def test_table(self, before: Term, after: Term, expected: str) -> None:
        """The step between two verdicts on one issue."""
        line = atom("path", "in", unclear=("near",))

        assert expected == _moves(line, before, after).by_verdict

    def test_this_issue_alone(self) -> None:
        """What the same position asks on another issue has no part in it."""
        both = period((atom("path", "in"), atom("keeper", "nobody")))

        assert _moves(both, settled("path", "out"), settled("path", "in")) == BETTER

    def test_two_conditions_on_one_issue(self) -> None:
        """Where a position asks two things of one issue, both of them have to be met."""
        both = period((atom("path", "in", "near"), atom("path", "near", "far")))

        assert [_moves(both, settled("path", "out"), settled("path", said)) for said in ("in", "near", "far")] == [
            SAME,
            BETTER,
            SAME,
        ]

    def test_alternatives_on_one_issue(self) -> None:
        """Where alternatives allow different outcomes, any of them will do."""
        either = period(atom("path", "in"), (atom("path", "far"), atom("keeper", "east")))

        assert [_moves(either, settled("path", "out"), settled("path", said)) for said in ("in", "near", "far")] == [
            BETTER,
            SAME,
            BETTER,
        ]

    @pytest.mark.parametrize(("before", "after"), [(None, CROSSED), (CROSSED, None), (None, None)])
    def test_nothing_to_compare(self, before: Term | None, after: Term | None) -> None:
        """Where one side says nothing and no status quo can stand for it the direction is unclear."""
        step = _moves(atom("path", "in"), before, after)

        assert (*step, step.step) == ("unclear", "unclear", "unclear")


class TestByIdeal:
    """Where the verdict does not move, the ideal decides, by betweenness."""

    @pytest.mark.parametrize(
        ("before", "after", "expected"),
        [
            (settled("path", "out"), settled("path", "far"), "better"),
            (settled("path", "far"), settled("path", "out"), "worse"),
            (settled("path", "near"), settled("path", "in"), "better"),
            (settled("path", "in"), settled("path", "near"), "worse"),
            (settled("path", "far"), settled("path", "far"), "same"),
            (settled("path", "near", "out"), settled("path", "near", "far"), "better"),
            (settled("path", "near", "out"), settled("path", "far"), "unclear"),
            (bracketed("path", "far", "out"), settled("path", "far"), "better"),
            (bracketed("path", "in", "out"), disputed("path", "out", "in"), "same"),
        ],
    )
    def test_ordered(self, before: Term, after: Term, expected: str) -> None:
        """Closer is between the old outcome and the ideal, both ends of what is left open."""
        assert expected == _moves(atom("path", "in", ideal="in"), before, after).by_ideal

    @pytest.mark.parametrize(
        ("before", "after", "expected"),
        [("near", "out", "unclear"), ("out", "near", "unclear"), ("near", "far", "better"), ("out", "far", "better")],
    )
    def test_across_the_ideal(self, before: str, after: str, expected: str) -> None:
        """From one side of the ideal to the other is neither nearer nor further."""
        wanted = atom("path", "far", ideal="far")

        assert expected == _moves(wanted, settled("path", before), settled("path", after)).by_ideal

    @pytest.mark.parametrize(
        ("before", "after", "expected"),
        [
            (600000, 800000, "better"),
            (800000, 600000, "worse"),
            (600000, "unlimited", "better"),
            (Range(600000, 900000, False), Range(700000, 800000, False), "unclear"),
        ],
    )
    def test_quantity(self, before: Outcome, after: Outcome, expected: str) -> None:
        """Numbers lie between numbers; `unlimited` lies beyond them all."""
        wanted = atom("army", "unlimited", ideal="unlimited")

        assert expected == _moves(wanted, settled("army", before), settled("army", after), "army").by_ideal

    @pytest.mark.parametrize(
        ("before", "after", "expected"),
        [
            (settled("keeper", "west"), settled("keeper", "east"), "better"),
            (settled("keeper", "east"), settled("keeper", "both"), "worse"),
            (settled("keeper", "west"), settled("keeper", "both"), "same"),
            (settled("keeper", "west"), bracketed("keeper", "both", "east"), "same"),
            (bracketed("keeper", "both", "east"), settled("keeper", "east"), "better"),
        ],
    )
    def test_unordered(self, before: Term, after: Term, expected: str) -> None:
        """On a choice there is only the ideal or not the ideal."""
        assert expected == _moves(atom("keeper", "east", ideal="east"), before, after, "keeper").by_ideal

    def test_no_ideal(self) -> None:
        """Without an ideal nothing is nearer to it."""
        assert _moves(atom("path", "in"), settled("path", "out"), settled("path", "near")) == SAME

    @given(st.data())
    def test_back_and_forth(self, data: st.DataObject) -> None:
        """The way back is the mirror of the way there."""
        line = data.draw(my.atoms())
        before, after = data.draw(my.terms(line.issue)), data.draw(my.terms(line.issue))
        mirrored = {"better": "worse", "worse": "better"}

        there, back = (_moves(line, *pair, line.issue) for pair in ((before, after), (after, before)))
        assert tuple(mirrored.get(step, step) for step in there) == tuple(back)


class TestStep:
    """A position's own direction."""

    @pytest.mark.parametrize(
        ("by_verdict", "by_ideal", "expected"),
        [
            ("better", "worse", "better"),
            ("worse", "better", "worse"),
            ("same", "better", "better"),
            ("same", "worse", "worse"),
            ("same", "unclear", "unclear"),
            ("same", "same", "same"),
            ("unclear", "unclear", "unclear"),
        ],
    )
    def test_verdict_first(self, by_verdict: str, by_ideal: str, expected: str) -> None:
        """The verdict decides; where it does not move, the ideal."""
        assert expected == Moves(by_verdict, by_ideal).step  # type: ignore[arg-type]


class TestEffective:
    """What a text amounts to on an issue."""

    QUO = MappingProxyType({"path": settled("path", "near")})

    @pytest.mark.parametrize(
        ("completeness", "expected"),
        [("complete", QUO["path"]), ("partial", None), ("unpublished", None), ("uncoded", None)],
    )
    def test_silence_stands_for_the_status_quo(self, completeness: Completeness, expected: Term | None) -> None:
        """A complete text that is silent leaves things as they are; of another nothing is known."""
        assert expected == effective(plan("one", completeness=completeness), "path", self.QUO)

    def test_no_status_quo(self) -> None:
        """Where no status quo can be named, silence stands for nothing."""
        assert effective(plan("one"), "keeper", self.QUO) is None

    def test_own_words_first(self) -> None:
        """A term stands for itself."""
        said = settled("path", "out")

        assert said == effective(plan("one", said, completeness="partial"), "path", self.QUO)


class TestTogether:
    """A party's direction from all of its red lines and demands on an issue."""

    @pytest.mark.parametrize(
        ("red_lines", "demands", "expected"),
        [
            ([], [], None),
            ([BETTER], [], "better"),
            ([WORSE], [], "worse"),
            ([SAME], [], "same"),
            ([UNCLEAR], [], "unclear"),
            ([], [WORSE], "worse"),
            ([BETTER], [WORSE], "better"),
            ([WORSE], [BETTER, BETTER], "worse"),
            ([BETTER, SAME], [], "better"),
            ([BETTER, WORSE], [], "mixed"),
            ([BETTER, WORSE], [BETTER], "mixed"),
            ([SAME], [BETTER], "better"),
            ([SAME], [BETTER, WORSE], "mixed"),
            ([SAME], [SAME], "same"),
            ([Moves("same", "better")], [], "better"),
            ([Moves("same", "better")], [Moves("same", "worse")], "mixed"),
            ([Moves("same", "better")], [WORSE], "worse"),
            ([Moves("better", "worse")], [], "better"),
            ([Moves("same", "unclear")], [SAME], "unclear"),
            ([Moves("same", "unclear")], [Moves("same", "better")], "better"),
        ],
    )
    def test_table(self, red_lines: list[Moves], demands: list[Moves], expected: str | None) -> None:
        """Red lines decide, else demands, else the ideal; both ways is mixed; neither of them is no direction."""
        assert expected == together(red_lines, demands)
