"""Text that was made to harm, in fields of a record: no format lets it act, and none leaves it out."""

import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests.hostile.test_files import in_a_process
from tests.running import Run, clean
from tests.small import Change, negotiation

STEERING = [
    "\\x1b[2J\\x1b[31mred", "\\u202Eevil", "\\x9b31m", "\\a\\b\\r", "\\u2066\\u200f", "\\0",
    "\\u2028\\u206a", "\\ufff9", "\\U000E0041",
]  # fmt: skip
MARKUP = ["[bold red]loud[/]", "<script>alert(1)</script>", "=HYPERLINK(1)", "+1+1", "-1", "@SUM(1)", "| a | b |"]
COMMANDS = [
    "list plans",
    "plan letter",
    "check letter",
    "diff 7 letter",
    "search QQ",
    "issue garden.pear",
    "party alder",
    "matrix",
    "timeline",
    "explain letter birch",
]
CONTROLS = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb\U000e0000-\U000e007f]"
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A negotiation with harmful text in titles, labels, what is said, sources and names."""
    folder = tmp_path_factory.mktemp("hostile")
    every = " ".join(["QQ", *STEERING, *MARKUP])
    path, _ = negotiation(
        folder,
        Change("plans/letter.yaml", "title: Birch's letter", f'title: "{every}"'),
        Change("plans/letter.yaml", "says: A hedge after all, 150 cm high.", f'says: "{every}"'),
        Change("plans/letter.yaml", "authors: [birch]", 'authors: [birch]\naliases: ["+cmd()", "\\e]31mQQ"]'),
        Change("positions.yaml", "label: Pear tree", f'label: "{every}"'),
        Change("parties/birch.yaml", "name: Bruno Birch", f'name: "{every}"'),
    )
    return path


def formatted(run: Run, path: Path, format: str) -> Iterator[str]:
    """What every command writes in a format."""
    for line in COMMANDS:
        answer = run(*line.split(), "--data", str(path), "--format", format)
        assert (answer.code, answer.err) == (0, "")
        yield answer.out


@pytest.mark.parametrize("format", ["text", "markdown", "csv"])
def test_nothing_steers(anywhere: Run, hostile: Path, format: str) -> None:
    """No control character, direction override or escape sequence comes through; all are shown as escapes."""
    written = "".join(formatted(anywhere, hostile, format))
    assert CONTROLS.findall(written) == []
    assert "x1b[2J" in written.replace("\\[", "[")


def test_a_terminal_gets_no_escapes_but_our_own(anywhere: Run, hostile: Path) -> None:
    """In colour too, and Rich takes no markup from the record."""
    for line in COMMANDS:
        out = anywhere(*line.split(), "--data", str(hostile), "--color", "always").out
        assert set(re.findall("\x1b[^m]*m", out)) <= {
            f"\x1b[{code}m" for code in ("0", "1", "2", "4", "1;4", "1;35", "35")
        }
        assert "\x1b[2J" not in out


def test_markdown_has_no_html(anywhere: Run, hostile: Path) -> None:
    """Rendered, no tag of the record's is there."""
    for written in formatted(anywhere, hostile, "markdown"):
        html = str(MarkdownIt("commonmark").enable("table").render(written))
        assert "<script" not in html


def test_no_cell_is_a_formula(anywhere: Run, hostile: Path) -> None:
    """Every cell of every CSV."""
    for written in formatted(anywhere, hostile, "csv"):
        cells = [cell for row in csv.reader(io.StringIO(written)) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "\t", "\r"))]


def test_json_says_what_the_file_says(anywhere: Run, hostile: Path) -> None:
    """Nothing is lost: a script gets the text as it is."""
    plans = anywhere("list", "plans", "--data", str(hostile), "--json").json["plans"]
    (title,) = (one["title"] for one in plans if one["id"] == "letter")
    assert "\x1b[2J\x1b[31mred \u202eevil \x9b31m \a\b\r \u2066\u200f \x00" in title


def test_a_draft_of_it_is_read_back(anywhere: Run, hostile: Path, tmp_path: Path) -> None:
    """`new plan` writes harmful titles so that they are text again."""
    draft = tmp_path / "d.yaml"
    assert anywhere("new", "plan", "--from", "letter", str(draft), "--data", str(hostile)).code == 0
    assert not CONTROLS.search(draft.read_text(encoding="utf-8"))
    assert anywhere("validate", str(draft), "--data", str(hostile)).code == 0


@pytest.mark.parametrize(
    "word", ["\udcff", "\x1b[31m", "\u202e", "[red]", "*", "=1", "a" * 100_000, "", " ", "\n", "\0"]
)
@pytest.mark.parametrize(
    "line",
    [
        "plan {}",
        "check 7 --party {}",
        "check 7 --issue {}",
        "search {}",
        "list {}",
        "what-if 7 --set height={}",
        "explain 7 {}",
        "check 7 --as-of {}",
        "--data {} matrix",
    ],
)
def test_what_is_typed_cannot_steer(fence: Run, line: str, word: str) -> None:
    """Whatever stands on the command line comes back escaped, or as an error that ends."""
    args = [part.replace("{}", word) for part in line.split()]
    answer = fence(*args)
    assert answer.code in (0, 2, 3)
    assert not CONTROLS.search(answer.out + answer.err)


@pytest.mark.parametrize("word", ["\udcff", "\x1b[31m", "\u202e"])
def test_what_is_typed_comes_back_as_json(fence: Run, word: str) -> None:
    """A byte that is no UTF-8 stands as an escape in JSON, on stdout and on stderr."""
    assert fence("search", word, "--json").json["words"] == [word]
    assert word in fence("plan", word, "--json").error["message"]


@pytest.mark.parametrize(
    "variables",
    [
        {"LANG": "C", "LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
    ],
)
def test_any_locale_will_do(hostile: Path, variables: dict[str, str]) -> None:
    """In the C locale text is written, and JSON is the same bytes."""
    data = ("--data", str(hostile))
    text = in_a_process("plan", "letter", *data, **variables)
    assert (text.code, text.err) == (0, "")
    answer = in_a_process("plan", "letter", "--json", *data, **variables)
    assert json.loads(answer.out) == json.loads(in_a_process("plan", "letter", "--json", *data).out)


@pytest.mark.parametrize("columns", ["20", "1", "0", "-5", "x", "100000"])
def test_any_width_will_do(hostile: Path, columns: str) -> None:
    """However narrow the terminal is said to be."""
    for line in COMMANDS:
        answer = in_a_process(*line.split(), "--data", str(hostile), "--color", "always", COLUMNS=columns)
        assert (answer.code, answer.err) == (0, "")


def test_a_narrow_terminal_still_has_the_caret(anywhere: Run, tmp_path: Path, environment: pytest.MonkeyPatch) -> None:
    """A complaint on 20 columns quotes what is around the place."""
    path, _ = negotiation(tmp_path, Change("plans/7.yaml", "value: felled", "value: sawn"))
    environment.setenv("COLUMNS", "20")
    assert "^" in anywhere("validate", str(path), "--color", "always").out


def test_no_home_directory_is_needed(hostile: Path) -> None:
    """Nothing is kept in a home directory."""
    environment = {name: value for name, value in clean().items() if name != "HOME"}
    command = [sys.executable, "-m", "peacecli", "list", "plans", "--data", str(hostile)]
    assert subprocess.run(command, env=environment, capture_output=True, check=False).returncode == 0
    assert in_a_process("list", "plans", "--data", str(hostile), HOME="/nonexistent").code == 0
