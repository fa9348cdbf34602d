"""Whether a negotiation's files are sound, with every complaint."""

import stat
from pathlib import Path

from peacecli.authoring.documents import UnreadableError, read
from peacecli.authoring.draft import load_draft
from peacecli.authoring.files import KEYS, NAME, located
from peacecli.authoring.load import Loaded, load_sound
from peacecli.authoring.own_file import STDIN
from peacecli.authoring.strict import strict
from peacecli.core.describe import data
from peacecli.core.record import Negotiation
from peacecli.core.results.common import SCHEMA_VERSION, Data
from peacecli.core.results.validate import Counts, DraftCounts, Validate
from peacecli.errors import MAX_COMPLAINTS, DataError

HEAD = "negotiation"


def validate(path: Path, strictly: bool = False, originals: Path | None = None) -> Validate:
    """Counts of a sound negotiation, or the complaints; `strictly`, it also meets what a published record must, and
    shares no run of words with the founding documents in `originals`. Raises DataError where nothing can be read.
    """
    try:
        sound = load_sound(path)
        found = strict(sound, path, originals) if strictly else None
    except DataError as error:
        if not error.complaints:
            raise
        return _unsound(None, error)
    complaints = tuple(located(found.complaints[: MAX_COMPLAINTS + 1], path.parent)) if found else ()
    made = None if complaints else counts(sound.loaded)
    about = data(sound.loaded.record)
    listed, more = complaints[:MAX_COMPLAINTS], len(complaints) > MAX_COMPLAINTS
    return Validate(SCHEMA_VERSION, "validate", about, not complaints, made, found and found.strict, listed, None, more)


def validate_draft(record: Negotiation, path: Path) -> Validate:
    """Counts of a sound draft, or the complaints. Raises DataError where it cannot be read."""
    try:
        draft = load_draft(record, path)
    except DataError as error:
        if not error.complaints:
            raise
        return _unsound(data(record), error)
    made = DraftCounts(draft.id, draft.title, len(draft.terms), len(record.issues) - len(draft.terms))
    return Validate(SCHEMA_VERSION, "validate", data(record), True, None, None, (), made)


def _unsound(about: Data | None, error: DataError) -> Validate:
    listed, more = error.complaints[:MAX_COMPLAINTS], len(error.complaints) > MAX_COMPLAINTS
    return Validate(SCHEMA_VERSION, "validate", about, False, None, None, listed, None, more, error.hint)


def is_draft(path: Path) -> bool:
    """Whether a file is a draft and no negotiation, by its name and keys; standard input and pipes, which can be read
    once, are. Raises DataError for a file that is a part of a negotiation.
    """
    if path == STDIN or path.name == NAME:
        return path == STDIN
    try:
        if stat.S_ISFIFO(path.stat().st_mode):
            return True
        found = read(path, path.name).data
    except (OSError, UnreadableError):
        return False
    if not isinstance(found, dict) or HEAD in found:
        return False
    if KEYS.keys() & found.keys():
        raise DataError("not-whole", f"{path.name} is one part of a negotiation", "validate its positions.yaml")
    return True


def counts(loaded: Loaded) -> Counts:
    """How much of everything the record holds."""
    record, evidence = loaded
    return Counts(
        plans=len(record.plans),
        points=sum(len(plan.points) for plan in record.plans.values()),
        terms=sum(len(plan.terms) for plan in record.plans.values()),
        parties=len(record.parties),
        positions=len(record.positions),
        red_lines=sum(position.stance == "red_line" for position in record.positions.values()),
        statements=len(evidence.statements),
        sources=len(evidence.sources),
        issues=len(record.issues),
    )
