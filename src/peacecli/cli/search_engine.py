"""Which engine searches: pure Python, or the solver of the extra."""

from typing import NamedTuple

from peacecli.core.deal.concessions import Prove
from peacecli.core.deal.minimal import Finder, conflict_sets
from peacecli.errors import UsageError


class Engine(NamedTuple):
    """What finds conflicts, and what proves how few lines must be given up where not every conflict is found."""

    find: Finder
    prove: Prove | None


def engine(solver: bool) -> Engine:
    """The engine asked for. Raises UsageError where the extra is not installed."""
    if not solver:
        return Engine(conflict_sets, None)
    try:
        from peacecli import solver as extra  # asked for; it may not be installed
    except ImportError as error:
        hint = "pip install 'peacecli[solver]', or leave --solver out: pure Python finds the same"
        raise UsageError("no-solver", "--solver needs python-sat", hint) from error
    return Engine(extra.conflict_sets, extra.smallest)
