"""`peacecli issue`."""

from peacecli.cli import options as o
from peacecli.cli.run import emit, how, scope
from peacecli.core import select
from peacecli.core.issue import issue as answer
from peacecli.store import Store, find


def command(
    issue: o.IssueArgument,
    party: o.PartyOption = None,
    stance: o.StanceOption = None,
    as_of: o.DayOption = None,
    format_: o.FormatOption = None,
    json: o.JsonOption = False,
    output: o.OutputOption = None,
    quiet: o.QuietOption = False,
    color: o.ColorOption = "auto",
    data: o.DataOption = None,
) -> int:
    """Show one issue across all plans and parties: peacecli issue army"""
    asked = how(format_, json, output, quiet, color)
    record = Store(find(data)).record
    name = select.issue(record, issue)
    question = scope(record, party, None, stance or ["all"], as_of)._replace(issues=frozenset([name]))
    emit(record, answer(record, record.issues[name], question), "positions", "issue", asked)
    return 0
