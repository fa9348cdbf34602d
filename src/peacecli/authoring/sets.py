"""From outcomes as an author writes them to sets in an issue's outcome space."""

from collections.abc import Iterable

from peacecli.authoring.documents import Loc
from peacecli.authoring.fields import AllBut, Bounds, Item
from peacecli.core.outcomes import Outcomes, Space

FINITE = "finite"
Spaces = dict[str, Space]
"""The outcome space of each issue, by its id."""


def outcomes(space: Space, items: Iterable[Item]) -> Outcomes:
    """The set that the items name together. Raises ValueError for what is no outcome of the space."""
    found = Outcomes()
    for item in items:
        found |= _one(space, item)
    return found


def _one(space: Space, item: Item) -> Outcomes:
    if isinstance(item, AllBut):
        return space.whole - outcomes(space, item.all_but)
    if isinstance(item, Bounds):
        low, high = (None if end is None else space.name(space.read(end)) for end in (item.at_least, item.at_most))
        found = space.between(low, high)
        if not found:
            raise ValueError("at_least is above at_most")
        return found
    if item == FINITE and space.kind == "quantity":
        return space.finite
    return Outcomes.of(space.read(item))


def words(item: Item) -> list[tuple[Loc, str]]:
    """The outcomes that an item names, as written, each with where it stands in the item."""
    if isinstance(item, AllBut):
        return [(("all_but", index), word) for index, word in enumerate(item.all_but)]
    if isinstance(item, Bounds):
        ends: dict[str, str | None] = {"at_least": item.at_least, "at_most": item.at_most}
        return [((end,), word) for end, word in ends.items() if word is not None]
    return [((), item)]
