"""What `packages --preferences` does."""

from collections.abc import Sequence
from pathlib import Path

from peacecli.cli.watch import Watch
from peacecli.core.deal.weighed import weighed
from peacecli.core.record import Negotiation
from peacecli.core.results.weighed import Weighed
from peacecli.core.scope import Scope
from peacecli.errors import UsageError


def by_weights(
    record: Negotiation,
    question: Scope,
    path: Path,
    strict: bool,
    limit: int | None,
    watch: Watch,
    others: Sequence[str],
) -> Weighed:
    """The answer for a preference file. `others` are options in use that it leaves no place for.

    Raises UsageError and DataError.
    """
    if others:
        raise UsageError("conflict", f"--preferences and {others[0]} contradict each other")
    from peacecli.authoring.preferences import load_preferences  # Pydantic and YAML are slow to import

    return weighed(record, question, load_preferences(record, path), strict, limit, watch.stop)
