"""Help, version, and the words that a shell completes."""

import os
from pathlib import Path

import pytest

from peacecli.cli.app import COMMANDS
from peacecli.version import VERSION
from tests.running import Run, process


def test_alone_it_says_where_to_begin(fence: Run) -> None:
    """`peacecli` alone is a question for help, not a mistake: where to begin, and where the help is."""
    alone = fence()
    assert (alone.code, alone.err) == (0, "")
    assert len(alone.out.splitlines()) <= 12
    assert "peacecli diff 28 20" in alone.out
    assert "peacecli --help" in alone.out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_help(fence: Run, command: str) -> None:
    """The help names every command, and says the whole of what it does in one line."""
    (line,) = [line for line in fence("--help").out.splitlines() if line.startswith(f"  {command} ")]
    assert line.endswith(".")
    assert not line.endswith("...")


@pytest.mark.parametrize("flag", ["--help", "-h"])
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_shows_an_example(fence: Run, command: str, flag: str) -> None:
    """The help of a command has an example that begins with its name, and exits with 0."""
    answer = fence(command, flag)
    assert (answer.code, answer.err) == (0, "")
    assert f"peacecli {command}" in " ".join(answer.out.partition("\n")[2].split())


def test_the_version_is_one_line(fence: Run) -> None:
    """`--version` says the version, the record, its date and digest."""
    data = fence("--version", "--json").json["data"]
    expected = f"peacecli {VERSION} (record fence 2024.06.30, as of 2024-06-30, digest {data['digest']})\n"
    assert fence("--version") == (0, expected, "")


@pytest.mark.parametrize("flags", ["--version --json", "--json --version"])
def test_the_version_as_json(fence: Run, flags: str) -> None:
    """`--version --json` says the same to a script."""
    answer = fence(*flags.split()).json
    assert (answer["command"], answer["version"], answer["data"]["id"]) == ("version", VERSION, "fence")


# --- completion -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("peacecli di", ["diff"]),
        ("peacecli diff k", ["kitchen"]),
        ("peacecli diff 7 ta", ["table"]),
        ("peacecli check 7 --party b", ["birch"]),
        ("peacecli party ", ["alder", "birch", "council"]),
        ("peacecli issue fence.", ["fence.height", "fence.material", "fence.gate"]),
        ("peacecli check 7 --issue tr", ["tree"]),
        ("peacecli explain 7 al", ["alder"]),
        ("peacecli explain 7 alder ga", ["garden.pear", "garden.share", "gate"]),
        ("peacecli list ev", ["events"]),
        ("peacecli check 7 --fail", ["--fail-on"]),
        ("peacecli diff zzz", []),
    ],
)
def test_a_shell_completes_ids(line: str, words: list[str]) -> None:
    """Bash is offered the commands, options, ids and aliases that begin with what stands there."""
    found = process(_PEACECLI_COMPLETE="complete_bash", COMP_WORDS=line, COMP_CWORD=str(len(line.split(" ")) - 1))
    assert (found.returncode, found.stderr) == (0, b"")
    assert sorted(words) == sorted(found.stdout.decode().split())


def test_completion_survives_a_broken_record() -> None:
    """Where the record cannot be read the shell is offered nothing, and the prompt stays clean of tracebacks."""
    found = process(
        _PEACECLI_COMPLETE="complete_bash", COMP_WORDS="peacecli diff ", COMP_CWORD="2", PEACECLI_DATA="nowhere.yaml"
    )
    assert (found.stdout, b"Traceback" in found.stderr) == (b"", False)


def test_help_imports_no_yaml() -> None:
    """The help is quick: it needs neither the record nor what reads it."""
    found = process("diff", "--help", PYTHONPROFILEIMPORTTIME="1").stderr.decode()
    assert {"yaml", "pydantic", "rich"} & {line.rpartition("|")[2].strip() for line in found.splitlines()} == set()


@pytest.mark.parametrize(
    "line",
    [
        "check 7 --data FILE",
        "check 7 -o FILE",
        "validate FILE",
        "verify FILE",
        "packages --preferences FILE",
        "packages --save FILE",
        "what-if 7 --set fence.height=9 --save FILE",
        "export -o FILE",
        "export --format negmas -o made --preferences FILE",
        "new plan FILE",
    ],
)
def test_a_file_is_opened_by_us(fence: Run, environment: pytest.MonkeyPatch, tmp_path: Path, line: str) -> None:
    """Typer asks of no file whether it may be read: one that may not be is bad data, which ends with 3."""
    file = tmp_path / "one.yaml"
    file.write_text("x: 1\n", encoding="utf-8")
    environment.setattr(os, "access", lambda *_, **__: False)
    answer = fence(*line.replace("FILE", str(file)).split())
    assert "readable" not in answer.err
