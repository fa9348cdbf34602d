"""Every exit code: what makes it, and what it never is."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from peacecli import store
from peacecli.core.codec import FORMAT
from tests.running import Run, clean, process
from tests.small import Change, negotiation


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("", 0),
        ("--help", 0),
        ("--version", 0),
        ("check 7", 0),
        ("check 7 --fail-on never", 0),
        ("check 7 --fail-on crossed", 1),
        ("check 7 --fail-on open", 1),
        ("check 7 --fail-on silent", 1),
        ("check table --party alder --fail-on crossed", 0),
        ("check table --party alder --fail-on open", 1),
        ("check table --issue gate --fail-on open", 0),
        ("check table --issue gate --fail-on silent", 1),
        ("check letter --issue gate --fail-on open", 0),
        ("check letter --issue gate --fail-on silent", 1),
        ("check letter --issue height --fail-on silent", 0),
        ("check table --issue tree --party birch --fail-on silent", 0),
        ("check 7 --party council --fail-on silent", 0),
        ("check table 7 --fail-on crossed", 1),
        ("diff 7 table", 0),
        ("diff 7 table --exit-code", 1),
        ("diff 7 7 --exit-code", 0),
        ("diff 7 table --issue line.front --exit-code", 0),
        ("diff 7 table --issue line.back --exit-code", 1),
        ("nonsense", 2),
        ("check", 2),
        ("check 8", 2),
        ("check 7 --nonsense", 2),
        ("check 7 --as-of yesterday", 2),
        ("check 7 --as-of 2024-02-30", 2),
        ("check 7 --fail-on always", 2),
        ("check 7 --stance wish", 2),
        ("check 7 --color blue", 2),
        ("check 7 --json --format text", 2),
        ("party alder --as-of plan", 2),
        ("issue gate --as-of plan", 2),
        ("diff 7", 2),
        ("explain 7", 2),
        ("explain 7:nobody", 2),
        ("search", 2),
        ("search the --limit 0", 2),
        ("list things", 2),
        ("schema nonsense", 2),
        ("check 7 --data nowhere.yaml", 3),
        ("validate nowhere.yaml", 3),
    ],
)
def test_what_a_command_exits_with(fence: Run, line: str, code: int) -> None:
    """0 ran, 1 findings at the threshold asked for, 2 usage, 3 data; and only 0 and 1 answer."""
    answer = fence(*line.split())
    assert answer.code == code
    assert bool(answer.out) == (code in (0, 1))
    assert bool(answer.err) == (code in (2, 3))


@pytest.mark.parametrize(
    "line", ["check 7", "check 7 --fail-on crossed", "diff 7 table --exit-code", "list plans", "plan 7"]
)
@pytest.mark.parametrize("format", ["text", "json", "csv"])
def test_quiet_keeps_only_the_exit_code(fence: Run, line: str, format: str) -> None:
    """--quiet writes nothing and exits as it would have."""
    loud, quiet = fence(*line.split(), "--format", format), fence(*line.split(), "--format", format, "--quiet")
    assert quiet == (loud.code, "", "")


@pytest.mark.parametrize("line", ["check 7 --json", "validate --json", "check 7"])
def test_files_that_are_not_sound_exit_with_3(anywhere: Run, tmp_path: Path, line: str) -> None:
    """A negotiation that does not validate answers nothing but what is wrong with it."""
    path, _ = negotiation(tmp_path, Change("plans/7.yaml", "value: felled", "value: sawn"))
    assert anywhere(*line.split(), "--data", str(path)).code == 3


def test_complaints_stand_with_file_line_and_column(anywhere: Run, tmp_path: Path) -> None:
    """`validate` prints each complaint as file:line:column, so that an editor finds the place."""
    path, places = negotiation(tmp_path, Change("plans/7.yaml", "value: felled", "value: «sawn"))
    answer = anywhere("validate", str(path))
    first = answer.out.splitlines()[0]
    assert first.startswith(f"plans/7.yaml:{places[0].line}:{places[0].column}: ")
    assert (answer.code, first.endswith("[off-scale]"), str(tmp_path) in answer.out) == (3, True, False)


def test_validate_takes_a_folder(anywhere: Run, tmp_path: Path) -> None:
    """A folder stands for the positions.yaml in it."""
    negotiation(tmp_path)
    assert anywhere("validate", str(tmp_path), "--json").json["sound"] is True


def test_complaints_as_json_are_an_answer(anywhere: Run, tmp_path: Path) -> None:
    """`validate --json` answers with the complaints on stdout, since they are what it was asked for."""
    path, places = negotiation(tmp_path, Change("plans/7.yaml", "value: felled", "value: «sawn"))
    answer = anywhere("validate", str(path), "--json").json
    found = [(one["code"], one["file"], one["line"], one["column"]) for one in answer["complaints"]]
    assert (answer["sound"], answer["counts"], found) == (False, None, [("off-scale", *places[0])])


@pytest.mark.parametrize(
    "line",
    [
        "check 7 --data nowhere.yaml --json",
        "plan 8 --json",
        "nonsense --json",
        "check 7 --data . --json",
        "check --json",
    ],
)
def test_an_error_is_one_object_under_json(fence: Run, line: str) -> None:
    """Under --json stdout is empty and stderr holds one object: code, message, hint, candidates, complaints."""
    assert list(fence(*line.split()).error) == ["code", "message", "hint", "candidates", "complaints"]


@pytest.mark.parametrize("line", ["plan 8 --format json", "plan 8 --format=json"])
def test_an_error_is_one_object_under_format_json(fence: Run, line: str) -> None:
    """`--format json` is the same as `--json`."""
    assert fence(*line.split()).error["code"] == "unknown-plan"


def test_an_error_is_one_object_where_a_variable_asks_for_json(fence: Run, environment: pytest.MonkeyPatch) -> None:
    """PEACECLI_FORMAT=json is the same as `--json`, for errors too."""
    environment.setenv("PEACECLI_FORMAT", "json")
    assert fence("plan", "8").error["code"] == "unknown-plan"


# --- the installed record ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    ["", "{}", "[]", "null", '{"format": 0, "rows": []}', f'{{"format": {FORMAT}, "rows": []}}', '{"format": 1, "ro'],
)
def test_a_damaged_record_exits_with_3(
    anywhere: Run, environment: pytest.MonkeyPatch, tmp_path: Path, content: str
) -> None:
    """A compiled record that was cut off or comes from another version is said to be damaged."""
    environment.setattr(store, "COMPILED", tmp_path)
    (tmp_path / "record.json").write_text(content, encoding="utf-8")
    answer = anywhere("list", "plans", "--json")
    assert (answer.code, answer.error["code"]) == (3, "damaged-record")


def test_a_missing_record_exits_with_3(anywhere: Run, environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An installation without its record says so."""
    environment.setattr(store, "COMPILED", tmp_path)
    answer = anywhere("list", "plans", "--json")
    assert (answer.code, answer.error["code"]) == (3, "no-record")


# --- bugs and interrupts ----------------------------------------------------------------------------


def broken(error: BaseException) -> Any:
    """A function that fails like this."""

    def fail(*_: object) -> None:
        raise error

    return fail


def test_a_bug_exits_with_70(fence: Run, environment: pytest.MonkeyPatch) -> None:
    """A bug is one line on stderr that asks for a report, without a traceback."""
    environment.setattr("peacecli.cli.check.check", broken(ZeroDivisionError("by the fence")))
    answer = fence("check", "7")
    assert (answer.code, answer.out, answer.err.count("\n"), "Traceback" in answer.err) == (70, "", 1, False)
    assert "ZeroDivisionError: by the fence" in answer.err


def test_a_bug_is_one_object_under_json(fence: Run, environment: pytest.MonkeyPatch) -> None:
    """A script that reads stderr as JSON can read of a bug too."""
    environment.setattr("peacecli.cli.check.check", broken(ZeroDivisionError("by the fence")))
    answer = fence("check", "7", "--json")
    assert (answer.code, "by the fence" in answer.error["message"]) == (70, True)


def test_the_report_of_a_bug_is_harmless(fence: Run, environment: pytest.MonkeyPatch) -> None:
    """What a bug quotes cannot steer the terminal."""
    environment.setattr("peacecli.cli.check.check", broken(ValueError("\x1b[31mred")))
    assert "\x1b" not in fence("check", "7").err


def test_debug_shows_the_bug(fence: Run, environment: pytest.MonkeyPatch) -> None:
    """With --debug the bug is raised, traceback and all."""
    environment.setattr("peacecli.cli.check.check", broken(ZeroDivisionError("by the fence")))
    with pytest.raises(ZeroDivisionError):
        fence("--debug", "check", "7")


def test_an_interrupt_exits_with_130(fence: Run, environment: pytest.MonkeyPatch) -> None:
    """Control-C ends quietly."""
    environment.setattr("peacecli.cli.check.check", broken(KeyboardInterrupt()))
    assert fence("check", "7") == (130, "", "")


@pytest.mark.parametrize("line", ["diff 28 20 --json", "list statements", "list sources --format csv"])
def test_a_closed_pipe_exits_with_141(line: str) -> None:
    """`peacecli ... | head -1` ends quietly when the reader has enough."""
    data = Path(__file__).parent.parent.parent / "data" / "positions.yaml"
    command = [sys.executable, "-m", "peacecli", *line.split(), "--data", str(data)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=clean()) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.read(1)
        running.stdout.close()
        assert (running.wait(30), running.stderr.read()) == (141, b"")


def test_a_full_disk_is_no_bug_and_no_success() -> None:
    """Where the answer cannot be written the exit code is neither 0 nor that of a bug in peacecli."""
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "peacecli", "list", "plans"]
        found = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, env=clean())
    assert (found.returncode not in (0, 70), b"a bug" in found.stderr) == (True, False)


def test_the_exit_code_of_a_process_is_that_of_main() -> None:
    """`python -m peacecli` exits with the code that main returns."""
    assert process("check", "7", "--fail-on", "crossed").returncode == 1
