"""A page as plain text for a pipe: no escapes, nothing cut, one record a line."""

from peacecli.errors import Complaint
from peacecli.views.page import Block, Heading, Line, Page, Table
from peacecli.writers.quoted import complaint_text
from peacecli.writers.safe import safe

GAP = "  "


def plain(page: Page) -> str:
    """The page, with columns lined up by spaces and a footnote."""
    lines: list[str] = []
    for block in page.blocks:
        lines += _block(block)
    return "\n".join([*lines, "", safe(page.note), ""]).lstrip("\n")


def _block(block: Block) -> list[str]:
    if isinstance(block, Heading):
        return ["", safe(block.text).upper() if block.level == 1 else safe(block.text)]
    if isinstance(block, Line):
        return [" " * block.indent + safe("".join(piece.text for piece in block.pieces))]
    if isinstance(block, Complaint):
        return complaint_text(block).splitlines()
    return _table(block)


def _table(block: Table) -> list[str]:
    grid = [[safe(column.title) for column in block.columns]]
    grid += [[safe(cell.text) for cell in row] for row in block.rows]
    widths = [max(len(row[place]) for row in grid) for place in range(len(block.columns))]
    return [GAP.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in grid]
