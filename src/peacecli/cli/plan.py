"""`peacecli plan`."""

from typing import Annotated

import typer

from peacecli.cli import options as o
from peacecli.cli.naming import one_plan
from peacecli.cli.run import emit, how
from peacecli.core import select
from peacecli.core.plan import plan as answer
from peacecli.store import Store, find


def command(
    plan: o.PlanArgument,
    issue: o.IssueOption = None,
    open_: Annotated[bool, typer.Option("--open", help="Only bracketed text.")] = False,
    format_: o.FormatOption = None,
    json: o.JsonOption = False,
    output: o.OutputOption = None,
    quiet: o.QuietOption = False,
    color: o.ColorOption = "auto",
    data: o.DataOption = None,
) -> int:
    """Show a plan point by point, with a source for each.

    peacecli plan 20
    """
    asked = how(format_, json, output, quiet, color)
    store = Store(find(data))
    record = store.record
    one = one_plan(record, plan)
    result = answer(record, store.evidence, one, select.issues(record, issue or ()), open_)
    emit(record, result, "points", "plan", asked)
    return 0
