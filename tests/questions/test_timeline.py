"""What happened and who said what, in date order."""

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from peacecli.authoring.load import Loaded
from peacecli.authoring.schema import json_schema
from peacecli.core.entries import entries
from peacecli.core.record import day_of
from peacecli.core.results.timeline import Entry
from peacecli.core.sift import Grades
from peacecli.core.wanted import Wanted
from tests.running import Run
from tests.small import Change, negotiation

EVENTS = """
events:
  - id: storm
    date: 2024-05-16
    until: 2024-05-18
    kind: other
    label: A storm
    says: It took the old fence.
    parties: [alder, birch]
    sources: [gazette, gazette-copy]
    credibility: 6
  - id: supper
    date: 2024-02
    kind: meeting
    label: Supper
    says: They ate at one table.
    plans: [table]
    sources: [minutes]
    credibility: 2
"""


@pytest.fixture
def ask(anywhere: Run, tmp_path: Path) -> Run:
    """Runs a command on the small negotiation with two events."""
    path, _ = negotiation(tmp_path, Change("positions.yaml", "", EVENTS))
    return lambda *args: anywhere(*args, "--data", str(path))


def keys(answer: Any) -> list[str]:
    """The keys of the entries of a timeline."""
    return [entry["key"] for entry in answer.json["entries"]]


def test_everything_in_date_order(ask: Run) -> None:
    """As text sorts: a month before its days, kinds in a fixed order within a day."""
    assert keys(ask("timeline", "--json")) == [
        "statement:council-order/2024-01-10",
        "event:supper",
        "statement:alder-gate/2024-02-01",
        "statement:alder-height/2024-02-01",
        "statement:alder-pear/2024-02-01",
        "publication:handshake",
        "statement:alder-hedge/2024-03-01",
        "statement:birch-gate/2024-03-05",
        "statement:birch-height/2024-03-05",
        "statement:birch-line/2024-03-05",
        "publication:7",
        "reaction:alder/7/anna/2024-04-03",
        "statement:birch-share/2024-04-20",
        "statement:alder-height/2024-05-01",
        "statement:alder-pear/2024-05-01",
        "publication:table",
        "event:storm",
        "publication:letter",
    ]


def test_one_statement_under_two_positions_is_one_entry(ask: Run) -> None:
    """Same day, speaker and words: one entry, with both positions and the issues of both."""
    (entry,) = ask("timeline", "--since", "2024-04-20", "--until", "2024-04-20", "--json").json["entries"]
    assert entry["positions"] == ["birch-share", "birch-leaves"]
    assert entry["issues"] == ["garden.share", "garden.pear"]
    assert (entry["parties"], entry["plans"], entry["sources"]) == (["birch"], ["table"], ["minutes"])


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ("--kind event", ["event:supper", "event:storm"]),
        ("--kind publication --kind reaction --until 2024-03", ["publication:handshake"]),
        ("--party council", ["statement:council-order/2024-01-10", "publication:7"]),
        ("--speaker arno", ["statement:alder-hedge/2024-03-01"]),
        ("--speaker clerk --speaker arno", ["statement:council-order/2024-01-10", "statement:alder-hedge/2024-03-01"]),
        ("--plan 7", ["publication:7", "reaction:alder/7/anna/2024-04-03"]),
        ("--plan kitchen --kind event", ["event:supper"]),
        ("--issue gate --kind statement", ["statement:alder-gate/2024-02-01", "statement:birch-gate/2024-03-05"]),
        ("--issue line.*", ["statement:birch-line/2024-03-05", "publication:7", "publication:table"]),
        ("--words SUPPER --words meeting", ["event:supper"]),
        ("--words sunshine", []),
        ("--source seed-fence", ["statement:alder-hedge/2024-03-01"]),
        ("--source survey --kind publication", ["publication:7"]),
        ("--since 2024-05-17 --kind event", ["event:storm"]),
        ("--since 2024-05-19 --kind event", []),
        ("--until 2024-02 --kind event", ["event:supper"]),
        ("--kind event --min-credibility 5", ["event:supper"]),
        ("--kind event --min-reliability B", ["event:supper"]),
        ("--kind event --min-reliability C", ["event:supper", "event:storm"]),
        ("--kind publication --min-credibility 1", ["publication:handshake", "publication:7"]),
        ("--party birch --issue gate --limit 1", ["statement:birch-gate/2024-03-05"]),
    ],
)
def test_narrowed(ask: Run, options: str, found: list[str]) -> None:
    """Every filter holds, on its own and together."""
    assert keys(ask("timeline", *options.split(), "--json")) == found


def test_the_best_source_grades_an_entry(ask: Run) -> None:
    """A copy graded D costs nothing beside its origin graded C; a publication has the best of its points."""
    grades = {
        entry["key"]: (entry["reliability"], entry["credibility"])
        for entry in ask("timeline", "--json").json["entries"]
    }
    assert grades["event:storm"] == ("C", 6)
    assert grades["publication:table"] == ("A", 2)
    assert grades["publication:handshake"] == ("C", None)


def test_limit_says_how_many_there_are(ask: Run) -> None:
    """The summary counts all that was found."""
    answer = ask("timeline", "--limit", "2", "--json").json
    assert answer["summary"] == {"entries": 18, "publication": 4, "event": 2, "statement": 11, "reaction": 1}
    assert len(answer["entries"]) == 2
    assert "The first 2 of 18" in ask("timeline", "--limit", "2").out


def test_text_marks_what_must_not_be_overlooked(ask: Run) -> None:
    """Approximate dates, spans, unverified entries, denials, and channels other than on the record."""
    lines = ask("timeline").out.splitlines()
    assert any(one.startswith("about 2024-03-01") and "[alder-hedge]" in one for one in lines)
    assert any(one.startswith("2024-05-16 to 2024-05-18") and "(unverified)" in one for one in lines)
    assert any("Repeated it at the table. (denied)" in one for one in lines)
    assert any("(anonymous, unverified) [alder-pear]" in one for one in lines)


def test_a_spreadsheet_has_a_row_an_entry(ask: Run) -> None:
    """With the same keys as JSON."""
    rows = ask("timeline", "--format", "csv").out.splitlines()[1:]
    assert [row.split(",")[0] for row in rows] == keys(ask("timeline", "--json"))


@pytest.mark.parametrize("options", ["", "--words sunshine", "--kind reaction"])
def test_it_matches_its_schema(ask: Run, options: str) -> None:
    """Closed types, whatever is asked."""
    Draft202012Validator(json_schema("timeline")).validate(ask("timeline", *options.split(), "--json").json)


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ("--kind reactions", "unknown-value"),
        ("--speaker ana", "unknown-speaker"),
        ("--source gazete", "unknown-source"),
        ("--plan 8", "unknown-plan"),
        ("--since yesterday", "not-a-date"),
        ("--min-reliability G", "unknown-value"),
        ("--limit 0", "usage"),
    ],
)
def test_a_mistake_is_a_usage_error(ask: Run, options: str, code: str) -> None:
    """With the nearest right thing."""
    answer = ask("timeline", *options.split(), "--json")
    assert (answer.code, answer.error["code"]) == (2, code)


def test_a_speaker_is_found_by_name(ask: Run) -> None:
    """Words of the name are enough, where they fit one speaker."""
    assert keys(ask("timeline", "--speaker", "Arno", "--json")) == keys(ask("timeline", "--speaker", "arno", "--json"))


class TestRealRecord:
    """Laws that hold on the record itself."""

    def test_nothing_is_lost(self, loaded: Loaded) -> None:
        """Every plan, event, statement and reaction is in one entry, and keys tell entries apart."""
        record, evidence = loaded
        found = entries(record, evidence)
        assert len({one.key for one in found}) == len(found)
        counts = {kind: sum(one.kind == kind for one in found) for kind in ("publication", "event", "reaction")}
        assert counts == {
            "publication": len(record.plans), "event": len(evidence.events), "reaction": len(evidence.reactions),
        }  # fmt: skip
        positions = sorted(name for one in found for name in one.positions)
        assert positions == sorted(said.position for said in evidence.statements.values())

    def test_dates_ascend(self, loaded: Loaded) -> None:
        """In the record's order of dates."""
        dates = [day_of(one.date) for one in entries(*loaded)]
        assert dates == sorted(dates)

    @pytest.mark.parametrize(
        "wanted",
        [
            Wanted(parties=frozenset(["ukraine"])),
            Wanted(issues=frozenset(["forces.cap"])),
            Wanted(words=("800,000",)),
            Wanted(since="2025-11", until="2025-12"),
            Wanted(grades=Grades("B", 2)),
        ],
    )
    def test_a_filter_keeps_what_it_names(self, loaded: Loaded, wanted: Wanted) -> None:
        """Some entries and not all; each has what was asked for."""
        found = entries(*loaded)
        kept = [one for one in found if wanted.includes(one)]
        assert 0 < len(kept) < len(found)
        assert all(self.fits(one, wanted) for one in kept)
        assert not any(self.fits(one, wanted) for one in found if one not in kept)

    def fits(self, one: Entry, wanted: Wanted) -> bool:
        """Whether an entry has what was asked for, told in another way."""
        begins, ends = one.date[:7], (one.until or one.date)[:7]
        return (
            (not wanted.parties or any(party in wanted.parties for party in one.parties))
            and (not wanted.issues or any(issue in wanted.issues for issue in one.issues))
            and all(word in f"{one.label} {one.says}" for word in wanted.words)
            and (wanted.since is None or ends >= wanted.since or wanted.since.startswith(ends))
            and (wanted.until is None or begins <= wanted.until)
            and (one.reliability is None or one.reliability <= (wanted.grades.reliability or "F"))
            and (one.credibility is None or one.credibility <= (wanted.grades.credibility or 6))
        )
