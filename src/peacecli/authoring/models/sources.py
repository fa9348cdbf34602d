"""`sources/*.yaml`: every page and document, once."""

from typing import Literal, Self

from pydantic import Field, model_validator

from peacecli.authoring.fields import Authored, Day, Id, MisfitError, Reliability, Text, Url


class Source(Authored):
    """One page or document, graded with the Admiralty code.

    Copies of one dispatch name the same `origin`; a source without one is its own origin.
    """

    id: Id
    publisher: Text
    title: Text
    url: Url | None = None
    seed: Id | None = None
    date: Day
    kind: Literal["official-text", "official-statement", "leaked-text", "press-report", "analysis"]
    reliability: Reliability
    origin: Id | None = None
    ownership: Literal["state", "network", "independent", "unknown"] = "unknown"
    read: Literal["whole", "excerpt"] = "excerpt"
    note: Text | None = None

    @model_validator(mode="after")
    def _can_be_found(self) -> Self:
        if (self.url is None) == (self.seed is None):
            raise MisfitError("a source has either a url or a seed (the note on a founding document)", "seed")
        return self


class SourcesFile(Authored):
    sources: tuple[Source, ...] = Field(min_length=1)
