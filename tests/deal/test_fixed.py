"""What is fixed in packages, what is saved of them, and what their pages call it."""

from pathlib import Path
from typing import Any

import pytest

from tests.running import Run


def packages(fence: Run, *options: str) -> Any:
    """What `packages` answers."""
    return fence("packages", *options, "--json").json


def outcomes(answer: Any) -> list[Any]:
    """What the packages say on who pays, on which no red line is."""
    return [
        said["outcomes"] for one in answer["packages"] for said in one["outcomes"] if said["issue"] == "garden.share"
    ]


def test_an_issue_without_a_line(fence: Run, tmp_path: Path) -> None:
    """What is fixed on it stands in the answer, in every package, in the page and in the draft."""
    draft = tmp_path / "package.yaml"
    answer = packages(fence, "--fix", "cost=40", "--save", str(draft))
    assert (answer["fixed"], answer["fixes"]) == ([{"issue": "garden.share", "outcomes": [40]}], ["garden.share"])
    assert outcomes(answer) == [[40]] * len(answer["packages"])
    assert "garden.share: 40" in draft.read_text(encoding="utf-8")
    assert "Fixed in every package: Alder's share of the cost: 40 percent." in fence("packages", "--fix", "cost=40").out


def test_against_the_base(fence: Run) -> None:
    """What is fixed stands, and the plan on other issues; both are said."""
    answer = packages(fence, "--base", "table", "--fix", "height=90")
    fixed = {one["issue"]: one["outcomes"] for one in answer["fixed"]}
    assert (fixed["fence.height"], fixed["garden.pear"], answer["fixes"]) == ([90], ["trimmed"], ["fence.height"])
    page = fence("packages", "--base", "table", "--fix", "height=90").out
    assert "Fixed in every package: Height of the fence: 90 cm." in page
    assert "On other issues, what plan table says stands in every package." in page
    assert "\nWhat plan table says stands in every package." in fence("packages", "--base", "table").out


def test_twice(fence: Run) -> None:
    """One issue cannot be fixed twice, by whatever name."""
    answer = fence("packages", "--fix", "gate=yes", "--fix", "fence.gate=no", "--json")
    assert (answer.code, answer.error["code"]) == (2, "named-twice")


def test_every_answer_verifies(fence: Run, tmp_path: Path) -> None:
    """What is fixed on an issue without a line is no obstacle."""
    saved = tmp_path / "packages.json"
    fence("packages", "--base", "table", "--fix", "cost=40", "--fix", "gate=yes", "--json", "-o", str(saved))
    assert fence("verify", str(saved)).code == 0


@pytest.mark.parametrize(
    "line", ["packages --as-of 2020-01-01", "packages --party council", "what-if EMPTY --drop height"]
)
def test_nothing_to_save(fence: Run, tmp_path: Path, line: str) -> None:
    """A text that says nothing is no draft, and no file is written that nothing could read."""
    only = tmp_path / "only.yaml"
    only.write_text("terms: {fence.height: 100}\n", encoding="utf-8")
    draft = tmp_path / "none.yaml"
    answer = fence(*line.replace("EMPTY", str(only)).split(), "--save", str(draft), "--json")
    assert (answer.code, answer.error["code"], draft.exists()) == (2, "nothing-to-save", False)


@pytest.mark.parametrize("command", ["zone", "conflicts", "concessions", "packages"])
def test_not_covered(fence: Run, command: str) -> None:
    """A party that the record does not reach on that day is named, not passed over."""
    line = "Alder family: not covered on that date (covered 2024-01-01 to 2024-06-30)"
    assert line in fence(command, "--as-of", "2020-01-01").out
    assert "not covered" not in fence(command).out


def test_not_covered_is_not_anything(fence: Run) -> None:
    """Where nothing is known of a party, no number and no outcomes stand for it."""
    sheet = fence("zone", "--as-of", "2024-02-15", "--format", "csv").out
    assert "fence.gate,Gate,single,No,No,(not covered),No or Yes,outside,silent" in sheet
    page = fence("packages", "--as-of", "2024-02-15").out
    assert "crossed Alder family 0, Birch family not covered, Village council 0" in page
    assert ("fewest for Alder family" in page, "fewest for Birch family" in page) == (True, False)


def test_a_way_out_says_what_gives(fence: Run) -> None:
    """A red line or a demand, in words and in a column of a spreadsheet, as among conflicts."""
    page = fence("concessions", "--stance", "all").out
    assert "Alder family (red line, firm, last 2024-02-01, Anna Alder): No gate." in page
    assert "Birch family (demand, firm, last 2024-03-05, Bruno Birch): Wanted a gate" in page
    sheets = {name: fence(name, "--stance", "all", "--format", "csv").out for name in ("concessions", "conflicts")}
    assert "cluster,size,positions,stances,parties" in sheets["concessions"]
    assert "fence.gate,1,birch-gate,demand,birch,Gate: No" in sheets["concessions"]
    assert "alder-gate+birch-gate,birch,birch-gate,demand,firm," in sheets["conflicts"]


def test_only_a_red_line_is_crossed(fence: Run) -> None:
    """What is not a red line is not met."""
    page = fence("packages", "--stance", "all", "--party", "alder", "--party", "birch").out
    assert "Package 1: crossed or not met Alder family 0, Birch family 1" in page
    assert "✗ Birch family (not met): Wanted a gate, for the ball." in page
    assert "✗ Alder family: No gate." in page
    assert "Package 1 (fewest for Alder family): crossed Alder" in fence("packages").out
