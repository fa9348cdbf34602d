"""A page on a terminal, with Rich."""

from collections.abc import Iterator
from io import StringIO
from shutil import get_terminal_size
from typing import TextIO

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from peacecli.errors import Complaint
from peacecli.views.page import Block, Cell, Heading, Line, Page, Style, Table
from peacecli.writers.quoted import complaint_text
from peacecli.writers.safe import safe

STYLES: dict[Style, str] = {"": "", "strong": "bold", "dim": "dim", "crossed": "bold magenta"}
"""Readable on dark and light backgrounds; no red or green, since no direction is good or bad in itself."""
GAP = 2
"""What stands between two columns in a table without lines."""
LEGIBLE = 10
"""So many characters of a line can still be read."""


def for_terminal(page: Page, coloured: bool) -> str:
    """The page laid out for the terminal's width, with or without colours."""
    width, height = get_terminal_size()
    file = StringIO()
    console = Console(
        file=file,
        width=width,
        height=height,
        color_system="standard" if coloured else None,
        force_terminal=coloured,
        no_color=not coloured,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    for block in page.blocks:
        _print(console, block)
    console.print()
    console.print(Text(safe(page.note), style="dim"))
    return file.getvalue()


class Spinner:
    """A sign of work with the time passed, and a bar where `seconds` limit it; it vanishes when stopped."""

    def __init__(self, title: str, seconds: float | None, stream: TextIO) -> None:
        from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # long work only

        bar = [BarColumn()] if seconds else []
        columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), *bar, TimeElapsedColumn())
        self._progress = Progress(*columns, console=Console(file=stream), transient=True)
        self._task = self._progress.add_task(f"{title} (Ctrl-C: what was found so far)", total=seconds)
        self._progress.start()

    def passed(self, seconds: float) -> None:
        """Move the bar."""
        self._progress.update(self._task, completed=seconds)

    def stop(self) -> None:
        """Take it off the terminal."""
        self._progress.stop()


def _print(console: Console, block: Block) -> None:
    if isinstance(block, Heading):
        console.print()
        console.print(Text(safe(block.text), style="bold underline" if block.level == 1 else "bold"))
    elif isinstance(block, Line):
        text = Text.assemble(*(_text(piece) for piece in block.pieces))
        console.print(Padding(text, (0, 0, 0, block.indent), expand=False))
    elif isinstance(block, Complaint):
        console.print(Text(complaint_text(block, console.width)))
    else:
        for part in _parts(block, console.width):
            console.print(_table(part, console.width))


def _parts(block: Table, room: int) -> Iterator[Table]:
    """The table, or as many as it takes for its columns to find room."""
    last = len(block.columns)
    while last > block.repeat + 1 and sum(_narrowest(_part(block, block.repeat, last))) > _without_gaps(last, room):
        last -= 1
    yield _part(block, block.repeat, last)
    if last < len(block.columns):
        yield from _parts(_part(block, last, len(block.columns)), room)


def _part(block: Table, first: int, last: int) -> Table:
    """The repeated columns with those from `first` to before `last`."""
    columns = block.columns[: block.repeat] + block.columns[first:last]
    return Table(columns, tuple(row[: block.repeat] + row[first:last] for row in block.rows), block.repeat)


def _without_gaps(columns: int, room: int) -> int:
    return room - GAP * (columns - 1)


def _narrowest(block: Table) -> list[int]:
    """The least width of each column: what does not wrap needs its longest cell, what does its longest word, but of a
    long one no more than is legible.
    """
    found = []
    for index, column in enumerate(block.columns):
        texts = [column.title, *(safe(row[index].text) for row in block.rows)]
        words = [word for text in texts for word in text.split()] if column.share else texts
        longest = max(map(cell_len, words), default=0)
        found.append(max(column.width, min(longest, LEGIBLE) if column.share else longest))
    return found


def _widths(block: Table, room: int) -> list[int]:
    """The width of each column: the least, and of the room left to those that wrap their shares, if that is more."""
    widths = _narrowest(block)
    shared = [index for index, column in enumerate(block.columns) if column.share]
    left, shares = 0, 0
    while shared:
        left = room - sum(width for index, width in enumerate(widths) if index not in shared)
        shares = sum(block.columns[index].share for index in shared)
        roomy = [index for index in shared if left * block.columns[index].share >= widths[index] * shares]
        if roomy == shared:
            break
        shared = roomy
    for index in shared:
        widths[index] = left * block.columns[index].share // shares
    return widths


def _text(cell: Cell) -> Text:
    return Text(safe(cell.text), style=STYLES[cell.style])


def _table(block: Table, room: int) -> RichTable:
    table = RichTable(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1, 0, 0))
    widths = _widths(block, _without_gaps(len(block.columns), room))
    for column, width in zip(block.columns, widths, strict=True):
        table.add_column(Text(safe(column.title)), width=width, no_wrap=not column.share, overflow="fold")
    for row in block.rows:
        table.add_row(*(_text(cell) for cell in row))
    return table
