"""`peacecli what-if`."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from peacecli.cli import options as o
from peacecli.cli.naming import assigned, one_plan, refuse_twice, scope
from peacecli.cli.run import emit, how
from peacecli.core import select
from peacecli.core.diff import diff, kind
from peacecli.core.record import Plan
from peacecli.core.what_if import what_if
from peacecli.errors import UsageError
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
    save: Annotated[
        Path | None, typer.Option("--save", metavar="FILE", help="Write the result as a draft.", readable=False)
    ] = None,
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
    settled = list(assigned(record, set_ or (), "--set"))
    bracketed = list(assigned(record, bracket or (), "--bracket"))
    dropped = [select.issue(record, issue) for issue in drop or ()]
    named = [issue for issue, _ in (*settled, *bracketed)]
    _refuse_what_is_no_change(base, dropped, named)
    changed = what_if(record, base, {issue: words[0] for issue, words in settled}, dropped, dict(bracketed))
    if same := next((issue for issue in named if kind(base, changed, issue) == "unchanged"), None):
        raise UsageError("no-change", f"{base.id} says that on {same} already", f"`peacecli issue {same}` shows it")
    if save:
        from peacecli.cli.saving import save_draft

        save_draft(record, changed, save, output)
    emit(record, diff(record, [base, changed], scope(record, party, None, ["all"], as_of)), "changes", "diff", asked)
    return 0


def _refuse_what_is_no_change(base: Plan, dropped: Sequence[str], others: Sequence[str]) -> None:
    """Raises UsageError where nothing is asked for, one issue is named twice, or a silent one is to be dropped."""
    named = [*dropped, *others]
    if not named:
        raise UsageError("no-change", "nothing is to be changed", "such as --set ISSUE=VALUE or --drop ISSUE")
    refuse_twice(named)
    if silent := next((issue for issue in dropped if issue not in base.terms), None):
        raise UsageError("silent-already", f"{base.id} says nothing on {silent}", f"`peacecli plan {base.id}` shows it")
