"""`peacecli matrix`."""

from typing import Annotated

import typer

from peacecli.cli import options as o
from peacecli.cli.dates import moment
from peacecli.cli.naming import each_once, scope, several_plans
from peacecli.cli.run import choice, emit, how
from peacecli.core.matrix import chosen, matrix
from peacecli.store import Store, find


def command(
    plans: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PLAN...]", help="Ids or aliases; none: every one.", autocompletion=o.complete_plan),
    ] = None,
    party: o.PartyOption = None,
    kind: Annotated[
        list[str] | None,
        typer.Option("--kind", metavar="K", help="Only plans of this kind, such as draft. Repeatable."),
    ] = None,
    since: o.SinceOption = None,
    until: o.UntilOption = None,
    issue: o.IssueOption = None,
    stance: o.StanceOption = None,
    as_of: o.AsOfOption = None,
    format_: o.FormatOption = None,
    json: o.JsonOption = False,
    output: o.OutputOption = None,
    quiet: o.QuietOption = False,
    color: o.ColorOption = "auto",
    data: o.DataOption = None,
) -> int:
    """Show all plans against all parties' red lines.

    peacecli matrix --kind draft

    peacecli matrix --party ukraine
    """
    asked = how(format_, json, output, quiet, color)
    record = Store(find(data)).record
    known = sorted({plan.kind for plan in record.plans.values()})
    kinds = {choice("--kind", one, known) for one in kind or ()}
    named = each_once(several_plans(record, plans or ()))
    rows = chosen(record, named, kinds, moment("--since", since), moment("--until", until))
    question = scope(record, party, issue, stance or ["red_line"], as_of)
    one_party = bool(party) and len(question.parties) == 1
    emit(record, matrix(record, rows, question, one_party), "cells", "matrix", asked)
    return 0
