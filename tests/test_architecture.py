"""What the shape of the code promises: layers, a pure engine, and nothing about any one negotiation in the program."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from peacecli.authoring.load import Loaded

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "peacecli"
CORE = sorted((PACKAGE / "core").rglob("*.py"))
EXAMPLES = PACKAGE / "cli"
"""Exempt from naming no party, plan or issue: the help shows examples that work on the record that comes along."""

NAMES = (
    r"russian? ukrain\w* american donetsk donbas\w* luhansk kherson zaporizhzhia crimea\w* kharkiv sumy kyiv kiev "
    r"moscow kremlin putin zelensk\w* trump witkoff lavrov ushakov rubio starmer duma rada nato brussels geneva "
    r"istanbul znpp dnipro kinburn"
)
IMPURE = {
    "os",
    "sys",
    "io",
    "time",
    "random",
    "pathlib",
    "subprocess",
    "socket",
    "tempfile",
    "logging",
    "locale",
    "getpass",
}


def test_imports_only_point_down() -> None:
    """The contracts of import-linter hold."""
    tool = Path(sys.executable).with_name("lint-imports")
    found = subprocess.run([tool, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout


def imported(file: Path) -> Iterator[str]:
    """The modules that a file imports."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_the_engine_does_not_know_the_deal_space() -> None:
    """What is built on the rest is imported by none of it."""
    deal = PACKAGE / "core" / "deal"
    rest = [file for file in CORE if deal not in file.parents]
    assert len(rest) < len(CORE)
    assert not [file for file in rest if any("core.deal" in name for name in imported(file))]


def users_of(package: str) -> list[Path]:
    """The files that import a package."""
    files = PACKAGE.rglob("*.py")
    return [file for file in files if any(name.partition(".")[0] == package for name in imported(file))]


def called(file: Path) -> Iterator[str]:
    """The names of the functions and methods that a file calls."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


@pytest.mark.parametrize("file", CORE, ids=lambda file: file.name)
def test_the_engine_is_pure(file: Path) -> None:
    """Nothing in the engine prints, reads, writes, or asks what time it is."""
    assert {name.partition(".")[0] for name in imported(file)} & IMPURE == set()
    assert {"print", "open", "input", "today", "now"} & set(called(file)) == set()


@pytest.mark.parametrize("name", ["pydantic", "yaml"])
def test_only_authoring_reads_what_people_write(name: str) -> None:
    """Pydantic and YAML are imported in `authoring` alone."""
    assert {file.relative_to(PACKAGE).parts[0] for file in users_of(name)} == {"authoring"}


def test_only_the_terminal_imports_rich() -> None:
    """Rich is imported where a terminal is written, and nowhere else."""
    assert [file.name for file in users_of("rich")] == ["terminal.py"]


def test_nothing_in_the_program_names_this_negotiation(loaded: Loaded) -> None:
    """No party, place or person of the record that comes along stands in the program, but for the help's examples."""
    parties = [word for party in loaded.record.parties.values() for word in (party.label, *party.aliases)]
    words = [*NAMES.split(), *(re.escape(word) for word in parties if len(word) > 3)]
    pattern = re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)
    found = {
        f"{file.relative_to(PACKAGE)}:{number}: {line.strip()}"
        for file in PACKAGE.rglob("*.py")
        if EXAMPLES not in file.parents
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if pattern.search(line)
    }
    assert found == set()


def test_the_names_would_be_found() -> None:
    """The words looked for do stand in the help's examples, so the search finds what it looks for."""
    text = " ".join(file.read_text(encoding="utf-8") for file in EXAMPLES.glob("*.py")).lower()
    assert {"russia", "ukraine"} <= set(re.findall(r"\w+", text))
