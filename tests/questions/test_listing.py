"""Lists narrowed like the timeline, chains of plans, and what is thinly sourced."""

from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from peacecli.authoring.load import Loaded
from peacecli.authoring.schema import json_schema
from peacecli.cli.lists import KINDS, TAKES
from peacecli.core import evidence as e
from peacecli.core import sourcing
from peacecli.core.listing import list_plans
from peacecli.core.wanted import Wanted
from peacecli.core.weak import list_weak
from peacecli.views.chain import tree
from tests.core import building as b
from tests.running import Run
from tests.small import Change, negotiation


def source(name: str, reliability: str = "B", origin: str | None = None, ownership: str = "independent",
           kind: str = "press-report") -> e.Source:  # fmt: skip
    """A source, its own origin unless another is named."""
    return e.Source(name, name, name, None, None, "2025", kind, reliability, origin or name, ownership, "whole", None)


EVIDENCE = e.Evidence(
    {},
    {
        one.id: one
        for one in (
            source("wire"),
            source("other", "C"),
            source("copy", "D", origin="wire"),
            source("rumour", "D"),
            source("state", "B", ownership="state"),
            source("state-too", "C", ownership="state"),
            source("relay", "E", ownership="network"),
            source("unowned", "C", ownership="unknown"),
            source("text", "A", ownership="state", kind="official-text"),
            source("statement", "B", ownership="state", kind="official-statement"),
            source("bad-text", "D", kind="official-text"),
        )
    },
    {},
    (),
    (),
    (),
)


class TestSourcing:
    """How well sourced something is."""

    @pytest.mark.parametrize(
        ("sources", "credibility", "found"),
        [
            ("wire other", 1, ""),
            ("wire", 1, "one_origin"),
            ("wire copy", None, "one_origin"),
            ("wire copy other", 5, ""),
            ("wire other", 6, "unverified"),
            ("copy rumour", 1, "below_c"),
            ("other copy", 1, "one_origin"),
            ("other copy rumour", 1, "one_origin"),
            ("state state-too", 1, "state_alone"),
            ("state relay", 1, "one_origin state_alone"),
            ("state wire", 1, ""),
            ("state unowned", 1, ""),
            ("statement", 1, "one_origin state_alone"),
            ("text", 1, ""),
            ("text state", 1, ""),
            ("bad-text", 6, "below_c unverified"),
            ("bad-text wire", 1, "one_origin"),
            ("relay", 6, "one_origin below_c unverified state_alone"),
        ],
    )
    def test_weaknesses(self, sources: str, credibility: int | None, found: str) -> None:
        """Each on its own, and all together, in one order."""
        names, kinds = sources.split(), sourcing.FIRST_HAND_OF_A_POINT
        assert sourcing.weaknesses(EVIDENCE, names, credibility, kinds) == tuple(found.split())
        assert sourcing.thin(EVIDENCE, names, kinds) == (not {"one_origin", "below_c"}.isdisjoint(found.split()))

    def test_first_hand(self) -> None:
        """An official statement shows what a party says, and not what is in a text."""
        assert sourcing.weaknesses(EVIDENCE, ["statement"], 1, sourcing.FIRST_HAND_OF_A_POSITION) == ()
        assert not sourcing.thin(EVIDENCE, ["statement"], sourcing.FIRST_HAND_OF_A_POSITION)

    def test_copies_are_one_origin(self) -> None:
        """Named by the dispatch, in the order cited."""
        assert sourcing.origins(EVIDENCE, ("copy", "other", "wire")) == ("wire", "other")

    def test_the_best_reliability(self) -> None:
        """A copy is graded for itself."""
        assert sourcing.best_reliability(EVIDENCE, ("copy", "other")) == "C"


class TestChain:
    """What supersedes what."""

    PLANS = (
        b.plan("a"),
        b.plan("b")._replace(supersedes=("a",)),
        b.plan("c"),
        b.plan("d")._replace(supersedes=("b", "c")),
    )

    def lines(self, *plans: str) -> list[tuple[int, str]]:
        """The tree of these plans, each with how deep it stands; what was shown before is in brackets."""
        record = b.negotiation(*self.PLANS)
        answer = list_plans(record, [record.plans[name] for name in plans], chain=True)
        return [
            (one.indent // 2, f"({one.pieces[1].text})" if "shown above" in one.pieces[2].text else one.pieces[1].text)
            for one in tree(answer)
        ]

    def test_tree(self) -> None:
        """Under each plan what supersedes it; one that supersedes two stands in full once."""
        assert self.lines("a", "b", "c", "d") == [(0, "a"), (1, "b"), (2, "d"), (0, "c"), (1, "(d)")]

    def test_a_part_of_a_chain(self) -> None:
        """A plan whose predecessor is not listed begins a tree."""
        assert self.lines("b", "d") == [(0, "b"), (1, "d")]

    def test_a_circle_is_shown(self) -> None:
        """No plan is lost where two are said to supersede each other."""
        record = b.negotiation(b.plan("x")._replace(supersedes=("y",)), b.plan("y")._replace(supersedes=("x",)))
        answer = list_plans(record, tuple(record.plans.values()), chain=True)
        assert [one.pieces[1].text for one in tree(answer)] == ["x", "y", "x"]

    def test_every_plan_of_the_record_stands_in_full_once(self, loaded: Loaded) -> None:
        """Whatever the chain looks like."""
        answer = list_plans(loaded.record, tuple(loaded.record.plans.values()), chain=True)
        full = [one.pieces[1].text for one in tree(answer) if "shown above" not in one.pieces[2].text]
        assert sorted(full) == sorted(loaded.record.plans)

    def test_links(self, fence: Run) -> None:
        """JSON has both directions; without --chain it has none."""
        links = fence("list", "plans", "--chain", "--json").json["chain"]
        assert {"plan": "table", "supersedes": ["7"], "superseded_by": []} in links
        assert {"plan": "7", "supersedes": [], "superseded_by": ["table"]} in links
        assert fence("list", "plans", "--json").json["chain"] == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("plans --party alder", ["table"]),
        ("plans --issue gate", ["7"]),
        ("plans --words coffee", []),
        ("plans --since 2024-05", ["table", "letter"]),
        ("plans --min-reliability B", ["7", "table"]),
        ("events --plan 7", ["publication:7", "reaction:alder/7/anna/2024-04-03"]),
        ("events --party alder --until 2024-04", ["reaction:alder/7/anna/2024-04-03"]),
        ("events --speaker anna", ["reaction:alder/7/anna/2024-04-03"]),
        ("statements --speaker arno", ["alder-hedge/2024-03-01"]),
        ("statements --words sun", ["alder-height/2024-02-01"]),
        ("statements --plan table", ["birch-leaves/2024-04-20", "birch-share/2024-04-20"]),
        ("statements --stance preference", ["council-order/2024-01-10"]),
        ("statements --party alder --min-credibility 1 --since 2024-02", [
            "alder-gate/2024-02-01", "alder-height/2024-02-01", "alder-pear/2024-02-01",
        ]),
        ("statements --source gazette-copy", ["alder-height/2024-05-01"]),
        ("sources --min-reliability A", ["survey", "minutes"]),
        ("sources --since 2024-05", ["gazette-copy", "gazette", "minutes"]),
        ("sources --words CAFÉ", ["gazette"]),
        ("sources --party council", ["survey", "gazette"]),
        ("sources --speaker arno", ["seed-fence"]),
        ("sources --plan 7 --min-reliability B", ["survey"]),
        ("sources --source minutes", ["minutes"]),
        ("speakers --party birch", ["bruno"]),
        ("issues --issue garden.*", ["garden.pear", "garden.share"]),
    ],
)  # fmt: skip
def test_narrowed(fence: Run, line: str, found: list[str]) -> None:
    """Each list takes the filters that make sense for it."""
    kind = line.split(maxsplit=1)[0]
    assert [row["id"] for row in fence("list", *line.split(), "--json").json[kind]] == found


@pytest.mark.parametrize(
    ("line", "takes"),
    [
        ("parties --words x", "none of these"),
        ("issues --since 2024", "--issue"),
        ("plans --weak", "--chain"),
        ("sources --chain", "--weak"),
        ("sources --stance all", "--weak"),
        ("sources --weak --since 2024", "--stance"),
        ("events --stance demand", "--speaker"),
    ],
)
def test_an_option_that_a_list_does_not_take_is_refused(fence: Run, line: str, takes: str) -> None:
    """It is never left unread; the hint says which the list takes."""
    answer = fence("list", *line.split(), "--json")
    assert (answer.code, answer.error["code"]) == (2, "option-not-taken")
    assert takes in answer.error["hint"]


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_list_takes_it_answers(fence: Run, kind: str) -> None:
    """Every option that a list is said to take is taken."""
    values = {
        "--party": "alder", "--issue": "gate", "--plan": "7", "--source": "gazette", "--words": "the",
        "--since": "2024", "--until": "2024", "--min-reliability": "B", "--min-credibility": "2",
        "--speaker": "anna", "--stance": "demand",
    }  # fmt: skip
    for option in TAKES[kind]:
        assert fence("list", kind, option, *([values[option]] if option in values else []), "-q").code == 0


def test_an_event_stands_between_publications(anywhere: Run, tmp_path: Path) -> None:
    """With its span and kind, as in the timeline."""
    event = """
events:
  - id: storm
    date: 2024-05-01
    until: 2024-05-02
    kind: other
    label: A storm
    says: It took the old fence.
    sources: [gazette]
    credibility: 6
"""
    path, _ = negotiation(tmp_path, Change("positions.yaml", "", event))
    answer = anywhere("list", "events", "--json", "--data", str(path)).json
    Draft202012Validator(json_schema("list-events")).validate(answer)
    ids = [row["id"] for row in answer["events"]]
    assert ids.index("publication:7") < ids.index("event:storm") < ids.index("publication:table")
    assert "2024-05-01 to 2024-05-02" in anywhere("list", "events", "--data", str(path)).out


@pytest.mark.parametrize(
    "cited",
    [
        "companions: [{title: A map, status: unpublished, says: Where., sources: [survey]}]",
        "variants: [{id: copy, title: A copy, kind: copy, sources: [survey]}]",
        "struck: [{issue: fence.gate, says: A gate., still_discussed: no, sources: [survey]}]",
        "not_in_text: [{says: A gate., claimed_by: The gazette, sources: [survey]}]",
        "accounts: [{about: The stamp, claims: [{by: A clerk, says: Had none., sources: [survey]}]}]",
        "assessments: [{by: A, date: 2024, party: birch, judgement: open, says: B, credibility: 1, sources: [survey]}]",
    ],
)
def test_sources_of_a_plan_are_all_that_its_file_cites(anywhere: Run, tmp_path: Path, cited: str) -> None:
    """Not of its text alone."""
    path, _ = negotiation(tmp_path, Change("plans/letter.yaml", "", cited + "\n"))
    listed = anywhere("list", "sources", "--plan", "letter", "--json", "--data", str(path)).json["sources"]
    assert [one["id"] for one in listed] == ["survey", "gazette"]


class TestWeak:
    """`list sources --weak`."""

    def test_positions_and_points(self, fence: Run) -> None:
        """Each with its reasons; what is well sourced is counted and not listed."""
        answer = fence("list", "sources", "--weak", "--json").json
        reasons = {row["key"]: row["reasons"] for row in answer["weak"]}
        assert reasons["alder-hedge"] == ["one_origin", "below_c"]
        assert reasons["7:1"] == ["one_origin"]
        assert "table:2" in reasons
        assert "7:2a" not in reasons
        assert [count["of"] for count in answer["summary"]["kinds"]] == [10, 9]

    @pytest.mark.parametrize(
        ("options", "kinds"),
        [("", {"position", "point"}), ("--party alder", {"position"}), ("--plan 7", {"point"}),
         ("--plan 7 --party alder", {"position", "point"}), ("--words sun,", set())],
    )  # fmt: skip
    def test_narrowed(self, fence: Run, options: str, kinds: set[str]) -> None:
        """Parties have positions and plans have points."""
        rows = fence("list", "sources", "--weak", *options.split(), "--json").json["weak"]
        assert {row["kind"] for row in rows} == kinds

    def test_text_says_why_in_words(self, fence: Run) -> None:
        """And the key explains the words."""
        text = fence("list", "sources", "--weak", "--party", "alder").out
        row = next(line for line in text.splitlines() if line.startswith("alder-hedge"))
        assert "one origin, no source above D" in row
        assert "one origin: copies" in text

    @pytest.mark.parametrize("options", ["", "--plan handshake", "--issue cost"])
    def test_it_matches_its_schema(self, fence: Run, options: str) -> None:
        """Closed types, whatever is asked."""
        answer = fence("list", "sources", "--weak", *options.split(), "--json").json
        Draft202012Validator(json_schema("list-weak")).validate(answer)

    def test_a_spreadsheet_has_a_row_each(self, fence: Run) -> None:
        """With the same keys as JSON."""
        rows = fence("list", "sources", "--weak", "--format", "csv").out.splitlines()[1:]
        keys = [row["key"] for row in fence("list", "sources", "--weak", "--json").json["weak"]]
        assert [row.split(",")[0] for row in rows] == keys

    def test_every_row_of_the_record_is_thin(self, loaded: Loaded) -> None:
        """By its sources alone, counted anew: one origin, or grades, or owners."""
        record, evidence = loaded
        for row in list_weak(record, evidence, b.scope(record), Wanted()).weak:
            sources = [evidence.sources[name] for name in row.sources]
            assert (
                len({one.origin for one in sources if one.reliability <= "C"}) == 1
                or len({one.origin for one in sources}) == 1
                or all(one.reliability > "C" for one in sources)
                or row.credibility == 6
                or all(one.ownership in ("state", "network") for one in sources)
            )
