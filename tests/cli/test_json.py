"""What scripts read: JSON that keeps its promises byte for byte."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.asking import COMMANDS
from tests.running import Run
from tests.small import Change, negotiation

ASKED = [pytest.param(line, id=name) for name, (line, _) in COMMANDS.items()]
LINES = {
    "diff": ("diff 7 table --all", "changes"),
    "check": ("check 7 --stance all", "verdicts"),
    "party": ("party alder", "positions"),
    "plan": ("plan table", "points"),
    "issue": ("issue height", "positions"),
    "explain": ("explain 7 alder", "explanations"),
    "search": ("search the", "hits"),
    "list": ("list plans", "plans"),
}


AGAIN = """  - plan: 7
    date: 2024-04-09
    speaker: anna
    response: rejects
    says: No.
    sources: [gazette]
    credibility: 2
"""


def strings(value: Any) -> Iterator[str]:
    """Every text in a document."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)


@pytest.mark.parametrize("line", ASKED)
def test_json_is_written_in_one_way(fence: Run, line: str) -> None:
    """Two spaces, UTF-8 as it stands, a final newline, and nothing that JSON does not have."""
    answer = fence(*line.split(), "--json")
    assert answer.out == json.dumps(answer.json, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
    assert (answer.code, answer.err) == (0, "")


@pytest.mark.parametrize("line", ASKED)
def test_the_same_question_has_the_same_answer(fence: Run, line: str) -> None:
    """Two runs are the same to the byte."""
    assert fence(*line.split(), "--json") == fence(*line.split(), "--json")


def test_an_answer_tells_nothing_of_the_machine(fence: Run) -> None:
    """No answer contains an absolute path."""
    home = str(Path(__file__).parent.parent.parent)
    texts = {text for line, _ in COMMANDS.values() for text in strings(fence(*line.split(), "--json").json)}
    assert [text for text in texts if home in text] == []


@pytest.mark.parametrize("line", ["search xyzzy", "explain 7 council garden.pear", "plan 7 --open", "diff 7 7"])
def test_an_empty_answer_is_an_answer(fence: Run, line: str) -> None:
    """Where there is nothing to list, the list is empty and the exit code 0."""
    answer = fence(*line.split(), "--json")
    items = {"search": "hits", "explain": "explanations", "plan": "points", "diff": "changes"}[answer.json["command"]]
    assert (answer.code, answer.json[items]) == (0, [])


@pytest.mark.parametrize("command", LINES)
def test_json_lines_are_the_main_list(fence: Run, command: str) -> None:
    """`--format jsonl` has one object a line, the same as the list in the whole answer."""
    line, items = LINES[command]
    lines = fence(*line.split(), "--format", "jsonl").out.splitlines()
    assert [json.loads(one) for one in lines] == fence(*line.split(), "--json").json[items]


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("check 7 --stance all", 10),
        ("check 7", 6),
        ("check 7 --party alder", 3),
        ("check 7 --party alders --party birch", 6),
        ("check 7 --issue garden.*", 2),
        ("check 7 --issue garden", 2),
        ("check 7 --issue gate --issue tree", 3),
        ("check 7 --stance demand --stance accepts", 3),
        ("check 7 --stance all --as-of 2024-01-31", 1),
        ("check 7 table --stance all", 20),
    ],
)
def test_a_filter_acts_on_json_as_on_text(fence: Run, line: str, count: int) -> None:
    """As many verdicts come out as JSON as there are rows of a spreadsheet."""
    verdicts = fence(*line.split(), "--json").json["verdicts"]
    rows = fence(*line.split(), "--format", "csv").out.splitlines()[1:]
    assert [row.split(",")[0] for row in rows] == [one["key"] for one in verdicts]
    assert len(verdicts) == count


@pytest.mark.parametrize("line", ["check 7 table --stance all", "diff 7 table --all", "list statements", "list events"])
def test_keys_tell_findings_apart(fence: Run, line: str) -> None:
    """No two findings have one key."""
    command, subject, *_ = line.split()
    answer = fence(*line.split(), "--json").json
    rows = answer[{"check": "verdicts", "diff": "changes", "list": subject}[command]]
    keys = [row.get("key") or row["id"] for row in rows]
    assert sorted(set(keys)) == sorted(keys)


def test_two_reactions_of_one_speaker_are_two_events(anywhere: Run, tmp_path: Path) -> None:
    """A speaker who reacts to one plan twice makes two events, each with an id of its own."""
    path, _ = negotiation(tmp_path, Change("parties/alder.yaml", "differences:\n", f"{AGAIN}differences:\n"))
    ids = [row["id"] for row in anywhere("list", "events", "--json", "--data", str(path)).json["events"]]
    assert sorted(set(ids)) == sorted(ids)


def test_what_an_author_left_out_is_not_found(fence: Run) -> None:
    """A search looks through what was written, not through the word None for what was not."""
    hits = fence("search", "none", "--json").json["hits"]
    assert [hit for hit in hits if hit["kind"] == "issue"] == []
