"""The command `peacecli` and its commands, each imported only when it is run."""

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from peacecli.cli.run import choice
from peacecli.output import Target, write

if TYPE_CHECKING:
    from typer._click import Command, Context

COMMANDS = (
    "diff", "check", "matrix", "party", "plan", "issue", "explain", "what-if",
    "new", "zone", "conflicts", "concessions", "packages", "verify",
    "stress", "search", "timeline", "list", "validate", "schema", "export",
)  # fmt: skip
EXAMPLES = """Compare drafts of an agreement with each party's stated red lines.

\b
peacecli diff 28 20                       what changed, and for whom
peacecli check 28                         a plan against the red lines
peacecli party russia                     positions, and how plans fare with them
peacecli explain 28 ukraine forces.cap    one verdict down to its sources
peacecli diff 28 20 --json | jq .summary  for scripts

\b
Exit codes: 0 ran, 1 findings at the threshold asked for, 2 usage, 3 data,
70 a bug in peacecli, 130 interrupted, 141 the reader closed the pipe.
"""
START = """peacecli compares drafts of an agreement with each party's stated red lines.

  peacecli diff 28 20            what changed between two texts, and for whom
  peacecli check 28              a text against the red lines
  peacecli new plan draft.yaml   a draft of one's own; then: peacecli check draft.yaml
  peacecli list plans            what the record holds (also parties, issues, sources ...)

peacecli --help shows every command, peacecli COMMAND --help what it can do,
peacecli --install-completion completes commands and ids in bash, zsh and fish.
"""


class LazyGroup(TyperGroup):
    """A group that imports a command's module when the command is asked for."""

    def list_commands(self, ctx: "Context") -> list[str]:
        """The commands in the order of use."""
        return list(COMMANDS)

    def resolve_command(self, ctx: "Context", args: list[str]) -> "tuple[str | None, Command | None, list[str]]":
        """The command that the arguments name. Raises UsageError with the nearest ones."""
        choice("command", args[0], COMMANDS)
        return super().resolve_command(ctx, args)

    def get_command(self, ctx: "Context", cmd_name: str) -> "Command | None":
        """The command, built from the function of its own name."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"peacecli.cli.{cmd_name.replace('-', '_')}")
        app = typer.Typer(add_completion=False, rich_markup_mode=_markup())
        app.command(cmd_name)(module.command)
        return typer.main.get_command(app)


def _markup() -> Any:
    """Rich help on a terminal, plain help in a pipe."""
    return "rich" if sys.stdout.isatty() else None


def root(
    ctx: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Show the version and the record's, and stop.")] = False,
    json: Annotated[bool, typer.Option("--json", help="With --version: as JSON.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of a bug.")] = False,
) -> None:
    """Show the version or, with nothing asked, where to start."""
    if version:
        from peacecli.cli.about import show_version

        show_version(json)
    elif ctx.invoked_subcommand is None:
        write(START, Target(None, False, "never"))


def build() -> "Command":
    """The whole command tree."""
    app = typer.Typer(
        cls=LazyGroup,
        help=EXAMPLES,
        invoke_without_command=True,
        rich_markup_mode=_markup(),
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(help=EXAMPLES)(root)
    return typer.main.get_command(app)
