"""A page on a terminal, with Rich."""

from collections.abc import Iterator
from io import StringIO
from shutil import get_terminal_size
from typing import TextIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.measure import Measurement
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from peacecli.errors import Complaint
from peacecli.views.page import Block, Cell, Heading, Line, Page, Style, Table
from peacecli.writers.quoted import complaint_text
from peacecli.writers.safe import safe

STYLES: dict[Style, str] = {"": "", "strong": "bold", "dim": "dim", "crossed": "bold magenta"}
"""Readable on dark and light backgrounds; no red or green, since no direction is good or bad in itself."""
BOUNDLESS = 100_000


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
        for part in _parts(console, block):
            console.print(_table(part))


def _parts(console: Console, block: Table) -> Iterator[Table]:
    """The table, or as many as it takes for its columns to find room."""
    repeat, last = block.repeat, len(block.columns)
    while repeat and last > repeat + 1 and _least(console, _part(block, repeat, last)) > console.width:
        last -= 1
    yield _part(block, repeat, last)
    if last < len(block.columns):
        yield from _parts(console, _part(block, last, len(block.columns)))


def _part(block: Table, first: int, last: int) -> Table:
    """The repeated columns with those from `first` to before `last`."""
    columns = block.columns[: block.repeat] + block.columns[first:last]
    return Table(columns, tuple(row[: block.repeat] + row[first:last] for row in block.rows), block.repeat)


def _least(console: Console, block: Table) -> int:
    """The least width at which nothing breaks inside a word."""
    return Measurement.get(console, console.options.update(max_width=BOUNDLESS), _table(block)).minimum


def _text(cell: Cell) -> Text:
    return Text(safe(cell.text), style=STYLES[cell.style])


def _table(block: Table) -> RichTable:
    table = RichTable(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, collapse_padding=True, expand=True)
    for column in block.columns:
        table.add_column(
            Text(safe(column.title)),
            ratio=column.share or None,
            min_width=column.width or None,
            width=(column.width or None) if column.share else None,  # with a ratio Rich takes it for the least
            no_wrap=not column.share,
            overflow="fold",
        )
    for row in block.rows:
        table.add_row(*(_text(cell) for cell in row))
    return table
