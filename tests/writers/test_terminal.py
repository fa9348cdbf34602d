"""Tables on a terminal: what does not fit beside goes on below, and nothing is lost or too narrow to read."""

import re

import pytest

from peacecli.views.page import Column, Page, table, whole
from peacecli.writers.terminal import LEGIBLE, for_terminal

TITLES = [f"Plan{letter}" for letter in "abcdefghijklm"]
WORD = "unquestionably"
ID = "somebody-somewhere/2025-11-30"


def shown(environment: pytest.MonkeyPatch, width: int, columns: tuple[str | Column, ...], rows: int = 2) -> str:
    """A table of that many rows, on a terminal of that width."""
    environment.setenv("COLUMNS", str(width))
    cells = [(ID, *(f"{WORD} {row}" for _ in columns[1:])) for row in range(rows)]
    return for_terminal(Page((table(columns, [*cells]),), ""), coloured=False)


@pytest.mark.parametrize("width", [40, 60, 80, 140])
@pytest.mark.parametrize("count", [1, 2, 5, 13])
def test_no_column_is_lost(environment: pytest.MonkeyPatch, width: int, count: int) -> None:
    """However many there are: each title stands once, the first column beside every part."""
    out = shown(environment, width, (Column("Id", 1), *(Column(title, 3) for title in TITLES[:count])))
    titles = [title for line in out.splitlines() if line.startswith("Id ") for title in line.split()]
    assert [title for title in titles if title != "Id"] == TITLES[:count]
    assert max(map(len, out.splitlines())) <= width
    letters = re.sub(r"[^a-z]", "", out)
    assert len(letters) >= 2 * count * len(WORD)


@pytest.mark.parametrize("width", [40, 80])
def test_no_column_is_too_narrow_to_read(environment: pytest.MonkeyPatch, width: int) -> None:
    """A long word is broken, but not into pieces shorter than what is legible."""
    out = shown(environment, width, (Column("Id", 1), *(Column(title, 3) for title in TITLES)))
    assert WORD[:LEGIBLE] in out


@pytest.mark.parametrize(("width", "broken"), [(80, False), (44, False), (20, True)])
def test_an_id_stays_whole_where_it_can(environment: pytest.MonkeyPatch, width: int, broken: bool) -> None:
    """Whatever stands beside it."""
    out = shown(environment, width, (whole("Id", [ID]), Column("Says", 9), Column("Why", 3, 12)))
    assert (ID not in out) == broken


def test_a_share_is_kept_where_there_is_room(environment: pytest.MonkeyPatch) -> None:
    """Columns divide what the others leave, and a column is never narrower than it asks for."""
    columns = (Column("First"), Column("Second", 1, 30), Column("Third", 3), Column("Fourth", 1))
    head = shown(environment, 140, columns).splitlines()[0]
    second, third, fourth = (head.index(title) for title in ("Second", "Third", "Fourth"))
    assert second == len(ID) + 2
    assert third - second == 32
    assert fourth - third == pytest.approx(3 * (140 - fourth), abs=8)
