"""`peacecli search`."""

from typing import Annotated

import typer

from peacecli.cli import options as o
from peacecli.cli.run import emit, how, some_words
from peacecli.core.search import search
from peacecli.store import Store, find

LIMIT = 40


def command(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="All of them must occur.")],
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many.")] = LIMIT,
    format_: o.FormatOption = None,
    json: o.JsonOption = False,
    output: o.OutputOption = None,
    quiet: o.QuietOption = False,
    color: o.ColorOption = "auto",
    data: o.DataOption = None,
) -> int:
    """Find words in plans, positions, statements and sources.

    peacecli search pokrovsk
    """
    asked = how(format_, json, output, quiet, color)
    wanted = some_words(words)
    store = Store(find(data))
    found = search(store.record, store.evidence, wanted, limit)
    emit(store.record, found, "hits", "search", asked)
    return 0
