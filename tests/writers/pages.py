"""Pages made of one piece of text, in every place where a page has text, and every writer of pages."""

from collections.abc import Callable, Mapping

from peacecli.views.page import Heading, Page, Rows, line, table
from peacecli.writers.csv import as_csv
from peacecli.writers.markdown import markdown
from peacecli.writers.plain import plain
from peacecli.writers.terminal import for_terminal


def page(text: str) -> Page:
    """The text as a title, a heading, a line, a column's title, a cell and a footnote."""
    blocks = (Heading(text, 1), Heading(text), line(text), line(text, indent=2), table((text, "B"), [(text, "b")]))
    return Page(blocks, text)


def in_csv(text: str) -> str:
    """The text in a cell; headers are the program's own words and ids."""
    return as_csv(Rows(("a", "b"), ((text, "b"),)))


def on_terminal(text: str) -> str:
    """The page as a terminal gets it."""
    return for_terminal(page(text), coloured=True)


WRITERS: Mapping[str, Callable[[str], str]] = {
    "plain": lambda text: plain(page(text)),
    "markdown": lambda text: markdown(page(text)),
    "csv": in_csv,
    "terminal": on_terminal,
}
