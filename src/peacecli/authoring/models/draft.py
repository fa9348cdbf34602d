"""A draft of one's own: issues and values, and no sources asked for."""

from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from peacecli.authoring.fields import Authored, Day, Id, MisfitError, Text
from peacecli.authoring.models.plans import OneSaid, Said


class DraftOption(OneSaid):
    """One option of bracketed text; who proposes it may be left open."""

    proposed_by: tuple[Id, ...] = ()


class DraftTerm(Said):
    """What the draft says on an issue: one outcome, several that its words fit, or bracketed options."""

    options: tuple[DraftOption, ...] = ()
    condition: Text | None = None
    force: Literal["shall", "expects", "aims"] | None = None
    obliges: tuple[Id, ...] = ()
    note: Text | None = None

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        forms = [name for name in ("value", "any_of", "options") if getattr(self, name)]
        if len(forms) != 1:
            raise MisfitError("write one of value, any_of and options (bracketed text)", *forms[-1:])
        if len(self.options) == 1:
            raise MisfitError("bracketed text has two or more options", "options")
        return self


def _value(written: Any) -> Any:
    return {"value": written} if isinstance(written, str) else written


_Line = Annotated[DraftTerm, BeforeValidator(_value, json_schema_input_type=DraftTerm | str)]


class DraftFile(Authored):
    """A plan of one's own. Only `terms` is asked for: a line an issue, `issue: value`."""

    draft: Id | None = None
    title: Text | None = None
    date: Day | None = None
    completeness: Literal["complete", "partial"] = "complete"
    authors: tuple[Id, ...] = ()
    note: Text | None = None
    terms: dict[str, _Line] = Field(min_length=1)
