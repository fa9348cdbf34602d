"""`peacecli conflicts`."""

from peacecli.cli import options as o
from peacecli.cli.naming import one_day, scope
from peacecli.cli.run import emit, how
from peacecli.cli.search_engine import engine
from peacecli.cli.watch import LimitOption, SolverOption, TimeLimitOption, Watch
from peacecli.core.deal.conflicts import conflicts
from peacecli.store import Store, find


def command(
    party: o.PartyOption = None,
    issue: o.IssueOption = None,
    stance: o.StanceOption = None,
    strict: o.StrictOption = False,
    limit: LimitOption = None,
    time_limit: TimeLimitOption = None,
    solver: SolverOption = False,
    as_of: o.DayOption = None,
    format_: o.FormatOption = None,
    json: o.JsonOption = False,
    output: o.OutputOption = None,
    quiet: o.QuietOption = False,
    color: o.ColorOption = "auto",
    data: o.DataOption = None,
) -> int:
    """Show which positions cannot hold together.

    peacecli conflicts --party russia --party ukraine
    """
    asked = how(format_, json, output, quiet, color)
    store = Store(find(data))
    question = scope(store.record, party, issue, stance or ["red_line"], one_day(store.record, as_of))
    by = engine(solver)
    with Watch("Looking for conflicts", time_limit) as watch:
        result = conflicts(store.record, store.evidence, question, strict, limit, watch.stop, by.find)
    emit(store.record, result, "conflicts", "conflicts", asked)
    return watch.code
