"""`peacecli new`."""

from pathlib import Path
from typing import Annotated

import typer

from peacecli.cli import options as o
from peacecli.cli.run import choice, one_plan
from peacecli.core.draft_text import draft_text
from peacecli.errors import UsageError
from peacecli.output import write_file
from peacecli.store import Store, find

KINDS = ("plan",)


def command(
    kind: Annotated[str, typer.Argument(metavar="KIND", help="plan.", autocompletion=lambda: list(KINDS))],
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write; it must not exist.")],
    from_: Annotated[
        str | None, typer.Option("--from", metavar="PLAN", help="Start from this plan.", autocompletion=o.complete_plan)
    ] = None,
    data: o.DataOption = None,
) -> int:
    """Start a draft of one's own: peacecli new plan --from 20 draft.yaml"""
    choice("KIND", kind, KINDS)
    if path.exists():
        raise UsageError("exists", f"{path} exists already", "name another file")
    record = Store(find(data)).record
    base = one_plan(record, from_ or record.featured[-1])
    write_file(draft_text(record, base), path)
    typer.echo(f"wrote {path}; next: peacecli check {path}", err=True)
    return 0
