"""The wheel: it carries the compiled record, answers as the checkout does, and imports only what it needs.

One slow module: it builds the wheel and installs it, with what it depends on, into a fresh environment.
"""

import json
import shutil
import subprocess
import sys
import venv
import zipfile
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import pytest

from peacecli.authoring import load as loading
from peacecli.authoring.load import Loaded, load
from peacecli.version import VERSION
from tests.running import Run, clean

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
HEAVY = {"pydantic", "yaml", "rich", "importlib.metadata", "importlib.resources"}
MODULES = (
    "import sys\nfrom peacecli.__main__ import main\ncode = main({args!r})\n"
    "import json\nsys.stderr.write(json.dumps(sorted(sys.modules)))\nsys.exit(code)\n"
)


class Installed(NamedTuple):
    """An installed wheel, the copy of the checkout it was built from, and an empty folder to run in."""

    wheel: Path
    python: Path
    checkout: Path
    empty: Path

    def run(self, *args: str) -> subprocess.CompletedProcess[bytes]:
        """`peacecli ARGS` of the wheel."""
        return self._process(self.python.with_name("peacecli"), *args)

    def python_code(self, code: str) -> subprocess.CompletedProcess[bytes]:
        """Code in the Python of the fresh environment."""
        return self._process(self.python, "-c", code)

    def _process(self, *command: str | Path) -> subprocess.CompletedProcess[bytes]:
        environment = clean(PYTHONPATH="")
        del environment["PEACECLI_DATA"]
        return subprocess.run(command, cwd=self.empty, env=environment, capture_output=True, check=False)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel of a copy of this checkout, installed."""
    folder = tmp_path_factory.mktemp("package")
    checkout, empty = folder / "checkout", folder / "empty"
    shutil.copytree(ROOT, checkout, ignore=shutil.ignore_patterns(".*", "tests", "__pycache__", "build", "dist"))
    empty.mkdir()
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    isolation = ["--no-build-isolation"] if find_spec("hatchling") else []
    _succeed([*pip, "wheel", "--no-deps", *isolation, "--wheel-dir", folder, checkout], empty)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "venv", with_pip=False)
    python = folder / "venv" / "bin" / "python"
    _succeed([*pip, "--python", python, "install", wheel], empty)
    return Installed(wheel, python, checkout, empty)


@pytest.fixture(scope="module")
def from_yaml(installed: Installed) -> Loaded:
    """The record that the wheel was made from, read from its YAML."""
    return load(installed.checkout / "data" / "positions.yaml")


@pytest.fixture
def checkout(anywhere: Run, environment: pytest.MonkeyPatch, installed: Installed, from_yaml: Loaded) -> Run:
    """Runs a command on the YAML that the wheel was made from."""
    environment.setattr("peacecli.views.shared.VERSION", VERSION)
    environment.setattr(loading, "load", lambda _: from_yaml)
    environment.setenv("PEACECLI_DATA", str(installed.checkout / "data" / "positions.yaml"))
    return anywhere


def _succeed(command: list[str | Path], folder: Path) -> None:
    found = subprocess.run(command, cwd=folder, env=clean(PYTHONPATH=""), capture_output=True, text=True, check=False)
    if found.returncode:
        raise RuntimeError(found.stdout + found.stderr)


def test_the_wheel_carries_the_compiled_record(installed: Installed) -> None:
    """In the wheel are the program, the record as two JSON files, the mark of its types and both licences."""
    with zipfile.ZipFile(installed.wheel) as wheel:
        names = wheel.namelist()
    wanted = ("compiled/record.json", "compiled/evidence.json", "py.typed", "__main__.py")
    assert {f"peacecli/{name}" for name in wanted} <= set(names)
    assert {Path(name).name for name in names if "/licenses/" in name} == {"LICENSE", "LICENSE-DATA"}
    assert [name for name in names if name.endswith((".yaml", ".md")) or name.startswith("tests")] == []


def test_it_runs_from_an_empty_folder(installed: Installed, checkout: Run) -> None:
    """The first command of the README works where there is nothing but the installed program."""
    found = installed.run("diff", "28", "20")
    assert (found.returncode, found.stderr, list(installed.empty.iterdir())) == (0, b"", [])
    assert found.stdout.decode() == checkout("diff", "28", "20").out


def test_it_knows_its_version(installed: Installed) -> None:
    """The version of the wheel, of the program and of its metadata are one."""
    assert installed.run("--version").stdout.startswith(f"peacecli {VERSION} (record ".encode())
    assert installed.wheel.name.split("-")[1] == VERSION


@pytest.mark.parametrize(
    "line",
    [
        "diff 28 20", "diff 28 19 20 --all", "check 28 20 --stance all", "party russia", "plan 20", "issue army",
        "explain 28 ukraine", "search pokrovsk", "list issues",
        "list plans", "list sources", "list statements", "list events", "--version",
    ],
)  # fmt: skip
def test_it_answers_as_the_checkout_does(installed: Installed, checkout: Run, line: str) -> None:
    """JSON from the compiled record and from the YAML are the same bytes."""
    found = installed.run(*line.split(), "--json")
    assert (found.returncode, found.stdout.decode(), found.stderr.decode()) == checkout(*line.split(), "--json")
    assert found.stdout.startswith(b"{\n")


@pytest.mark.parametrize("line", ["diff 28 20 --json", "diff 28 20", "check 28 --json", "explain 28 ukraine --json"])
def test_it_imports_only_what_it_needs(installed: Installed, line: str) -> None:
    """An answer in a pipe needs neither Pydantic nor YAML nor Rich, nor what looks for packages and their files."""
    found = installed.python_code(MODULES.format(args=line.split()))
    assert set(json.loads(found.stderr)) & HEAVY == set()
    assert found.returncode == 0


def test_it_has_no_files_to_validate(installed: Installed) -> None:
    """`validate` alone has nothing to check, and says so; named files it can check."""
    alone, named = installed.run("validate"), installed.run("validate", str(installed.checkout / "data"))
    assert (alone.returncode, named.returncode) == (3, 0)


def test_another_negotiation_can_be_read(installed: Installed) -> None:
    """--data reads another negotiation's YAML with an installed program too."""
    found = installed.run("list", "plans", "--json", "--data", str(ROOT / "tests" / "fence" / "positions.yaml"))
    assert [plan["id"] for plan in json.loads(found.stdout)["plans"]] == ["handshake", "7", "table", "letter"]
