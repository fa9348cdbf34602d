"""The options that several commands share, and the shell completion of ids."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from peacecli.errors import PeacecliError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from peacecli.core.record import Negotiation

_PLAIN = re.compile(r"[\w@. -]+")

FORMATS = ("text", "json", "jsonl", "markdown", "csv")
COLORS = ("auto", "always", "never")
STANCES = ("red_line", "demand", "preference", "accepts")


def complete_plan(incomplete: str) -> list[str]:
    """Plan ids and aliases that begin like this."""
    return _completed(incomplete, lambda record: [w for one in record.plans.values() for w in (one.id, *one.aliases)])


def complete_party(incomplete: str) -> list[str]:
    """Party ids that begin like this."""
    return _completed(incomplete, lambda record: record.parties)


def complete_issue(incomplete: str) -> list[str]:
    """Issue ids and aliases that begin like this."""
    return _completed(incomplete, lambda record: [w for one in record.issues.values() for w in (one.id, *one.aliases)])


def _completed(incomplete: str, words: "Callable[[Negotiation], Iterable[str]]") -> list[str]:
    """Words of the record that a shell takes literally. Where the record cannot be read it ends: nothing is offered and
    nothing is said into the line that is being typed.
    """
    from peacecli.store import Store, find

    try:
        known = words(Store(find(None)).record)
    except PeacecliError as error:
        raise SystemExit(0) from error
    return [word for word in known if word.startswith(incomplete) and _PLAIN.fullmatch(word)]


PlanArgument = Annotated[
    str, typer.Argument(metavar="PLAN", help="Id, alias, variant (28@ap) or draft.yaml.", autocompletion=complete_plan)
]
PlansArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="PLAN...", help="Ids, aliases, variants (28@ap) or draft.yaml.", autocompletion=complete_plan
    ),
]
SomePlansArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PLAN...]", help="Ids, aliases, variants (28@ap) or draft.yaml.", autocompletion=complete_plan
    ),
]
StrictOption = Annotated[bool, typer.Option("--strict", help="What a party left unclear counts as unacceptable.")]
PartyArgument = Annotated[str, typer.Argument(metavar="PARTY", help="Id or alias.", autocompletion=complete_party)]
IssueArgument = Annotated[
    str, typer.Argument(metavar="ISSUE", help="Id, alias or loose words.", autocompletion=complete_issue)
]

PartyOption = Annotated[
    list[str] | None,
    typer.Option("--party", metavar="P", help="Only this party. Repeatable.", autocompletion=complete_party),
]
IssueOption = Annotated[
    list[str] | None,
    typer.Option(
        "--issue", metavar="GLOB", help="Only these issues, such as nato.*. Repeatable.", autocompletion=complete_issue
    ),
]
SpeakerOption = Annotated[
    list[str] | None, typer.Option("--speaker", metavar="WHO", help="Only what this speaker said. Repeatable.")
]
PlanOption = Annotated[
    list[str] | None,
    typer.Option(
        "--plan", metavar="PLAN", help="Only what concerns this plan. Repeatable.", autocompletion=complete_plan
    ),
]
WordsOption = Annotated[
    list[str] | None, typer.Option("--words", metavar="W", help="Only what has these words. Repeatable: all of them.")
]
SourceOption = Annotated[
    list[str] | None, typer.Option("--source", metavar="ID", help="Only what rests on this source. Repeatable.")
]
StanceOption = Annotated[
    list[str] | None,
    typer.Option("--stance", metavar="S", help="red_line, demand, preference, accepts or all. Repeatable."),
]
AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE|plan",
        envvar="PEACECLI_AS_OF",
        help="Positions in force on this day; `plan`: on each text's own date.",
    ),
]
DayOption = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", envvar="PEACECLI_AS_OF", help="Positions in force on this day.")
]
HistoryOption = Annotated[bool, typer.Option("--history", help="How positions moved, when, and on whose words.")]
SinceOption = Annotated[str | None, typer.Option("--since", metavar="DATE", help="From this day, month or year on.")]
UntilOption = Annotated[
    str | None, typer.Option("--until", metavar="DATE", help="Until this day, month or year, itself included.")
]
ReliabilityOption = Annotated[
    str | None,
    typer.Option("--min-reliability", metavar="A..F", help="Only sources of this Admiralty grade or better."),
]
CredibilityOption = Annotated[
    int | None,
    typer.Option("--min-credibility", metavar="1..6", min=1, max=6, help="Only what is at least this credible."),
]
FormatOption = Annotated[
    str | None,
    typer.Option("--format", metavar="F", help="text, json, jsonl, markdown or csv (or PEACECLI_FORMAT)."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Short for --format json.")]
OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Write to a file (`-`: stdout), whole or not at all.", readable=False
    ),
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="No output, only the exit code.")]
ColorOption = Annotated[
    str, typer.Option("--color", metavar="WHEN", envvar="PEACECLI_COLOR", help="auto, always or never.")
]
DataOption = Annotated[
    Path | None,
    typer.Option(
        "--data", metavar="FILE", help="Another negotiation's positions.yaml (or PEACECLI_DATA).", readable=False
    ),
]
