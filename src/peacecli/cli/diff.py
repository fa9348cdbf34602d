"""`peacecli diff`."""

from typing import Annotated

import typer

from peacecli.cli import options as o
from peacecli.cli.naming import again, scope, several_plans
from peacecli.cli.run import emit, how, of_record, suggest
from peacecli.core.diff import diff
from peacecli.errors import UsageError
from peacecli.store import Store, find


def command(
    plans: o.PlansArgument,
    party: o.PartyOption = None,
    issue: o.IssueOption = None,
    stance: o.StanceOption = None,
    as_of: o.AsOfOption = None,
    all_: Annotated[bool, typer.Option("--all", help="Show unchanged issues too.")] = False,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit with 1 if anything changed.")] = False,
    format_: o.FormatOption = None,
    json: o.JsonOption = False,
    output: o.OutputOption = None,
    quiet: o.QuietOption = False,
    color: o.ColorOption = "auto",
    data: o.DataOption = None,
) -> int:
    """Show what changed from plan to plan, and for whom.

    peacecli diff 28 20
    """
    asked = how(format_, json, output, quiet, color)
    record = Store(find(data)).record
    chosen = several_plans(record, plans)
    if len(chosen) < 2:
        other = next((name for name in (*record.featured[::-1], *record.plans) if name != chosen[0].id), plans[0])
        raise UsageError(
            "one-plan", "diff compares two plans or more", f"peacecli diff {plans[0]} {other}{of_record(data)}"
        )
    result = diff(record, chosen, scope(record, party, issue, stance or ["all"], as_of), all_)
    emit(record, result, "changes", "diff", asked)
    if name := again(plans[-1], chosen[-1]):
        suggest(asked, f"check {name}", data)
    return int(exit_code and not result.summary.identical)
