"""What is wrong with a file: where, quoted, what was expected, the nearest right thing; all of it, in every form."""

import os
from pathlib import Path

import pytest

from peacecli.errors import Complaint, Quote
from peacecli.writers.github import annotations
from peacecli.writers.quoted import complaint_text
from tests.running import Run
from tests.small import Change, negotiation

DRAFT = (
    "title: Ours\nterms:\n  fence.hight: 120\n  fence.gate: yess\n  garden.pear: {vlaue: felled}\nauthros: [alder]\n"
)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A draft with four mistakes."""
    path = tmp_path / "ours.yaml"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def test_a_complaint_quotes_its_line(anywhere: Run, tmp_path: Path) -> None:
    """Place, message, nearest right thing and code; the line; a caret under the place and what was expected."""
    path, _ = negotiation(tmp_path, Change("plans/7.yaml", "value: felled", "value: feled"))
    answer = anywhere("check", "7", "--data", str(path))
    assert (answer.code, answer.out) == (3, "")
    assert answer.err == (
        "plans/7.yaml:45:16: `feled` is no outcome of garden.pear (did you mean `felled`?) [off-scale]\n"
        " 45 |         value: feled\n"
        "    |                ^^^^^ expected one of felled, trimmed, kept\n"
        "peacecli: 1 complaint, the first in plans/7.yaml, line 45\n"
    )


@pytest.mark.parametrize("line", ["check {}", "diff 7 {}", "plan {}", "explain {} alder", "validate {}"])
def test_all_mistakes_of_a_draft_are_listed(fence: Run, draft: Path, line: str) -> None:
    """Every command that takes a draft lists what is wrong with its shape, all of it."""
    answer = fence(*line.format(draft).split())
    said = answer.out or answer.err
    assert answer.code == 3
    assert [head for head in said.splitlines() if head.startswith("ours.yaml:")] == [
        "ours.yaml:5:17: no key `vlaue` here (did you mean `value`?) [unknown-key]",
        "ours.yaml:6:1: no key `authros` here (did you mean `authors`?) [unknown-key]",
    ]


def test_mistakes_of_reference_come_with_the_nearest(fence: Run, draft: Path) -> None:
    """Once the shape is right, names and outcomes are looked at."""
    draft.write_text("terms:\n  fence.hight: 120\n  fence.gate: yess\n", encoding="utf-8")
    found = fence("validate", str(draft), "--json").json
    assert (found["sound"], found["data"]["id"]) == (False, "fence")
    hints = [(one["code"], one["line"], one["column"], one["hint"]) for one in found["complaints"]]
    assert hints == [
        ("unknown-issue", 2, 3, "did you mean `fence.height`?"),
        ("off-scale", 3, 15, "did you mean `yes`?"),
    ]
    assert found["complaints"][1]["expected"] == "one of no, yes"
    assert found["complaints"][1]["quote"] == {"text": "  fence.gate: yess", "column": 15, "width": 4}


@pytest.mark.parametrize(
    ("line", "column", "code", "hint"),
    [
        ("fence.gate: true", 15, "off-scale", "did you mean `yes`?"),
        ("fence.gate: Off", 15, "off-scale", "did you mean `no`?"),
        ("fence.height: 1,200", 17, "off-scale", "did you mean `1200`?"),
        ("fence.height: 1_200_000", 17, "off-scale", "did you mean `1200000`?"),
        ("fence.height: 1,20", 17, "off-scale", None),
        ("fence.height: 1234567890123456", 17, "off-scale", "15 digits before the point at most, and 6 after it"),
        ("fence.height: tall", 17, "off-scale", None),
        ("height: 120", 3, "unknown-issue", "did you mean `fence.height`?"),
        ("Gate: yes", 3, "unknown-issue", "did you mean `fence.gate`?"),
        (
            "fence.gate: {options: [{value: yes, proposed_by: [alders]}, {value: no}]}",
            53,
            "unknown-party",
            "did you mean `alder`?",
        ),
        ("fence.height:", 3, "missing-value", "say it, or take the line out"),
        ("fence.height: ~", 3, "missing-value", "put it in quotes if the word is meant, or take the line out"),
        ("<<: {fence.height: 120}", 3, "key", "write them out where they are used"),
    ],
)
def test_what_was_meant(fence: Run, draft: Path, line: str, column: int, code: str, hint: str | None) -> None:
    """A word of another language for yes, a number with separators, an alias, nothing at all: each with what helps."""
    draft.write_text(f"terms:\n  garden.pear: felled\n  {line}\n", encoding="utf-8")
    (one,) = fence("validate", str(draft), "--json").json["complaints"]
    assert (one["line"], one["column"], one["code"], one["hint"]) == (3, column, code, hint)


def test_a_draft_of_nothing_says_so(fence: Run, draft: Path) -> None:
    """Also where the one term has no value."""
    for text, message in (
        ("", "`terms` is missing"),
        ("terms:\n  fence.gate:\n", "nothing stands after `fence.gate:`"),
    ):
        draft.write_text(text, encoding="utf-8")
        (one,) = fence("validate", str(draft), "--json").json["complaints"]
        assert message in one["message"]


def test_complaints_stand_in_the_order_of_the_file(fence: Run, draft: Path) -> None:
    """Whichever was found first."""
    draft.write_text("kind: letter\ndate: 2026-13\nterms:\n  fence.gate: {vlaue: yes}\ncolour: red\n", encoding="utf-8")
    found = fence("validate", str(draft), "--json").json["complaints"]
    assert [one["line"] for one in found] == [1, 2, 4, 5]


def test_an_error_under_json_has_the_complaints(fence: Run, draft: Path) -> None:
    """For commands whose answer they are not, they stand in the error."""
    error = fence("check", str(draft), "--json").error
    assert (error["code"], len(error["complaints"])) == ("invalid-data", 2)
    assert fence("check", "8", "--json").error["complaints"] == []


def test_a_sound_draft_is_said_to_be_sound(fence: Run, draft: Path) -> None:
    """With how much it says."""
    draft.write_text("terms:\n  fence.height: 120\n", encoding="utf-8")
    answer = fence("validate", str(draft), "--json").json
    assert answer["draft"] == {"id": "ours", "title": "ours", "terms": 1, "silent": 6}
    assert "SOUND" in fence("validate", str(draft)).out


def test_a_part_of_a_negotiation_is_no_draft(anywhere: Run, tmp_path: Path) -> None:
    """One file of a negotiation cannot be judged alone, and the whole is named."""
    path, _ = negotiation(tmp_path)
    answer = anywhere("validate", str(tmp_path / "plans" / "7.yaml"), "--data", str(path), "--json")
    assert (answer.code, answer.error["code"]) == (3, "not-whole")


@pytest.mark.parametrize("text", ["", "# Nothing yet.\n", "title: Ours\n"])
def test_a_negotiation_that_lost_its_text_is_no_draft(anywhere: Run, tmp_path: Path, text: str) -> None:
    """A `positions.yaml` is judged as one, whatever stands in it."""
    path, _ = negotiation(tmp_path)
    path.write_text(text, encoding="utf-8")
    found = anywhere("validate", str(path), "--json").json["complaints"]
    codes = {one["code"] for one in found}
    assert codes == ({"missing-key", "unknown-key"} if "title" in text else {"empty-file"})


@pytest.mark.parametrize(
    ("here", "seen"),
    [(".", "data/plans/7.yaml"), ("data", "plans/7.yaml"), ("data/plans", "plans/7.yaml"), ("beside", "plans/7.yaml")],
)
def test_a_file_is_named_so_that_an_editor_finds_it(
    anywhere: Run, tmp_path: Path, environment: pytest.MonkeyPatch, here: str, seen: str
) -> None:
    """As seen from where the command runs if it lies below, and never by a path that only this machine has."""
    path, _ = negotiation(tmp_path / "data", Change("plans/7.yaml", "value: felled", "value: feled"))
    (tmp_path / "beside").mkdir()
    environment.chdir(tmp_path / here)
    assert anywhere("validate", str(path)).out.startswith(f"{seen}:45:16: ")
    assert anywhere("check", "7", "--data", str(path)).err.startswith(f"{seen}:45:16: ")
    assert anywhere("validate", str(path), "--json").json["complaints"][0]["file"] == seen
    assert anywhere("validate", os.path.relpath(path)).out.startswith(f"{seen}:45:16: ")


def test_a_draft_and_a_note_are_named_so_too(anywhere: Run, tmp_path: Path, environment: pytest.MonkeyPatch) -> None:
    """The one in a folder below, the other in a folder beside that of the record."""
    path, _ = negotiation(tmp_path / "data")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "one.md").write_bytes(b"\xff")
    (tmp_path / "data" / "ours.yaml").write_text(DRAFT, encoding="utf-8")
    environment.chdir(tmp_path)
    assert anywhere("check", "data/ours.yaml", "--data", str(path)).err.startswith("data/ours.yaml:5:17: ")
    assert anywhere("validate", "--strict", str(path)).out.startswith("seeds/one.md:1:1: ")


def test_annotations_for_ci(anywhere: Run, tmp_path: Path, environment: pytest.MonkeyPatch) -> None:
    """One a complaint, with the file as seen from where the command runs."""
    path, _ = negotiation(tmp_path / "data", Change("plans/7.yaml", "value: felled", "value: feled"))
    environment.chdir(tmp_path)
    answer = anywhere("validate", str(path), "--format", "github")
    assert (answer.code, answer.err) == (3, "")
    assert answer.out == (
        "::error file=data/plans/7.yaml,line=45,col=16,endColumn=21,title=off-scale::`feled` is no outcome of "
        "garden.pear; did you mean `felled`?; expected one of felled, trimmed, kept\n"
    )


def test_annotations_can_be_asked_for_by_the_variable(
    anywhere: Run, tmp_path: Path, environment: pytest.MonkeyPatch
) -> None:
    """As every format can."""
    path, _ = negotiation(tmp_path, Change("plans/7.yaml", "value: felled", "value: feled"))
    environment.setenv("PEACECLI_FORMAT", "github")
    assert anywhere("validate", str(path)).out.startswith("::error file=")
    assert "complaints" in anywhere("validate", str(path), "--json").json


def test_annotations_are_escaped() -> None:
    """Nothing in a name or message ends the annotation or begins another."""
    one = Complaint("a,b:c%.yaml", 1, 2, "x", "100%\n::warning::no\r\x1b[31m", None)
    expected = "::error file=a%2Cb%3Ac%25.yaml,line=1,col=2,endColumn=3,title=x::100%25\\n::warning::no\\r\\x1b[31m\n"
    assert annotations([one], False) == expected
    assert annotations([one], True) == f"{expected}::warning::1 complaints listed, and there are more\n"


@pytest.mark.parametrize(
    ("text", "column", "width", "shown", "caret"),
    [
        ("a: b", 4, 1, "a: b", "   ^"),
        ("\ta: b", 5, 1, "\\ta: b", "     ^"),
        ("a\x1b: b", 5, 1, "a\\x1b: b", "       ^"),
        ("東京: b", 5, 1, "東京: b", "      ^"),
        ("e\u0301: b", 5, 1, "e\u0301: b", "   ^"),
        ("a: \u202eb", 4, 2, "a: \\u202eb", "   ^^^^^^^"),
        ("", 1, 1, "", "^"),
    ],
)
def test_the_caret_stands_under_the_place(text: str, column: int, width: int, shown: str, caret: str) -> None:
    """Whatever escapes, wide letters and accents stand before it."""
    one = Complaint("f.yaml", 7, column, "x", "wrong", None, None, Quote(text, column, width))
    assert complaint_text(one).splitlines()[1:] == [f" 7 | {shown}".rstrip(), f"   | {caret}"]


def test_a_place_at_the_end_of_a_line_cuts_nothing() -> None:
    """Where there is room for the whole line."""
    one = Complaint("f.yaml", 7, 101, "x", "wrong", None, None, Quote("-" * 100, 101, 1))
    assert complaint_text(one).splitlines()[1:] == [f" 7 | {'-' * 100}", f"   | {' ' * 100}^"]


def test_a_narrow_quote_keeps_the_place() -> None:
    """On a narrow terminal the part around the place is shown."""
    one = Complaint("f.yaml", 7, 101, "x", "wrong", None, None, Quote("-" * 100 + "HERE" + "-" * 100, 101, 4))
    _, line, caret = complaint_text(one, 40).splitlines()
    assert len(line) <= 40
    assert line[caret.index("^") :].startswith("HERE")


def test_validate_says_what_it_has_not_looked_at(anywhere: Run, tmp_path: Path) -> None:
    """In the last line and in JSON, while positions.yaml is not sound; otherwise nothing."""
    path, _ = negotiation(tmp_path)
    head = path.read_text(encoding="utf-8")
    path.write_text(head.replace("\n  version:", "\n  vision:"), encoding="utf-8")
    assert "is checked once that is sound" in anywhere("validate", str(path)).out.splitlines()[-1]
    assert "is checked once that is sound" in anywhere("validate", str(path), "--json").json["hint"]
    path.write_text(head, encoding="utf-8")
    assert anywhere("validate", str(path), "--json").json["hint"] is None
