"""The tutorial and the recipes work as they are written."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import DATA
from tests.running import clean

DOCS = Path(__file__).parent.parent.parent / "docs"
FENCE = re.compile(r"^```(sh|python|text)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Block(NamedTuple):
    """A fenced block of a document."""

    language: str
    text: str

    @property
    def needs(self) -> list[str]:
        """The tools that its first line asks for."""
        first = self.text.partition("\n")[0]
        return first.removeprefix("# needs ").split() if first.startswith("# needs ") else []


def blocks(name: str) -> list[Block]:
    """The blocks of a document, in order."""
    return [Block(*match.groups()) for match in FENCE.finditer((DOCS / name).read_text(encoding="utf-8"))]


def environment(folder: Path, **variables: str) -> dict[str, str]:
    """The environment of a reader who has peacecli on the path."""
    tools = folder / "bin"
    tools.mkdir(parents=True)
    command = tools / "peacecli"
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m peacecli "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    path = os.pathsep.join((str(tools), str(Path(sys.executable).parent), os.environ["PATH"]))
    return clean(PATH=path, PYTHONWARNINGS="", **variables)


def ran(command: list[str], folder: Path, variables: dict[str, str]) -> str:
    """What a command wrote, where it succeeded."""
    found = subprocess.run(command, cwd=folder, env=variables, capture_output=True, text=True, check=False)
    assert (found.returncode, "Traceback" in found.stderr) == (0, False), found.stderr + found.stdout
    return found.stdout


def test_the_tutorial_runs_as_written(tmp_path: Path) -> None:
    """Command by command, in one shell, from an empty folder."""
    commands = "".join(block.text for block in blocks("tutorial.md") if block.language == "sh")
    work = tmp_path / "work"
    work.mkdir()
    variables = environment(tmp_path)
    del variables["PEACECLI_DATA"]
    said = ran(["bash", "-eu", "-c", commands], work, variables)
    assert "150 to 160 cm" in said
    assert "the first draft crosses a line" in said
    assert said.count("THE RECORD IS SOUND") == 4
    (shown,) = (block.text for block in blocks("tutorial.md") if block.language == "text")
    assert shown in said
    assert {path.name for path in (work / "river").iterdir()} >= {"river.db", "river-csv", "verdicts.csv", "draft.yaml"}


def recipes() -> Iterator[object]:
    """The recipes, each with the tools it needs."""
    for number, block in enumerate(blocks("scripting.md"), 1):
        yield pytest.param(block, id=f"{number}-{'-'.join(block.needs) or block.language}")


@pytest.mark.parametrize("block", list(recipes()))
def test_a_recipe_runs_as_written(tmp_path: Path, block: Block) -> None:
    """On the record that comes along, in a folder of its own."""
    for tool in block.needs:
        if not (shutil.which(tool, path=environment_path()) or find_spec(tool)):
            pytest.skip(f"{tool} is not installed")
    work = tmp_path / "work"
    work.mkdir()
    variables = environment(tmp_path, PEACECLI_DATA=str(DATA))
    command = ["bash", "-euo", "pipefail", "-c"] if block.language == "sh" else [sys.executable, "-c"]
    ran([*command, block.text], work, variables)


def environment_path() -> str:
    """Where tools are looked for."""
    return os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
