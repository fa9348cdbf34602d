"""How long a command takes, as a ratio to `python -c pass` of the same interpreter: python benchmarks/startup.py

Builds the wheel, installs it into a fresh environment, and runs every case once a round, so that whatever else the
machine does falls on all of them alike. No test runs this: a busy machine is no bug.
"""

import argparse
import os
import platform
import pty
import resource
import subprocess
import sys
import tempfile
import venv
from collections.abc import Mapping
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("typer", "rich", "pydantic", "pyyaml")
MEMORY_BAR = 40
CLEAN = {name: value for name, value in os.environ.items() if not name.startswith(("PEACECLI_", "PYTHON"))}
TERMINAL = {"COLUMNS": "140", "LINES": "50", "TERM": "xterm-256color"}
PEAK = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
"""Run by a small process of its own, since a child's peak begins at what its parent held when it was forked."""


class Case(NamedTuple):
    """A command line to time, with the ratio that it may reach (None: shown only)."""

    name: str
    command: tuple[str, ...]
    bar: float | None = None
    terminal: bool = False
    environment: Mapping[str, str] = CLEAN


def cases(python: str, peacecli: str) -> tuple[Case, ...]:
    """What is timed; the others are compared with the first."""
    diff = ("diff", "28", "20", "--json")
    data = ("--data", str(ROOT / "data" / "positions.yaml"))
    checkout = {**CLEAN, "PYTHONPATH": str(ROOT / "src")}
    return (
        Case("`python -c pass`", (python, "-c", "pass")),
        Case("`python -c 'import typer'`", (python, "-c", "import typer")),
        Case("`diff 28 20 --json`", (peacecli, *diff), 8),
        Case("`diff 28 20` in a pipe", (peacecli, "diff", "28", "20")),
        Case("`diff 28 20` on a terminal", (peacecli, "diff", "28", "20"), 15, terminal=True),
        Case("`--help` in a pipe", (peacecli, "--help"), 15),
        Case("`check 28 20 --json`", (peacecli, "check", "28", "20", "--json")),
        Case("`party russia --json`", (peacecli, "party", "russia", "--json")),
        Case("`matrix --json`", (peacecli, "matrix", "--json"), 12),
        Case("`--version`", (peacecli, "--version")),
        Case("`diff 28 20 --json` from a checkout", (python, "-m", "peacecli", *diff), 45, environment=checkout),
        Case("`diff 28 20 --json --data FILE`", (peacecli, *diff, *data), 45),
    )


def install(folder: Path) -> tuple[str, str]:
    """A fresh environment with the wheel of this work tree: its Python and its console script."""
    venv.create(folder / "venv", with_pip=True)
    binaries = folder / "venv" / "bin"
    python = str(binaries / "python")
    pip = (python, "-m", "pip", "--quiet", "--disable-pip-version-check")
    subprocess.run((*pip, "wheel", "--no-deps", "--wheel-dir", str(folder), str(ROOT)), check=True)
    subprocess.run((*pip, "install", *map(str, folder.glob("*.whl"))), check=True)
    return python, str(binaries / "peacecli")


def seconds(case: Case) -> tuple[float, float]:
    """From the start of the command to its end, with all that it wrote read; and the processor's time alone."""
    start, before = perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    if case.terminal:
        _run_on_terminal(case)
    else:
        subprocess.run(case.command, env=case.environment, capture_output=True, cwd="/", check=True)
    took, after = perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return took, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _run_on_terminal(case: Case) -> None:
    ours, theirs = pty.openpty()
    written = b""
    with subprocess.Popen(
        case.command, env={**case.environment, **TERMINAL}, stdin=theirs, stdout=theirs, stderr=theirs, cwd="/"
    ) as child:
        os.close(theirs)
        while chunk := _read(ours):
            written += chunk
    os.close(ours)
    if child.returncode or b"\x1b[" not in written:
        raise RuntimeError(f"{case.name} failed, or took the terminal for a pipe")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 1 << 16)
    except OSError:  # how Linux says that the last writer has gone
        return b""


def peak(python: str, case: Case) -> float:
    """The most memory that the command held, in megabytes of 10^6 bytes."""
    command = (python, "-I", "-S", "-c", PEAK, *case.command)
    done = subprocess.run(command, env=case.environment, capture_output=True, cwd="/", check=True)
    return int(done.stdout) * (1 if sys.platform == "darwin" else 1024) / 1e6


def verdict(figure: float, bar: float | None) -> str:
    """`pass` or `over`; nothing where there is no bar."""
    return "" if bar is None else "pass" if figure <= bar else "over"


def main() -> int:
    """Measure and print; with --check return 1 when a bar is exceeded."""
    parser = argparse.ArgumentParser(description="Time the commands against `python -c pass`.")
    parser.add_argument("--runs", type=int, default=30, help="rounds (default: 30)")
    parser.add_argument("--check", action="store_true", help="exit with 1 when a bar is exceeded")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        python, peacecli = install(Path(folder))
        timed = cases(python, peacecli)
        rounds = [[seconds(case) for case in timed] for _ in range(options.runs + 1)][1:]  # the first warms up
        memory = peak(python, timed[2])
        frozen = subprocess.run((python, "-m", "pip", "freeze"), capture_output=True, text=True, check=True).stdout
    versions = [line for line in frozen.splitlines() if line.partition("==")[0].lower() in PACKAGES]
    print(f"Python {platform.python_version()}, {', '.join(versions)}; {options.runs} interleaved runs\n")
    print("| command | ratio | bar | | of processor time | median, ms | middle half, ms |\n" + "| --- " * 7 + "|")
    clock, processor = (median(both[place] for both, *_ in rounds) for place in (0, 1))
    verdicts = [verdict(memory, MEMORY_BAR)]
    for case, times in zip(timed, zip(*rounds, strict=True), strict=True):
        took, busy = zip(*times, strict=True)
        low, middle, high = (1000 * quarter for quarter in quantiles(took, n=4))
        verdicts.append(verdict(middle / 1000 / clock, case.bar))
        figures = f"{middle / 1000 / clock:.1f} | {case.bar or ''} | {verdicts[-1]} | {median(busy) / processor:.1f}"
        print(f"| {case.name} | {figures} | {middle:.1f} | {low:.1f} to {high:.1f} |")
    print(f"\nPeak memory of `diff 28 20 --json`: {memory:.1f} MB (bar {MEMORY_BAR}, {verdicts[0]}).")
    return int(options.check and "over" in verdicts)


if __name__ == "__main__":
    sys.exit(main())
