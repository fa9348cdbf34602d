"""`peacecli check`."""

from typing import Annotated

import typer

from peacecli.cli import options as o
from peacecli.cli.naming import again, each_once, scope, several_plans
from peacecli.cli.run import choice, emit, how, suggest
from peacecli.core.check import check, reaches
from peacecli.store import Store, find

LEVELS = ("crossed", "open", "silent", "never")


def command(
    plans: o.PlansArgument,
    party: o.PartyOption = None,
    issue: o.IssueOption = None,
    stance: o.StanceOption = None,
    as_of: o.AsOfOption = None,
    min_reliability: o.ReliabilityOption = None,
    min_credibility: o.CredibilityOption = None,
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
    """Test plans against the parties' red lines.

    peacecli check 28
    """
    asked = how(format_, json, output, quiet, color)
    level = choice("--fail-on", fail_on, LEVELS)
    store = Store(find(data))
    record = store.record
    found = several_plans(record, plans)
    chosen = each_once(found)
    question = scope(record, party, issue, stance or ["red_line"], as_of)
    limited = None
    if min_reliability is not None or min_credibility is not None:
        from peacecli.cli.grades import grades  # few ask, and it reads the evidence
        from peacecli.core.sift import graded

        worst = grades(min_reliability, min_credibility)
        record, chosen, limited = graded(record, store.evidence, chosen, question, worst)
    result = check(record, chosen, question, limited)
    emit(store.record, result, "verdicts", "check", asked)
    words = {plan.id: again(word, plan) for word, plan in zip(plans, found, strict=True)}
    if crossed := next((one for one in result.verdicts if one.verdict == "crossed" and words[one.plan]), None):
        suggest(asked, f"explain {words[crossed.plan]}:{crossed.position}", data)
    return int(reaches(result.summary.worst, level))
