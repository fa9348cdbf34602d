"""`peacecli issue`."""

from peacecli.cli import options as o
from peacecli.cli.naming import one_day, scope
from peacecli.cli.run import emit, how
from peacecli.core import select
from peacecli.core.history import history as moved
from peacecli.core.issue import issue as answer
from peacecli.store import Store, find


def command(
    issue: o.IssueArgument,
    party: o.PartyOption = None,
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
    """Show one issue across all plans and parties.

    peacecli issue army
    """
    asked = how(format_, json, output, quiet, color)
    store = Store(find(data))
    record = store.record
    name = select.issue(record, issue)
    question = scope(record, party, None, stance or ["all"], one_day(record, as_of))._replace(issues=frozenset([name]))
    if history:
        emit(record, moved(record, store.evidence, question), "periods", "history", asked)
        return 0
    emit(record, answer(record, record.issues[name], question), "positions", "issue", asked)
    return 0
