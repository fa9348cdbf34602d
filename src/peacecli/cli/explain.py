"""`peacecli explain`."""

from pathlib import Path
from typing import Annotated

import typer

from peacecli.cli import options as o
from peacecli.cli.naming import DRAFT_ENDINGS, one_plan, scope
from peacecli.cli.run import emit, how, of_record
from peacecli.core import select
from peacecli.core.explain import explain
from peacecli.core.record import Negotiation, Plan
from peacecli.core.scope import Scope
from peacecli.errors import UsageError
from peacecli.store import Store, find


def command(
    plan: Annotated[
        str, typer.Argument(metavar="PLAN|KEY", help="A plan, or a verdict's key.", autocompletion=o.complete_plan)
    ],
    party: Annotated[str | None, typer.Argument(metavar="[PARTY]", autocompletion=o.complete_party)] = None,
    issue: Annotated[str | None, typer.Argument(metavar="[ISSUE]", autocompletion=o.complete_issue)] = None,
    stance: o.StanceOption = None,
    as_of: o.AsOfOption = None,
    format_: o.FormatOption = None,
    json: o.JsonOption = False,
    output: o.OutputOption = None,
    quiet: o.QuietOption = False,
    color: o.ColorOption = "auto",
    data: o.DataOption = None,
) -> int:
    """Explain a verdict down to its sources.

    peacecli explain 28 ukraine forces.cap
    """
    asked = how(format_, json, output, quiet, color)
    store = Store(find(data))
    record = store.record
    if party is None:
        if stance:
            raise UsageError("option-not-taken", "a key names one position, of whatever stance", "leave --stance out")
        chosen, position = _from_key(record, plan, of_record(data))
        question = scope(record, [record.positions[position].party], None, ["all"], as_of)
        result = explain(record, store.evidence, chosen, question, position)
    else:
        question = _question(record, party, issue, stance, as_of)
        result = explain(record, store.evidence, one_plan(record, plan), question)
    emit(record, result, "explanations", "explain", asked)
    return 0


def _question(record: Negotiation, party: str, issue: str | None, stance: list[str] | None, as_of: str | None) -> Scope:
    question = scope(record, [party], None, stance or ["all"], as_of)
    return question._replace(issues=frozenset([select.issue(record, issue)])) if issue else question


def _from_key(record: Negotiation, key: str, besides: str) -> tuple[Plan, str]:
    """The plan and the position of a verdict. The key of a verdict on a draft begins with the draft's file."""
    plan, _, position = key.rpartition(":")
    if not plan:
        one_plan(record, key)
        raise UsageError("no-party", "explain needs a party, or the key of a verdict", _such_as(record, key, besides))
    try:
        return one_plan(record, plan), select.position(record, position)
    except UsageError as error:
        drafts = [f"{plan}{ending}" for ending in DRAFT_ENDINGS if Path(f"{plan}{ending}").is_file()]
        if error.code == "unknown-plan" and drafts:
            hint = f"of a draft name the file: peacecli explain {drafts[0]}:{position}{besides}"
            raise UsageError(error.code, error.message, hint) from error
        raise


def _such_as(record: Negotiation, plan: str, besides: str) -> str | None:
    one = next(iter(record.positions.values()), None)
    if one is None:
        return None
    return f"such as peacecli explain {plan} {one.party}{besides}, or peacecli explain {plan}:{one.id}{besides}"
