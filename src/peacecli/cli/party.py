"""`peacecli party`."""

from typing import Annotated

import typer

from peacecli.cli import options as o
from peacecli.cli.naming import each_once, one_day, scope, several_plans
from peacecli.cli.run import emit, how
from peacecli.core import select
from peacecli.core.history import history as moved
from peacecli.core.party import party as answer
from peacecli.store import Store, find


def command(
    party: o.PartyArgument,
    plan: Annotated[
        list[str] | None,
        typer.Option(
            "--plan", metavar="PLAN", help="How these plans fare. Repeatable.", autocompletion=o.complete_plan
        ),
    ] = None,
    issue: o.IssueOption = None,
    stance: o.StanceOption = None,
    as_of: o.DayOption = None,
    history: o.HistoryOption = False,
    format_: o.FormatOption = None,
    json: o.JsonOption = False,
    output: o.OutputOption = None,
    quiet: o.QuietOption = False,
    color: o.ColorOption = "auto",
    data: o.DataOption = None,
) -> int:
    """Show a party's positions, when and by whom they were stated.

    peacecli party russia
    """
    asked = how(format_, json, output, quiet, color)
    store = Store(find(data))
    record = store.record
    chosen = each_once(several_plans(record, plan or record.featured))
    one = record.parties[select.party(record, party)]
    question = scope(record, [one.id], issue, stance or ["all"], one_day(record, as_of))
    if history:
        emit(record, moved(record, store.evidence, question), "periods", "history", asked)
        return 0
    emit(record, answer(record, store.evidence, one, chosen, question), "positions", "party", asked)
    return 0
