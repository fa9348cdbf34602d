"""`peacecli new`."""

import os
from pathlib import Path
from typing import Annotated

import typer

from peacecli.atomic import destination, put, refuse_as_folder
from peacecli.cli import options as o
from peacecli.cli.run import choice, of_record, one_plan
from peacecli.core.draft_text import draft_text
from peacecli.errors import UsageError
from peacecli.output import Target, hint, write
from peacecli.store import Store, find

KINDS = ("plan", "negotiation")


def command(
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help="plan or negotiation.", autocompletion=lambda: list(KINDS))
    ],
    path: Annotated[
        Path, typer.Argument(metavar="PATH", help="A new file (`-`: stdout) or a new folder.", readable=False)
    ],
    from_: Annotated[
        str | None,
        typer.Option("--from", metavar="PLAN", help="Start the plan from this one.", autocompletion=o.complete_plan),
    ] = None,
    data: o.DataOption = None,
) -> int:
    """Start a draft, or another negotiation.

    peacecli new plan --from 20 draft.yaml

    peacecli new negotiation river
    """
    if choice("KIND", kind, KINDS) == "negotiation":
        if from_ or data:
            raise UsageError("option-not-taken", "`new negotiation` takes neither --from nor --data")
        refuse_as_folder(path)
        put(_fill, path)
        hint(f"wrote {path}; next: peacecli validate {path}")
        return 0
    if os.path.lexists(path):
        raise UsageError("exists", f"{path} exists already", "name another file")
    record = Store(find(data)).record
    base = one_plan(record, from_ or record.featured[-1])
    file = destination(path)
    write(draft_text(record, base), Target(file, False, "never"))
    if file:
        hint(f"wrote {path}; next: peacecli check {path}{of_record(data)}")
    return 0


def _fill(folder: Path) -> None:
    from peacecli.authoring.starter import starter

    folder.mkdir()
    for name, text in starter().items():
        file = folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
