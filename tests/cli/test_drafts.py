"""Drafts of one's own: written by `new`, read by every command that takes a plan, refused at the place of a mistake."""

from pathlib import Path
from typing import Any

import pytest

from tests.running import Run

DRAFT = """draft: ours
title: Our own
authors: [alder]
terms:
  fence.height: 120
  fence.gate: {options: [{value: no, proposed_by: [alder]}, {value: yes, proposed_by: [birch]}]}
"""


def judged(run: Run, plan: str) -> list[Any]:
    """The verdicts on a plan, without the name of the plan and its wording."""
    verdicts = run("check", plan, "--stance", "all", "--json").json["verdicts"]
    return [(one["position"], one["verdict"], one["open_because"], one["if_nothing_changes"]) for one in verdicts]


@pytest.mark.parametrize("plan", ["7", "letter"])
def test_a_plan_written_out_says_the_same(fence: Run, tmp_path: Path, plan: str) -> None:
    """`new plan --from PLAN` writes a draft that has the plan's terms, so nothing changes from one to the other."""
    file = tmp_path / "draft.yaml"
    assert (fence("new", "plan", "--from", plan, str(file)).code, file.exists()) == (0, True)
    assert fence("diff", plan, str(file), "--json").json["changes"] == []
    assert judged(fence, str(file)) == judged(fence, plan)


def test_a_draft_is_judged_like_a_plan(fence: Run, tmp_path: Path) -> None:
    """A draft's terms have verdicts; what it leaves out is silent."""
    file = tmp_path / "ours.yaml"
    file.write_text(DRAFT, encoding="utf-8")
    words = {position: word for position, word, *_ in judged(fence, str(file))}
    assert {name: words[name] for name in ("alder-height", "alder-gate", "birch-gate", "alder-pear")} == {
        "alder-height": "respected",
        "alder-gate": "open",
        "birch-gate": "open",
        "alder-pear": "silent",
    }


def test_a_file_that_exists_is_not_overwritten(fence: Run, tmp_path: Path) -> None:
    """`new` writes no file over another."""
    file = tmp_path / "draft.yaml"
    file.write_text("mine", encoding="utf-8")
    assert (fence("new", "plan", str(file)).code, file.read_text(encoding="utf-8")) == (2, "mine")


@pytest.mark.parametrize(
    ("old", "new", "line", "column", "code"),
    [
        ("fence.height: 120", "fence.hight: 120", 5, 3, "unknown-issue"),
        ("fence.height: 120", "fence.height: high", 5, 17, "off-scale"),
        ("authors: [alder]", "authors: [adler]", 3, 11, "unknown-party"),
        ("title: Our own", "titel: Our own", 2, 1, "unknown-key"),
        ("title: Our own", "title: *ours", 2, 8, "yaml"),
    ],
)
def test_a_mistake_in_a_draft_has_its_place(
    fence: Run, tmp_path: Path, old: str, new: str, line: int, column: int, code: str
) -> None:
    """A draft that does not validate exits with 3 and the place of the mistake."""
    file = tmp_path / "ours.yaml"
    file.write_text(DRAFT.replace(old, new), encoding="utf-8")
    answer = fence("check", str(file))
    assert (answer.code, answer.out) == (3, "")
    assert answer.err.startswith(f"ours.yaml:{line}:{column}: ")
    assert f"[{code}]" in answer.err.splitlines()[0]


def test_a_draft_that_is_not_there_is_a_missing_file(fence: Run) -> None:
    """A path to no file is an error of data, not an unknown plan."""
    answer = fence("check", "nowhere.yaml", "--json")
    assert (answer.code, answer.error["code"]) == (3, "unreadable")
