"""What a coder noted stands beside what it is about, in every answer that shows that."""

from pathlib import Path

import pytest

from tests.running import Run
from tests.small import Change, negotiation

VARIANTS = """
variants:
  - id: fair
    title: The fair copy
    kind: copy
    date: 2024-05-16
    says: Without the coffee.
    sources: [minutes]
  - id: rough
    title: The rough copy
    kind: copy
    sources: [minutes]
struck:
  - issue: fence.gate
    says: A gate at the brook.
    still_discussed: true
    sources: [minutes]
"""
CHANGES = (
    Change("parties/alder.yaml", "    says: Took it but for the gate.\n",
           "    says: Took it but for the gate.\n    note: She had not slept.\n"),
    Change("parties/alder.yaml", "says: Wrote that a fence with a hole is no fence.\n",
           "says: Wrote that a fence with a hole is no fence.\n        note: In a dream.\n"),
    Change("parties/alder.yaml", "about: Whether the tree matters\n",
           "about: Whether the tree matters\n    note: He may have joked.\n"),
    Change("plans/table.yaml", "value: 160\n            sources: [minutes]\n",
           "value: 160\n            sources: [minutes]\n            variants: [fair]\n"),
    Change("plans/table.yaml", "value: old-stones\n", "value: old-stones\n        absent_from: [fair, rough]\n"),
    Change("plans/table.yaml", "    status: unpublished\n", "    status: unpublished\n    date: 2024-05~\n"),
    Change("plans/table.yaml", "", VARIANTS),
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
        ("plan table", "    Coder's note on Wood: Oak, if it can be had."),
        ("plan table", "    160 cm: in table@fair"),
        ("plan table", "  Line at the road: On the old stones (unverified) (not in table@fair, table@rough)"),
        ("plan table", "    Coder's note: The willow stands there."),
        ("plan table", "  A sketch (unpublished, about 2024-05): Where the posts go."),
        ("plan table", "  table@fair: The fair copy (copy, 2024-05-16): Without the coffee."),
        ("plan table", "  table@rough: The rough copy (copy)"),
        ("plan table", "  A gate at the brook. (Gate; still under discussion)"),
        ("explain table:birch-line", "(from the willow on; inferred)"),
        ("explain table:birch-line", "    Coder's note: The willow stands there."),
        ("explain table@rough:birch-line", "(from the willow on; inferred)"),
        ("explain table:alder-height", "    Coder's note on no limit: The gazette has no figure."),
        ("explain table:alder-height", "    160 cm: in table@fair"),
        ("explain table:alder-gate", "    Coder's note: In a dream."),
        ("explain table:alder-pear", "  Coder's note: He may have joked."),
        ("explain table:alder-hedge", "Note: Coder's reading of a remark on birds."),
        ("party alder", "    Coder's note: He may have joked."),
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


def test_json_says_which_variant_reads_how(ask: Run) -> None:
    """Of a term which variants lack it, of a reading which have it."""
    terms = {term["issue"]: term for term in ask("plan", "table", "--json").json["terms"]}
    assert terms["line.front"]["absent_from"] == ["fair", "rough"]
    assert [option["variants"] for option in terms["fence.height"]["options"]] == [["fair"], []]


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("explain 28:eu-forces-cap", "Acceptable: 800,000 people or more (unclear: 600,001 to 799,999 people)."),
        ("party eu", "800,000 people or more (unclear: 600,001 to 799,999 people)"),
        ("issue forces.cap", "800,000 people (the rest unclear)"),
    ],
)
def test_what_a_party_left_unclear_is_said(real: Run, command: str, words: str) -> None:
    """Beside what it accepts; the table of `check` has verdicts instead."""
    assert words in real(*command.split()).out
    assert "unclear: 600" not in real("check", "28", "--party", "eu", "--stance", "demand").out
