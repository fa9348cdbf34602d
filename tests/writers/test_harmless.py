"""Whatever a record says, no writer lets it steer a terminal, a browser or a spreadsheet."""

import csv
import io
import re
import subprocess
import sys
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from peacecli.views.page import Page, Rows, line, table
from peacecli.writers.csv import as_csv
from peacecli.writers.markdown import markdown
from peacecli.writers.plain import plain
from tests.running import Run, clean
from tests.small import Change, negotiation
from tests.writers.pages import WRITERS, in_csv, on_terminal

STEERING = {
    "null": "\x00", "bell": "\x07", "backspace": "\x08", "carriage return": "\r", "escape": "\x1b", "delete": "\x7f",
    "next line": "\x85", "control sequence": "\x9b", "left-to-right mark": "\u200e", "right-to-left mark": "\u200f",
    "arabic letter mark": "\u061c", "right-to-left override": "\u202e", "left-to-right embedding": "\u202a",
    "pop directional formatting": "\u202c", "right-to-left isolate": "\u2067", "pop directional isolate": "\u2069",
    "byte order mark": "\ufeff", "lone surrogate": "\ud800", "another lone surrogate": "\udfff",
    "line separator": "\u2028", "paragraph separator": "\u2029", "inhibit swapping": "\u206a",
    "nominal digits": "\u206f", "annotation anchor": "\ufff9", "annotation end": "\ufffb",
    "language tag": "\U000e0001", "tag letter": "\U000e0041", "cancel tag": "\U000e007f",
}  # fmt: skip
STYLE = re.compile("\x1b\\[[0-9;]*m")


@pytest.mark.parametrize("sign", [pytest.param(sign, id=name) for name, sign in STEERING.items()])
@pytest.mark.parametrize("writer", WRITERS)
def test_a_sign_that_steers_is_shown_as_an_escape(writer: str, sign: str) -> None:
    """Control characters, direction marks and overrides, and lone surrogates stand as escapes."""
    written = STYLE.sub("", WRITERS[writer](f"Q{sign}Z"))
    escape = sign.encode("unicode_escape", "surrogatepass").decode()
    assert (sign in written, "QZ" in written) == (False, False)
    assert escape.lower() in written.lower().replace("\\\\", "\\")


@pytest.mark.parametrize(
    "text", ["the «peace»", "Київ", "café", "東京", "🕊", "a\u0301", "1 – 2", "👩\u200d🌾", "❤\ufe0f", "मे\u200cम"]
)
@pytest.mark.parametrize("writer", ["markdown", "csv", "terminal"])
def test_letters_of_any_script_stand_as_they_are(writer: str, text: str) -> None:
    """Nothing but what steers is escaped."""
    assert text in WRITERS[writer](text)


@pytest.mark.parametrize("text", ["one\ntwo", "one\r\ntwo", "one\ttwo"])
def test_a_row_stays_one_line(text: str) -> None:
    """A line end or a tab inside a text breaks neither rows nor columns."""
    rows = [table(("A", "B"), [(text, "b")])]
    assert len(plain(Page(tuple(rows), "note")).splitlines()) == 4
    assert len(as_csv(Rows(("A", "B"), ((text, "b"),))).splitlines()) == 2
    assert len(markdown(Page(tuple(rows), "note")).splitlines()) == 5


@pytest.mark.parametrize("text", ["[bold]loud[/bold]", "[link=https://x.example]here[/link]", ":smile:", "[/]", "[red"])
def test_markup_of_a_terminal_is_literal(text: str) -> None:
    """What Rich would take for markup or an emoji stands as written."""
    assert STYLE.sub("", on_terminal(text)).count(text) == 7


def rendered(text: str) -> str:
    """What a browser makes of a line and of a cell with this text."""
    page = Page((line(text), table(("A", "B"), [(text, "b")])), "note")
    return str(MarkdownIt("commonmark").enable("table").enable("strikethrough").render(markdown(page)))


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>", "<!-- x -->", "a & b &lt; c &amp;", "a | b", "a \\| b", "a \\", "**b** _i_ ~~s~~",
        "`code`", "[here](javascript:alert)", "![x](y)", "<https://x.example>",
        "[1]: x", "# not a title", "> not quoted",
        "- not a list", "+ not a list", "* not a list", "1. not a list", "2) not a list", "---", "===", "***",
        "Points 1, 2. See (3)!", "https://x.example/a_b_c?d=e&f=g", "| --- | --- |", "~~~", "```",
    ],
)  # fmt: skip
def test_markdown_shows_the_text_itself(text: str) -> None:
    """Markdown and HTML take every text literally, in a paragraph and in a cell."""
    literal = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    found = rendered(text)
    assert found.startswith(f"<p>{literal}</p>\n<table>")
    assert f"<td>{literal}</td>\n<td>b</td>" in found
    assert found.endswith("<p><em>note</em></p>\n")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "=cmd|' /C calc'!A0", "@SUM(A1)", "-2+3"])
def test_a_spreadsheet_takes_no_cell_for_a_formula(start: str) -> None:
    """A cell that begins like a formula stands behind an apostrophe."""
    _, (cell, _) = csv.reader(io.StringIO(in_csv(f"{start}1")))
    assert cell[0] == "'"


@pytest.mark.parametrize("text", ["a,b", 'say "a"', "a;b", " a ", "'a'", "1=1", ""])
def test_csv_reads_back(text: str) -> None:
    """Any other cell reads back as it was written."""
    assert list(csv.reader(io.StringIO(in_csv(text)))) == [["a", "b"], [text, "b"]]


@pytest.mark.parametrize("writer", ["plain", "markdown", "csv", "terminal"])
@pytest.mark.parametrize("text", ["x" * 5000, "word " * 999 + "end"], ids=["one long word", "many words"])
def test_nothing_is_cut(writer: str, text: str) -> None:
    """However long a text is, all of it is written: in a pipe on one line, on a terminal on many."""
    written = WRITERS[writer](text)
    letters = "".join(STYLE.sub("", written).split()) if writer == "terminal" else written
    wanted = "".join(text.split()) if writer == "terminal" else text
    assert wanted in letters.replace("X", "x")
    assert "…" not in written


# --- the whole way ----------------------------------------------------------------------------------

HOSTILE = r'"\e[31m\u202e <b>|[bold]=1+1"'


@pytest.mark.parametrize("format", ["text", "markdown", "csv"])
@pytest.mark.parametrize(
    "line", ["plan letter", "list plans", "diff letter table", "search bold", "check letter --party birch"]
)
def test_a_hostile_record_is_harmless(anywhere: Run, tmp_path: Path, line: str, format: str) -> None:
    """A title full of escapes, markup and formulas reaches no output unescaped."""
    path, _ = negotiation(tmp_path, Change("plans/letter.yaml", "title: Birch's letter", f"title: {HOSTILE}"))
    answer = anywhere(*line.split(), "--format", format, "--data", str(path))
    assert (answer.code, "\x1b" in answer.out, "\u202e" in answer.out) == (0, False, False)
    assert format != "markdown" or "<b>" not in answer.out


@pytest.mark.parametrize("line", ["plan \x1b[31m", "diff 7 \u202e", "check 7 --party \x07", "check 7 --data \x1b"])
def test_a_hostile_word_is_harmless(fence: Run, line: str) -> None:
    """What somebody typed is quoted in an error without its escapes."""
    answer = fence(*line.split())
    assert (answer.code in (2, 3), {"\x1b", "\u202e", "\x07"} & set(answer.err)) == (True, set())


@pytest.mark.parametrize("flags", [[], ["--json"], ["--format", "csv"]])
def test_a_word_that_is_no_text_is_an_answer(flags: list[str]) -> None:
    """Bytes that are no UTF-8 on the command line find nothing, and break nothing."""
    command: list[str | bytes] = [sys.executable, "-m", "peacecli", "search", *flags, b"\xff"]
    found = subprocess.run(command, capture_output=True, check=False, env=clean(PYTHONIOENCODING="utf-8:strict"))
    assert (found.returncode, found.stderr) == (0, b"")
