"""Where an answer goes: a file is written whole or not at all, and never one that the answer is made from."""

import errno
import io
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from peacecli import store
from peacecli.authoring.load import load
from peacecli.core.codec import compiled, packed
from tests.running import Answer, Run, clean
from tests.small import FENCE, negotiation

DRAFT = "terms:\n  fence.height: 120\n"


def test_an_input_is_not_written_over(anywhere: Run, tmp_path: Path) -> None:
    """Neither a file of the negotiation nor a draft, by whatever name."""
    path, _ = negotiation(tmp_path)
    draft, link, hard = (tmp_path / name for name in ("d.yaml", "link.yaml", "hard.yaml"))
    draft.write_text(DRAFT, encoding="utf-8")
    link.symlink_to(draft)
    os.link(draft, hard)
    data = ("--data", str(path))
    lines = [
        ("check", str(draft), "-o", str(draft)),
        ("check", str(draft), "-o", str(link)),
        ("check", str(draft), "-o", str(hard)),
        ("check", "7", "-o", str(path)),
        ("check", "7", "-o", str(tmp_path / "plans" / ".." / "plans" / "7.yaml")),
        ("what-if", str(draft), "--set", "height=9", "--save", str(draft)),
    ]
    before = {file: file.read_bytes() for file in tmp_path.rglob("*.yaml")}
    for line in lines:
        answer = anywhere(*line, *data, "--json")
        assert (answer.code, answer.error["code"]) == (2, "output-is-input")
    assert {file: file.read_bytes() for file in tmp_path.rglob("*.yaml")} == before


def test_a_saved_answer_is_not_written_over(fence: Run, tmp_path: Path) -> None:
    """`verify FILE -o FILE` is refused."""
    saved = tmp_path / "zone.json"
    fence("zone", "--json", "-o", str(saved))
    assert fence("verify", str(saved), "--json", "-o", str(saved)).error["code"] == "output-is-input"


@pytest.mark.parametrize(("place", "code"), [(".", "output-is-folder"), ("/dev/null", "output-is-device")])
def test_a_folder_or_device_is_no_output(fence: Run, tmp_path: Path, place: str, code: str) -> None:
    """-o onto a folder or a device is refused."""
    answer = fence("check", "7", "--json", "-o", str(tmp_path / place))
    assert (answer.code, answer.error["code"]) == (2, code)


def test_an_output_that_is_a_link_is_written_through(fence: Run, tmp_path: Path) -> None:
    """A link stays a link, and what it leads to is replaced."""
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    real.write_text("old", encoding="utf-8")
    link.symlink_to(real)
    assert fence("list", "plans", "--json", "-o", str(link)).code == 0
    assert (link.is_symlink(), real.read_text(encoding="utf-8")[0]) == (True, "{")


@pytest.mark.parametrize("where", ["write", "fsync", "replace", "chmod"])
def test_a_full_disk_leaves_the_old_file(
    fence: Run, tmp_path: Path, environment: pytest.MonkeyPatch, where: str
) -> None:
    """Wherever writing fails, the old file is as it was and nothing else is left."""
    target = tmp_path / "plans.json"
    target.write_text("old", encoding="utf-8")

    def fail(*_: Any, **__: Any) -> Any:
        raise OSError(errno.ENOSPC, "No space left on device")

    class Full(io.BytesIO):
        write = fail

    match where:
        case "write":
            opened = Path.open
            environment.setattr(
                Path,
                "open",
                lambda self, mode="r", **more: self.touch() or Full() if mode == "xb" else opened(self, mode, **more),
            )
        case "fsync":
            environment.setattr(os, "fsync", fail)
        case _:
            environment.setattr(Path, where, fail)
    answer = fence("list", "plans", "--json", "-o", str(target))
    environment.undo()
    assert (answer.code, answer.error["code"]) == (2, "cannot-write")
    assert "No space left on device" in answer.error["message"]
    assert [(file.name, file.read_text(encoding="utf-8")) for file in tmp_path.iterdir()] == [("plans.json", "old")]


def test_an_interrupt_while_writing_leaves_the_old_file(
    fence: Run, tmp_path: Path, environment: pytest.MonkeyPatch
) -> None:
    """Control-C too."""
    target = tmp_path / "plans.json"
    target.write_text("old", encoding="utf-8")

    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    environment.setattr(os, "fsync", interrupt)
    assert fence("list", "plans", "--json", "-o", str(target)).code == 130
    assert [(file.name, file.read_text(encoding="utf-8")) for file in tmp_path.iterdir()] == [("plans.json", "old")]


SIGNALLED = """
import os, signal, sys
from peacecli.__main__ import main
number = signal.Signals[sys.argv[1]]
signal.signal(number, signal.Handlers[sys.argv[2]])
os.fsync = lambda _: os.kill(os.getpid(), number)
sys.exit(main(sys.argv[3:]))
"""


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
@pytest.mark.parametrize(("handler", "left"), [("SIG_DFL", "old"), ("SIG_IGN", "{")])
def test_a_process_told_to_end_while_writing_leaves_nothing_half(
    tmp_path: Path, name: str, handler: str, left: str
) -> None:
    """The old file stays; where the signal is ignored, as under nohup, the new one is written."""
    target = tmp_path / "plans.json"
    target.write_text("old", encoding="utf-8")
    line = ("list", "plans", "--json", "--data", str(FENCE), "-o", str(target))
    ended = subprocess.run([sys.executable, "-c", SIGNALLED, name, handler, *line], check=False, env=clean())
    assert ended.returncode == (0 if handler == "SIG_IGN" else 128 + signal.Signals[name])
    assert [(file.name, file.read_text("utf-8")[: len(left)]) for file in tmp_path.iterdir()] == [("plans.json", left)]


@pytest.mark.parametrize("line", ["export -o out", "export --format csv -o out", "export --format jsonl -o out"])
def test_an_export_onto_a_full_disk_leaves_nothing(tmp_path: Path, line: str) -> None:
    """Files that may not grow beyond 4 KB stand for the disk; SQLite's refusal is the system's too."""
    command = f"ulimit -f 4; exec {sys.executable} -m peacecli {line}"
    found = subprocess.run(["bash", "-c", command], capture_output=True, check=False, env=clean(), cwd=tmp_path)
    assert (found.returncode, b"cannot write out" in found.stderr) == (2, True)
    assert list(tmp_path.iterdir()) == []


LONG = "x" * 300


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (f"check 7 -o {LONG}", 2),
        (f"export -o {LONG}", 2),
        (f"export --format csv -o {LONG}", 2),
        (f"new plan --from 7 {LONG}.yaml", 2),
        (f"new negotiation {LONG}", 2),
        (f"what-if 7 --set fence.height=9 --save {LONG}.yaml", 2),
        (f"check {LONG}.yaml", 3),
        (f"check 7 --data {LONG}", 3),
        (f"verify {LONG}.json", 3),
        (f"packages --preferences {LONG}.yaml", 3),
        (f"validate {LONG}.yaml", 3),
    ],
)
def test_a_name_too_long_for_the_system_is_said(
    fence: Run, tmp_path: Path, environment: pytest.MonkeyPatch, line: str, code: int
) -> None:
    """By the part that writes or reads, with what it was doing."""
    environment.chdir(tmp_path)
    answer = fence(*line.split())
    assert (answer.code, "File name too long" in answer.err, "system" in answer.err) == (code, True, False)


def test_two_processes_may_write_one_file(tmp_path: Path) -> None:
    """The file is one answer or the other, whole, and nothing else is left."""
    target = tmp_path / "out.json"
    command = [sys.executable, "-m", "peacecli", "check", "7", "table", "--json"]
    whole = subprocess.run(command, capture_output=True, check=True, env=clean()).stdout
    running = [subprocess.Popen([*command, "-o", str(target)], env=clean()) for _ in range(6)]
    assert [process.wait(60) for process in running] == [0] * 6
    assert ([file.name for file in tmp_path.iterdir()], target.read_bytes()) == (["out.json"], whole)


@pytest.mark.parametrize(
    "line", ["list plans", "check 7 --json", "plan 7 --format csv", "--help", "--version", "schema diff"]
)
def test_a_full_disk_behind_stdout_is_said(line: str) -> None:
    """`peacecli ... > /full/disk` fails with a reason and without a traceback."""
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "peacecli", *line.split()]
        found = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, env=clean())
    assert (found.returncode in (2, 3), b"No space left" in found.stderr) == (True, True)
    assert b"Traceback" not in found.stderr


def test_a_closed_stdout_is_said() -> None:
    """`peacecli ... >&-` fails with a reason or quietly, without a traceback."""
    command = f"{sys.executable} -m peacecli list plans >&-"
    found = subprocess.run(["bash", "-c", command], capture_output=True, check=False, env=clean())
    assert found.returncode not in (0, 70)
    assert b"Traceback" not in found.stderr


@pytest.mark.parametrize(("line", "code"), [("check 7 -q", 0), ("check nope", 2), ("check nope --json", 2)])
def test_a_full_disk_behind_stderr_changes_no_exit_code(line: str, code: int) -> None:
    """`peacecli ... 2> /full/disk` ends as it would."""
    command = [sys.executable, "-m", "peacecli", *line.split()]
    with Path("/dev/full").open("wb") as full:
        found = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=full, check=False, env=clean())
    assert found.returncode == code


@pytest.mark.parametrize("line", ["", "--help", "check --help", "--version", "check 7"])
def test_a_reader_that_leaves_is_told_apart(line: str) -> None:
    """`peacecli ... | true` exits with 141 as other programs do, the help too."""
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "peacecli", *line.split()]
    found = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False, env=clean())
    os.close(writing)
    assert (found.returncode, found.stderr) == (141, b"")


# --- the installed record ---------------------------------------------------------------------------


@pytest.fixture
def installed(environment: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The small negotiation as an installed package carries it: the folder of its files."""
    loaded = load(FENCE)
    (tmp_path / "plans").mkdir()
    for name, content in compiled(loaded.record, loaded.evidence).items():
        (tmp_path / f"{name}.json").write_bytes(content)
    environment.setattr(store, "COMPILED", tmp_path)
    return tmp_path


ASKED = ("explain", "7", "alder", "--json")


def test_a_sound_record_answers(anywhere: Run, installed: Path) -> None:
    """As the YAML does."""
    assert installed.is_dir()
    found = anywhere(*ASKED)
    assert found.err == ""
    assert (found.code, found.out) == (0, anywhere(*ASKED, "--data", str(FENCE)).out)


def is_damaged(answer: Answer) -> bool:
    """Whether the record is said to be damaged."""
    return (answer.code, answer.error["code"]) == (3, "damaged-record")


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "without its end": lambda content: content[:-1],
    "cut in half": lambda content: content[: len(content) // 2],
    "one letter changed": lambda content: content.replace(b"e", b"f", 1),
    "a control character": lambda content: content[:100] + b"\x00" + content[101:],
    "another format": lambda content: content.replace(b'"format":', b'"format":1'),
    "nested deep": lambda content: b"[" * len(content),
    "a mark of UTF-16": lambda content: b"\xff\xfe" + content,
    "a line more": lambda content: content + b"\n",
    "nothing": lambda content: content[:0],
}
NAMES = ("record", "evidence", "plans/7")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_record_is_said_to_be_damaged(
    anywhere: Run, installed: Path, name: str, damage: Callable[[bytes], bytes]
) -> None:
    """Cut off, changed in one place, or of another format."""
    file = installed / f"{name}.json"
    file.write_bytes(damage(file.read_bytes()))
    assert is_damaged(anywhere(*ASKED))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("rows", [{"of": 1}, [1, 2, 3], [], [[]] * 19, None], ids=repr)
def test_rows_that_are_none_of_ours_are_damage(anywhere: Run, installed: Path, name: str, rows: object) -> None:
    """Even where the file as such is whole."""
    digest = "" if name == "record" else load(FENCE).record.digest
    (installed / f"{name}.json").write_bytes(packed(rows, name, digest))
    assert is_damaged(anywhere(*ASKED))


@pytest.mark.parametrize(("name", "other"), [("plans/7", "plans/table"), ("evidence", "record"), ("record", "plans/7")])
def test_a_file_under_the_name_of_another_is_damage(anywhere: Run, installed: Path, name: str, other: str) -> None:
    """No text is taken for another."""
    (installed / f"{name}.json").write_bytes((installed / f"{other}.json").read_bytes())
    assert is_damaged(anywhere(*ASKED))


@pytest.mark.parametrize("name", NAMES)
def test_files_of_two_records_do_not_mix(anywhere: Run, installed: Path, name: str) -> None:
    """As an update that was broken off leaves them."""
    loaded = load(FENCE)
    newer = compiled(loaded.record._replace(digest="0123456789ab"), loaded.evidence)
    (installed / f"{name}.json").write_bytes(newer[name])
    assert is_damaged(anywhere(*ASKED))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ["a pipe", "a device", "a folder", "a huge file"])
def test_what_is_no_file_of_the_record_is_not_read(anywhere: Run, installed: Path, name: str, kind: str) -> None:
    """Nothing is waited for, and nothing without an end is read."""
    file = installed / f"{name}.json"
    file.unlink()
    if kind == "a pipe":
        os.mkfifo(file)
    elif kind == "a device":
        file.symlink_to("/dev/zero")
    elif kind == "a folder":
        file.mkdir()
    else:
        with file.open("wb") as made:
            made.truncate(1 << 40)
    assert is_damaged(anywhere(*ASKED))


def test_the_record_is_not_written_over(anywhere: Run, installed: Path) -> None:
    """A file that the answer comes from is no output."""
    answer = anywhere(*ASKED, "-o", str(installed / "record.json"))
    assert (answer.code, answer.error["code"]) == (2, "output-is-input")


@pytest.mark.parametrize("line", ["check 7 -o loop", "export -o loop", "new plan --from 7 loop2/x.yaml"])
def test_a_link_to_itself_is_no_output(fence: Run, tmp_path: Path, environment: pytest.MonkeyPatch, line: str) -> None:
    """A link in a loop is a usage error, or is replaced by a whole file."""
    environment.chdir(tmp_path)
    for name in ("loop", "loop2"):
        (tmp_path / name).symlink_to(name)
    assert fence(*line.split()).code in (0, 2)
    assert not [file for file in tmp_path.iterdir() if file.name.startswith(".peacecli")]


@pytest.mark.parametrize(("line", "code"), [("check 7 -q", 0), ("check nope", 2)])
def test_a_closed_stderr_changes_no_exit_code(line: str, code: int) -> None:
    """`peacecli ... 2>&-` ends as it would."""
    command = f"{sys.executable} -m peacecli {line} 2>&- >/dev/null"
    assert subprocess.run(["sh", "-c", command], check=False, env=clean()).returncode == code


@pytest.mark.parametrize("key", ["1e999", "null", "[]"])
def test_a_saved_answer_whose_key_is_no_text_is_refused(fence: Run, tmp_path: Path, key: str) -> None:
    """In every format alike."""
    saved = fence("zone", "--json").out
    (tmp_path / "zone.json").write_text(re.sub(r'"key": "[^"]*"', f'"key": {key}', saved), encoding="utf-8")
    for named in ("text", "json", "csv"):
        assert fence("verify", str(tmp_path / "zone.json"), "--format", named).code == 3
