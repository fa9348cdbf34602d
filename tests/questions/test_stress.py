"""The record without some of its sources, and which verdicts that costs."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from peacecli.authoring.load import Loaded
from peacecli.authoring.schema import json_schema
from peacecli.core import evidence as e
from peacecli.core import record as r
from peacecli.core.check import check
from peacecli.core.diff import diff
from peacecli.core.results.stress import Drop, Flip, Stress
from peacecli.core.scope import OWN_DATE, Scope
from peacecli.core.sift import Grades, Keep, graded, sift, sift_plan, sift_position
from peacecli.core.stress import stress
from peacecli.core.verdicts import judge
from tests.core import building as b
from tests.running import Run

SOURCES = {"one": "A", "two": "B", "three": "C", "four": "D", "copy": "D"}
"""Sources with their reliability; `copy` is a copy of `one`."""
DAYS = ("2025-01-01", "2025-02-01", "2025-03-01")


def _source(name: str) -> e.Source:
    origin = "one" if name == "copy" else name
    return e.Source(
        name, name, name, None, None, "2025-01-01", "press-report", SOURCES[name], origin, "independent", "whole", None
    )


def _said(day: str, *sources: str, credibility: int = 1, plan: str | None = None) -> e.Statement:
    name = f"line/{day.rstrip('~')}"
    return e.Statement(name, "line", day, "her", "So.", "on_record", sources, credibility, (), plan, None)


def _evidence(*statements: e.Statement) -> e.Evidence:
    said = {one.id: one for one in statements}
    return e.Evidence(said, {name: _source(name) for name in SOURCES}, {}, (), (), ())


def _line(*periods: r.Period | r.Atom, statements: tuple[e.Statement, ...]) -> r.Position:
    made = b.position("line", *periods)
    return made._replace(
        statements=tuple(one.id for one in statements),
        texts=tuple(one.plan for one in statements),
        last_stated=statements[-1].date,
        rests_on=r.only_text(made.periods[-1], ((one.date, one.plan) for one in statements)),
    )


def _without(*sources: str, credibility: int = 6) -> Keep:
    return Keep(frozenset(sources), credibility)


def _cited(plan: r.Plan, **points: tuple[str, ...]) -> r.Plan:
    """The plan with these sources at its points (`p1`, `p2`), and at each of their terms."""
    sources = {name.removeprefix("p"): cited for name, cited in points.items()}
    terms = {
        issue: term._replace(options=tuple(one._replace(sources=sources[term.points[0]]) for one in term.options))
        for issue, term in plan.terms.items()
    }
    return plan._replace(
        points=tuple(point._replace(sources=sources[point.number]) for point in plan.points), terms=terms
    )


class TestPositions:
    """A position on the statements that are left."""

    THREE = tuple(_said(day, source) for day, source in zip(DAYS, ("one", "two", "three"), strict=True))
    MOVED = (
        b.period(b.atom("path", "in"), since=DAYS[0], until=DAYS[1]),
        b.period(b.atom("path", "near"), since=DAYS[1], until=DAYS[2]),
        b.period(b.atom("path", "far"), since=DAYS[2]),
    )

    def _periods(self, *dropped: str) -> list[tuple[str, str | None, r.Alternatives]] | None:
        left = sift_position(_line(*self.MOVED, statements=self.THREE), _evidence(*self.THREE), _without(*dropped))
        return left and [(one.since, one.until, one.alternatives) for one in left.periods]

    def test_untouched(self) -> None:
        """Where every statement stands it is the same position."""
        line = _line(*self.MOVED, statements=self.THREE)
        assert sift_position(line, _evidence(*self.THREE), _without("four")) is line

    def test_one_of_two_sources(self) -> None:
        """A statement stands while one of its sources does."""
        said = (_said(DAYS[0], "one", "two"),)
        line = _line(b.atom("path", "in"), statements=said)
        assert sift_position(line, _evidence(*said), _without("one")) is line
        assert sift_position(line, _evidence(*said), _without("one", "two")) is None

    def test_credibility(self) -> None:
        """A statement falls that is less credible than asked."""
        said = (_said(DAYS[0], "one"), _said(DAYS[1], "one", credibility=3))
        left = sift_position(_line(b.atom("path", "in"), statements=said), _evidence(*said), _without(credibility=2))
        assert left
        assert (left.statements, left.last_stated) == (("line/2025-01-01",), DAYS[0])

    @pytest.mark.parametrize(
        ("dropped", "expected"),
        [
            (("two",), [(DAYS[0], DAYS[2], 0), (DAYS[2], None, 2)]),
            (("three",), [(DAYS[0], DAYS[1], 0), (DAYS[1], None, 1)]),
            (("two", "three"), [(DAYS[0], None, 0)]),
            (("one",), [(DAYS[1], DAYS[2], 1), (DAYS[2], None, 2)]),
            (("one", "two"), [(DAYS[2], None, 2)]),
        ],
    )
    def test_periods(self, dropped: tuple[str, ...], expected: list[tuple[str, str | None, int]]) -> None:
        """A period without its statements falls to the one before; if the first falls, the next begins."""
        wanted = [(since, until, self.MOVED[index].alternatives) for since, until, index in expected]
        assert self._periods(*dropped) == wanted

    def test_nothing_left(self) -> None:
        """Without a statement there is no position."""
        assert self._periods("one", "two", "three") is None

    def test_a_later_beginning(self) -> None:
        """A period that began with a statement begins with the first that is left; the one before lasts until then."""
        said = (_said(DAYS[0], "one"), _said(DAYS[1], "two"), _said(DAYS[2], "three"))
        two = (
            b.period(b.atom("path", "in"), since=DAYS[0], until=DAYS[1]),
            b.period(b.atom("path", "far"), since=DAYS[1]),
        )
        left = sift_position(_line(*two, statements=said), _evidence(*said), _without("two"))
        assert left
        assert [(one.since, one.until) for one in left.periods] == [(DAYS[0], DAYS[2]), (DAYS[2], None)]

    def test_a_gap_stays(self) -> None:
        """A period that had ended before the next began is not made longer."""
        two = (
            b.period(b.atom("path", "in"), since=DAYS[0], until="2025-01-15"),
            b.period(b.atom("path", "far"), since=DAYS[1]),
        )
        said = self.THREE[:2]
        left = sift_position(_line(*two, statements=said), _evidence(*said), _without("two"))
        assert left
        assert [(one.since, one.until) for one in left.periods] == [(DAYS[0], "2025-01-15")]

    def test_rests_on_a_plan(self) -> None:
        """What is left may be a plan's own text alone."""
        said = (_said(DAYS[0], "one"), _said(DAYS[1], "two", plan="28"))
        line = _line(b.atom("path", "in"), statements=said)
        left = sift_position(line, _evidence(*said), _without("one"))
        assert (line.rests_on, left and left.rests_on) == (None, "28")


class TestPlans:
    """A plan on the sources that are left."""

    PLAN = _cited(
        b.plan("p", b.settled("path", "in"), b.bracketed("keeper", "east", "west", point="2")),
        p1=("one",),
        p2=("two", "three"),
    )

    def test_untouched(self) -> None:
        """Where every source stands it is the same plan; so is a draft of one's own, which has none."""
        own = self.PLAN._replace(points=(), terms={"path": self.PLAN.terms["path"]._replace(points=())})
        assert sift_plan(self.PLAN, _without("four")) is self.PLAN
        assert sift_plan(own, _without(*SOURCES)) is own

    def test_a_lost_point_is_unknown(self) -> None:
        """What a point said is not known then, on its issues only; it is never silence."""
        left = sift_plan(self.PLAN, _without("one"))
        assert (list(left.terms), left.unknown) == (["keeper"], ("path",))
        assert [left.absence_on(issue) for issue in ("path", "army")] == ["unknown", "silent"]
        line, other = b.period(b.atom("path", "in")), b.period(b.atom("army", 5))
        assert [judge(left, one.alternatives).word for one in (line, other)] == ["unknown", "silent"]

    def test_a_lost_point_is_not_removed(self) -> None:
        """A comparison calls it unknown, and says no direction, whatever holds if nothing changes."""
        record = b.negotiation(
            self.PLAN, b.position("line", b.atom("path", "in", ideal="in")), status_quo={"path": "out"}
        )
        (change,) = diff(record, [self.PLAN, sift_plan(self.PLAN, _without("one"))], b.scope(record)).changes
        assert (change.issue, change.kind, change.effects[0].direction) == ("path", "unknown", "unclear")

    def test_a_lost_option(self) -> None:
        """A bracketed option goes with its sources; the text is still not agreed."""
        term = self.PLAN.terms["keeper"]
        own = tuple(one._replace(sources=(name,)) for one, name in zip(term.options, ("two", "three"), strict=True))
        plan = self.PLAN._replace(terms={"keeper": term._replace(options=own)})
        left = sift_plan(plan, _without("three")).terms["keeper"]
        assert (left.status, left.outcomes) == ("bracketed", b.outcomes("keeper", "east"))

    def test_a_lost_reading(self) -> None:
        """With one reading left there is no dispute any more."""
        term = b.disputed("keeper", "east", "west", point="2")
        own = tuple(one._replace(sources=(name,)) for one, name in zip(term.options, ("two", "three"), strict=True))
        plan = self.PLAN._replace(terms={"keeper": term._replace(options=own)})
        left = sift_plan(plan, _without("two")).terms["keeper"]
        assert (left.status, left.outcomes) == ("settled", b.outcomes("keeper", "west"))

    def test_credibility(self) -> None:
        """A term goes that is less credible than asked, its point's other terms do not."""
        terms = {
            name: term._replace(credibility=grade) for grade, (name, term) in enumerate(self.PLAN.terms.items(), 2)
        }
        left = sift_plan(self.PLAN._replace(terms=terms), _without(credibility=2))
        assert (list(left.terms), left.unknown) == (["path"], ("keeper",))


class TestStress:
    """Which verdicts flip, and on what they rested."""

    SAID = (
        _said(DAYS[0], "one", "copy"),
        _said(DAYS[1], "four", credibility=3),
    )
    PLAN = _cited(
        b.plan("p", b.settled("path", "far"), b.settled("army", 5, point="2")), p1=("two",), p2=("two", "three")
    )
    LINE = _line(
        b.period(b.atom("path", "in"), since=DAYS[0], until=DAYS[1]),
        b.period(b.atom("path", "far"), since=DAYS[1]),
        statements=SAID,
    )

    def _ask(self, grades: Grades | None = None, as_of: str = b.TODAY) -> Stress:
        own = b.position("own", b.atom("army", 6), party="west", rests_on="p")._replace(statements=("line/2025-01-01",))
        record = b.negotiation(self.PLAN, self.LINE, own)
        return stress(record, _evidence(*self.SAID), self.PLAN, b.scope(record, as_of), grades)

    def test_one_origin_at_a_time(self) -> None:
        """Copies of one dispatch go together; only origins that matter are listed, in the order of the sources."""
        found = self._ask()
        assert [(drop.origin, _flips(drop)) for drop in found.drops] == [
            ("two", [("respected", "unknown")]),
            ("four", [("respected", "crossed")]),
        ]
        assert found.summary.origins == 3

    def test_summary(self) -> None:
        """Counts by party; what rests on the plan itself is apart."""
        east, west = self._ask().summary.parties
        assert (east.party, east.verdicts, east.hold, east.on_one_origin) == ("east", 1, 0, ("line",))
        assert (west.verdicts, west.hold, west.rest_on_this_plan) == (0, 0, 1)

    def test_lost(self) -> None:
        """Each flip names what is gone."""
        two, four = (drop.flips[0].lost for drop in self._ask().drops)
        assert two == ((), ("1",), ("two",))
        assert four == (("line/2025-02-01",), (), ("four",))

    @pytest.mark.parametrize(
        ("grades", "expected"),
        [
            (Grades("C", None), [("respected", "crossed")]),
            (Grades(None, 2), [("respected", "crossed")]),
            (Grades("A", None), [("respected", "unknown")]),
            (Grades("D", 3), []),
        ],
    )
    def test_grades(self, grades: Grades, expected: list[tuple[str, str | None]]) -> None:
        """Everything below the grades goes at once, in one drop without origin."""
        found = self._ask(grades)
        assert [(drop.origin, _flips(drop)) for drop in found.drops] == [(None, expected)]
        assert (found.summary.origins, found.summary.parties[0].on_one_origin) == (None, None)
        assert found.filter
        assert (found.filter.min_reliability, found.filter.min_credibility) == grades

    def test_no_longer_in_force(self) -> None:
        """A position that nothing puts in force on that day has no verdict."""
        (drop,) = (one for one in self._ask(as_of=DAYS[0]).drops if one.origin == "one")
        assert _flips(drop) == [("crossed", None)]

    def test_left_to_the_plan_itself(self) -> None:
        """A verdict flips, too, when only the plan's own text is left of the position."""
        said = (_said(DAYS[0], "one"), _said(DAYS[1], "four", plan="p"))
        line = _line(b.atom("path", "in"), statements=said)
        record = b.negotiation(self.PLAN, line)
        found = stress(record, _evidence(*said), self.PLAN, b.scope(record))
        flip = next(drop.flips[0] for drop in found.drops if drop.origin == "one")
        assert (flip.before, flip.after, flip.rests_on_this_plan) == ("crossed", "crossed", True)
        assert found.summary.parties[0].on_one_origin == ("line",)

    def test_not_known_yet(self) -> None:
        """A line that only the plan's text carried by its day is apart, whoever said so later, and graded or not."""
        said = (_said(DAYS[0], "one", plan="p"), _said(DAYS[1], "two"), _said(DAYS[2], "four", credibility=3))
        record = b.negotiation(self.PLAN, _line(b.atom("path", "in"), statements=said))
        for day, apart in zip(DAYS, (1, 0, 0), strict=True):
            (east, _) = stress(record, _evidence(*said), self.PLAN, b.scope(record, day)).summary.parties
            assert (east.rest_on_this_plan, east.verdicts) == (apart, 1 - apart)
        found = stress(record, _evidence(*said), self.PLAN, b.scope(record, DAYS[2]), Grades("A", None))
        assert [flip.rests_on_this_plan for drop in found.drops for flip in drop.flips] == [True]


def _flips(drop: Drop) -> list[tuple[str, str | None]]:
    return [(flip.before, flip.after) for flip in drop.flips]


# --- the real record --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def everything(loaded: Loaded) -> Scope:
    """All parties, issues and stances, on the record's own day."""
    return b.scope(loaded.record, loaded.record.as_of)


@pytest.fixture(scope="module")
def stressed(loaded: Loaded, everything: Scope) -> Callable[[str], Stress]:
    """What stress answers of a plan."""
    return lambda plan: stress(loaded.record, loaded.evidence, loaded.record.plans[plan], everything)


@given(data=st.data())
def test_what_is_left_has_a_source(loaded: Loaded, data: st.DataObject) -> None:
    """Whatever sources go: every statement left has one of the others, and no text falls silent for it."""
    origins = sorted({source.origin for source in loaded.evidence.sources.values()})
    gone = data.draw(st.sets(st.sampled_from(origins)))
    keep = Keep(frozenset(one.id for one in loaded.evidence.sources.values() if one.origin in gone))
    left = sift(loaded.record, loaded.evidence, keep)
    assert all(
        not keep.without.issuperset(loaded.evidence.statements[name].sources)
        for position in left.positions.values()
        for name in position.statements
    )
    for name, plan in left.plans.items():
        before = loaded.record.plans[name]
        assert set(plan.terms) | set(plan.unknown) == set(before.terms)
        assert all(not keep.without.issuperset(one.sources) for term in plan.terms.values() for one in term.options)
        assert _silent(plan, loaded) == _silent(before, loaded)


def _silent(plan: r.Plan, loaded: Loaded) -> set[str]:
    absent = loaded.record.issues.keys() - plan.terms.keys()
    return {issue for issue in absent if plan.absence_on(issue) == "silent"}


def test_nothing_goes(loaded: Loaded) -> None:
    """Without a source to drop the record is what it was."""
    assert sift(loaded.record, loaded.evidence, Keep(frozenset())) == loaded.record


@pytest.mark.parametrize("plan", ["28", "20"])
def test_flips_are_what_the_whole_record_says(
    loaded: Loaded, everything: Scope, stressed: Callable[[str], Stress], plan: str
) -> None:
    """The same verdicts come out when the whole record is sifted and every position judged anew."""
    for drop in stressed(plan).drops[::5]:
        keep = Keep(frozenset(one.id for one in loaded.evidence.sources.values() if one.origin == drop.origin))
        left = sift(loaded.record, loaded.evidence, keep)
        for flip in drop.flips:
            position = left.positions.get(flip.position)
            period = position and position.on(everything.as_of)
            assert flip.after == (judge(left.plans[plan], period.alternatives).word if period else None)


@pytest.mark.parametrize("plan", ["28", "20"])
def test_counts_add_up(stressed: Callable[[str], Stress], plan: str) -> None:
    """By party, the verdicts that hold and the positions that flip are all of them."""
    found = stressed(plan)
    for party in found.summary.parties:
        flipped = {flip.position for drop in found.drops for flip in drop.flips if flip.party == party.party}
        assert party.hold + len(flipped) == party.verdicts
        assert set(party.on_one_origin or ()) <= flipped
    assert all(_explained(flip) for drop in found.drops for flip in drop.flips)


@pytest.mark.parametrize("grades", [Grades("B", None), Grades("A", None), Grades(None, 2), Grades("C", 3)])
@pytest.mark.parametrize("as_of", [None, OWN_DATE, "2025-12-01"])
def test_check_and_stress_agree(loaded: Loaded, as_of: str | None, grades: Grades) -> None:
    """What flips is what `check` answers otherwise with these grades; what is left out is what it no longer answers."""
    record, evidence = loaded.record, loaded.evidence
    asked = b.scope(record, as_of or record.as_of)
    for plan in record.plans.values():
        left, kept, limited = graded(record, evidence, (plan,), asked, grades)
        before, after = (
            {row.position: row for row in check(*one, asked).verdicts} for one in ((record, (plan,)), (left, kept))
        )
        found = stress(record, evidence, plan, asked, grades)
        assert found.filter == limited
        assert set(limited.positions_left_out) == before.keys() - after.keys()
        assert {
            flip.position: (flip.after, flip.rests_on_this_plan) for drop in found.drops for flip in drop.flips
        } == {
            name: ((now.verdict, now.rests_on_this_plan) if now else (None, False))
            for name, was in before.items()
            for now in [after.get(name)]
            if not was.rests_on_this_plan and (now is None or now.rests_on_this_plan or now.verdict != was.verdict)
        }


def _explained(flip: Flip) -> bool:
    return bool(flip.lost.sources) and bool(flip.lost.statements or flip.lost.points)


# --- the command line -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "stress 7",
        "stress 7 --stance all",
        "stress table --min-reliability B --min-credibility 2",
        "stress 7 --party alder --issue garden --as-of plan",
        "stress letter --stance all",
    ],
)
def test_schema(fence: Run, line: str) -> None:
    """JSON matches the schema, which is closed."""
    schema = json_schema("stress")
    Draft202012Validator(schema).validate(fence(*line.split(), "--json").json)
    assert schema["additionalProperties"] is False


def test_check_says_what_counts(fence: Run) -> None:
    """The filter stands in the answer: what was asked for, and what that leaves out."""
    line = ("check", "7", "--stance", "all", "--party", "alder", "--json")
    found = fence(*line, "--min-reliability", "b", "--min-credibility", "2").json
    Draft202012Validator(json_schema("check")).validate(found)
    limited = found["filter"]
    assert (limited["min_reliability"], limited["min_credibility"]) == ("B", 2)
    assert (limited["sources_left_out"], limited["sources"]) == (3, 6)
    assert 0 < limited["statements_left_out"] < limited["statements"]
    assert limited["positions_left_out"] == ["alder-hedge"]
    assert fence(*line).json["filter"] is None


def test_check_judges_by_what_counts(fence: Run) -> None:
    """An unverified move of a line does not count; what only the gazette has of the text is not known."""
    line = ("check", "7", "table", "--stance", "all", "--party", "alder", "--issue", "garden", "--json")
    words = {one["key"]: one["verdict"] for one in fence(*line).json["verdicts"]}
    credible = {one["key"]: one["verdict"] for one in fence(*line, "--min-credibility", "5").json["verdicts"]}
    assert (words["table:alder-pear"], credible["table:alder-pear"]) == ("respected", "crossed")
    (reliable,) = fence(*line, "--min-reliability", "B").json["verdicts"][:1]
    assert (reliable["verdict"], reliable["unknown"]) == ("unknown", ["garden.pear"])
    assert "No source that counts here says what the text says on: Pear tree." in reliable["reason"]


def test_text_says_not_known(fence: Run) -> None:
    """In text, too, what is lost is not called silent."""
    text = fence("check", "7", "--party", "alder", "--issue", "gate", "--min-reliability", "B").out
    assert "Only sources graded B or better: 3 of 6 sources and " in text
    assert "(not known)" in text
    assert "(silent)" not in text


@pytest.mark.parametrize("command", ["check", "stress"])
@pytest.mark.parametrize(
    ("option", "value", "code"),
    [
        ("--min-reliability", "G", "unknown-value"),
        ("--min-credibility", "7", "usage"),
        ("--min-credibility", "x", "usage"),
    ],
)
def test_wrong_grades(fence: Run, command: str, option: str, value: str, code: str) -> None:
    """A grade that is none is a usage error."""
    answer = fence(command, "7", option, value, "--json")
    assert (answer.code, answer.error["code"]) == (2, code)


def test_every_format(fence: Run) -> None:
    """One object or row a drop or flip; a page in text and Markdown."""
    drops = fence("stress", "7", "--json").json["drops"]
    assert drops
    assert len(fence("stress", "7", "--format", "jsonl").out.splitlines()) == len(drops)
    assert len(fence("stress", "7", "--format", "csv").out.splitlines()) == 1 + sum(
        len(drop["flips"]) for drop in drops
    )
    assert "Without gazette" in fence("stress", "7").out
    assert "Without gazette" in fence("stress", "7", "--format", "markdown").out


@pytest.mark.parametrize(("issues", "said"), [("gate", "0 of 1 verdict holds"), ("tree gate", "0 of 2 verdicts hold")])
def test_one_verdict_is_one_verdict(fence: Run, issues: str, said: str) -> None:
    """A number has its noun, and the noun its verb."""
    asked = [word for issue in issues.split() for word in ("--issue", issue)]
    assert f"Alder family: {said}" in fence("stress", "7", "--party", "alder", *asked).out


def test_a_variant_on_its_own_sources(real: Run) -> None:
    """A variant keeps its id, and loses what only its own sources carry."""
    found = real("stress", "28@cnn", "--json").json
    assert found["plan"]["id"] == "28@cnn"
    assert all(flip["key"].startswith("28@cnn:") for drop in found["drops"] for flip in drop["flips"])
