"""A page as Markdown, with every piece of text escaped."""

import re

from peacecli.errors import Complaint
from peacecli.views.page import Block, Heading, Line, Page, Table
from peacecli.writers.quoted import complaint_text
from peacecli.writers.safe import safe

_STARTS_BLOCK = re.compile(r"^(\s*\d*)([-+.)](?=\s|$)|-(?=-)|=)")
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&])")


def escaped(text: str) -> str:
    """The text so that Markdown and HTML take it literally."""
    return _SPECIAL.sub(r"\\\1", safe(text))


def paragraph(text: str) -> str:
    """The text so that it is taken literally where a paragraph begins: it opens no list, rule or heading."""
    return _STARTS_BLOCK.sub(r"\1\\\2", escaped(text))


def markdown(page: Page) -> str:
    """The page with headings, paragraphs and pipe tables."""
    blocks = [_block(block) for block in page.blocks]
    return "\n\n".join([*blocks, f"*{escaped(page.note)}*"]) + "\n"


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {escaped(block.text)}"
    if isinstance(block, Line):
        bullet = "- " if block.indent else ""
        return bullet + paragraph("".join(piece.text for piece in block.pieces))
    if isinstance(block, Complaint):
        head, *quoted = complaint_text(block).splitlines()
        return "\n".join([escaped(head), "", *(f"    {line}" for line in quoted)]).rstrip()
    return _table(block)


def _table(block: Table) -> str:
    rows = [[column.title for column in block.columns], *([cell.text for cell in row] for row in block.rows)]
    lines = [f"| {' | '.join(escaped(text) for text in row)} |" for row in rows]
    return "\n".join([lines[0], f"|{' --- |' * len(block.columns)}", *lines[1:]])
