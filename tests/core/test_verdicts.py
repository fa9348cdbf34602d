"""Verdicts: one issue, several issues, silence, and agreement with an oracle that tries every outcome."""

from collections.abc import Callable, Iterable, Mapping
from itertools import combinations_with_replacement
from random import Random
from types import MappingProxyType
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacecli.authoring import sets as authored
from peacecli.authoring.compile_positions import alternatives
from peacecli.authoring.models import Condition
from peacecli.core.outcomes import Outcome, Outcomes, Range, Space
from peacecli.core.record import Alternatives, Atom, Completeness, Term, TermOption, TermStatus
from peacecli.core.verdicts import (
    Because,
    Verdict,
    Word,
    all_of,
    any_of,
    if_nothing_changes,
    in_the_gaps,
    judge,
    verdict,
    verdict_on_atom,
)
from tests import strategies as my
from tests.core import oracle
from tests.core.building import SPACES, atom, bracketed, disputed, period, plan, settled

WORDS: tuple[Word, ...] = ("respected", "crossed", "open", "silent", "unknown")

LINE = atom("path", "in", unclear=("near",))
"""`in` is acceptable, `near` unclear, `far` and `out` are unacceptable."""


class TestOnAtom:
    """A text against a condition on one issue."""

    @pytest.mark.parametrize(
        ("term", "expected"),
        [
            (settled("path", "in"), Verdict("respected")),
            (settled("path", "far"), Verdict("crossed")),
            (settled("path", "near"), Verdict("open", "position_unclear")),
            (settled("path", "far", "out"), Verdict("crossed")),
            (settled("path", "in", "near"), Verdict("open", "vague")),
            (settled("path", "in", "far"), Verdict("open", "vague")),
            (settled("path", "near", "far"), Verdict("open", "vague")),
            (bracketed("path", "in", "in"), Verdict("respected")),
            (bracketed("path", "in", "far"), Verdict("open", "bracketed")),
            (bracketed("path", "in", "near"), Verdict("open", "bracketed")),
            (bracketed("path", "near", "far"), Verdict("open", "bracketed")),
            (bracketed("path", "near", "near"), Verdict("open", "position_unclear")),
            (bracketed("path", "far", "out"), Verdict("crossed", by="every_option")),
            (bracketed("path", "far", ["far", "out"]), Verdict("crossed", by="every_option")),
            (disputed("path", "in", "in"), Verdict("respected")),
            (disputed("path", "in", "out"), Verdict("open", "sources_disagree")),
            (disputed("path", "in", "near"), Verdict("open", "sources_disagree")),
            (disputed("path", "near", "near"), Verdict("open", "position_unclear")),
            (disputed("path", "far", "out"), Verdict("crossed")),
        ],
    )
    def test_scale(self, term: Term, expected: Verdict) -> None:
        """Inside is respected, wholly outside is crossed, anything else is open and says why."""
        assert expected == verdict_on_atom(term, LINE, "silent")

    @pytest.mark.parametrize(
        ("term", "expected"),
        [
            (settled("army", 800000), Verdict("respected")),
            (settled("army", 600000), Verdict("crossed")),
            (settled("army", 700000), Verdict("open", "position_unclear")),
            (settled("army", "unlimited"), Verdict("respected")),
            (settled("army", Range(None, None, False)), Verdict("open", "vague")),
            (disputed("army", 800000, "unlimited"), Verdict("respected")),
            (disputed("army", 600000, "unlimited"), Verdict("open", "sources_disagree")),
            (bracketed("army", 500000, Range(None, 600000, False)), Verdict("crossed", by="every_option")),
        ],
    )
    def test_quantity(self, term: Term, expected: Verdict) -> None:
        """A ceiling is tested as a number, a ceiling without a figure as every number."""
        line = atom("army", Range(800000, None, True), unclear=(Range(600001, 799999, False),))

        assert expected == verdict_on_atom(term, line, "silent")

    @pytest.mark.parametrize("absence", ["silent", "unknown"])
    def test_no_term(self, absence: str) -> None:
        """Without a term the verdict is what the text's absence means."""
        assert absence == verdict_on_atom(None, LINE, "unknown" if absence == "unknown" else "silent").word

    @pytest.mark.parametrize("term", [settled("path", name) for name in SPACES["path"].options])
    def test_all_else_unclear_is_never_crossed(self, term: Term) -> None:
        """Where all but the acceptable is unclear nothing crosses."""
        line = atom("path", "in", unclear=("near", "far", "out"))

        assert verdict_on_atom(term, line, "silent").word != "crossed"


class TestCombining:
    """any_of and all_of, as the design gives them."""

    ANY_OF: Mapping[frozenset[Word], Word] = {
        frozenset({"crossed"}): "crossed",
        frozenset({"open"}): "open",
        frozenset({"silent"}): "silent",
        frozenset({"unknown"}): "unknown",
        frozenset({"crossed", "open"}): "open",
        frozenset({"crossed", "silent"}): "open",
        frozenset({"crossed", "unknown"}): "open",
        frozenset({"open", "silent"}): "open",
        frozenset({"open", "unknown"}): "open",
        frozenset({"silent", "unknown"}): "unknown",
    }
    """Of two words neither of which is `respected`."""

    MIRROR: Mapping[Word, Word] = {"respected": "crossed", "crossed": "respected"}

    @pytest.mark.parametrize("pair", list(combinations_with_replacement(WORDS, 2)))
    def test_any_of(self, pair: tuple[Word, Word]) -> None:
        """One respected is enough; all crossed is crossed; all silent is silent; else open. Order says nothing."""
        expected = "respected" if "respected" in pair else self.ANY_OF[frozenset(pair)]

        assert expected == any_of(map(Verdict, pair)).word
        assert expected == any_of(map(Verdict, reversed(pair))).word

    @pytest.mark.parametrize("pair", list(combinations_with_replacement(WORDS, 2)))
    def test_all_of_is_the_dual(self, pair: tuple[Word, Word]) -> None:
        """all_of is any_of with respected and crossed exchanged."""
        mirrored = [Verdict(self.MIRROR.get(word, word)) for word in pair]
        expected = any_of(mirrored).word

        assert self.MIRROR.get(expected, expected) == all_of(map(Verdict, pair)).word

    VERDICTS = (
        *(Verdict(word) for word in WORDS if word != "open"),
        *(Verdict("open", because) for because in get_args(Because)),
    )

    @given(st.lists(st.sampled_from(VERDICTS), min_size=1, max_size=5), st.randoms())
    def test_order_says_nothing(self, parts: list[Verdict], random: Random) -> None:
        """Parts may stand in any order, and the same reason is named."""
        shuffled = list(parts)
        random.shuffle(shuffled)

        assert any_of(parts) == any_of(shuffled)
        assert all_of(parts) == all_of(shuffled)

    @pytest.mark.parametrize("combine", [any_of, all_of])
    @pytest.mark.parametrize(
        "one",
        [Verdict("respected"), Verdict("crossed", by="every_option"), Verdict("open", "vague"), Verdict("unknown")],
    )
    def test_of_one(self, combine: Callable[[Iterable[Verdict]], Verdict], one: Verdict) -> None:
        """A part alone is the whole, with its reason."""
        assert one == combine([one])

    def test_reason_of_an_open_part(self) -> None:
        """What is open through a part keeps that part's reason."""
        parts = [Verdict("silent"), Verdict("open", "bracketed"), Verdict("crossed")]

        assert Verdict("open", "bracketed") == any_of(parts)
        assert Verdict("open", "bracketed") == all_of([*parts[:2], Verdict("respected")])

    def test_reason_of_silence_beside_something(self) -> None:
        """A crossed part beside a silent one depends on a condition; a respected one is only part of what is asked."""
        assert Verdict("open", "condition") == any_of([Verdict("crossed"), Verdict("silent")])
        assert Verdict("open", "partly_silent") == all_of([Verdict("respected"), Verdict("silent")])

    def test_reason_most_in_the_text(self) -> None:
        """Of several reasons one that lies in the text is named before one that lies in the position."""
        parts = [Verdict("open", "position_unclear"), Verdict("open", "bracketed")]

        assert [one.because for one in (any_of(parts), all_of(parts))] == ["bracketed"] * 2

    def test_by_every_option(self) -> None:
        """What is crossed by every option of a bracket still says so when it is one of several."""
        crossed = Verdict("crossed", by="every_option")

        assert crossed == all_of([Verdict("respected"), crossed])
        assert crossed == any_of([crossed, crossed])


def _condition(written: Mapping[str, object]) -> Condition:
    return Condition.model_validate(written)


def _word(written: Mapping[str, object], *terms: Term) -> Word:
    made = alternatives(_condition(written), dict(SPACES), rest_unclear=False)
    return verdict(made, {term.issue: term for term in terms}, "silent").word


class TestConditions:
    """What an author writes, compiled and judged."""

    PATH: Mapping[str, object] = MappingProxyType({"issue": "path", "acceptable": "in"})
    KEEPER: Mapping[str, object] = MappingProxyType({"issue": "keeper", "acceptable": "east"})

    BOTH = (
        # path, keeper, all_of, any_of
        ("in", "east", "respected", "respected"),
        ("in", "west", "crossed", "respected"),
        ("out", "east", "crossed", "respected"),
        ("out", "west", "crossed", "crossed"),
        ("in", None, "open", "respected"),
        ("out", None, "crossed", "open"),
        (None, "east", "open", "respected"),
        (None, "west", "crossed", "open"),
        (None, None, "silent", "silent"),
    )

    @pytest.mark.parametrize(("path", "keeper", "both", "either"), BOTH)
    @pytest.mark.parametrize("shape", ["all_of", "provided", "any_of", "unless"])
    def test_two_issues(self, shape: str, path: str | None, keeper: str | None, both: Word, either: Word) -> None:
        """`provided X` is all_of with X, `unless X` any_of with X."""
        written: Mapping[str, Mapping[str, object]] = {
            "all_of": {"all_of": [self.PATH, self.KEEPER]},
            "any_of": {"any_of": [self.PATH, self.KEEPER]},
            "provided": {**self.PATH, "provided": self.KEEPER},
            "unless": {**self.PATH, "unless": self.KEEPER},
        }
        said = (path and settled("path", path), keeper and settled("keeper", keeper))

        expected = both if shape in ("all_of", "provided") else either
        assert expected == _word(written[shape], *(term for term in said if term))

    @pytest.mark.parametrize(
        ("army", "years", "expected"),
        [(5, 5, "respected"), (5, 3, "crossed"), (3, 3, "crossed"), (5, None, "open"), (3, None, "crossed")],
    )
    def test_each_of(self, army: int, years: int | None, expected: Word) -> None:
        """`each_of` asks the same of every issue and is one condition."""
        written = {"each_of": ["army", "years"], "acceptable": [{"at_least": "5"}]}
        said = (settled("army", army), *(() if years is None else (settled("years", years),)))

        assert expected == _word(written, *said)

    @pytest.mark.parametrize(
        ("path", "keeper", "army", "expected"),
        [
            ("near", "east", 1, "respected"),
            ("near", "west", 1, "crossed"),
            ("near", "west", 9, "respected"),
            ("out", "east", 9, "respected"),
            ("out", "east", 1, "crossed"),
        ],
    )
    def test_provided_binds_before_unless(self, path: str, keeper: str, army: int, expected: Word) -> None:
        """`X provided Y unless Z` is met by X and Y, or by Z alone."""
        written = {
            "issue": "path",
            "acceptable": {"at_most": "near"},
            "provided": self.KEEPER,
            "unless": {"issue": "army", "acceptable": {"at_least": "9"}},
        }

        assert expected == _word(written, settled("path", path), settled("keeper", keeper), settled("army", army))

    def test_provided_over_alternatives(self) -> None:
        """What is provided is asked of each alternative."""
        written = {"any_of": [self.PATH, {"issue": "army", "acceptable": "9"}], "provided": self.KEEPER}
        made = alternatives(_condition(written), dict(SPACES), rest_unclear=False)

        assert made == (
            (atom("path", "in"), atom("keeper", "east")),
            (atom("army", 9), atom("keeper", "east")),
        )

    def test_all_of_alternatives(self) -> None:
        """all_of over two choices asks for one of each."""
        written = {"all_of": [{"any_of": [self.PATH, {"issue": "army", "acceptable": "9"}]}, self.KEEPER]}

        assert _word(written, settled("army", 9), settled("keeper", "east")) == "respected"

    def test_unclear_leaves_out_what_is_acceptable(self) -> None:
        """What is named both acceptable and unclear is acceptable."""
        ((one,),) = alternatives(_condition({**self.PATH, "unclear": ["in", "near"]}), dict(SPACES), rest_unclear=False)

        assert atom("path", "in", unclear=("near",)) == one

    @pytest.mark.parametrize("rest", [{"unclear": "rest"}, {}])
    def test_rest_unclear(self, rest: Mapping[str, str]) -> None:
        """With `unclear: rest`, and in what a party accepts, all else was never addressed."""
        written = _condition({**self.PATH, **rest})

        ((one,),) = alternatives(written, dict(SPACES), rest_unclear=not rest)
        assert atom("path", "in", unclear=("near", "far", "out")) == one

    def test_ideal(self) -> None:
        """An ideal is one outcome, by its place."""
        ((one,),) = alternatives(
            _condition({"issue": "army", "acceptable": "finite", "ideal": "unlimited"}),
            dict(SPACES),
            rest_unclear=False,
        )

        assert atom("army", Range(None, None, False), ideal="unlimited") == one


class TestAbsence:
    """What it means that a plan has no term on an issue."""

    LINES = period((atom("path", "in"), atom("keeper", "east"))).alternatives

    @pytest.mark.parametrize(
        ("completeness", "unknown", "expected"),
        [
            ("complete", (), "silent"),
            ("complete", ("keeper",), "unknown"),
            ("complete", ("army",), "silent"),
            ("partial", (), "unknown"),
            ("unpublished", (), "unknown"),
            ("uncoded", (), "unknown"),
        ],
    )
    def test_of_a_plan(self, completeness: Completeness, unknown: tuple[str, ...], expected: Word) -> None:
        """Only a text known in full is silent; what it may say on an issue can be unknown by itself."""
        assert Verdict(expected) == judge(plan("one", completeness=completeness, unknown=unknown), self.LINES)

    @pytest.mark.parametrize("completeness", ["complete", "partial"])
    def test_known_terms_are_judged(self, completeness: Completeness) -> None:
        """What is known to cross a line crosses it, whatever else the text may say."""
        assert judge(plan("one", settled("path", "out"), completeness=completeness), self.LINES).word == "crossed"


class TestIfNothingChanges:
    """What silence would leave in place."""

    QUO = MappingProxyType({"path": settled("path", "near"), "keeper": settled("keeper", "west")})

    @pytest.mark.parametrize(
        ("alternatives", "terms", "expected"),
        [
            (period(atom("path", "near")).alternatives, (), "respected"),
            (period(atom("path", "out")).alternatives, (), "crossed"),
            (period(atom("path", "out", unclear=("near",))).alternatives, (), "open"),
            (period(atom("army", 5)).alternatives, (), None),
            (period((atom("path", "near"), atom("army", 5))).alternatives, (), "open"),
            (period((atom("path", "out"), atom("army", 5))).alternatives, (), "crossed"),
            (period(atom("path", "near"), atom("army", 5)).alternatives, (), "respected"),
            (period((atom("path", "near"), atom("keeper", "east"))).alternatives, (), "crossed"),
            (period(atom("path", "near")).alternatives, (settled("path", "out"),), "crossed"),
        ],
    )
    def test_table(self, alternatives: Alternatives, terms: tuple[Term, ...], expected: str | None) -> None:
        """The status quo stands in the gaps; where it cannot be named nothing is said; the text's words go first."""
        assert expected == if_nothing_changes(alternatives, {term.issue: term for term in terms}, self.QUO)

    @pytest.mark.parametrize(
        ("alternatives", "terms", "expected"),
        [
            (period(atom("path", "near")).alternatives, (), "respected"),
            (period(atom("army", 5)).alternatives, (), None),
            (period((atom("path", "in"), atom("keeper", "west"))).alternatives, (settled("path", "in"),), "respected"),
            (period((atom("path", "in"), atom("keeper", "east"))).alternatives, (settled("path", "in"),), "crossed"),
            (period((atom("path", "in"), atom("army", 5))).alternatives, (settled("path", "in"),), None),
            (period(atom("path", "near")).alternatives, (settled("path", "near"),), None),
            (period(atom("path", "near")).alternatives, (settled("path", "out"),), None),
            (period(atom("path", "near")).alternatives, (bracketed("path", "near", "out"),), None),
        ],
    )
    def test_in_the_gaps(self, alternatives: Alternatives, terms: tuple[Term, ...], expected: str | None) -> None:
        """It is told of silence, and of a text that speaks to part of what is asked where that decides the rest."""
        text = plan("one", *terms)

        assert expected == in_the_gaps(judge(text, alternatives), alternatives, text, self.QUO)

    def test_silence_stays_silent(self) -> None:
        """That the status quo respects a line does not make a silent text respect it."""
        line = period(atom("path", "near")).alternatives

        assert (Verdict("silent"), "respected") == (verdict(line, {}, "silent"), if_nothing_changes(line, {}, self.QUO))


ISSUES = ("first", "second", "third", "fourth")


@st.composite
def _said(draw: st.DrawFn, space: Space) -> tuple[dict[str, Term], dict[str, oracle.Listed]]:
    """Terms on some of the issues, as the engine takes them and as lists of outcomes."""
    terms, listed = {}, {}
    for issue in draw(st.lists(st.sampled_from(ISSUES), unique=True)):
        options = draw(st.lists(my.written(space), min_size=1, max_size=3))
        status = draw(my.STATUSES)
        made = tuple(TermOption(authored.outcomes(space, one), (), (), None) for one in options)
        terms[issue] = Term(issue, status, made, ("1",))
        listed[issue] = frozenset().union(*(oracle.listed(space, one) for one in options))
    return terms, listed


class TestOracle:
    """The engine agrees with trying every outcome."""

    @given(st.data())
    def test_one_issue(self, data: st.DataObject) -> None:
        """A verdict on one issue is what comes of listing the outcomes."""
        space = data.draw(my.spaces())
        accepted, unclear, said = (data.draw(my.written(space)) for _ in range(3))
        accepts, doubts, says = (oracle.listed(space, one) for one in (accepted, unclear, said))
        option = TermOption(authored.outcomes(space, said), (), (), None)
        line = Atom("first", authored.outcomes(space, accepted), authored.outcomes(space, unclear), None)

        expected = "respected" if says <= accepts else "open" if says & (accepts | doubts) else "crossed"
        assert expected == verdict_on_atom(Term("first", "settled", (option,), ("1",)), line, "silent").word

    @given(st.data())
    def test_several_issues(self, data: st.DataObject) -> None:
        """A verdict over several issues is what comes of trying everything that may come true on each."""
        space = data.draw(my.spaces())
        issues = ISSUES[: data.draw(st.integers(1, len(ISSUES)))]
        condition = data.draw(my.conditions(issues, space))
        terms, listed = data.draw(_said(space))
        absence = data.draw(st.sampled_from(("silent", "unknown")))
        made = alternatives(condition, dict.fromkeys(ISSUES, space), rest_unclear=False)

        expected = oracle.verdict(condition, space, listed, absence)
        assert expected == verdict(made, terms, "unknown" if absence == "unknown" else "silent").word


class TestLaws:
    """What holds of every position and every text."""

    @given(my.ALTERNATIVES, st.data())
    def test_narrowing(self, alternatives: Alternatives, data: st.DataObject) -> None:
        """A text made more exact stays respected or crossed, and never turns from the one into the other."""
        issues = data.draw(st.lists(st.sampled_from(tuple(SPACES)), unique=True))
        wide = {issue: data.draw(my.terms(issue)) for issue in issues}
        narrow = {issue: data.draw(_narrowed(term)) for issue, term in wide.items()}

        before, after = (verdict(alternatives, terms, "silent").word for terms in (wide, narrow))
        assert before in {after, "open"}

    @given(my.atoms().filter(lambda line: line.ideal is not None), my.STATUSES)
    def test_ideal_in_place_of_a_term(self, line: Atom, status: TermStatus) -> None:
        """The ideal in place of any term never crosses a line that admits the ideal."""
        ideal = Outcomes.of(line.ideal or 0)
        term = Term(line.issue, status, (TermOption(ideal, (), (), None),), ("1",))

        assert verdict_on_atom(term, line, "silent").word != "crossed"

    @given(my.atoms(), st.data())
    def test_disagreeing_sources_are_no_bracket(self, line: Atom, data: st.DataObject) -> None:
        """The word is the same for readings as for options, the reason never is."""
        bracket = data.draw(my.terms(line.issue))._replace(status="bracketed")
        readings = bracket._replace(status="disputed")

        on_options, on_readings = (verdict_on_atom(term, line, "silent") for term in (bracket, readings))
        assert on_options.word == on_readings.word
        assert on_readings.because != "bracketed"
        assert on_readings.by is None

    @given(my.ALTERNATIVES)
    def test_nothing_said_nothing_judged(self, alternatives: Alternatives) -> None:
        """Of an empty text every verdict is silent, or unknown where the text is not public in full."""
        assert [Verdict("silent"), Verdict("unknown")] == [
            verdict(alternatives, {}, "silent"),
            verdict(alternatives, {}, "unknown"),
        ]


@st.composite
def _narrowed(draw: st.DrawFn, term: Term) -> Term:
    """The same term with less left open."""
    fewer = draw(st.lists(st.sampled_from(term.options), min_size=1, unique=True))
    cut = draw(st.sampled_from(my.POOL[term.issue]))
    return term._replace(options=tuple(one._replace(outcomes=(one.outcomes & cut) or one.outcomes) for one in fewer))


def test_outcomes_of_a_term() -> None:
    """A term leaves open what any of its options does."""
    said: tuple[Outcome, ...] = ("in", "far")

    assert SPACES["path"].outcomes(said) == bracketed("path", *said).outcomes
