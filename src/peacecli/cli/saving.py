"""Writing a text that a command made as a draft."""

import os
from pathlib import Path

from peacecli.atomic import write_file
from peacecli.core.draft_text import draft_text
from peacecli.core.record import Negotiation, Plan
from peacecli.errors import UsageError


def save_draft(record: Negotiation, plan: Plan, file: Path, output: Path | None) -> None:
    """Write the plan as a draft. Raises UsageError where the answer goes into the same file, and where the plan says
    nothing, since a draft has a term at least.
    """
    if output and os.path.realpath(output) == os.path.realpath(file):
        raise UsageError("same-file", "--save and --output name one file", "name two")
    if not plan.terms:
        raise UsageError("nothing-to-save", f"a text without any term is no draft, so {file.name} is not written")
    write_file(draft_text(record, plan), file)
