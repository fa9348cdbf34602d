"""`peacecli list`."""

from typing import Annotated, Any

import typer

from peacecli.cli import options as o
from peacecli.cli.run import choice, emit, how, scope
from peacecli.core import listing
from peacecli.core.scope import Scope
from peacecli.store import Store, find

KINDS = ("plans", "parties", "issues", "sources", "statements", "speakers", "events")


def command(
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help=f"{', '.join(KINDS)}.", autocompletion=lambda: list(KINDS))
    ],
    party: o.PartyOption = None,
    issue: o.IssueOption = None,
    stance: o.StanceOption = None,
    format_: o.FormatOption = None,
    json: o.JsonOption = False,
    output: o.OutputOption = None,
    quiet: o.QuietOption = False,
    color: o.ColorOption = "auto",
    data: o.DataOption = None,
) -> int:
    """List what the record holds: peacecli list plans"""
    asked = how(format_, json, output, quiet, color)
    kind = choice("KIND", kind, KINDS)
    store = Store(find(data))
    question = scope(store.record, party, issue, stance or ["all"], None)
    emit(store.record, _listing(kind, store, question), kind, "listing", asked)
    return 0


def _listing(kind: str, store: Store, question: Scope) -> Any:
    match kind:
        case "plans":
            return listing.list_plans(store.record)
        case "parties":
            return listing.list_parties(store.record)
        case "issues":
            return listing.list_issues(store.record, question)
        case "sources":
            return listing.list_sources(store.record, store.evidence)
        case "statements":
            return listing.list_statements(store.record, store.evidence, question)
        case "speakers":
            return listing.list_speakers(store.record, store.evidence)
        case _:
            return listing.list_events(store.record, store.evidence, question)
