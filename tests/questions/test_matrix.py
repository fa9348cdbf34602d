"""Plans against parties, and against one party's positions."""

import pytest
from jsonschema import Draft202012Validator

from peacecli.authoring.load import Loaded
from peacecli.authoring.schema import json_schema
from peacecli.core.check import check
from peacecli.core.dates import within
from peacecli.core.matrix import chosen, matrix
from peacecli.core.results.matrix import PositionCell
from peacecli.views.matrix import letters
from peacecli.views.page import Column, Heading, Page, line, table
from peacecli.writers.terminal import for_terminal
from tests.core import building as b
from tests.running import Run

PATH = b.position("path", b.atom("path", "in", "near"))
ARMY = b.position("army", b.atom("army", 100), party="west")
OWN = b.position("own", b.atom("army", 100), rests_on="first")
FIRST = b.plan("first", b.settled("path", "out"), b.settled("army", 100), date="2025-02-01")
SECOND = b.plan("second", b.settled("path", "in"), date="2025-03-01")


class TestByParty:
    """One cell a plan and party."""

    RECORD = b.negotiation(FIRST, SECOND, PATH, ARMY, OWN, status_quo={"army": 5})
    ANSWER = matrix(RECORD, (FIRST, SECOND), b.scope(RECORD))

    def test_cells_stand_plan_by_plan_and_party_by_party(self) -> None:
        """Keys name the plan and the party, in the order asked and the record's."""
        assert [cell.key for cell in self.ANSWER.cells] == ["first:east", "first:west", "second:east", "second:west"]

    def test_a_position_known_only_from_the_plan_is_apart(self) -> None:
        """It is not in the denominator of that plan, and is in that of another."""
        first, _, second, _ = self.ANSWER.cells
        assert not isinstance(first, PositionCell)
        assert not isinstance(second, PositionCell)
        assert (first.counts.positions, first.counts.crossed, first.rest_on_this_plan) == (1, 1, 1)
        assert (second.counts.positions, second.counts.silent, second.rest_on_this_plan) == (2, 1, 0)

    def test_the_summary_counts_plans_that_cross_something(self) -> None:
        """In how many plans of how many a party has a counted position crossed."""
        east, west = self.ANSWER.summary.parties
        assert (east.crossed_in, east.plans) == (1, 2)
        assert (west.crossed_in, west.plans) == (0, 2)
        assert self.ANSWER.summary.tallies == ()

    def test_a_party_is_not_covered_on_an_early_date(self) -> None:
        """The cell says so, and the summary counts it apart."""
        late = b.party("west", since="2025-02-15")
        record = b.negotiation(FIRST, SECOND, PATH, ARMY, late)
        answer = matrix(record, (FIRST, SECOND), b.scope(record, as_of="plan"))
        covered = {cell.key: cell.covered for cell in answer.cells if not isinstance(cell, PositionCell)}
        assert covered == {"first:east": True, "first:west": False, "second:east": True, "second:west": True}
        assert (answer.summary.parties[1].plans, answer.summary.parties[1].not_covered) == (1, 1)


class TestByPosition:
    """One cell a plan and position of one party."""

    def test_silence_has_its_status_quo(self) -> None:
        """A silent text crosses or respects a line through what it leaves as it is; others have no such word."""
        record = b.negotiation(FIRST, SECOND, ARMY, status_quo={"army": 5})
        answer = matrix(record, (FIRST, SECOND), b.scope(record, parties=("west",)), by_position=True)
        cells = [cell for cell in answer.cells if isinstance(cell, PositionCell)]
        assert [(one.key, one.verdict, one.if_nothing_changes) for one in cells] == [
            ("first:army", "respected", None),
            ("second:army", "silent", "crossed"),
        ]
        assert [tally.key for tally in answer.summary.tallies] == ["first:west", "second:west"]

    def test_a_position_has_no_cell_before_it_was_stated(self) -> None:
        """It has one for the plan on whose date it was in force, and a row for both."""
        later = b.position("later", b.period(b.atom("path", "in"), since="2025-02-15"))
        record = b.negotiation(FIRST, SECOND, later)
        answer = matrix(record, (FIRST, SECOND), b.scope(record, as_of="plan", parties=("east",)), by_position=True)
        assert [cell.key for cell in answer.cells] == ["second:later"]
        assert [one.id for one in answer.positions] == ["later"]

    def test_issues_of_every_condition_are_named_once(self) -> None:
        """A position that spoke to other issues at first is named with all of them."""
        moved = b.position(
            "moved",
            b.period(b.atom("path", "in"), since="2025-01-01"),
            b.period((b.atom("army", 5), b.atom("path", "in")), since="2025-02-15"),
        )
        record = b.negotiation(FIRST, SECOND, moved)
        answer = matrix(record, (FIRST, SECOND), b.scope(record, as_of="plan", parties=("east",)), by_position=True)
        assert [sorted(one.issues) for one in answer.positions] == [["army", "path"]]


class TestChoice:
    """Which plans stand in the rows."""

    RECORD = b.negotiation(FIRST, SECOND, b.plan("stub", completeness="uncoded", date="2025-04-01"))

    def test_every_coded_plan(self) -> None:
        """A stub has nothing to judge."""
        assert chosen(self.RECORD, (), frozenset(), None, None) == (FIRST, SECOND)

    def test_those_named_as_named(self) -> None:
        """In the order typed, each once."""
        assert chosen(self.RECORD, (SECOND, FIRST, SECOND), frozenset(), None, None) == (SECOND, FIRST)

    @pytest.mark.parametrize(
        ("kinds", "since", "until", "found"),
        [
            ({"draft"}, None, None, (FIRST, SECOND)),
            ({"letter"}, None, None, ()),
            ((), "2025-02-02", None, (SECOND,)),
            ((), None, "2025-02", (FIRST,)),
            ((), "2025", "2025", (FIRST, SECOND)),
        ],
    )
    def test_narrowed(self, kinds: set[str], since: str | None, until: str | None, found: tuple[object, ...]) -> None:
        """By kind and by date."""
        assert chosen(self.RECORD, (), frozenset(kinds), since, until) == found


@pytest.mark.parametrize(
    ("day", "since", "until", "inside"),
    [
        ("2025-11-20", None, None, True),
        ("2025-11-20", "2025-11-20", "2025-11-20", True),
        ("2025-11-20", "2025-11-21", None, False),
        ("2025-11-20", None, "2025-11-19", False),
        ("2025-11-20~", None, "2025-11-20", True),
        ("2025-11", "2025-11-10", None, True),
        ("2025-11", "2025-12-01", None, False),
        ("2025-11", None, "2025-11-10", True),
        ("2025", "2025-11-10", "2025-11-11", True),
        ("2025-11-20", "2025", "2025", True),
        ("2026-01-01", None, "2025", False),
    ],
)
def test_dates_to_the_month_and_year(day: str, since: str | None, until: str | None, inside: bool) -> None:
    """A date to the month is inside when any of its days is, and an end to the month includes all of it."""
    assert within(day, since, until) is inside


@pytest.mark.parametrize("as_of", ["2026-11-23", "plan"])
def test_it_says_what_check_says(loaded: Loaded, as_of: str) -> None:
    """Every count and every verdict on the real record is that of `check`."""
    record = loaded.record
    plans = tuple(record.plans.values())
    scope = b.scope(record, as_of=as_of)
    checked = check(record, plans, scope)
    by_party = matrix(record, plans, scope)
    assert [cell[1:] for cell in by_party.cells] == [tuple(tally) for tally in checked.summary.parties]
    verdicts = {row.key: (row.verdict, row.if_nothing_changes, row.rests_on_this_plan) for row in checked.verdicts}
    found = {
        cell.key: (cell.verdict, cell.if_nothing_changes, cell.rests_on_this_plan)
        for party in record.parties
        for cell in matrix(record, plans, scope._replace(parties=(party,)), by_position=True).cells
        if isinstance(cell, PositionCell)
    }
    assert found == verdicts


@pytest.mark.parametrize(
    "options", ["", "--party alder", "--as-of 2020-01-01", "--party birch --as-of plan --stance all", "--since 2030"]
)
def test_it_matches_its_schema(fence: Run, options: str) -> None:
    """Closed types, whatever is asked."""
    Draft202012Validator(json_schema("matrix")).validate(fence("matrix", *options.split(), "--json").json)


@pytest.mark.parametrize(
    ("arguments", "plans"),
    [
        ("", ["7", "table", "letter"]),
        ("letter 7", ["letter", "7"]),
        ("--kind draft --kind letter", ["7", "letter"]),
        ("--since 2024-05 --until 2024-05", ["table"]),
    ],
)
def test_the_command_line_chooses_plans(fence: Run, arguments: str, plans: list[str]) -> None:
    """Every coded plan in date order, unless named or narrowed."""
    answer = fence("matrix", *arguments.split(), "--json").json
    assert [plan["id"] for plan in answer["plans"]] == plans
    assert len(answer["cells"]) == 3 * len(plans)


@pytest.mark.parametrize("arguments", ["--since 2030", "--party alder --since 2030"])
def test_no_plan_is_no_party_that_is_not_covered(fence: Run, arguments: str) -> None:
    """Where no plan is of the date asked for, nothing is said of the parties."""
    out = fence("matrix", *arguments.split()).out
    assert ("No plan is of that kind and date." in out, "not covered" in out) == (True, False)


@pytest.mark.parametrize(("plans", "said"), [("7", "1 plan"), ("7 table letter", "3 plans")])
def test_not_covered_counts_plans(fence: Run, plans: str, said: str) -> None:
    """What is counted are plans, which may all be judged on one date; a number has its noun."""
    out = fence("matrix", *plans.split(), "--as-of", "2020-01-01").out
    assert f"not covered on the day of {said} (covered" in out


@pytest.mark.parametrize("question", ["party birch", "issue tree"])
def test_other_answers_mark_it_too(fence: Run, question: str) -> None:
    """What rests on the plan itself has the same mark in text, and its field in JSON, for that plan alone."""
    page = fence(*question.split()).out
    assert "✓ respected  ✓ respected*" in page
    assert "* known only from that plan itself" in page
    rows = fence(*question.split(), "--json").json["positions"]
    marked = {row["id"]: [one["plan"] for one in row["verdicts"] if one["rests_on_this_plan"]] for row in rows}
    assert {name: plans for name, plans in marked.items() if plans and name != "birch-share"} == {
        "birch-leaves": ["table"]
    }


def test_own_texts_say_how_many_are_apart(fence: Run) -> None:
    """A line known only from the text is not counted, and is not passed over."""
    assert "table (2024-05-15): 2 respected (of 2); 1 resting on this plan alone apart" in fence("party", "birch").out
    assert [one["rest_on_this_plan"] for one in fence("party", "birch", "--json").json["own_texts"]] == [1, 0]


def test_red_lines_unless_asked(fence: Run) -> None:
    """As in `check`."""
    assert fence("matrix", "--json").json["stances"] == ["red_line"]
    assert fence("matrix", "--stance", "accepts", "--stance", "demand", "--json").json["stances"] == [
        "demand",
        "accepts",
    ]


def test_two_parties_are_two_columns(fence: Run) -> None:
    """Only one party alone is shown position by position."""
    assert fence("matrix", "--party", "alder", "--party", "birch", "--json").json["by"] == "party"
    assert fence("matrix", "--party", "alder", "--json").json["by"] == "position"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ("--kind drft", "unknown-value"),
        ("--since 2024-13", "not-a-date"),
        ("--until may", "not-a-date"),
        ("8", "unknown-plan"),
    ],
)
def test_a_mistake_is_a_usage_error(fence: Run, arguments: str, code: str) -> None:
    """With the nearest right thing."""
    answer = fence("matrix", *arguments.split(), "--json")
    assert (answer.code, answer.error["code"]) == (2, code)


def test_the_picture(fence: Run) -> None:
    """A row a plan with its tallies, what rests on it apart, and the key."""
    lines = fence("matrix", "--as-of", "plan").out.splitlines()
    row = next(one for one in lines if one.startswith("table"))
    assert row.split("  ")[0] == "table (2024-05-15)"
    assert "(+1)" in row
    assert any("not counted" in one for one in lines)


def test_few_plans_have_words(fence: Run) -> None:
    """Columns have the plans' ids and verdicts their words."""
    text = fence("matrix", "7", "table", "letter", "handshake", "--party", "alder").out
    assert "✗ crossed" in text
    assert "(now: ...) if nothing changes" in text
    assert "–✗ ◐✓" not in text
    assert next(one for one in text.splitlines() if one.startswith("Position  ")).split()[1:3] == ["7", "table"]


def test_many_plans_have_letters(real: Run) -> None:
    """A legend leads from the letter to the plan; no letter is a plan's id."""
    text = real("matrix", "--party", "ukraine").out
    assert "A  istanbul-2022 (2022-03-29)" in text
    assert "–✗ ◐✓ silent" in text
    assert "(now:" not in text


def test_letters() -> None:
    """After Z comes AA."""
    assert [letters(place) for place in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]


def test_a_spreadsheet_has_a_row_a_cell(fence: Run) -> None:
    """With the same keys as JSON."""
    for options in ((), ("--party", "alder")):
        cells = fence("matrix", *options, "--json").json["cells"]
        rows = fence("matrix", *options, "--format", "csv").out.splitlines()[1:]
        assert [row.split(",")[0] for row in rows] == [cell["key"] for cell in cells]


class TestNarrowTerminal:
    """A table of many columns on a terminal that cannot hold them."""

    TABLE = table((Column("Row", 1, width=10), *(Column(name) for name in "ABCDEF")), [("one", *"123456")], repeat=1)

    def printed(self, monkeypatch: pytest.MonkeyPatch, columns: int) -> list[str]:
        """The lines at a width."""
        monkeypatch.setenv("COLUMNS", str(columns))
        return for_terminal(Page((Heading("Title"), self.TABLE, line("End")), "note"), coloured=False).splitlines()

    def test_columns_go_on_below(self, environment: pytest.MonkeyPatch) -> None:
        """The first column stands again; no column is lost, and none stands twice."""
        heads = [text for text in self.printed(environment, 24) if "Row" in text]
        assert len(heads) > 1
        assert [letter for head in heads for letter in "ABCDEF" if letter in head] == list("ABCDEF")

    def test_one_table_where_there_is_room(self, environment: pytest.MonkeyPatch) -> None:
        """Nothing is repeated without need."""
        assert len([text for text in self.printed(environment, 60) if "Row" in text]) == 1
