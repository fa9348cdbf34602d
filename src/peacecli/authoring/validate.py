"""Whether a negotiation's files are sound, with every complaint."""

from pathlib import Path

from peacecli.authoring.load import Loaded, load_sound
from peacecli.authoring.strict import strict
from peacecli.core.describe import data
from peacecli.core.results.common import SCHEMA_VERSION
from peacecli.core.results.validate import Counts, Validate
from peacecli.errors import DataError


def validate(path: Path, strictly: bool = False, originals: Path | None = None) -> Validate:
    """Counts of a sound negotiation, or the complaints; `strictly`, it also meets what a published record must, and
    shares no run of words with the founding documents in `originals`. Raises DataError where nothing can be read.
    """
    try:
        sound = load_sound(path)
    except DataError as error:
        if not error.complaints:
            raise
        return Validate(SCHEMA_VERSION, "validate", None, False, None, None, error.complaints)
    found = strict(sound, path, originals) if strictly else None
    complaints = tuple(found.complaints) if found else ()
    made = None if complaints else counts(sound.loaded)
    about = data(sound.loaded.record)
    return Validate(SCHEMA_VERSION, "validate", about, not complaints, made, found and found.strict, complaints)


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
