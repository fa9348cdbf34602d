"""What was said after the day asked about is in no answer about that day."""

from pathlib import Path

import pytest

from peacecli.core.known import said_by
from tests.running import Run
from tests.small import Change, negotiation

LATER = Change(
    "parties/alder.yaml",
    "      - says: It does not.\n        speaker: arno\n",
    "      - says: It does not.\n        speaker: arno\n        date: 2024-04-10\n",
)


@pytest.fixture
def ask(anywhere: Run, tmp_path: Path) -> Run:
    """Runs a command on the small negotiation, where one side of a difference has a date."""
    path, _ = negotiation(tmp_path, LATER)
    return lambda *args: anywhere(*args, "--data", str(path))


@pytest.mark.parametrize(
    ("date", "day", "said"),
    [
        (None, "2024-01-01", True),
        ("2024-04-10", "2024-04-10", True),
        ("2024-04-10", "2024-04-09", False),
        ("2024-04", "2024-04-09", True),
        ("2024-05", "2024-04-30", False),
        ("2024-04-10~", "2024-04-09", True),
        ("2024-05-01~", "2024-04-30", False),
        ("2024~", "2024-04-30", True),
        ("2024-04-10", "2024-04", True),
        ("2024-04-10", "2023", False),
    ],
)
def test_by_a_day(date: str | None, day: str, said: bool) -> None:
    """The benefit of the doubt for what has no date and within the month of an approximate one."""
    assert said_by(date, day) == said


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize(
    ("command", "words", "before", "said"),
    [
        ("explain 7:alder-pear", "It does not.", "2024-04-09", "2024-04-10"),
        ("explain 7:alder-pear", "It does.", "2024-04-09", "2024-04-10"),
        ("party alder", "It does not.", "2024-04-09", "2024-04-10"),
        ("party alder", "Took it but for the gate.", "2024-04-02", "2024-04-03"),
        ("check 7 --issue gate", "The priest", "2024-04-06", "2024-04-07"),
        ("check 7 --issue gate", "The priest", "2024-04-06", "plan"),
        ("explain 7:alder-gate", "The priest", "2024-04-06", "plan"),
        ("explain 7:alder-gate", "The priest", "2024-04-06", "2024-04-07"),
        ("explain 7:alder-height", "Had not heard of it.", "2024-05-01", "2024-05-02"),
    ],
)
def test_what_was_said_later_is_left_out(ask: Run, command: str, words: str, before: str, said: str, form: str) -> None:
    """Until the day on which it was said; of two sides the other one goes with it. On its own date a text is judged."""
    assert words not in ask(*command.split(), "--as-of", before, "--format", form).out
    assert words in ask(*command.split(), "--as-of", said, "--format", form).out


def test_a_later_text_is_no_text_of_its_own(ask: Run) -> None:
    """It stands with the party from its own day on."""
    found = [
        [one["plan"] for one in ask("party", "alder", "--as-of", day, "--json").json["own_texts"]]
        for day in ("2024-05-14", "2024-05-15")
    ]
    assert found == [[], ["table"]]
