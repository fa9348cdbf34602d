"""Every entry of a file with its place, and what stands twice where each thing stands once."""

from collections.abc import Iterator

from peacecli.authoring import models as m
from peacecli.authoring.documents import Loc
from peacecli.authoring.fields import AllBut, Authored, Bounds
from peacecli.authoring.names import Problem
from peacecli.authoring.text import shown

_PARTS = frozenset({"positions", "plans", "sources"})
"""What of a negotiation in one file is looked at as files of their own."""
_WITHOUT_ID = (str, Bounds, AllBut, m.Statement, m.Denial, m.Side, m.Claim)


def entries(model: Authored, loc: Loc = ()) -> Iterator[tuple[Loc, Authored]]:
    """The model and everything inside it, each with its place."""
    yield loc, model
    for name, value in vars(model).items():
        if isinstance(value, Authored):
            yield from entries(value, (*loc, name))
        elif isinstance(value, tuple) and not (name in _PARTS and isinstance(model, m.NegotiationFile)):
            for index, item in enumerate(value):
                if isinstance(item, Authored):
                    yield from entries(item, (*loc, name, index))


def check_repeated(entry: Authored, loc: Loc) -> Iterator[Problem]:
    """A complaint for everything that stands a second time in one list of the entry."""
    for name, value in vars(entry).items():
        if isinstance(value, tuple) and len(value) > 1 and isinstance(value[0], _WITHOUT_ID):
            seen: set[str] = set()
            for index, item in enumerate(value):
                written = repr(item)
                if written in seen:
                    what = f"`{shown(item)}`" if isinstance(item, str) else "the same"
                    yield Problem((*loc, name, index), "repeated", f"{what} stands already in this list", "keep one")
                seen.add(written)
