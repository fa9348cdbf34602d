"""From what somebody types to the thing meant, and what is said where there is no such thing."""

from pathlib import Path

import pytest

from tests.running import Run
from tests.small import Change, negotiation


@pytest.mark.parametrize(
    ("typed", "plan"),
    [
        ("28", "28"), ("28-point", "28"), ("28 POINT", "28"), ("us-28", "28"), ("20", "20"), ("20-point", "20"),
        ("us-20", "20"), ("US 20", "20"), ("framework agreement", "20"), ("europe-28", "europe-28"), ("19", "19"),
    ],
)  # fmt: skip
def test_a_plan_by_id_or_alias(real: Run, typed: str, plan: str) -> None:
    """A plan is found by its id or an alias, however it is spaced and capitalised."""
    assert real("plan", typed, "--json").json["plan"]["id"] == plan


@pytest.mark.parametrize(
    ("typed", "party"),
    [
        ("ukraine", "ukraine"), ("kyiv", "ukraine"), ("Kiev", "ukraine"), ("moscow", "russia"), ("Kremlin", "russia"),
        ("russian federation", "russia"), ("us", "us"), ("uk", "uk"), ("eu", "eu"), ("nato", "nato"),
    ],
)  # fmt: skip
def test_a_party_by_id_or_alias(real: Run, typed: str, party: str) -> None:
    """A party is found by its id or an alias, capitals or not."""
    assert real("check", "28", "--party", typed, "--json").json["coverage"][0]["party"] == party


@pytest.mark.parametrize(
    ("typed", "issue"),
    [
        ("forces.cap", "forces.cap"), ("army", "forces.cap"), ("znpp", "energy.znpp-operator"),
        ("nato.membership", "nato.membership"), ("NATO membership", "nato.membership"),
        ("membership nato", "nato.membership"),
    ],
)  # fmt: skip
def test_an_issue_by_id_alias_or_loose_words(real: Run, typed: str, issue: str) -> None:
    """An issue is found by its id, an alias, or words of its label in any order."""
    assert real("issue", typed, "--json").json["issue"]["id"] == issue


@pytest.mark.parametrize(
    ("patterns", "issues"),
    [
        ("fence.*", ["fence.height", "fence.material", "fence.gate"]),
        ("fence", ["fence.height", "fence.material", "fence.gate"]),
        ("*.pear", ["garden.pear"]),
        ("line.[bf]*", ["line.front", "line.back"]),
        ("gate tree", ["fence.gate", "garden.pear"]),
        ("tree gate fence.gate", ["fence.gate", "garden.pear"]),
    ],
)
def test_issues_by_pattern(fence: Run, patterns: str, issues: list[str]) -> None:
    """`--issue` takes ids, aliases, topics and globs, repeatedly; the answer keeps the record's order."""
    options = [word for pattern in patterns.split() for word in ("--issue", pattern)]
    assert [row["id"] for row in fence("list", "issues", *options, "--json").json["issues"]] == issues


@pytest.mark.parametrize(
    ("line", "code", "near"),
    [
        ("plan tabel", "unknown-plan", "table"),
        ("plan lettr", "unknown-plan", "letter"),
        ("diff 7 kitchn", "unknown-plan", "table"),
        ("party adler", "unknown-party", "alder"),
        ("check 7 --party brich", "unknown-party", "birch"),
        ("issue hieght", "unknown-issue", "fence.height"),
        ("issue fence", "unknown-issue", "fence.height"),
        ("check 7 --issue gat", "unknown-issue", "fence.gate"),
        ("explain 7 alder gaet", "unknown-issue", "fence.gate"),
        ("explain 7:alder-gaet", "unknown-position", "alder-gate"),
        ("check 7 --stance redline", "unknown-value", "red_line"),
        ("check 7 --fail-on croced", "unknown-value", "crossed"),
        ("check 7 --format jsn --json", "conflict", None),
        ("list plan", "unknown-value", "plans"),
        ("schema dif", "unknown-value", "diff"),
        ("dif 7 table", "unknown-value", "diff"),
        ("check 7 --fail-ob crossed", "usage", "--fail-on"),
    ],
)
def test_a_mistyped_word_is_answered_with_the_nearest(fence: Run, line: str, code: str, near: str | None) -> None:
    """A word that leads nowhere ends with exit code 2, and the nearest right word is a candidate."""
    answer = fence(*line.split(), *(() if "--json" in line or "schema" in line else ("--json",)))
    if "schema" in line:
        assert (answer.code, answer.out, f"`{near}`" in answer.err) == (2, "", True)
    else:
        found = (answer.code, answer.error["code"], near is None or near in answer.error["candidates"])
        assert found == (2, code, True)


@pytest.mark.parametrize(
    "line", ["plan tabel", "party adler", "issue hieght", "check 7 --party brich", "check 7 --format jsn"]
)
def test_a_mistake_is_one_line_for_people(fence: Run, line: str) -> None:
    """In text a mistake is one line on stderr that says what may have been meant."""
    answer = fence(*line.split())
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert answer.err.startswith("peacecli: ")
    assert "did you mean" in answer.err


@pytest.mark.parametrize("typed", ["", " ", ".", "*", "--", "e"])
def test_a_word_that_says_nothing_matches_nothing(fence: Run, typed: str) -> None:
    """An empty or meaningless word leads nowhere rather than anywhere."""
    assert fence("plan", typed).code == 2


def test_an_alias_in_any_script_leads_there(anywhere: Run, tmp_path: Path) -> None:
    """An alias may be written in any script, and two such aliases are two words."""
    path, _ = negotiation(
        tmp_path,
        Change("positions.yaml", "aliases: [tree]", "aliases: [груша]"),
        Change("positions.yaml", "aliases: [cost]", "aliases: [цена]"),
    )
    answer = anywhere("issue", "Груша", "--json", "--data", str(path))
    assert (answer.code, answer.json["issue"]["id"]) == (0, "garden.pear")


def test_an_issue_says_all_that_is_written_of_it(anywhere: Run, tmp_path: Path) -> None:
    """Options have their label and what they mean; a note stands under any kind of issue."""
    noted = Change("positions.yaml", "    aliases: [cost]\n", "    aliases: [cost]\n    note: Paid at the end.\n")
    path, _ = negotiation(tmp_path, noted)
    shown = {issue: anywhere("issue", issue, "--data", str(path)).out for issue in ("material", "cost")}
    assert "  wood  Wood: Planks, whatever the tree.\n  wire  Wire\nNothing orders them." in shown["material"]
    assert "A quantity in percent.\nPaid at the end." in shown["cost"]


def test_an_accent_in_a_label_is_a_letter(anywhere: Run, tmp_path: Path) -> None:
    """Loose words find a label with letters beyond ASCII."""
    path, _ = negotiation(tmp_path, Change("positions.yaml", "label: Pear tree", "label: Trauerweide am Zäunchen"))
    answer = anywhere("issue", "zäunchen", "--json", "--data", str(path))
    assert (answer.code, answer.json["issue"]["id"]) == (0, "garden.pear")
