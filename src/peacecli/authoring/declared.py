"""What a file declares: its ids, and the other words that lead to them."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from peacecli.authoring import models as m
from peacecli.authoring.documents import Loc


def declared(model: object) -> Iterator[tuple[str, str, Loc]]:
    """Every id that a model declares: its kind, the id, and where."""
    match model:
        case m.NegotiationFile():
            yield from _ids("topic", "topics", model.topics)
            yield from _ids("issue", "issues", model.issues)
            yield from _ids("party", "parties", model.parties)
            yield from _ids("event", "events", model.events)
        case m.PartyFile():
            yield "party file", model.party, ("party",)
            yield from _ids("speaker", "speakers", model.speakers)
            yield from _ids("position", "positions", model.positions)
            yield from _ids("difference", "differences", model.differences)
        case m.PlanFile():
            yield "plan", model.plan, ("plan",)
        case m.SourcesFile():
            yield from _ids("source", "sources", model.sources)
        case _:
            pass


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


def _ids(kind: str, key: str, items: Iterable[_Identified]) -> Iterator[tuple[str, str, Loc]]:
    for index, item in enumerate(items):
        yield kind, item.id, (key, index, "id")


def spoken(model: object) -> Iterator[tuple[str, str, str, Loc]]:
    """Every word besides ids that leads to an issue, a party or a plan: the kind, the word, where it leads, and
    where it stands.
    """
    match model:
        case m.NegotiationFile():
            for index, issue in enumerate(model.issues):
                yield from _aliases("issue", issue.id, issue.aliases, "issues", index)
            for index, party in enumerate(model.parties):
                yield from _aliases("party", party.id, party.aliases, "parties", index)
        case m.PlanFile():
            yield from _aliases("plan", model.plan, model.aliases)
        case _:
            pass


def _aliases(kind: str, name: str, aliases: Iterable[str], *loc: str | int) -> Iterator[tuple[str, str, str, Loc]]:
    for place, alias in enumerate(aliases):
        yield kind, alias, name, (*loc, "aliases", place)
