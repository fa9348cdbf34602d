"""Whether a negotiation's files are sound, with every complaint."""

from pathlib import Path

from peacecli.authoring.load import Loaded, load
from peacecli.core.describe import data
from peacecli.core.results.common import SCHEMA_VERSION
from peacecli.core.results.validate import Counts, Validate
from peacecli.errors import DataError


def validate(path: Path) -> Validate:
    """Counts of a sound negotiation, or the complaints. Raises DataError where nothing can be read."""
    try:
        loaded = load(path)
    except DataError as error:
        if not error.complaints:
            raise
        return Validate(SCHEMA_VERSION, "validate", None, False, None, error.complaints)
    return Validate(SCHEMA_VERSION, "validate", data(loaded.record), True, counts(loaded), ())


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
