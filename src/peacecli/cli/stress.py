"""`peacecli stress`."""

from peacecli.cli import options as o
from peacecli.cli.grades import grades
from peacecli.cli.naming import one_plan, scope
from peacecli.cli.run import emit, how
from peacecli.core.stress import stress
from peacecli.store import Store, find


def command(
    plan: o.PlanArgument,
    party: o.PartyOption = None,
    issue: o.IssueOption = None,
    stance: o.StanceOption = None,
    as_of: o.AsOfOption = None,
    min_reliability: o.ReliabilityOption = None,
    min_credibility: o.CredibilityOption = None,
    format_: o.FormatOption = None,
    json: o.JsonOption = False,
    output: o.OutputOption = None,
    quiet: o.QuietOption = False,
    color: o.ColorOption = "auto",
    data: o.DataOption = None,
) -> int:
    """Show which verdicts flip when a source is dropped.

    peacecli stress 28
    """
    asked = how(format_, json, output, quiet, color)
    store = Store(find(data))
    record = store.record
    question = scope(record, party, issue, stance or ["red_line"], as_of)
    asks_grades = min_reliability is not None or min_credibility is not None
    worst = grades(min_reliability, min_credibility) if asks_grades else None
    emit(record, stress(record, store.evidence, one_plan(record, plan), question, worst), "drops", "stress", asked)
    return 0
