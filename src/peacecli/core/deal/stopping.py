"""When long work should end early; whoever starts the work decides, the engine only asks."""

from collections.abc import Callable

Stop = Callable[[], bool]


def never() -> bool:
    """No reason to stop."""
    return False
