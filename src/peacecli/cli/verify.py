"""`peacecli verify`."""

import json as json_
from pathlib import Path
from typing import Annotated, Any

import typer

from peacecli.authoring.files import MAX_TOTAL, opened
from peacecli.cli import options as o
from peacecli.cli.run import emit, how
from peacecli.core.deal.verify import verify
from peacecli.core.describe import data as about
from peacecli.core.results.common import SCHEMA_VERSION
from peacecli.core.results.verify import Verification
from peacecli.errors import DataError
from peacecli.store import Store, find

KINDS = ("conflicts", "concessions", "packages", "zone")
BY_WEIGHTS = "packages-preferences"


def command(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A saved --json answer of zone, conflicts ...", readable=False)
    ],
    format_: o.FormatOption = None,
    json: o.JsonOption = False,
    output: o.OutputOption = None,
    quiet: o.QuietOption = False,
    color: o.ColorOption = "auto",
    data: o.DataOption = None,
) -> int:
    """Re-check a saved answer independently.

    peacecli verify conflicts.json
    """
    asked = how(format_, json, output, quiet, color)
    record = Store(find(data)).record
    saved = _saved(file)
    try:
        checks = tuple(verify(record, saved))
        same = saved["data"]["digest"] == record.digest
    except (LookupError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise DataError("not-an-answer", f"{file.name} is no saved answer of this record ({error})") from error
    if not all(isinstance(one.key, str) for one in checks):
        raise DataError("not-an-answer", f"{file.name} has a key that is no text")
    holds = all(one.holds for one in checks)
    result = Verification(SCHEMA_VERSION, "verify", about(record), saved["command"], same, holds, checks)
    emit(record, result, "checks", "verify", asked)
    return 0 if holds else 1


def _refused(constant: str) -> float:
    raise ValueError(f"{constant} is no number")


def _saved(file: Path) -> Any:
    try:
        with opened(file) as stream:
            content = stream.read(MAX_TOTAL + 1)
        if len(content) > MAX_TOTAL:
            raise DataError("too-large", f"{file.name} is larger than {MAX_TOTAL:,} bytes")
        saved = json_.loads(content, parse_constant=_refused)
    except OSError as error:
        raise DataError("unreadable", f"cannot read {file}: {error.strerror}") from error
    except RecursionError as error:
        raise DataError("not-json", f"{file.name} is nested too deep") from error
    except ValueError as error:
        raise DataError("not-json", f"{file.name} is not JSON: {error}") from error
    if isinstance(saved, dict) and saved.get("command") == BY_WEIGHTS:
        why = "its weights stand in a file of your own, and neither in the record nor in the answer"
        raise DataError("not-verifiable", f"{file.name} is an answer of packages --preferences: {why}")
    if not isinstance(saved, dict) or saved.get("command") not in KINDS:
        raise DataError("not-an-answer", f"{file.name} is no saved answer of {', '.join(KINDS)}")
    return saved
