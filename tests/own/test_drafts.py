"""Drafts beside each other and beside the record, changed plans, and where they are written."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.running import Run, clean

TALL = "terms: {fence.height: 200}\n"
LOW = "terms: {fence.height: 100}\n"


@pytest.fixture
def folder(tmp_path: Path, environment: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    environment.chdir(tmp_path)
    return tmp_path


def test_drafts_of_one_name_are_told_apart(fence: Run, folder: Path) -> None:
    """The second of two with one file name has a number, and neither is lost or counted twice."""
    (folder / "new").mkdir()
    (folder / "ours.yaml").write_text(TALL, encoding="utf-8")
    (folder / "new" / "ours.yaml").write_text(LOW, encoding="utf-8")
    both = ("ours.yaml", "new/ours.yaml")
    assert [plan["id"] for plan in fence("diff", *both, "--json").json["plans"]] == ["ours", "ours-2"]
    alone = fence("check", "ours.yaml", "--json").json
    checked = fence("check", *both, "--json").json
    assert len(checked["verdicts"]) == 2 * len(alone["verdicts"])
    assert len({one["key"] for one in checked["verdicts"]}) == len(checked["verdicts"])
    assert [one for one in checked["verdicts"] if one["plan"] == "ours"] == alone["verdicts"]
    assert {cell["plan"] for cell in fence("matrix", *both, "--json").json["cells"]} == {"ours", "ours-2"}


@pytest.mark.parametrize("line", ["diff - -", "check 7 - -"])
def test_standard_input_is_read_once(line: str, folder: Path) -> None:
    """Named twice, it is no second draft and no empty one."""
    (folder / "ours.yaml").write_text(TALL, encoding="utf-8")
    command = [sys.executable, "-m", "peacecli", *line.split(), "--json"]
    with Path("ours.yaml").open("rb") as file:
        found = subprocess.run(command, stdin=file, capture_output=True, check=False, env=clean())
    assert (found.returncode, json.loads(found.stderr)["error"]["code"]) == (2, "stdin-twice")


def test_a_draft_called_like_a_plan_is_not_that_plan(fence: Run, folder: Path) -> None:
    """Its name says that it is a draft, so that no key of it means the plan."""
    (folder / "7.yaml").write_text(TALL, encoding="utf-8")
    assert [plan["id"] for plan in fence("diff", "7", "7.yaml", "--json").json["plans"]] == ["7", "7-draft"]


@pytest.mark.parametrize("command", ["check", "matrix", "zone"])
def test_a_plan_named_twice_counts_once(fence: Run, command: str) -> None:
    """By its id and by an alias."""
    assert fence(command, "7", "kitchen", "7", "--json").out == fence(command, "7", "kitchen", "--json").out


def test_a_plan_compared_with_itself_is_identical(fence: Run) -> None:
    """Twice the same is still a comparison."""
    assert fence("diff", "7", "7", "--json").json["summary"]["identical"]


def test_a_new_plan_is_called_like_its_file(fence: Run, folder: Path) -> None:
    """However often it is copied."""
    fence("new", "plan", "--from", "7", "ours.yaml")
    (folder / "theirs.yaml").write_bytes((folder / "ours.yaml").read_bytes())
    assert [plan["id"] for plan in fence("diff", "ours.yaml", "theirs.yaml", "--json").json["plans"]] == [
        "ours",
        "theirs",
    ]


def test_a_new_plan_goes_to_stdout_too(fence: Run, folder: Path) -> None:
    """`-` writes no file of that name, there or for any answer."""
    fence("new", "plan", "--from", "7", "ours.yaml")
    assert fence("new", "plan", "--from", "7", "-").out == (folder / "ours.yaml").read_text(encoding="utf-8")
    assert fence("check", "7", "-o", "-").out == fence("check", "7").out
    assert [file.name for file in folder.iterdir()] == ["ours.yaml"]


@pytest.mark.parametrize(
    "line", ["export -o -", "export --format csv -o -", "new negotiation -", "what-if 7 --set gate=no --save -"]
)
def test_what_is_no_text_does_not_go_to_stdout(fence: Run, folder: Path, line: str) -> None:
    """A database, a folder, a second text: refused, and nothing is called `-`."""
    answer = fence(*line.split())
    assert (answer.code, answer.out) == (2, "")
    assert "stdout" in answer.err
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ("", "nothing is to be changed"),
        ("--set gate=yes --set gate=no", "fence.gate is named twice"),
        ("--set gate=yes --drop fence.gate", "fence.gate is named twice"),
        ("--bracket gate=yes,no --set fence.gate=no", "fence.gate is named twice"),
        ("--drop tree --drop tree", "garden.pear is named twice"),
        ("--drop gate", "table says nothing on fence.gate"),
        ("--bracket gate=yes,no,yes", "names `yes` twice"),
        ("--set tree=trimmed", "table says that on garden.pear already"),
        ("--set gate=yes --set cost=50.0", "table says that on garden.share already"),
    ],
)
def test_what_would_be_no_change_is_refused(fence: Run, options: str, message: str) -> None:
    """Nothing asked for is passed over in silence."""
    answer = fence("what-if", "kitchen", *options.split(), "--json")
    assert (answer.code, answer.out) == (2, "")
    assert message in answer.error["message"]


def test_a_changed_plan_is_saved_as_plainly_as_one_writes_it(fence: Run, folder: Path) -> None:
    """One outcome is a value, several are any_of, and nobody proposes what nobody is named for."""
    fence("what-if", "7", "--bracket", "gate=yes,no", "--set", "height=100", "--save", "ours.yaml")
    text = (folder / "ours.yaml").read_text(encoding="utf-8")
    assert "  fence.gate: {options: [{value: yes}, {value: no}]}\n" in text
    assert "  fence.height: 100\n" in text
    assert fence("validate", "ours.yaml").code == 0


def test_a_file_is_no_variant_of_a_plan(fence: Run, folder: Path) -> None:
    """Whatever its name says."""
    (folder / "7@ours.yaml").write_text(TALL, encoding="utf-8")
    assert [plan["id"] for plan in fence("diff", "7", "7@ours.yaml", "--json").json["plans"]] == ["7", "7-ours"]


@pytest.mark.parametrize("line", ["--party alder --camp alder,birch", "--camp alder,council --camp council,birch"])
def test_a_party_is_on_one_side(fence: Run, line: str) -> None:
    """A party on two sides is refused; named twice on one it counts once."""
    assert fence("packages", *line.split(), "--json").error["code"] == "two-sides"
    twice = fence("packages", "--party", "alder", "--party", "alder", "--camp", "birch,birch", "--json").json
    assert twice["sides"] == [["alder"], ["birch"]]


def test_a_new_plan_names_every_outcome(fence: Run) -> None:
    """Of a quantity that has no limit too."""
    out = fence("new", "plan", "--from", "7", "-").out
    assert "  # How high may the fence be? (a number of cm or `unlimited`)\n" in out
    assert "  # What part of the cost does the upper house bear? (a number of percent)\n" in out


@pytest.mark.parametrize("name", ["D.YAML", "D.Yml"])
def test_a_draft_is_known_by_its_ending(fence: Run, folder: Path, name: str) -> None:
    """In capitals too."""
    (folder / name).write_text(TALL, encoding="utf-8")
    assert [plan["id"] for plan in fence("check", name, "--json").json["plans"]] == ["D"]


def test_the_verdict_on_a_draft_has_a_key_too(fence: Run, folder: Path) -> None:
    """It begins with the draft's file, and whoever leaves the ending out is told."""
    (folder / "d1.yaml").write_text(TALL, encoding="utf-8")
    assert fence("explain", "d1.yaml:alder-height", "--json").json["explanations"][0]["verdict"]["verdict"] == "crossed"
    answer = fence("explain", "d1:alder-height")
    assert (answer.code, "peacecli explain d1.yaml:alder-height" in answer.err) == (2, True)


@pytest.mark.parametrize(
    ("term", "place"),
    [
        ("{options: [{}, {}]}", "2:28"),
        ("{options: [{value: 120}]}", "2:18"),
        ("{options: [{value: 120}, {value: 120.0}]}", "2:42"),
        ("{options: [{value: 120, any_of: [90]}, {value: 90}]}", "2:41"),
        ("{value: 120, any_of: [90]}", "2:30"),
        ("{note: Perhaps.}", "2:3"),
        ("{options: [{any_of: [120, tall]}, {value: 90}]}", "2:43"),
    ],
)
def test_a_term_has_one_form(fence: Run, folder: Path, term: str, place: str) -> None:
    """As in a record: nothing is judged that says nothing, and nothing said is passed over."""
    (folder / "ours.yaml").write_text(f"terms:\n  fence.height: {term}\n", encoding="utf-8")
    answer = fence("check", "ours.yaml")
    assert (answer.code, answer.out) == (3, "")
    assert f"ours.yaml:{place}: " in answer.err


OWN = """date: 2024-05-01
note: A note of ours.
terms:
  fence.height: {value: 120, condition: "If it holds: well.", force: aims, obliges: [alder], note: "Our reason, too."}
  fence.gate: no
"""


def test_a_changed_draft_keeps_what_stands_beside_the_changes(fence: Run, folder: Path) -> None:
    """Its date, its notes, and of each term the condition, force and whom it obliges."""
    (folder / "ours.yaml").write_text(OWN, encoding="utf-8")
    assert fence("what-if", "ours.yaml", "--set", "fence.gate=yes", "--save", "theirs.yaml").code == 0
    before, after = (fence("plan", name, "--json").json for name in ("ours.yaml", "theirs.yaml"))
    assert (after["plan"]["date"], after["summary"]) == ("2024-05-01", "A note of ours.")
    same, _ = after["terms"]
    assert same == before["terms"][0]
    assert [same[name] for name in ("condition", "force", "obliges", "note")] == [
        "If it holds: well.",
        "aims",
        ["alder"],
        "Our reason, too.",
    ]


@pytest.mark.parametrize("line", ["what-if 7 --set fence.height=9", "packages --party alder --party birch --base 7"])
def test_an_answer_does_not_replace_the_draft_that_was_saved(fence: Run, folder: Path, line: str) -> None:
    """Two outputs are two files, by whatever names."""
    answer = fence(*line.split(), "--save", "ours.yaml", "-o", f"../{folder.name}/ours.yaml", "--json")
    assert (answer.code, answer.error["code"]) == (2, "same-file")
    assert list(folder.iterdir()) == []


def test_a_file_named_twice_is_one_draft(fence: Run, folder: Path) -> None:
    """By whatever name."""
    (folder / "ours.yaml").write_text(TALL, encoding="utf-8")
    found = fence("matrix", "ours.yaml", "./ours.yaml", "7", "--json").json
    assert [one["id"] for one in found["plans"]] == ["ours", "7"]


def test_a_closed_standard_input_is_said(fence: Run, environment: pytest.MonkeyPatch) -> None:
    """`peacecli check - <&-`."""
    environment.setattr(sys, "stdin", None)
    answer = fence("check", "-", "--json")
    assert (answer.code, answer.error["message"]) == (3, "standard input is closed")
