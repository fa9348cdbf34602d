"""Another negotiation, started with one command: every command works on it."""

from pathlib import Path

import pytest

from peacecli.authoring.load import load
from peacecli.cli.app import COMMANDS
from tests.running import Run

LINES = {
    "diff": ("diff first second", "diff first second --all --as-of plan", "diff second first --party highbank"),
    "check": ("check first second --stance all", "check first --fail-on never"),
    "matrix": ("matrix", "matrix --party lowford --stance all"),
    "party": ("party highbank", "party lowford --history", "party upper-town"),
    "plan": ("plan first", "plan second --open"),
    "issue": ("issue dam", "issue bridge", "issue toll --history"),
    "explain": ("explain first highbank dam", "explain first:lowford-dam", "explain second lowford"),
    "what-if": ("what-if first --set dam=160 --drop summer --bracket bridge=mill,old-ford",),
    "zone": ("zone", "zone first --strict"),
    "conflicts": ("conflicts", "conflicts --stance all"),
    "concessions": ("concessions --stance all",),
    "packages": ("packages", "packages --base first"),
    "stress": ("stress first",),
    "search": ("search dam", "search nothing"),
    "timeline": ("timeline", "timeline --party lowford"),
    "list": tuple(f"list {kind}" for kind in ("plans", "parties", "issues", "sources", "statements", "events")),
    "validate": ("validate",),
    "schema": ("schema", "schema diff"),
}  # fmt: skip
APART = {"new", "verify", "export"}
"""Commands that write or read files of their own."""


@pytest.fixture
def river(anywhere: Run, tmp_path: Path) -> Path:
    """The negotiation that `new negotiation` writes."""
    assert anywhere("new", "negotiation", str(tmp_path / "river")) == (0, "", "")
    return tmp_path / "river" / "positions.yaml"


def test_it_validates(anywhere: Run, river: Path) -> None:
    """It is sound, and small."""
    answer = anywhere("validate", str(river), "--json").json
    assert (answer["sound"], answer["counts"]["plans"], answer["counts"]["parties"]) == (True, 2, 2)


def test_every_command_has_a_line_here() -> None:
    """A new command comes with a line for this test."""
    assert LINES.keys() | APART >= set(COMMANDS)


@pytest.mark.parametrize("form", ["text", "json", "csv", "markdown", "jsonl"])
@pytest.mark.parametrize("line", [line for lines in LINES.values() for line in lines])
def test_every_command_works_on_it(
    anywhere: Run, river: Path, environment: pytest.MonkeyPatch, line: str, form: str
) -> None:
    """By --data and by PEACECLI_DATA alike, in every format."""
    if line.startswith("schema"):
        assert anywhere(*line.split()).code == 0
        return
    named = anywhere(*line.split(), "--format", form, "--data", str(river))
    environment.setenv("PEACECLI_DATA", str(river))
    assert (named.code, named.err) == (0, "")
    assert anywhere(*line.split(), "--format", form) == named


def test_answers_are_verified(anywhere: Run, river: Path, tmp_path: Path) -> None:
    """`verify` too."""
    data = ("--data", str(river))
    saved = tmp_path / "zone.json"
    assert anywhere("zone", "--json", "-o", str(saved), *data).code == 0
    assert anywhere("verify", str(saved), *data).code == 0


def test_three_commands_to_a_checked_draft(anywhere: Run, river: Path, tmp_path: Path) -> None:
    """`new plan`, an edit, `check`."""
    data, draft = ("--data", str(river)), tmp_path / "draft.yaml"
    assert anywhere("new", "plan", "--from", "second", str(draft), *data).code == 0
    draft.write_text(draft.read_text(encoding="utf-8").replace("water.dam: 155", "water.dam: 100"), encoding="utf-8")
    answer = anywhere("check", str(draft), "--fail-on", "crossed", *data)
    assert (answer.code, "crossed" in answer.out) == (1, True)


def test_nothing_is_written_over(anywhere: Run, tmp_path: Path) -> None:
    """A folder that has something in it is left alone; an empty one will do."""
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine").write_text("mine", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    assert anywhere("new", "negotiation", str(tmp_path / "full")).code == 2
    assert [file.name for file in (tmp_path / "full").iterdir()] == ["mine"]
    assert anywhere("new", "negotiation", str(tmp_path / "empty")).code == 0
    assert load(tmp_path / "empty" / "positions.yaml").record.id == "river"


def test_there_is_nothing_left_where_it_cannot_be_written(anywhere: Run, tmp_path: Path) -> None:
    """A folder of which the parent is missing is an error, and no part of it is there."""
    answer = anywhere("new", "negotiation", str(tmp_path / "no" / "such"))
    assert (answer.code, list(tmp_path.iterdir())) == (2, [])
