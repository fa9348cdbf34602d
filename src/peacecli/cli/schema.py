"""`peacecli schema`."""

import json
from typing import Annotated

import typer

from peacecli.atomic import destination
from peacecli.cli import options as o
from peacecli.cli.run import choice
from peacecli.output import Target, write


def command(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="An input or output; none lists them.")] = None,
    output: o.OutputOption = None,
) -> int:
    """Print the JSON Schema of an input or output.

    peacecli schema diff
    """
    from peacecli.authoring.schema import NAMES, json_schema  # Pydantic is slow to import

    if name is None:
        text = "".join(f"{known}\n" for known in NAMES)
    else:
        text = json.dumps(json_schema(choice("NAME", name, NAMES)), indent=2, ensure_ascii=False) + "\n"
    write(text, Target(destination(output), quiet=False, color="auto"))
    return 0
