"""`peacecli what-if`."""

from pathlib import Path
from typing import Annotated

import typer

from peacecli.cli import options as o
from peacecli.cli.run import assigned, emit, how, one_plan, scope
from peacecli.core import select
from peacecli.core.diff import diff
from peacecli.core.what_if import what_if
from peacecli.output import write_file
from peacecli.store import Store, find


def command(
    plan: o.PlanArgument,
    set_: Annotated[
        list[str] | None, typer.Option("--set", metavar="ISSUE=VALUE", help="Settle an issue so. Repeatable.")
    ] = None,
    drop: Annotated[
        list[str] | None, typer.Option("--drop", metavar="ISSUE", help="Say nothing on it. Repeatable.")
    ] = None,
    bracket: Annotated[
        list[str] | None,
        typer.Option("--bracket", metavar="ISSUE=VALUE,VALUE...", help="Leave it open between these. Repeatable."),
    ] = None,
    save: Annotated[Path | None, typer.Option("--save", metavar="FILE", help="Write the result as a draft.")] = None,
    party: o.PartyOption = None,
    as_of: o.AsOfOption = None,
    format_: o.FormatOption = None,
    json: o.JsonOption = False,
    output: o.OutputOption = None,
    quiet: o.QuietOption = False,
    color: o.ColorOption = "auto",
    data: o.DataOption = None,
) -> int:
    """Change a plan and see what flips for whom.

    peacecli what-if 20 --set forces.cap=700000
    """
    asked = how(format_, json, output, quiet, color)
    record = Store(find(data)).record
    base = one_plan(record, plan)
    settled = {issue: words[0] for issue, words in assigned(record, set_ or (), "--set")}
    bracketed = dict(assigned(record, bracket or (), "--bracket"))
    dropped = [select.issue(record, issue) for issue in drop or ()]
    changed = what_if(record, base, settled, dropped, bracketed)
    if save:
        from peacecli.core.draft_text import draft_text

        write_file(draft_text(record, changed), save)
    emit(record, diff(record, [base, changed], scope(record, party, None, ["all"], as_of)), "changes", "diff", asked)
    return 0
