"""Where an answer goes: a file is written whole or not at all, and never one that the answer is made from."""

import errno
import io
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from peacecli import store
from peacecli.authoring.load import load
from peacecli.core.codec import apart, encode, packed
from tests.running import Run, clean
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


# --- the installed record ---------------------------------------------------------------------------


@pytest.fixture
def compiled(environment: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The small negotiation as an installed package carries it."""
    loaded = load(FENCE)
    record, plans = apart(encode(loaded.record))
    parts = {"record": record, "evidence": encode(loaded.evidence), **{f"plans/{name}": plans[name] for name in plans}}
    (tmp_path / "plans").mkdir()
    for name, rows in parts.items():
        (tmp_path / f"{name}.json").write_bytes(packed(rows))
    environment.setattr(store, "COMPILED", tmp_path)
    return tmp_path


def test_a_sound_record_answers(anywhere: Run, compiled: Path) -> None:
    """As the YAML does."""
    assert compiled.is_dir()
    found = anywhere("explain", "7", "alder", "--json")
    assert found.err == ""
    assert (found.code, found.out) == (0, anywhere("explain", "7", "alder", "--json", "--data", str(FENCE)).out)


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "without its end": lambda content: content[:-1],
    "cut in half": lambda content: content[: len(content) // 2],
    "one letter changed": lambda content: content.replace(b"e", b"f", 1),
    "a control character": lambda content: content[:100] + b"\x00" + content[101:],
    "another format": lambda content: content.replace(b'"format":', b'"format":1'),
    "nested deep": lambda content: b"[" * len(content),
    "a mark of UTF-16": lambda content: b"\xff\xfe" + content,
    "an object": lambda content: packed({"of": len(content)}),
    "other rows": lambda content: packed([1, 2, len(content)]),
    "nothing": lambda content: content[:0],
}


@pytest.mark.parametrize("name", ["record", "evidence", "plans/7"])
@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_record_is_said_to_be_damaged(
    anywhere: Run, compiled: Path, name: str, damage: Callable[[bytes], bytes]
) -> None:
    """Cut off, changed in one place, of another format, or of other types."""
    file = compiled / f"{name}.json"
    file.write_bytes(damage(file.read_bytes()))
    answer = anywhere("explain", "7", "alder", "--json")
    assert (answer.code, answer.error["code"]) == (3, "damaged-record")


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
