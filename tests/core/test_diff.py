"""Two texts and more: what changed, for whom, and the red lines between them."""

from collections.abc import Iterable
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacecli.authoring.load import Loaded
from peacecli.core.diff import diff, kind
from peacecli.core.movements import judged, pairs
from peacecli.core.record import Completeness, Negotiation, Party, Plan, Position, Stance, Term
from peacecli.core.results.diff import Change, Diff, Effect, Movement
from peacecli.core.scope import OWN_DATE
from peacecli.views.diff import page
from peacecli.views.page import Table
from tests import strategies as my
from tests.core.building import (
    SPACES,
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

COMPLETENESS: tuple[Completeness, ...] = ("complete", "partial", "unpublished", "uncoded")

MIRRORED = {
    "added": "removed",
    "removed": "added",
    "opened": "settled",
    "settled": "opened",
    "better": "worse",
    "worse": "better",
}


def _diff(record: Negotiation, *names: str, as_of: str = "2025-06-01", with_unchanged: bool = False) -> Diff:
    plans = [record.plans[name] for name in names or ("one", "two")]
    return diff(record, plans, scope(record, as_of), with_unchanged)


def _change(record: Negotiation, as_of: str = "2025-06-01") -> Change:
    """The only change from plan `one` to plan `two`."""
    (change,) = _diff(record, as_of=as_of).changes
    return change


def _effect(record: Negotiation, as_of: str = "2025-06-01") -> Effect:
    """The only effect of the only change."""
    (effect,) = _change(record, as_of).effects
    return effect


class TestKind:
    """What became of one issue."""

    @pytest.mark.parametrize(
        ("before", "after", "expected"),
        [
            ((), (), "unchanged"),
            ((), (settled("path", "in"),), "added"),
            ((), (bracketed("path", "in", "out"),), "added"),
            ((), (disputed("path", "in", "out"),), "added"),
            ((settled("path", "in"),), (), "removed"),
            ((bracketed("path", "in", "out"),), (), "removed"),
            ((settled("path", "in"),), (settled("path", "in"),), "unchanged"),
            ((settled("path", "in"),), (settled("path", "out"),), "changed"),
            ((settled("path", "in"),), (settled("path", "in", "out"),), "changed"),
            ((settled("path", "in"),), (bracketed("path", "in", "out"),), "opened"),
            ((bracketed("path", "in", "out"),), (settled("path", "in"),), "settled"),
            ((bracketed("path", "in", "out"),), (bracketed("path", "in", "out"),), "unchanged"),
            ((bracketed("path", "in", "out"),), (bracketed("path", "out", "in"),), "changed"),
            ((bracketed("path", "in", "out"),), (bracketed("path", "in", "far"),), "changed"),
            ((disputed("path", "in", "out"),), (disputed("path", "in", "out"),), "unchanged"),
            ((disputed("path", "in", "out"),), (disputed("path", "out", "in"),), "unchanged"),
            ((disputed("path", "in", "out"),), (settled("path", "in"),), "changed"),
            ((settled("path", "in"),), (disputed("path", "in", "out"),), "changed"),
            ((disputed("path", "in", "out"),), (bracketed("path", "in", "out"),), "opened"),
            ((bracketed("path", "in", "out"),), (disputed("path", "in", "out"),), "settled"),
        ],
    )
    def test_complete_texts(self, before: tuple[Term, ...], after: tuple[Term, ...], expected: str) -> None:
        """Between complete texts; an option moved from one author to the other is a change."""
        assert expected == kind(plan("one", *before), plan("two", *after), "path")

    @pytest.mark.parametrize("completeness", COMPLETENESS)
    @pytest.mark.parametrize(
        "term", [settled("path", "in"), bracketed("path", "in", "out"), disputed("path", "in", "far")]
    )
    def test_absent_from_a_text_not_public_in_full(self, completeness: Completeness, term: Term) -> None:
        """Absence from a text that is not complete is unknown: never removed, never added."""
        known, absent = plan("one", term), plan("two", completeness=completeness)
        complete = completeness == "complete"

        assert ("removed" if complete else "unknown") == kind(known, absent, "path")
        assert ("added" if complete else "unknown") == kind(absent, known, "path")

    def test_unknown_on_one_issue(self) -> None:
        """Of a text known but for one issue, absence is unknown on that issue alone."""
        known, absent = plan("one", settled("path", "in"), settled("army", 5)), plan("two", unknown=("path",))

        assert [kind(known, absent, issue) for issue in ("path", "army")] == ["unknown", "removed"]

    @pytest.mark.parametrize("completeness", COMPLETENESS)
    def test_known_part_of_a_partial_text(self, completeness: Completeness) -> None:
        """What is known of a text is compared, however much is not."""
        one = plan("one", settled("path", "in"), completeness=completeness)

        assert kind(one, plan("two", settled("path", "out")), "path") == "changed"


class TestChange:
    """How a change is told."""

    def test_key_topic_and_terms(self) -> None:
        """A change has a key made of ids, its topic, and one term a plan, null where there is none."""
        record = negotiation(plan("one", settled("path", "in", point="7")), plan("two"))
        change = _change(record)

        assert change[:4] == ("one>two:path", "path", "all", "removed")
        assert [term and (term.outcomes, term.points, term.text) for term in change.terms] == [
            (("in",), ("7",), "Point 7 of one."),
            None,
        ]

    def test_in_the_order_of_the_issues(self) -> None:
        """Changes stand in the order of the record, wherever the texts have them."""
        one = plan("one", settled("army", 5, point="1"), settled("path", "in", point="2"))

        assert [change.issue for change in _diff(negotiation(one, plan("two"))).changes] == ["path", "army"]

    def test_unchanged_only_on_request(self) -> None:
        """What did not change is left out unless asked for, counted always, and has no effects."""
        one, two = (plan(name, settled("path", "in")) for name in ("one", "two"))
        record = negotiation(one, two, position("line", atom("path", "in")))

        (change,) = _diff(record, with_unchanged=True).changes
        assert _diff(record).changes == ()
        assert (change.kind, change.effects) == ("unchanged", ())
        assert (
            _diff(record).summary.identical,
            _diff(record).summary.kinds.issues,
            _diff(record).summary.kinds.unchanged,
        ) == (True, 1, 1)

    def test_filtered(self) -> None:
        """Only the parties, issues and stances asked about."""
        record = negotiation(
            plan("one", settled("path", "in"), settled("army", 5)),
            plan("two"),
            position("easts", atom("path", "in")),
            position("wests", atom("path", "out"), party="west"),
            position("wish", atom("path", "out"), party="west", stance="demand"),
        )
        asked = scope(record, parties=("west",), issues=["path"], stances=["red_line"])
        (change,) = diff(record, list(record.plans.values()), asked).changes

        assert [(e.party, [p.position for p in e.positions]) for e in change.effects] == [("west", ["wests"])]

    def test_renumbered_and_moved(self) -> None:
        """Where in a text a term stands makes no difference."""
        terms = (settled("path", "in"), bracketed("keeper", "east", "west"), disputed("army", 5, "unlimited"))
        one = plan("one", *terms)
        two = plan("two", *(term._replace(points=(f"{9 - n}",)) for n, term in enumerate(terms)))

        assert _diff(negotiation(one, two)).summary.identical


class TestSteps:
    """Three texts and more."""

    RECORD = negotiation(
        plan("one", settled("path", "out")),
        plan("two", settled("path", "in"), settled("army", 5)),
        plan("three", settled("path", "near"), settled("keeper", "east")),
        position("line", atom("path", "in", "near")),
    )

    def test_first_to_last(self) -> None:
        """`changes` spans the first text to the last, with a term for each in between."""
        found = _diff(self.RECORD, "one", "two", "three")

        assert [c[:4:3] for c in found.changes] == [
            ("one>three:path", "changed"),
            ("one>three:keeper", "added"),
            ("one>three:army", "unchanged"),
        ]
        assert [[term and term.outcomes[0] for term in change.terms] for change in found.changes] == [
            ["out", "in", "near"],
            [None, None, "east"],
            [None, 5, None],
        ]
        assert (found.summary.kinds.issues, found.summary.kinds.unchanged) == (3, 1)

    def test_there_and_back(self) -> None:
        """An issue that comes back to what it was is listed; what only a text in between has may be unknown."""
        found = _diff(self.RECORD, "one", "two", "one")
        assert [(c.issue, c.kind, c.effects) for c in found.changes] == [
            ("path", "unchanged", ()),
            ("army", "unchanged", ()),
        ]

        one = self.RECORD.plans["one"]._replace(completeness="partial")
        partial = self.RECORD._replace(plans={**self.RECORD.plans, "one": one})
        assert [c.kind for c in _diff(partial, "one", "two", "three").changes] == ["changed", "unknown", "unknown"]

    def test_neighbours(self) -> None:
        """`steps` joins each text to the next, as a comparison of the two would."""
        found = _diff(self.RECORD, "one", "two", "three")

        for step in found.steps:
            alone = _diff(self.RECORD, step.base, step.target)
            assert (alone.changes, alone.summary) == (step.changes, step.summary)
        assert [(step.base, step.target) for step in found.steps] == [("one", "two"), ("two", "three")]

    def test_none_between_two(self) -> None:
        """Two texts have no steps."""
        assert _diff(self.RECORD, "one", "two").steps == ()


class TestEffects:
    """What a change means for a party."""

    def _record(self, *stances: Stance, quo: str = "near") -> Negotiation:
        """Plan one has the path `in`, plan two is silent; a line admits `in` only."""
        lines = (position(f"p{n}", atom("path", "in"), stance=stance) for n, stance in enumerate(stances))
        return negotiation(plan("one", settled("path", "in")), plan("two"), *lines, status_quo={"path": quo})

    def test_dropped_against_the_status_quo(self) -> None:
        """A clause dropped leaves the text silent; the direction comes from what then holds."""
        effect = _effect(self._record("red_line"))

        assert [one[2:] for one in effect.positions] == [("respected", "silent", "worse", False)]
        assert effect.direction == "worse"

    def test_dropped_where_the_status_quo_is_the_same(self) -> None:
        """A clause dropped that only said what holds anyway changes nothing for anybody."""
        effect = _effect(self._record("red_line", quo="in"))

        assert (effect.direction, effect.positions[0].after) == ("same", "silent")

    def test_dropped_without_a_status_quo(self) -> None:
        """Where nobody can say what then holds the direction is unclear."""
        record = negotiation(plan("one", settled("path", "in")), plan("two"), position("line", atom("path", "in")))

        assert _effect(record).direction == "unclear"

    def test_unknown_is_unclear(self) -> None:
        """What a text not public in full says instead is unknown, whatever the status quo is."""
        two = plan("two", completeness="partial")
        record = negotiation(
            plan("one", settled("path", "in")), two, position("line", atom("path", "in")), status_quo={"path": "out"}
        )

        effect = _effect(record)
        assert (_change(record).kind, effect.direction) == ("unknown", "unclear")
        assert (effect.positions[0].before, effect.positions[0].after) == ("respected", "unknown")

    @pytest.mark.parametrize("stance", ["accepts", "preference"])
    def test_no_direction(self, stance: Stance) -> None:
        """What a party accepts or would like is shown and makes no direction."""
        effect = _effect(self._record(stance))

        assert (effect.direction, effect.positions[0].direction) == (None, None)
        assert (effect.positions[0].before, effect.positions[0].after) == ("respected", "silent")

    @pytest.mark.parametrize("text", ["one", "two"])
    def test_resting_on_one_of_the_texts(self, text: str) -> None:
        """A line that is known only from one of the two texts is shown and makes no direction."""
        record = negotiation(
            plan("one", settled("path", "out")),
            plan("two", settled("path", "in")),
            position("line", atom("path", "in"), rests_on=text),
        )

        effect = _effect(record)
        assert [one[2:] for one in effect.positions] == [("crossed", "respected", None, False)]
        assert effect.direction is None

    @pytest.mark.parametrize(
        ("line", "sign"),
        [
            ([], "·"),
            ([position("line", atom("path", "in"), stance="accepts")], "·"),
            ([position("line", atom("path", "in"))], "▲"),
            ([position("line", atom("path", "in"), rests_on="one")], "*"),
            ([position("line", atom("path", "in"), rests_on="two"), position("other", atom("path", "out"))], "▼"),
            ([position("line", atom("path", "in"), rests_on="two", stance="accepts")], "·"),
            ([position("line", period(atom("path", "in"), since="2025-05-01"))], "»"),
            ([position("line", atom("path", "in")), party("east", since="2025-05-01")], "?"),
            ([position("line", atom("path", "in")), party("east", since="2025-09-01")], "?"),
        ],
    )
    @pytest.mark.parametrize(("target", "same"), [("in", False), ("out", True)])
    def test_the_sign_says_why_there_is_no_direction(
        self, line: list[Position | Party], sign: str, target: str, same: bool
    ) -> None:
        """No line, a line that moved or that rests on one of the texts, and a party not covered have their own signs;
        an unchanged row has none.
        """
        one, two = settled("path", "out"), settled("path", target)
        record = negotiation(plan("one", one, date="2025-02-01"), plan("two", two, date="2025-08-01"), *line)
        shown = page(record, _diff(record, as_of=OWN_DATE, with_unchanged=True))
        (table,) = [block for block in shown.blocks if isinstance(block, Table)]
        assert table.rows[0][4].text == ("" if same else sign)

    def test_red_lines_before_demands(self) -> None:
        """A demand further away does not make a red line nearer any less near."""
        record = negotiation(
            plan("one", settled("path", "out")),
            plan("two", settled("path", "in")),
            position("line", atom("path", "in")),
            position("wish", atom("path", "out"), stance="demand"),
        )

        effect = _effect(record)
        assert effect.direction == "better"
        assert [one.direction for one in effect.positions] == ["better", "worse"]

    def test_mixed(self) -> None:
        """Two red lines that the change moves both ways."""
        record = negotiation(
            plan("one", settled("path", "near")),
            plan("two", settled("path", "in")),
            position("line", atom("path", "in")),
            position("other", atom("path", "near")),
        )

        assert _effect(record).direction == "mixed"

    def test_each_party_for_itself(self) -> None:
        """One party's gain may be another's loss; a party without a position on the issue is not named."""
        record = negotiation(
            plan("one", settled("path", "near")),
            plan("two", settled("path", "in")),
            position("easts", atom("path", "in")),
            position("wests", atom("path", "near"), party="west"),
            position("norths", atom("army", 5), party="north"),
            party("north"),
        )

        assert [e[:2] for e in _change(record).effects] == [("east", "better"), ("west", "worse")]

    def test_verdict_of_the_whole_direction_of_the_issue(self) -> None:
        """Of a position over two issues the verdicts are of the whole, the direction of this issue alone."""
        record = negotiation(
            plan("one", settled("path", "out"), settled("keeper", "west")),
            plan("two", settled("path", "in"), settled("keeper", "west")),
            position("both", period((atom("path", "in"), atom("keeper", "east")))),
        )

        (one,) = _effect(record).positions
        assert (one.before, one.after, one.direction) == ("crossed", "crossed", "better")


class TestOwnDates:
    """Each text judged by its own date."""

    RECORD = negotiation(
        plan("one", settled("path", "out"), date="2025-02-01"),
        plan("two", settled("path", "near"), date="2025-08-01~"),
        position(
            "line",
            period(atom("path", "in"), since="2025-01-01"),
            period(atom("path", "in", "near"), since="2025-05-01"),
        ),
    )

    def test_moved_position(self) -> None:
        """Where the position itself moved there are verdicts but no direction."""
        effect = _effect(self.RECORD, OWN_DATE)

        assert [one[2:] for one in effect.positions] == [("crossed", "respected", None, True)]
        assert effect.direction is None

    @pytest.mark.parametrize(("as_of", "after"), [("2025-02-01", "crossed"), ("2025-08-01", "respected")])
    def test_one_ruler(self, as_of: str, after: str) -> None:
        """On one date both texts are judged by the same line, and it has a direction."""
        (one,) = _effect(self.RECORD, as_of).positions

        assert ("crossed", after, False) == (one.before, one.after, one.position_moved)
        assert one.direction == ("better" if after == "respected" else "same")

    def test_moved_lines_are_listed_apart(self) -> None:
        """A line that moved is neither newly crossed nor no longer crossed."""
        east = _diff(self.RECORD, as_of=OWN_DATE).summary.parties[0]

        assert (east.position_moved, east.no_longer_crossed) == (("line",), ())
        assert (east.before.crossed, east.after.respected) == (1, 1)

    def test_judged_as_of(self) -> None:
        """Every text shows the day on which it was judged."""
        assert [head.judged_as_of for head in _diff(self.RECORD, as_of=OWN_DATE).plans] == ["2025-02-01", "2025-08-01"]
        assert [head.judged_as_of for head in _diff(self.RECORD, as_of="2025-03-01").plans] == ["2025-03-01"] * 2

    def test_not_covered(self) -> None:
        """On a day for which a party's positions were not gathered it has no effects, and says so."""
        found = _diff(self.RECORD, as_of="2026-06-01")

        assert [change.effects for change in found.changes] == [()]
        assert list(found.coverage)[:1] == [("east", False, "2025-01-01", "2025-12-31")]
        assert [one.covered for one in found.summary.parties] == [False, False]


class TestMovements:
    """The summary's red lines."""

    def _movement(self, *names: str) -> tuple[Any, ...]:
        record = negotiation(
            plan("one", settled("path", "out"), settled("keeper", "east"), settled("army", 5), settled("years", 5)),
            plan("two", settled("path", "in"), settled("keeper", "west"), bracketed("army", 5, 6)),
            position("path", atom("path", "in")),
            position("keeper", atom("keeper", "east")),
            position("army", atom("army", 5)),
            position("years", atom("years", 6)),
            position("wish", atom("path", "out"), stance="demand"),
            position("own", atom("keeper", "east"), rests_on="two"),
        )
        east = _diff(record).summary.parties[0]._asdict()
        return tuple(east[name] for name in names)

    def test_lists(self) -> None:
        """Newly crossed, no longer crossed, newly bracketed; a line that fell silent is no longer crossed."""
        assert self._movement("newly_crossed", "no_longer_crossed", "newly_bracketed") == (
            ("keeper",),
            ("path", "years"),
            ("army",),
        )

    def test_counts(self) -> None:
        """Demands are not counted, nor lines that rest only on one of the two texts, which are counted apart."""
        assert self._movement("red_lines", "rest_on_a_plan") == (4, 1)

    def test_tallies(self) -> None:
        """Verdicts before and after, each with the number of lines as denominator."""
        before, after = self._movement("before", "after")

        assert (before, after) == ((4, 2, 2, 0, 0, 0), (4, 1, 1, 1, 1, 0))

    @pytest.mark.parametrize("completeness", COMPLETENESS)
    def test_unknown_is_no_move(self, completeness: Completeness) -> None:
        """A crossed line on which the other text is not known is not said to be crossed no longer."""
        record = negotiation(
            plan("one", settled("path", "out")),
            plan("two", completeness=completeness),
            position("line", atom("path", "in")),
        )

        expected = ("line",) if completeness == "complete" else ()
        assert expected == _diff(record).summary.parties[0].no_longer_crossed


def _mirrored(changes: Iterable[Change]) -> list[object]:
    """What the changes would be the other way round."""
    return [
        (
            change.issue,
            MIRRORED.get(change.kind, change.kind),
            change.terms[::-1],
            [
                (
                    effect.party,
                    MIRRORED.get(effect.direction or "", effect.direction),
                    [
                        (one.position, one.after, one.before, MIRRORED.get(one.direction or "", one.direction))
                        for one in effect.positions
                    ],
                )
                for effect in change.effects
            ],
        )
        for change in changes
    ]


def _turned(one: Movement) -> object:
    """What a party's red lines would be the other way round."""
    back = one._replace(
        before=one.after, after=one.before, newly_crossed=one.no_longer_crossed, no_longer_crossed=one.newly_crossed
    )
    return _kept(back)


def _kept(one: Movement) -> object:
    """The movement without the lists that look one way only."""
    return one._replace(fell_silent=(), newly_bracketed=())


def _plain(changes: Iterable[Change]) -> list[object]:
    return [
        (
            change.issue,
            change.kind,
            change.terms,
            [
                (e.party, e.direction, [(p.position, p.before, p.after, p.direction) for p in e.positions])
                for e in change.effects
            ],
        )
        for change in changes
    ]


class TestLaws:
    """What holds of every negotiation."""

    AS_OF = st.sampled_from((*my.DAYS, OWN_DATE))

    @given(my.NEGOTIATIONS, AS_OF)
    def test_same_text(self, record: Negotiation, as_of: str) -> None:
        """A text compared with itself changes nothing for anybody."""
        found = _diff(record, "one", "one", as_of=as_of, with_unchanged=True)

        assert {"unchanged"} >= {change.kind for change in found.changes}
        assert all(change.effects == () for change in found.changes)
        assert found.summary.identical
        assert all(east[6:] == () for east in [tuple(x for x in one if x) for one in found.summary.parties])

    @given(my.NEGOTIATIONS, AS_OF)
    def test_mirror(self, record: Negotiation, as_of: str) -> None:
        """The way back mirrors the way there: kinds, verdicts, directions, red lines."""
        there, back = _diff(record, "one", "two", as_of=as_of), _diff(record, "two", "one", as_of=as_of)

        assert _mirrored(there.changes) == _plain(back.changes)
        assert list(map(_turned, there.summary.parties)) == list(map(_kept, back.summary.parties))

    @pytest.mark.parametrize("as_of", [OWN_DATE, None])
    def test_mirror_on_the_record(self, loaded: Loaded, as_of: str | None) -> None:
        """The same holds of every two plans of the real record."""
        record = loaded.record
        asked = scope(record, as_of or record.as_of)
        for base, target in combinations(record.plans.values(), 2):
            there, back = diff(record, [base, target], asked), diff(record, [target, base], asked)
            assert _mirrored(there.changes) == _plain(back.changes)
            assert list(map(_turned, there.summary.parties)) == list(map(_kept, back.summary.parties))

    def test_mirror_with_a_gap(self) -> None:
        """A gap filled in what the words leave open leads no party both nearer and, on the way back, nearer again."""
        record = negotiation(
            plan("one", settled("path", "near", "out")),
            plan("two", settled("path", "near", "far", "out")),
            position("line", atom("path", "in", ideal="in")),
        )
        there, back = _diff(record, "one", "two"), _diff(record, "two", "one")

        assert _mirrored(there.changes) == _plain(back.changes)

    @given(my.NEGOTIATIONS, AS_OF)
    def test_every_issue_once(self, record: Negotiation, as_of: str) -> None:
        """Each issue on which either text has a term is one change, and the kinds add up to their number."""
        found = _diff(record, as_of=as_of, with_unchanged=True)
        issues = {issue for name in ("one", "two") for issue in record.plans[name].terms}

        assert [issue for issue in SPACES if issue in issues] == [change.issue for change in found.changes]
        assert (len(issues), len(issues)) == (found.summary.kinds.issues, sum(found.summary.kinds[1:]))

    @given(my.NEGOTIATIONS, st.permutations(("11", "12", "13")), AS_OF)
    def test_renumbering(self, record: Negotiation, numbers: list[str], as_of: str) -> None:
        """Points renumbered and reordered change nothing but their numbers."""
        one, two = record.plans["one"], record.plans["two"]
        renumbered = _renumbered(two, dict(zip(("1", "2", "3"), numbers, strict=True)))
        after = _diff(record._replace(plans={"one": one, "two": renumbered}), as_of=as_of)

        assert diff(record, [two, renumbered], scope(record, as_of)).summary.identical
        assert [(c.issue, c.kind, c.effects) for c in _diff(record, as_of=as_of).changes] == [
            (c.issue, c.kind, c.effects) for c in after.changes
        ]

    @given(my.NEGOTIATIONS, AS_OF)
    def test_never_removed_from_a_partial_text(self, record: Negotiation, as_of: str) -> None:
        """Of a text that is not complete nothing is said to have been removed or added."""
        one, two = record.plans["one"], record.plans["two"]
        kinds = {change.kind for change in _diff(record, as_of=as_of).changes}

        assert two.completeness == "complete" or "removed" not in kinds
        assert one.completeness == "complete" or "added" not in kinds

    @given(my.NEGOTIATIONS, st.sampled_from(my.DAYS))
    def test_disputed_is_not_opened(self, record: Negotiation, as_of: str) -> None:
        """Sources that disagree neither open nor settle anything."""
        plans = {name: _without_brackets(one) for name, one in record.plans.items()}
        kinds = {change.kind for change in _diff(record._replace(plans=plans), as_of=as_of).changes}

        assert kinds.isdisjoint({"opened", "settled"})

    @given(my.NEGOTIATIONS, st.sampled_from(my.DAYS))
    def test_counts_follow_the_lists(self, record: Negotiation, as_of: str) -> None:
        """Between complete texts the number of crossed lines changes by the newly and the no longer crossed."""
        complete = {name: one._replace(completeness="complete") for name, one in record.plans.items()}

        for one in _diff(record._replace(plans=complete), as_of=as_of).summary.parties:
            assert one.after.crossed - one.before.crossed == len(one.newly_crossed) - len(one.no_longer_crossed)

    @given(my.NEGOTIATIONS, AS_OF)
    def test_moved_has_no_direction(self, record: Negotiation, as_of: str) -> None:
        """A position that moved has no direction, nor has one that rests only on one of the texts, nor one that is
        neither red line nor demand; all others have.
        """
        judgements = [judged(record, plan, scope(record, as_of)) for plan in record.plans.values()]
        for change in _diff(record, as_of=as_of).changes:
            for effect in change.effects:
                for one in effect.positions:
                    resting = pairs(record, *judgements)[one.position].rests_on(record.plans.values())
                    none = one.position_moved or resting or one.stance in ("accepts", "preference")
                    assert none == (one.direction is None)
                    assert as_of == OWN_DATE or not one.position_moved


def _renumbered(text: Plan, numbers: dict[str, str]) -> Plan:
    points = sorted((one._replace(number=numbers[one.number]) for one in text.points), key=lambda one: one.number)
    terms = {issue: term._replace(points=(numbers[term.points[0]],)) for issue, term in text.terms.items()}
    return text._replace(points=tuple(points), terms=terms)


def _without_brackets(text: Plan) -> Plan:
    readings = {
        issue: term._replace(status="disputed") if term.status == "bracketed" else term
        for issue, term in text.terms.items()
    }
    return text._replace(terms=readings)
