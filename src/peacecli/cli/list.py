"""`peacecli list`."""

from typing import Annotated

import typer

from peacecli.cli import options as o
from peacecli.cli.entries import wanted
from peacecli.cli.lists import KINDS, listed, refuse
from peacecli.cli.naming import scope
from peacecli.cli.run import choice, emit, how
from peacecli.store import Store, find


def command(
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help=f"{', '.join(KINDS)}.", autocompletion=lambda: list(KINDS))
    ],
    party: o.PartyOption = None,
    issue: o.IssueOption = None,
    stance: o.StanceOption = None,
    speaker: o.SpeakerOption = None,
    plan: o.PlanOption = None,
    words: o.WordsOption = None,
    since: o.SinceOption = None,
    until: o.UntilOption = None,
    source: o.SourceOption = None,
    min_reliability: o.ReliabilityOption = None,
    min_credibility: o.CredibilityOption = None,
    chain: Annotated[bool, typer.Option("--chain", help="Plans: what supersedes what.")] = False,
    weak: Annotated[bool, typer.Option("--weak", help="Sources: what is thinly sourced, and why.")] = False,
    format_: o.FormatOption = None,
    json: o.JsonOption = False,
    output: o.OutputOption = None,
    quiet: o.QuietOption = False,
    color: o.ColorOption = "auto",
    data: o.DataOption = None,
) -> int:
    """List what the record holds.

    peacecli list plans
    """
    asked = how(format_, json, output, quiet, color)
    given = {
        "--party": party, "--issue": issue, "--stance": stance, "--speaker": speaker, "--plan": plan,
        "--words": words, "--since": since, "--until": until, "--source": source,
        "--min-reliability": min_reliability, "--min-credibility": min_credibility, "--chain": chain, "--weak": weak,
    }  # fmt: skip
    kind = choice("KIND", kind, KINDS) + " --weak" * (weak and kind == "sources")
    refuse(kind, given)
    store = Store(find(data))
    question = scope(store.record, party, issue, stance or ["all"], None)
    entries = wanted(store, party, speaker, issue, plan, source, words, since, until, min_reliability, min_credibility)
    found = listed(kind, store, question, entries, chain)
    emit(store.record, found.result, found.items, found.view, asked)
    return 0
