"""How an answer is written is chosen by flag, then variable, then default; files are written whole or not at all."""

import json
import os
import stat
from pathlib import Path

import pytest

from tests.running import Run, process
from tests.small import FENCE, Change, negotiation

# --- flag, variable, default ------------------------------------------------------------------------


def form(text: str) -> str:
    """Which format a text is in."""
    if text.startswith("{"):
        return "json" if text.startswith("{\n") else "jsonl"
    return "markdown" if text.startswith("# ") else "csv" if text.startswith("key,") else "text"


@pytest.mark.parametrize(
    ("variable", "flags", "expected"),
    [
        (None, "", "text"),
        (None, "--json", "json"),
        (None, "--format json", "json"),
        (None, "--json --format json", "json"),
        (None, "--format jsonl", "jsonl"),
        (None, "--format markdown", "markdown"),
        (None, "--format csv", "csv"),
        ("json", "", "json"),
        ("csv", "", "csv"),
        ("json", "--format text", "text"),
        ("csv", "--format markdown", "markdown"),
        ("json", "--json", "json"),
        ("csv", "--json", "json"),
    ],
)
def test_the_format_is_flag_then_variable_then_text(
    fence: Run, environment: pytest.MonkeyPatch, variable: str | None, flags: str, expected: str
) -> None:
    """A flag wins over PEACECLI_FORMAT, which wins over text."""
    if variable:
        environment.setenv("PEACECLI_FORMAT", variable)
    answer = fence("check", "7", *flags.split())
    assert (answer.code, form(answer.out)) == (0, expected)


@pytest.mark.parametrize(
    ("flags", "code", "candidates"),
    [
        ("--json --format text", "conflict", []),
        ("--json --format csv", "conflict", []),
        ("--format jsn --quiet", "unknown-value", ["json"]),
        ("--format yaml", "unknown-value", None),
        ("--color blue", "unknown-value", None),
    ],
)
def test_a_format_that_cannot_be_is_refused(fence: Run, flags: str, code: str, candidates: list[str] | None) -> None:
    """Contradictions and unknown formats are usage errors."""
    answer = fence("check", "7", *flags.split())
    assert (answer.code, answer.out) == (2, "")
    if code == "conflict":
        assert answer.error["candidates"] == candidates
    else:
        assert all(word in answer.err for word in candidates or ("one of",))


@pytest.mark.parametrize("variable", ["PEACECLI_FORMAT", "PEACECLI_COLOR"])
def test_a_variable_with_a_wrong_word_is_refused(fence: Run, environment: pytest.MonkeyPatch, variable: str) -> None:
    """A mistake in a variable is a usage error, not ignored."""
    environment.setenv(variable, "blue")
    assert (fence("check", "7").code, fence("check", "7").out) == (2, "")


def test_the_record_is_flag_then_variable(anywhere: Run, environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """--data wins over PEACECLI_DATA."""
    other, _ = negotiation(tmp_path, Change("positions.yaml", "  id: fence\n", "  id: hedge\n"))
    environment.setenv("PEACECLI_DATA", str(FENCE))
    answers = [anywhere("list", "plans", "--json", *flags) for flags in ((), ("--data", str(other)))]
    assert [answer.json["data"]["id"] for answer in answers] == ["fence", "hedge"]


def test_the_day_is_flag_then_variable(fence: Run, environment: pytest.MonkeyPatch) -> None:
    """--as-of wins over PEACECLI_AS_OF, which wins over the record's date."""
    days = [fence("check", "7", "--json").json["as_of"]]
    environment.setenv("PEACECLI_AS_OF", "2024-03-31")
    days += [fence("check", "7", *flags, "--json").json["as_of"] for flags in ([], ["--as-of", "2024-04-30"])]
    assert days == ["2024-06-30", "2024-03-31", "2024-04-30"]


# --- colour -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("variables", "flags", "styled"),
    [
        ({}, "", False),
        ({}, "--color auto", False),
        ({}, "--color never", False),
        ({}, "--color always", True),
        ({"PEACECLI_COLOR": "always"}, "", True),
        ({"PEACECLI_COLOR": "always"}, "--color never", False),
        ({"PEACECLI_COLOR": "never"}, "--color always", True),
        ({"FORCE_COLOR": "1"}, "", True),
        ({"FORCE_COLOR": "1"}, "--color never", False),
        ({"FORCE_COLOR": "1", "PEACECLI_COLOR": "never"}, "", False),
        ({"NO_COLOR": "1"}, "", False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, "", False),
        ({"NO_COLOR": ""}, "--color always", True),
    ],
)
def test_styles_are_flag_then_variable_then_terminal(
    fence: Run, environment: pytest.MonkeyPatch, variables: dict[str, str], flags: str, styled: bool
) -> None:
    """--color wins over PEACECLI_COLOR, then NO_COLOR, then FORCE_COLOR; in a pipe there is no style."""
    for name, value in variables.items():
        environment.setenv(name, value)
    answer = fence("check", "7", *flags.split())
    assert (answer.code, "\x1b[" in answer.out) == (0, styled)


@pytest.mark.parametrize("variables", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"COLORTERM": ""}])
def test_color_always_means_always(fence: Run, environment: pytest.MonkeyPatch, variables: dict[str, str]) -> None:
    """--color always looks the same whatever the environment says of colour."""
    expected = fence("check", "7", "--color", "always").out
    for name, value in variables.items():
        environment.setenv(name, value)
    assert fence("check", "7", "--color", "always").out == expected


@pytest.mark.parametrize("format", ["json", "jsonl", "markdown", "csv"])
def test_only_text_has_styles(fence: Run, format: str) -> None:
    """--color always changes nothing in a format for machines."""
    plain, styled = (fence("check", "7", "--format", format, "--color", color).out for color in ("never", "always"))
    assert plain == styled


@pytest.mark.parametrize("color", ["red", "green"])
def test_no_meaning_by_red_or_green(fence: Run, color: str) -> None:
    """Neither verdicts nor directions are red or green: ANSI 31, 32, 91, 92."""
    numbers = {"red": ("31", "91"), "green": ("32", "92")}[color]
    lines = ("check 7 table", "diff 7 table", "party alder")
    text = "".join(fence(*line.split(), "--color", "always").out for line in lines)
    codes = {code for part in text.split("\x1b[")[1:] for code in part.partition("m")[0].split(";")}
    assert codes.isdisjoint(numbers)


# --- encodings --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line", ["diff 7 table", "check 7 table", "issue height", "search café", "diff 7 table --color always"]
)
def test_an_ascii_terminal_gets_ascii(line: str) -> None:
    """Where stdout takes only ASCII, symbols have ASCII forms and nothing fails."""
    found = process(*line.split(), PYTHONIOENCODING="ascii")
    assert (found.returncode, found.stderr) == (0, b"")
    assert found.stdout.decode("ascii")


def test_every_symbol_has_a_form_in_ascii() -> None:
    """A verdict keeps its symbol, a direction its arrow, as one ASCII character."""
    found = process("check", "7", "table", PYTHONIOENCODING="ascii").stdout.decode("ascii")
    assert "x crossed" in found
    assert "+ respected" in found
    assert "\\u" not in found


def test_the_locale_c_gets_an_answer() -> None:
    """LC_ALL=C without Python's UTF-8 mode is an ASCII terminal like any other."""
    found = process("diff", "7", "table", LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert (found.returncode, found.stderr, found.stdout.isascii()) == (0, b"", True)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_json_is_utf_8_whatever_the_terminal(encoding: str) -> None:
    """JSON is the same bytes everywhere, and always JSON."""
    line = ("search", "the", "--json")
    assert process(*line, PYTHONIOENCODING=encoding).stdout == process(*line).stdout


def test_json_keeps_letters_beyond_ascii() -> None:
    """An accent in the record is the same accent in JSON on an ASCII terminal."""
    found = process("search", "café", "--json", PYTHONIOENCODING="ascii").stdout
    assert "A café" in json.loads(found)["hits"][0]["text"]


# --- files ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("format", ["text", "json", "jsonl", "markdown", "csv"])
def test_a_file_gets_what_stdout_would(fence: Run, tmp_path: Path, format: str) -> None:
    """-o writes the same bytes into a file and nothing to stdout; no other file is left."""
    file = tmp_path / "answer"
    expected = fence("check", "7", "--format", format).out
    assert fence("check", "7", "--format", format, "-o", str(file)) == (0, "", "")
    assert file.read_bytes() == expected.encode()
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_has_no_styles(fence: Run, tmp_path: Path) -> None:
    """Text in a file is plain, even under --color always."""
    file = tmp_path / "answer"
    fence("check", "7", "--color", "always", "-o", str(file))
    assert "\x1b" not in file.read_text(encoding="utf-8")


def test_a_file_is_replaced_whole(fence: Run, tmp_path: Path) -> None:
    """An existing file gives way to the new answer, whatever its length."""
    file = tmp_path / "answer"
    file.write_text("x" * 100_000, encoding="utf-8")
    fence("list", "plans", "--json", "-o", str(file))
    assert len(json.loads(file.read_bytes())["plans"]) == 4


def test_a_failure_leaves_the_file_as_it_was(fence: Run, environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where writing fails half-way the old file stands, and no other file is left beside it."""
    file = tmp_path / "answer"
    file.write_text("as it was", encoding="utf-8")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    environment.setattr(os, "replace", fail)
    assert fence("list", "plans", "-o", str(file)).code != 0
    assert (file.read_text(encoding="utf-8"), list(tmp_path.iterdir())) == ("as it was", [file])


def test_an_error_leaves_the_file_as_it_was(fence: Run, tmp_path: Path) -> None:
    """A question without an answer writes no file."""
    file = tmp_path / "answer"
    file.write_text("as it was", encoding="utf-8")
    assert fence("plan", "8", "-o", str(file)).code == 2
    assert (file.read_text(encoding="utf-8"), list(tmp_path.iterdir())) == ("as it was", [file])


def test_a_new_file_is_as_readable_as_any(fence: Run, tmp_path: Path) -> None:
    """The file has the permissions that a redirection would have given it."""
    file, other = tmp_path / "answer", tmp_path / "other"
    fence("list", "plans", "-o", str(file))
    other.touch()
    assert stat.S_IMODE(file.stat().st_mode) == stat.S_IMODE(other.stat().st_mode)


@pytest.mark.parametrize(
    ("path", "code"),
    [(".", "output-is-folder"), ("/dev/null", "output-is-device"), ("no/such/folder/answer", "cannot-write")],
)
def test_a_path_that_is_no_file_is_refused(fence: Run, tmp_path: Path, path: str, code: str) -> None:
    """A folder, a device and a file in no folder are usage errors."""
    answer = fence("list", "plans", "--json", "-o", str(tmp_path / path))
    assert (answer.code, answer.error["code"], list(tmp_path.iterdir())) == (2, code, [])


# --- text in a pipe ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line", ["diff 7 table", "check 7 table", "party alder", "plan table", "issue height", "list sources"]
)
def test_text_in_a_pipe_is_as_wide_as_it_needs(fence: Run, environment: pytest.MonkeyPatch, line: str) -> None:
    """The width of the terminal cuts and folds nothing in a pipe."""
    wide = fence(*line.split()).out
    environment.setenv("COLUMNS", "20")
    assert fence(*line.split()).out == wide


@pytest.mark.parametrize("width", [40, 80, 140])
@pytest.mark.parametrize("line", ["diff 7 table", "check 7 table", "party alder", "list plans"])
def test_a_terminal_is_never_overrun(fence: Run, environment: pytest.MonkeyPatch, line: str, width: int) -> None:
    """On a terminal no line is wider than it."""
    environment.setenv("COLUMNS", str(width))
    text = fence(*line.split(), "--color", "always").out
    lines = [_unstyled(one) for one in text.splitlines()]
    assert [one for one in lines if len(one) > width] == []


def _unstyled(line: str) -> str:
    first, *rest = line.split("\x1b[")
    return first + "".join(part.partition("m")[2] for part in rest)


@pytest.mark.parametrize(
    "line",
    [
        "diff 7 table",
        "check 7",
        "party alder",
        "plan 7",
        "issue gate",
        "explain 7 alder",
        "search the",
        "list plans",
        "validate",
    ],
)
def test_text_ends_with_what_answered(fence: Run, line: str) -> None:
    """The last line names the version, the record, its date and its digest."""
    note = fence(*line.split()).out.splitlines()[-1]
    digest = fence("--version", "--json").json["data"]["digest"]
    assert note == f"peacecli 0.0.0, record fence 2024.06.30 (as of 2024-06-30), digest {digest}"
