"""Compare drafts of a peace agreement with each party's stated red lines.

The names below are the Python API; each is imported when it is first used.
"""

from importlib import import_module
from typing import Any

_API = {
    "Store": "peacecli.store",
    "find": "peacecli.store",
    "Scope": "peacecli.core.scope",
    "diff": "peacecli.core.diff",
    "check": "peacecli.core.check",
    "explain": "peacecli.core.explain",
    "as_json": "peacecli.output",
}
__all__ = list(_API)  # the keys are strings


def __getattr__(name: str) -> Any:
    """A public name, imported from its module."""
    if name not in _API:
        raise AttributeError(name)
    return getattr(import_module(_API[name]), name)
