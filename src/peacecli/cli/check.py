"""`peacecli check`."""

from typing import Annotated

import typer

from peacecli.cli import options as o
from peacecli.cli.run import choice, emit, how, one_plan, scope
from peacecli.core.check import check, reaches
from peacecli.store import Store, find

LEVELS = ("crossed", "open", "silent", "never")


def command(
    plans: o.PlansArgument,
    party: o.PartyOption = None,
    issue: o.IssueOption = None,
    stance: o.StanceOption = None,
    as_of: o.AsOfOption = None,
    fail_on: Annotated[
        str,
        typer.Option("--fail-on", metavar="LEVEL", help="Exit with 1 at crossed, open, silent (or worse), or never."),
    ] = "never",
    format_: o.FormatOption = None,
    json: o.JsonOption = False,
    output: o.OutputOption = None,
    quiet: o.QuietOption = False,
    color: o.ColorOption = "auto",
    data: o.DataOption = None,
) -> int:
    """Test plans against the parties' red lines: peacecli check 28"""
    asked = how(format_, json, output, quiet, color)
    level = choice("--fail-on", fail_on, LEVELS)
    record = Store(find(data)).record
    chosen = [one_plan(record, plan) for plan in plans]
    result = check(record, chosen, scope(record, party, issue, stance or ["red_line"], as_of))
    emit(record, result, "verdicts", "check", asked)
    return int(reaches(result.summary.worst, level))
