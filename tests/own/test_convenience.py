"""Completion, the start page, and hints that only people see."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from peacecli.output import hint
from tests.running import Run, clean
from tests.small import Change, negotiation


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
    main, other = pty.openpty()
    with os.fdopen(other, "w") as stream:
        environment.setattr(sys, "stderr", stream)
        hint("next: look")
        for line in ("check 7", "check 7 --json", "check 7 --quiet"):
            fence(*line.split())
    assert os.read(main, 1000).decode().split("\r\n") == ["next: look", "next: peacecli explain 7:alder-height", ""]
    os.close(main)
