"""Long work: limits, what was found so far, and interrupts."""

import signal
from typing import Any

import pytest

from peacecli.cli import search_engine
from peacecli.cli.search_engine import Engine
from peacecli.cli.watch import Watch
from peacecli.core.deal.cells import Constraints
from peacecli.core.deal.minimal import Found, conflict_sets
from peacecli.core.deal.stopping import Stop, never
from tests.running import Run

COMMANDS = ("conflicts", "concessions", "packages")


@pytest.mark.parametrize("command", COMMANDS)
def test_no_time(fence: Run, command: str) -> None:
    """A time limit that is over at once leaves an answer that says so, and is no failure."""
    answer = fence(command, "--stance", "all", "--time-limit", "0", "--json")
    assert (answer.code, answer.err) == (0, "")
    assert answer.json["summary"]["complete"] is False
    assert "Not complete" in fence(command, "--stance", "all", "--time-limit", "0").out


@pytest.mark.parametrize("command", COMMANDS)
def test_time_enough(fence: Run, command: str) -> None:
    """A limit that is not reached changes nothing."""
    free = fence(command, "--stance", "all", "--json")
    assert free.json["summary"]["complete"] is True
    assert fence(command, "--stance", "all", "--time-limit", "60", "--limit", "1000", "--json").out == free.out


@pytest.mark.parametrize("limit", [1, 2])
def test_limits(real: Run, limit: int) -> None:
    """At most so many conflicts, ways out of each cluster, packages; the smallest, and said to be cut."""
    stances = ("--stance", "red_line", "--stance", "demand", "--limit", str(limit), "--json")
    conflicts: Any = real("conflicts", *stances).json
    assert (len(conflicts["conflicts"]), conflicts["summary"]["complete"]) == (limit, False)
    assert all(len(one["positions"]) == 2 for one in conflicts["conflicts"])
    assert conflicts["summary"]["all_up_to"] == 1
    concessions: Any = real("concessions", *stances).json
    assert max(len(cluster["sets"]) for cluster in concessions["clusters"]) == limit
    assert concessions["summary"]["complete"] is False
    assert concessions["summary"]["smallest"] == sum(cluster["smallest"] for cluster in concessions["clusters"])
    packages: Any = real("packages", *stances).json
    assert (len(packages["packages"]), packages["summary"]["complete"]) == (limit, False)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_partial_answer_verifies(real: Run, command: str, tmp_path: Any) -> None:
    """Each claim of an answer that was cut holds."""
    file = tmp_path / "saved.json"
    real(command, "--stance", "all", "--limit", "2", "--json", "--output", str(file))
    assert real("verify", str(file)).code == 0


@pytest.mark.parametrize("command", COMMANDS)
def test_interrupted(fence: Run, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends the search; what was found so far is written, marked as partial, and the code tells."""

    def interrupted(constraints: Constraints, cluster: list[int], stop: Stop) -> Found:
        found = conflict_sets(constraints, cluster, never)
        signal.raise_signal(signal.SIGINT)
        return found._replace(complete=not stop())

    monkeypatch.setattr(f"peacecli.cli.{command}.engine", lambda _: Engine(interrupted, None))  # type: ignore[arg-type]
    before = signal.getsignal(signal.SIGINT)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search_engine, "conflict_sets", interrupted)
        answer = fence(command, "--party", "alder", "--issue", "fence.height", "--stance", "all", "--json")
    assert answer.code == 130
    assert answer.json["summary"]["complete"] is False
    assert signal.getsignal(signal.SIGINT) is before


def test_a_second_interrupt_ends_it() -> None:
    """Who presses Ctrl-C twice does not wait."""
    with Watch("Waiting", None) as watch:
        signal.raise_signal(signal.SIGINT)
        assert (watch.stop(), watch.code) == (True, 130)
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)


def test_the_spinner_is_for_terminals(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """On a terminal long work shows itself on stderr, in a pipe never."""
    monkeypatch.setattr("peacecli.cli.watch.PATIENCE", -1)
    with Watch("Looking for deals", 60) as watch:
        assert not watch.stop()
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with Watch("Looking for deals", 60) as watch:
        assert not watch.stop()
    assert "Looking for deals" in capsys.readouterr().err


def test_the_solver_is_an_extra(fence: Run) -> None:
    """Without python-sat, --solver says what to install; with it, it answers the same."""
    answer = fence("conflicts", "--stance", "all", "--solver", "--json")
    try:
        import pysat  # noqa: F401
    except ImportError:
        assert (answer.code, answer.out, "peacecli[solver]" in answer.err) == (2, "", True)
    else:
        assert answer.out == fence("conflicts", "--stance", "all", "--json").out
