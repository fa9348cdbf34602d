"""`peacecli zone`."""

from peacecli.cli import options as o
from peacecli.cli.naming import each_once, one_day, scope, several_plans
from peacecli.cli.run import emit, how
from peacecli.core.deal.zone import zone
from peacecli.store import Store, find


def command(
    plans: o.SomePlansArgument = None,
    party: o.PartyOption = None,
    issue: o.IssueOption = None,
    stance: o.StanceOption = None,
    strict: o.StrictOption = False,
    as_of: o.DayOption = None,
    format_: o.FormatOption = None,
    json: o.JsonOption = False,
    output: o.OutputOption = None,
    quiet: o.QuietOption = False,
    color: o.ColorOption = "auto",
    data: o.DataOption = None,
) -> int:
    """Show what no party's stated positions exclude.

    peacecli zone --party russia --party ukraine
    """
    asked = how(format_, json, output, quiet, color)
    record = Store(find(data)).record
    chosen = each_once(several_plans(record, plans or record.featured))
    question = scope(record, party, issue, stance or ["red_line"], one_day(record, as_of))
    emit(record, zone(record, chosen, question, strict), "zones", "zone", asked)
    return 0
