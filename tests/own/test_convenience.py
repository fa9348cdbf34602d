"""Completion, the start page, and hints that only people see."""

import os
import pty
import shlex
import subprocess
import sys
from itertools import groupby
from pathlib import Path

import pytest

from peacecli.authoring.load import load
from peacecli.cli.naming import again
from peacecli.output import hint
from tests.running import Run, clean
from tests.small import FENCE, Change, negotiation


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_one_command_installs_completion(tmp_path: Path, shell: str) -> None:
    """`peacecli --install-completion` writes the completion of the shell it runs in, and nothing outside of HOME."""
    command = [sys.executable, "-m", "peacecli", "--show-completion", shell]
    variables = clean(HOME=str(tmp_path), _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1")
    found = subprocess.run(command, env=variables, capture_output=True, check=False)
    assert (found.returncode, b"_PEACECLI_COMPLETE" in found.stdout) == (0, True)


def completed(path: Path, words: str) -> tuple[list[str], str]:
    """What bash is offered."""
    variables = clean(
        PEACECLI_DATA=str(path),
        _PEACECLI_COMPLETE="complete_bash",
        COMP_WORDS=words,
        COMP_CWORD=str(len(words.split()) - 1),
    )
    command = [sys.executable, "-m", "peacecli"]
    found = subprocess.run(command, env=variables, capture_output=True, check=False, text=True)
    return found.stdout.split(), found.stderr


def test_ids_are_completed_and_nothing_harmful(tmp_path: Path) -> None:
    """Ids and aliases are offered; an alias that a shell could run is not."""
    aliases = 'aliases: ["$(touch x)", "`touch x`", "q\'; touch x", "quick"]'
    path, _ = negotiation(tmp_path, Change("plans/letter.yaml", "authors: [birch]", f"authors: [birch]\n{aliases}"))
    assert completed(path, "peacecli plan l") == (["letter"], "")
    assert completed(path, "peacecli plan q") == (["quick"], "")
    assert completed(path, "peacecli plan $") == ([], "")


def test_a_broken_record_completes_nothing(tmp_path: Path) -> None:
    """And says nothing into the line that is being typed."""
    path, _ = negotiation(tmp_path, Change("plans/7.yaml", "value: felled", "value: sawn"))
    assert completed(path, "peacecli plan 7") == ([], "")


def test_alone_it_says_where_to_start(fence: Run) -> None:
    """Short, with examples and where to go on."""
    answer = fence()
    assert (answer.code, answer.err) == (0, "")
    assert len(answer.out.splitlines()) < 15
    assert "peacecli --help" in answer.out


def test_the_help_leads_with_examples(fence: Run) -> None:
    """Before options and commands."""
    out = fence("--help").out
    assert out.index("peacecli diff 28 20") < out.index("Options")


def test_a_hint_is_for_a_terminal_alone(fence: Run, environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing of it where stderr is a file or a pipe."""
    assert fence("check", "7").err == ""
    assert fence("new", "plan", str(tmp_path / "d.yaml")).err == ""
    assert hints(fence, environment, "check 7", "check 7 --json", "check 7 --quiet", "new plan -") == [
        "next: peacecli explain 7:alder-height"
    ]


def hints(run: Run, environment: pytest.MonkeyPatch, *lines: str) -> list[str]:
    """What these commands suggest on a terminal."""
    main, other = pty.openpty()
    with os.fdopen(other, "w") as stream:
        environment.setattr(sys, "stderr", stream)
        for line in lines:
            run(*line.split())
        hint("end")
    said = b""
    while not said.endswith(b"end\r\n"):
        said += os.read(main, 1000)
    os.close(main)
    return said.decode().split("\r\n")[:-2]


def test_a_hint_works_when_it_is_typed(anywhere: Run, environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It names the record that was asked, and a draft by its file."""
    environment.chdir(tmp_path)
    Path("ours.yaml").write_text("terms: {fence.height: 200}\n", encoding="utf-8")
    data = f"--data {FENCE}"
    assert hints(anywhere, environment, f"check ours.yaml {data}", f"diff 7 kitchen {data}") == [
        f"next: peacecli explain ours.yaml:alder-height {data}",
        f"next: peacecli check table {data}",
    ]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("diff 7", "peacecli diff 7 table"),
        ("diff kitchen", "peacecli diff kitchen 7"),
        ("explain 7", "peacecli explain 7 alder, or peacecli explain 7:alder-height"),
        ("explain 7:xyzzy", "`peacecli explain PLAN PARTY` lists them"),
        ("explain 7:alder-gate --stance demand", "leave --stance out"),
    ],
)
def test_what_is_said_of_a_mistake_is_of_this_record(fence: Run, line: str, said: str) -> None:
    """Examples are plans and positions that there are."""
    answer = fence(*line.split())
    assert (answer.code, said in answer.err) == (2, True)


@pytest.mark.parametrize("line", ["search ''", "search stones ''", "timeline --words ''", "list sources --words ' '"])
def test_an_empty_word_is_refused(fence: Run, line: str) -> None:
    """It is found everywhere."""
    assert fence(*shlex.split(line), "--json").error["code"] == "no-words"


@pytest.mark.parametrize(
    ("variable", "line"),
    [("AS_OF", "check 7"), ("AS_OF", "conflicts"), ("FORMAT", "check 7"), ("COLOR", "check 7")],
)
def test_a_variable_is_blamed_for_what_it_says(
    fence: Run, environment: pytest.MonkeyPatch, variable: str, line: str
) -> None:
    """And an option for what the option says."""
    environment.setenv(f"PEACECLI_{variable}", "blue")
    assert f"PEACECLI_{variable}" in fence(*line.split()).err
    option = f"--{variable.lower().replace('_', '-')}"
    assert f"{option} `red` is" in fence(*line.split(), option, "red").err


def test_a_schema_goes_to_stdout_too(fence: Run) -> None:
    """Where `-o -` asks for it, as everywhere."""
    assert fence("schema", "diff", "-o", "-").out == fence("schema", "diff").out


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("concessions --stance all", "1 independent cluster of conflicts"),
        ("concessions --stance all", "1 conflict, 2 minimal ways out"),
        ("conflicts --stance all", "1 minimal set among"),
        ("zone --issue gate", "1 issue: "),
        ("zone --issue gate", "■ not excluded"),
        ("zone --issue height", "Party     Outcomes"),
        ("explain 7:alder-gate", "Grades: how reliable"),
        ("matrix --party council", "PLANS AGAINST RED LINES OF VILLAGE COUNCIL IN FORCE"),
        ("packages", "(red lines)"),
        ("check table", "(now: ...) if nothing changes"),
        ("search stones", "Where does the fence stand at the road? | At the upper wall | "),
    ],
)
def test_words_fit_what_they_say(fence: Run, line: str, said: str) -> None:
    """One is one, a symbol is explained, a stance is a word, and parts of a text are told apart."""
    assert said in fence(*line.split()).out


def test_what_is_found_stands_kind_by_kind(fence: Run) -> None:
    """So that every kind has one heading."""
    kinds = [hit["kind"] for hit in fence("search", "the", "--json").json["hits"]]
    assert [kind for kind, _ in groupby(kinds)] == list(dict.fromkeys(kinds))


def test_an_id_in_a_list_stands_whole_on_a_narrow_terminal(fence: Run, environment: pytest.MonkeyPatch) -> None:
    """It is there to be copied; so is a date."""
    environment.setenv("COLUMNS", "80")
    for kind in ("plans", "parties", "issues", "sources", "speakers"):
        ids = [row["id"] for row in fence("list", kind, "--json").json[kind]]
        lines = fence("list", kind, "--color", "always").out.splitlines()
        assert [name for name in ids if not any(line.startswith(f"{name} ") for line in lines)] == []


@pytest.mark.parametrize(
    ("typed", "name"),
    [("the-list", "7"), ("d.yaml", "d.yaml"), ("-", None), ("/dev/fd/63", None), ("/proc/self/fd/0", None)],
)
def test_what_can_be_read_once_is_not_named_again(typed: str, name: str | None) -> None:
    """A plan is suggested by its id, a draft by its file, and what came through a pipe not at all."""
    assert again(typed, load(FENCE).record.plans["7"]) == name
