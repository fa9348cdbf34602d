"""What all tests share: how Hypothesis works here, the real record, and how a command is run."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from peacecli.__main__ import main
from peacecli.authoring import load as loading
from peacecli.authoring.load import Loaded, load
from tests.running import Answer, Run
from tests.small import FENCE

DATA = Path(__file__).parent.parent / "data" / "positions.yaml"
VARIABLES = ("DATA", "FORMAT", "COLOR", "AS_OF", "DEBUG", "COMPLETE")

settings.register_profile(
    "peacecli",
    deadline=None,
    max_examples=100,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("peacecli")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`pytest tests/cli/test_golden.py --update-golden` writes tests/golden/ anew."""
    parser.addoption("--update-golden", action="store_true", help="write tests/golden/ anew")


def pytest_configure(config: pytest.Config) -> None:
    """`-m "not slow"` leaves out what builds and installs the package."""
    config.addinivalue_line("markers", "slow: builds and installs the package")


@pytest.fixture(scope="session")
def loaded() -> Loaded:
    """The real record with its evidence, read from `data/`."""
    return load(DATA)


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """An environment without anything that would change an answer."""
    for name in VARIABLES:
        monkeypatch.delenv(f"PEACECLI_{name}", raising=False)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "COLUMNS", "LINES", "TTY_COMPATIBLE", "_PEACECLI_COMPLETE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    return monkeypatch


@pytest.fixture
def anywhere(capsys: pytest.CaptureFixture[str], environment: pytest.MonkeyPatch) -> Iterator[Run]:
    """Runs a command with the record that it finds or is told to read."""
    environment.setattr("peacecli.views.shared.VERSION", "0.0.0")

    def run(*args: str) -> Answer:
        code = main(args)
        return Answer(code, *capsys.readouterr())

    yield run
    gc.enable()


@pytest.fixture
def fence(anywhere: Run, environment: pytest.MonkeyPatch) -> Run:
    """Runs a command on the small negotiation."""
    environment.setenv("PEACECLI_DATA", str(FENCE))
    return anywhere


@pytest.fixture
def real(anywhere: Run, environment: pytest.MonkeyPatch, loaded: Loaded) -> Run:
    """Runs a command on the real record, which is read once for all tests."""
    environment.setenv("PEACECLI_DATA", str(DATA))
    environment.setattr(loading, "load", lambda path: loaded if path == DATA else load(path))
    return anywhere
