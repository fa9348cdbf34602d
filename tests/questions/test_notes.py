"""What a coder noted stands beside what it is about, in every answer that shows that."""

from pathlib import Path

import pytest

from tests.running import Run
from tests.small import Change, negotiation

CHANGES = (
    Change("parties/alder.yaml", "    says: Took it but for the gate.\n",
           "    says: Took it but for the gate.\n    note: She had not slept.\n"),
)  # fmt: skip


@pytest.fixture
def ask(anywhere: Run, tmp_path: Path) -> Run:
    """Runs a command on the small negotiation with more notes."""
    path, _ = negotiation(tmp_path, *CHANGES)
    return lambda *args: anywhere(*args, "--data", str(path))


@pytest.mark.parametrize(
    ("command", "line"),
    [
        ("plan 7", "    Coder's note: She had not slept."),
        ("plan 7", "  2024-04-03  Anna Alder, Owner (Alder family), rejects in part: Took it but for the gate."),
        ("party alder", "Anna Alder, Owner: Took it but for the gate. Coder's note: She had not slept."),
        ("timeline", "rejects in part: Took it but for the gate. Coder's note: She had not slept."),
        ("search took gate", "    Coder's note: She had not slept."),
        ("search took gate", "  7/2024-04-03  Anna Alder, Owner, 2024-04-03"),
        ("search slept", "  7/2024-04-03  Anna Alder, Owner, 2024-04-03"),
    ],
)
def test_text_says_it(ask: Run, command: str, line: str) -> None:
    """On a line of its own or, in a table, behind the words."""
    out = ask(*command.split()).out
    assert any(line in one for one in out.splitlines())


@pytest.mark.parametrize(
    ("command", "path"),
    [
        ("plan 7", "reactions"),
        ("party alder", "reactions"),
        ("timeline --kind reaction", "entries"),
        ("search took gate", "hits"),
    ],
)
def test_json_says_it(ask: Run, command: str, path: str) -> None:
    """In a field `note` of what it is about."""
    (one,) = ask(*command.split(), "--json").json[path]
    assert one["note"] == "She had not slept."
