"""`positions.yaml`: the negotiation, its topics, parties, issues and events; or a whole negotiation in one file."""

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from peacecli.authoring.fields import Alias, Authored, Credibility, Day, FullDay, Id, Item, MisfitError, Text
from peacecli.authoring.models.parties import PartyFile
from peacecli.authoring.models.plans import PlanFile
from peacecli.authoring.models.sources import Source


class Topic(Authored):
    id: Id
    label: Text
    summary: Text | None = None


class Option(Authored):
    id: Id
    label: Text
    meaning: Text | None = None


class StatusQuo(Authored):
    """What holds on an issue if nothing changes, where one outcome can be named."""

    value: Item
    date: Day
    note: Text | None = None
    sources: tuple[Id, ...] = Field(min_length=1)


class Issue(Authored):
    """One question with its outcome space: a `scale` (ordered options), a `choice` or a `quantity`."""

    id: Id
    topic: Id
    label: Text
    question: Text
    kind: Literal["scale", "choice", "quantity"]
    order: Text | None = None
    options: tuple[Option, ...] = ()
    unit: Text | None = None
    unlimited: bool = False
    aliases: tuple[Alias, ...] = ()
    status_quo: StatusQuo | None = None
    note: Text | None = None
    crosswalk: dict[str, tuple[str, ...]] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _space_is_complete(self) -> Self:
        if self.kind == "quantity":
            if self.options or not self.unit:
                raise MisfitError("a quantity has a unit and no options", "options" if self.options else "unit")
        elif len(self.options) < 2 or self.unit or self.unlimited:
            wrong = "unit" if self.unit else "unlimited" if self.unlimited else "options"
            raise MisfitError(f"a {self.kind} has two or more options, no unit, and is not unlimited", wrong)
        if (self.kind == "scale") != (self.order is not None):
            message = "a scale says in `order` what its options are ordered by; others have no order"
            raise MisfitError(message, "order")
        return self


class Party(Authored):
    id: Id
    label: Text
    short: Annotated[str, StringConstraints(min_length=1, max_length=4)]
    aliases: tuple[Alias, ...] = ()


class Negotiation(Authored):
    """The head of `positions.yaml`."""

    id: Id
    title: Text
    version: Text
    as_of: FullDay
    featured: tuple[Id, ...] = Field(min_length=1)
    licence: Text | None = None
    note: Text | None = None


class Event(Authored):
    """Something that happened, as reported: a meeting, a call, a publication, a decision."""

    id: Id
    date: Day
    until: Day | None = None
    kind: Literal["meeting", "call", "publication", "statement", "decision", "other"]
    label: Text
    says: Text
    parties: tuple[Id, ...] = ()
    plans: tuple[Id, ...] = ()
    sources: tuple[Id, ...] = Field(min_length=1)
    credibility: Credibility


class NegotiationFile(Authored):
    """`positions.yaml`; `positions` (one entry a party), `plans` and `sources` are for a negotiation in one file."""

    negotiation: Negotiation
    topics: tuple[Topic, ...] = Field(min_length=1)
    parties: tuple[Party, ...] = Field(min_length=1)
    issues: tuple[Issue, ...] = Field(min_length=1)
    events: tuple[Event, ...] = ()
    positions: tuple[PartyFile, ...] = ()
    plans: tuple[PlanFile, ...] = ()
    sources: tuple[Source, ...] = ()
