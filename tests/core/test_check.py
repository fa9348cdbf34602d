"""Plans against positions: rows, counts, what is in force on which day, and the reasoning in words."""

from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacecli.authoring.compile_positions import periods_of
from peacecli.authoring.models import Position
from peacecli.core import record as r
from peacecli.core.check import SEVERITY, check, reaches
from peacecli.core.movements import tally
from peacecli.core.reasons import met
from peacecli.core.record import Assessment, Completeness, Negotiation, Stance
from peacecli.core.results.check import Check, PositionVerdict
from peacecli.core.scope import OWN_DATE, in_force
from peacecli.core.verdicts import Word
from tests import strategies as my
from tests.core.building import (
    SPACES,
    STANCES,
    atom,
    bracketed,
    disputed,
    negotiation,
    party,
    period,
    plan,
    position,
    scope,
    settled,
)


def _check(record: Negotiation, *names: str, as_of: str = "2025-06-01", stances: tuple[Stance, ...] = STANCES) -> Check:
    return check(record, [record.plans[name] for name in names or record.plans], scope(record, as_of, stances=stances))


def _row(record: Negotiation) -> PositionVerdict:
    (row,) = _check(record).verdicts
    return row


class TestRows:
    """One row a plan and position."""

    RECORD = negotiation(
        plan("one", settled("path", "in", point="3"), bracketed("army", 5, 6, point="4")),
        plan("two"),
        position("wests", atom("army", 5, unclear=(6,), ideal=5), party="west", stance="demand"),
        position("easts", period((atom("path", "in", "near"), atom("keeper", "east")))),
        position("norths", atom("path", "out"), party="north"),
        party("north"),
    )

    def test_order(self) -> None:
        """Plan by plan as asked, party by party as in the record."""
        found = _check(self.RECORD, "two", "one")

        assert [
            *("two:easts", "two:wests", "two:norths"),
            *("one:easts", "one:wests", "one:norths"),
        ] == [row.key for row in found.verdicts]

    def test_row(self) -> None:
        """A row says whose position, what verdict and why, with the terms, points and statements."""
        row = _check(self.RECORD, "one").verdicts[1]

        assert (
            *(row.plan, row.party, row.position, row.stance),
            *(row.verdict, row.open_because, row.if_nothing_changes),
        ) == ("one", "west", "wests", "demand", "open", "bracketed", None)
        assert (row.issues, row.points, row.statements) == (("army",), ("4",), ("wests/2025",))
        assert [term and term.status for term in row.terms] == ["bracketed"]
        assert [[tuple(one) for one in inner] for inner in row.acceptable] == [[("army", (5,), (6,), 5)]]

    def test_one_term_an_issue(self) -> None:
        """Of a position over several issues every issue has a term, null where the text has none."""
        row = _check(self.RECORD, "one").verdicts[0]

        assert (row.issues, [term and term.issue for term in row.terms]) == (("path", "keeper"), ["path", None])

    def test_every_option(self) -> None:
        """A bracket of which every option is outside says so."""
        row = _row(negotiation(plan("one", bracketed("path", "far", "out")), position("line", atom("path", "in"))))

        assert (row.verdict, row.by) == ("crossed", "every_option")

    @pytest.mark.parametrize(("quo", "expected"), [("in", "respected"), ("out", "crossed"), ("near", "open")])
    def test_if_nothing_changes(self, quo: str, expected: str) -> None:
        """A silent verdict stays silent and carries what holds if nothing changes."""
        line = position("line", atom("path", "in", unclear=("near",)))
        row = _row(negotiation(plan("one"), line, status_quo={"path": quo}))

        assert ("silent", expected) == (row.verdict, row.if_nothing_changes)

    def test_status_quo_that_cannot_be_named(self) -> None:
        """Where nobody can say what holds if nothing changes, nothing is said of it."""
        row = _row(negotiation(plan("one"), position("line", atom("path", "in"))))

        assert (row.verdict, row.if_nothing_changes) == ("silent", None)

    @pytest.mark.parametrize("completeness", ["partial", "unpublished", "uncoded"])
    def test_unknown_has_no_otherwise(self, completeness: Completeness) -> None:
        """Of a text that is not public in full nobody knows that nothing changes."""
        record = negotiation(
            plan("one", completeness=completeness), position("line", atom("path", "in")), status_quo={"path": "in"}
        )

        assert (_row(record).verdict, _row(record).if_nothing_changes) == ("unknown", None)

    @pytest.mark.parametrize("completeness", ["partial", "unpublished"])
    def test_unknown_part_has_no_otherwise(self, completeness: Completeness) -> None:
        """Nor of the part of it that is not public."""
        record = negotiation(
            plan("one", settled("path", "in"), completeness=completeness),
            position("line", period((atom("path", "in"), atom("keeper", "east")))),
            status_quo={"keeper": "west"},
        )

        assert (_row(record).verdict, _row(record).if_nothing_changes) == ("open", None)

    def test_assessments_are_shown_and_not_used(self) -> None:
        """An outside judgement stands beside the verdict, which is the same without it."""
        judged = Assessment("A newspaper", "2025-06-01", "east", ("line",), "crossed", "Called it crossed.", (), 2)
        line = position("line", atom("path", "in"))
        with_it, without = (
            negotiation(plan("one", settled("path", "in"), assessments=given), line) for given in ((judged,), ())
        )

        assert [one.judgement for one in _row(with_it).assessments] == ["crossed"]
        assert _row(without) == _row(with_it)._replace(assessments=())
        assert [one[:3] for one in _check(with_it).assessments] == [("one", "east", ("line",))]


class TestCounts:
    """Counts by party, with their denominators."""

    RECORD = negotiation(
        plan("one", settled("path", "in"), disputed("army", 5, 6)),
        position("respected", atom("path", "in")),
        position("crossed", atom("path", "out")),
        position("open", atom("army", 5)),
        position("silent", atom("keeper", "east")),
        position("own", atom("path", "out"), rests_on="one"),
        position("wests", atom("path", "in"), party="west"),
    )

    def test_by_party(self) -> None:
        """Each party has its own counts, out of its own positions; they are never added up."""
        east, west = _check(self.RECORD).summary.parties

        assert tuple(east) == ("one", "east", True, (4, 1, 1, 1, 1, 0), 1)
        assert tuple(west) == ("one", "west", True, (1, 1, 0, 0, 0, 0), 0)

    def test_resting_on_this_plan(self) -> None:
        """A position that rests only on the plan judged is flagged, shown, and not counted."""
        flagged = [row.position for row in _check(self.RECORD).verdicts if row.rests_on_this_plan]

        assert flagged == ["own"]

    def test_worst_leaves_out_what_rests_on_the_plan(self) -> None:
        """A line drawn from the plan itself cannot make it fail."""
        record = negotiation(plan("one", settled("path", "in")), position("own", atom("path", "out"), rests_on="one"))

        assert _check(record).summary.worst is None

    @pytest.mark.parametrize(
        ("day", "known"),
        [("2025-02-28", ("p/2025",)), ("2025-03-01", ("p/2025", "p/2025-03-2")), ("2025-03-20", None)],
    )
    def test_known_on(self, day: str, known: tuple[str, ...] | None) -> None:
        """Only what had been said by a day is known on it, whatever number a statement's id ends with."""
        said = ("p/2025", "p/2025-03-2", "p/2025-03-20")
        one = position("p", atom("path", "in"))._replace(statements=said, texts=(None,) * 3)

        assert one.known_on(day).statements == (known or said)

    @given(my.NEGOTIATIONS, st.sampled_from((*my.DAYS, OWN_DATE)))
    def test_add_up(self, record: Negotiation, as_of: str) -> None:
        """Every position in force is in one count, and the words add up to the denominator."""
        found = _check(record, as_of=as_of)

        for one in found.summary.parties:
            rows = [row for row in found.verdicts if (row.plan, row.party) == (one.plan, one.party)]
            assert one.counts.positions == sum(one.counts[1:])
            assert len(rows) == one.counts.positions + one.rest_on_this_plan

    @given(my.NEGOTIATIONS)
    def test_silence_is_not_counted_as_respect(self, record: Negotiation) -> None:
        """A row is respected or crossed only where the text has a term."""
        for row in _check(record).verdicts:
            assert any(row.terms) or row.verdict in ("silent", "unknown")
            gap = row.verdict == "silent" or row.open_because == "partly_silent"
            assert gap or row.if_nothing_changes is None

    def test_tally(self) -> None:
        """The denominator comes first."""
        assert tally(["silent", "respected", "silent"]) == (3, 1, 0, 0, 2, 0)


class TestFailOn:
    """Which verdicts make `--fail-on` fail."""

    @pytest.mark.parametrize(
        ("level", "failing"),
        [
            ("never", ()),
            ("crossed", ("crossed",)),
            ("open", ("crossed", "open")),
            ("silent", ("crossed", "open", "silent", "unknown")),
        ],
    )
    def test_levels(self, level: str, failing: tuple[Word, ...]) -> None:
        """Each level includes those before it; unknown counts with silent."""
        assert failing == tuple(word for word in SEVERITY if reaches(word, level))

    @pytest.mark.parametrize("level", ["never", "crossed", "open", "silent"])
    def test_nothing_judged(self, level: str) -> None:
        """No verdict reaches no level."""
        assert not reaches(None, level)

    @pytest.mark.parametrize(
        ("said", "expected"), [("in", "respected"), ("near", "open"), ("out", "crossed"), (None, "silent")]
    )
    def test_worst(self, said: str | None, expected: str) -> None:
        """The worst verdict of all decides."""
        terms = (settled("keeper", "east"), *((settled("path", said),) if said else ()))
        record = negotiation(
            plan("one", *terms),
            position("good", atom("keeper", "east")),
            position("line", atom("path", "in", unclear=("near",))),
        )

        assert expected == _check(record).summary.worst


class TestDays:
    """What is in force on which day."""

    LINE = position(
        "line",
        period(atom("path", "in"), since="2025-02", until="2025-04-01"),
        period(atom("path", "near"), since="2025-05-10"),
    )

    @pytest.mark.parametrize(
        ("day", "acceptable"),
        [
            ("2025-01-31", None),
            ("2025-02-01", "in"),
            ("2025-02", "in"),
            ("2025-03-31", "in"),
            ("2025-04-01", None),
            ("2025-05-09", None),
            ("2025-05", None),
            ("2025-05-10", "near"),
            ("2025-12-31", "near"),
        ],
    )
    def test_period(self, day: str, acceptable: str | None) -> None:
        """A condition holds from its first day until, not including, its last."""
        period_then = self.LINE.on(day)

        expected = acceptable and (atom("path", acceptable),)
        assert expected == (period_then and period_then.alternatives[0])

    @pytest.mark.parametrize(
        ("since", "until", "day", "covered"),
        [
            ("2025-02-01", "2025-11-30", "2025-01-31", False),
            ("2025-02-01", "2025-11-30", "2025-02-01", True),
            ("2025-02-01", "2025-11-30", "2025-11-30", True),
            ("2025-02-01", "2025-11-30", "2025-12-01", False),
            ("2025-02", "2025-11", "2025-11-30", True),
            ("2025-02", "2025-11", "2025-12-01", False),
            ("2025", "2025", "2025-07-01", True),
        ],
    )
    def test_covered(self, since: str, until: str, day: str, covered: bool) -> None:
        """A party is covered from its first day to its last, to the month or year where so written."""
        assert covered == party("east", since, until).covered(day)

    def test_not_covered(self) -> None:
        """On a day for which a party was not gathered it has no verdicts, and the answer says so."""
        record = negotiation(plan("one"), self.LINE, party("east", "2025-03-01", "2025-09-01"))
        found = _check(record, as_of="2025-02-10")

        assert found.verdicts == ()
        assert list(found.coverage)[:1] == [("east", False, "2025-03-01", "2025-09-01")]
        assert not found.summary.parties[0].covered

    @pytest.mark.parametrize(("date", "expected"), [("2025-03-01", "crossed"), ("2025-05-10~", "respected")])
    def test_own_date(self, date: str, expected: str) -> None:
        """With `--as-of plan` every text is judged by the lines of its own day."""
        record = negotiation(plan("one", settled("path", "near"), date=date), self.LINE)
        (row,) = _check(record, as_of=OWN_DATE).verdicts

        assert expected == row.verdict

    def test_judged_as_of(self) -> None:
        """The header of each plan says by which day it was judged."""
        record = negotiation(plan("one", date="2025-03-01"), plan("two", date="2025-08-01~"))

        assert [head.judged_as_of for head in _check(record, as_of=OWN_DATE).plans] == ["2025-03-01", "2025-08-01"]
        assert [head.judged_as_of for head in _check(record).plans] == ["2025-06-01"] * 2


class TestPeriods:
    """From the dates that an author writes to the days on which a condition was in force."""

    def _days(self, **written: object) -> list[tuple[str, str | None]]:
        position = Position.model_validate(
            {
                "id": "line",
                "stance": "red_line",
                "strength": "firm",
                "says": "A line.",
                "statements": [_statement(day) for day in ("2025-02~", "2025-02-10", "2025-09-01")],
                **written,
            }
        )
        return [(one.since, one.until) for one in periods_of(position, dict(SPACES))]

    PATH = MappingProxyType({"issue": "path", "acceptable": "in"})

    def test_since_the_first_statement(self) -> None:
        """Without a day of its own a position is in force from its first statement; some time in a month is before
        every day of it.
        """
        assert self._days(**self.PATH) == [("2025-02", None)]

    def test_since_its_own_day(self) -> None:
        """A day of its own goes before the first statement's."""
        assert self._days(**self.PATH, since="2025-03-01~", until="2025-04~") == [("2025-03-01", "2025-04")]

    @pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1)])
    def test_until_the_next(self, order: tuple[int, ...]) -> None:
        """Each condition is in force until the next one, in whatever order they are written."""
        written = [
            {**self.PATH, "since": "2025-03~"},
            {**self.PATH, "since": "2025-03-15", "until": "2025-05-01"},
            {**self.PATH, "since": "2025-06"},
        ]

        assert self._days(periods=[written[place] for place in order]) == [
            ("2025-03", "2025-03-15"),
            ("2025-03-15", "2025-05-01"),
            ("2025-06", None),
        ]


def _statement(day: str) -> dict[str, object]:
    return {"date": day, "speaker": "somebody", "says": "So.", "sources": ["paper"], "credibility": 2}


class TestScope:
    """What a question is about."""

    RECORD = negotiation(
        plan("one"),
        position("easts", atom("path", "in")),
        position("both", period((atom("path", "in"), atom("army", 5))), stance="demand"),
        position("wests", atom("army", 5), party="west", stance="accepts"),
    )

    @pytest.mark.parametrize(
        ("parties", "issues", "stances", "expected"),
        [
            (None, None, STANCES, ["easts", "both", "wests"]),
            (("west",), None, STANCES, ["wests"]),
            (("west", "east"), None, STANCES, ["easts", "both", "wests"]),
            (None, ("army",), STANCES, ["both", "wests"]),
            (None, ("keeper",), STANCES, []),
            (None, None, ("red_line",), ["easts"]),
            (None, None, ("demand", "accepts"), ["both", "wests"]),
        ],
    )
    def test_filters(
        self,
        parties: tuple[str, ...] | None,
        issues: tuple[str, ...] | None,
        stances: tuple[Stance, ...],
        expected: list[str],
    ) -> None:
        """Parties, issues and stances narrow an answer; a position over several issues is in it for any of them."""
        asked = scope(self.RECORD, parties=parties, issues=issues, stances=stances)

        assert expected == [one.id for one, _ in in_force(self.RECORD, asked, "2025-06-01")]


class TestReason:
    """The reasoning in words."""

    def _reason(self, line: r.Position, *terms: r.Term, quo: str | None = None) -> str:
        record = negotiation(plan("one", *terms), line, status_quo={"path": quo} if quo else {})
        return _row(record).reason

    LINE = position("line", atom("path", "in", unclear=("near",)))

    @pytest.mark.parametrize(
        ("term", "said"),
        [
            (settled("path", "in", point="7"), "Path: In (point 7)"),
            (settled("path", "out"), "Path: Out"),
            (settled("path", "in", "out"), "fit outcomes that do not all fall"),
            (settled("path", "near"), "has not said"),
            (bracketed("path", "in", "out"), "brackets do not all fall on one side"),
            (bracketed("path", "far", "out"), "Every bracketed option is outside"),
            (disputed("path", "in", "out"), "readings that the sources give"),
        ],
    )
    def test_says(self, term: r.Term, said: str) -> None:
        """The text, its point, and why the verdict is not plain."""
        assert said in self._reason(self.LINE, term)

    def test_acceptable(self) -> None:
        """Every reason says what would be acceptable, and what was left unclear."""
        assert "Acceptable: In (unclear: Near)." in self._reason(self.LINE, settled("path", "out"))

    @pytest.mark.parametrize(
        ("stance", "quo", "said"),
        [
            ("red_line", "out", "If nothing changes: crossed."),
            ("demand", "out", "If nothing changes: not met."),
            ("demand", "in", "If nothing changes: respected."),
            ("red_line", None, "If nothing changes cannot be named."),
        ],
    )
    def test_silence(self, stance: Stance, quo: str | None, said: str) -> None:
        """A silent text is said to be silent, with what then holds; only a red line is crossed."""
        text = self._reason(position("line", atom("path", "in"), stance=stance), quo=quo)

        assert "silent on: Path" in text
        assert said.casefold() in text.casefold()

    def test_unknown(self) -> None:
        """A text not public in full is not said to be silent."""
        record = negotiation(plan("one", completeness="partial"), self.LINE)

        assert "silent" not in _row(record).reason
        assert "not public in full" in _row(record).reason

    def test_only_what_decides(self) -> None:
        """Of a line over several issues only what crosses it is named."""
        both = position("both", period((atom("path", "in"), atom("keeper", "east"))))

        text = self._reason(both, settled("path", "in"), settled("keeper", "west"))
        assert "Keeper: West" in text
        assert "Path: In (" not in text

    @pytest.mark.parametrize(
        ("word", "stance", "expected"),
        [
            ("crossed", "red_line", "crossed"),
            ("crossed", "demand", "not met"),
            ("crossed", "preference", "not met"),
            ("open", "demand", "open"),
            ("respected", "red_line", "respected"),
        ],
    )
    def test_met(self, word: str, stance: str, expected: str) -> None:
        """Crossed is said of red lines only."""
        assert expected == met(word, stance)
