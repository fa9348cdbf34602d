"""`peacecli timeline`."""

from typing import Annotated, get_args

import typer

from peacecli.cli import options as o
from peacecli.cli.entries import wanted
from peacecli.cli.run import choice, emit, how
from peacecli.core.results.timeline import EntryKind
from peacecli.core.timeline import timeline
from peacecli.store import Store, find


def command(
    party: o.PartyOption = None,
    speaker: o.SpeakerOption = None,
    issue: o.IssueOption = None,
    plan: o.PlanOption = None,
    words: o.WordsOption = None,
    since: o.SinceOption = None,
    until: o.UntilOption = None,
    source: o.SourceOption = None,
    min_reliability: o.ReliabilityOption = None,
    min_credibility: o.CredibilityOption = None,
    kind: Annotated[
        list[str] | None,
        typer.Option("--kind", metavar="K", help=f"{', '.join(get_args(EntryKind))}. Repeatable."),
    ] = None,
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="Only the first so many.")] = None,
    format_: o.FormatOption = None,
    json: o.JsonOption = False,
    output: o.OutputOption = None,
    quiet: o.QuietOption = False,
    color: o.ColorOption = "auto",
    data: o.DataOption = None,
) -> int:
    """Show events, publications and statements in date order.

    peacecli timeline --issue nato.*
    """
    asked = how(format_, json, output, quiet, color)
    kinds = frozenset(choice("--kind", one, get_args(EntryKind)) for one in kind or ())
    store = Store(find(data))
    question = wanted(
        store, party, speaker, issue, plan, source, words, since, until, min_reliability, min_credibility
    )._replace(kinds=kinds)
    emit(store.record, timeline(store.record, store.evidence, question, limit), "entries", "timeline", asked)
    return 0
