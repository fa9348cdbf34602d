"""The main answers on the small negotiation, word for word, as tests/golden/ keeps them.

`pytest tests/cli/test_golden.py --update-golden` writes them anew; the difference is then read like any other change.
"""

from pathlib import Path

import pytest

from tests.running import Run

GOLDEN = Path(__file__).parent.parent / "golden"
SUFFIXES = {"text": "txt", "json": "json", "jsonl": "jsonl", "markdown": "md", "csv": "csv"}

QUESTIONS = {
    "diff": "diff 7 table",
    "check": "check 7 table letter --stance all",
    "party": "party alder",
    "plan": "plan table",
    "issue": "issue height",
    "explain": "explain table alder",
}
SMALL_QUESTIONS = {
    "diff-three": "diff 7 table letter",
    "diff-all": "diff 7 table --all --issue line.*",
    "diff-own-dates": "diff 7 table --as-of plan --issue garden.*",
    "diff-nothing": "diff 7 7",
    "diff-silent": "diff table handshake --issue gate",
    "check-not-covered": "check 7 --as-of plan --party birch --as-of 2023-01-01",
    "check-own-text": "check table --party birch",
    "plan-open": "plan table --open",
    "plan-points": "plan 7",
    "plan-uncoded": "plan handshake",
    "issue-scale": "issue gate",
    "explain-key": "explain 7:alder-gate",
    "explain-silent": "explain table alder gate",
    "matrix": "matrix",
    "matrix-party": "matrix --party alder --stance all",
    "party-history": "party alder --history",
    "issue-history": "issue tree --history",
    "what-if": "what-if table --set gate=yes --drop tree --bracket height=90,120",
    "zone": "zone",
    "conflicts": "conflicts --stance all",
    "concessions": "concessions --stance all",
    "packages": "packages --stance all",
    "stress": "stress 7",
    "timeline": "timeline",
    "search": "search stones",
    "list-plans": "list plans",
    "list-parties": "list parties",
    "list-issues": "list issues",
    "list-sources": "list sources",
    "list-statements": "list statements --party birch",
    "list-speakers": "list speakers",
    "list-events": "list events",
    "validate": "validate",
}
EVERY_FORMAT = [(name, line, form) for name, line in QUESTIONS.items() for form in SUFFIXES]
TEXT_ONLY = [(name, line, "text") for name, line in SMALL_QUESTIONS.items()]
WIDTHS = [("diff", 80), ("diff", 140), ("check", 80), ("party", 140)]


def same(found: str, file: str, config: pytest.Config) -> None:
    """The output is what the golden file says; with --update-golden the file is what the output says."""
    golden = GOLDEN / file
    if config.getoption("--update-golden"):
        golden.write_text(found, encoding="utf-8")
    assert golden.read_text(encoding="utf-8").splitlines() == found.splitlines()
    assert golden.read_text(encoding="utf-8") == found


@pytest.mark.parametrize(("name", "line", "format"), EVERY_FORMAT + TEXT_ONLY)
def test_an_answer_in_a_pipe(fence: Run, pytestconfig: pytest.Config, name: str, line: str, format: str) -> None:
    """Every format of an answer in a pipe is the known one."""
    answer = fence(*line.split(), "--format", format)
    assert (answer.code, answer.err) == (0, "")
    same(answer.out, f"{name}.{SUFFIXES[format]}", pytestconfig)


@pytest.mark.parametrize(("name", "width"), WIDTHS)
def test_an_answer_on_a_terminal(
    fence: Run, pytestconfig: pytest.Config, environment: pytest.MonkeyPatch, name: str, width: int
) -> None:
    """The answer on a terminal of this width is the known one, and no line is wider."""
    environment.setenv("COLUMNS", str(width))
    answer = fence(*QUESTIONS[name].split(), "--color", "always")
    assert (answer.code, answer.err) == (0, "")
    same(answer.out, f"{name}.{width}.ansi", pytestconfig)


def test_every_golden_file_is_compared() -> None:
    """No file in tests/golden/ is left over from an answer that nobody asks for any more."""
    pipes = {f"{name}.{SUFFIXES[form]}" for name, _, form in EVERY_FORMAT + TEXT_ONLY}
    terminals = {f"{name}.{width}.ansi" for name, width in WIDTHS}
    assert pipes | terminals == {file.name for file in GOLDEN.iterdir()}
