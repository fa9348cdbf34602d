"""What a page is made of. Nothing here knows how it will be written."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from peacecli.errors import Complaint

Style = Literal["", "strong", "dim", "crossed"]


WHOLE = 34
"""So many characters of an id are never broken."""


class Cell(NamedTuple):
    """A piece of text and how much it should stand out."""

    text: str
    style: Style = ""


class Heading(NamedTuple):
    """A heading; level 1 is the page's title."""

    text: str
    level: int = 2


class Line(NamedTuple):
    """A paragraph, made of pieces, possibly set in from the left."""

    pieces: tuple[Cell, ...]
    indent: int = 0


class Column(NamedTuple):
    """A column. Those with a `share` divide a terminal's width in these parts; one without takes what it needs and
    never wraps. None is narrower than its `width`, nor than can be read.
    """

    title: str
    share: int = 0
    width: int = 0


class Table(NamedTuple):
    """Rows of cells under columns. Where a terminal is too narrow, the columns after the first `repeat` go on in
    further tables below, each with those first columns.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    repeat: int = 1


Block = Heading | Line | Table | Complaint
"""A complaint is written with its place and the line it is about."""


class Page(NamedTuple):
    """A whole answer; `note` is its footnote."""

    blocks: tuple[Block, ...]
    note: str


class Rows(NamedTuple):
    """The answer's main list for a spreadsheet: a header, and rows of plain values."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def whole(title: str, cells: Iterable[str]) -> Column:
    """A column of ids, which stay whole unless they are so long that nothing else finds room on a narrow terminal."""
    return Column(title) if max(map(len, cells), default=0) <= WHOLE else Column(title, 8, WHOLE)


def line(*pieces: str | Cell, indent: int = 0) -> Line:
    """A paragraph of strings and cells."""
    return Line(tuple(piece if isinstance(piece, Cell) else Cell(piece) for piece in pieces), indent)


def table(columns: tuple[str | Column, ...], rows: list[tuple[str | Cell, ...]], repeat: int = 1) -> Table:
    """A table of strings and cells."""
    return Table(
        tuple(column if isinstance(column, Column) else Column(column, share=1) for column in columns),
        tuple(tuple(cell if isinstance(cell, Cell) else Cell(cell) for cell in row) for row in rows),
        repeat,
    )
