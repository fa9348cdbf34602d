"""`plans/*.yaml`: a plan version, point by point."""

from string import ascii_lowercase
from typing import Literal, Self

from pydantic import Field, model_validator

from peacecli.authoring.fields import Alias, Authored, Credibility, Day, Id, Item, MisfitError, Outcomes, PlanId, Text


class Said(Authored):
    """What a text says on an issue: one outcome (`value`), or words that fit several (`any_of`)."""

    value: Item | None = None
    any_of: Outcomes | None = None

    @property
    def items(self) -> tuple[Item, ...]:
        """The outcomes as written."""
        return self.any_of or ((self.value,) if self.value is not None else ())


class OneSaid(Said):
    """One of several things that a text may say."""

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.value is None) == (self.any_of is None):
            raise MisfitError("write value or any_of", "any_of")
        return self


class Bracketed(OneSaid):
    """One option of a text that is not agreed, with which of the text's authors proposed it."""

    proposed_by: tuple[Id, ...] = Field(min_length=1)
    sources: tuple[Id, ...] = ()
    note: Text | None = None


class Reading(OneSaid):
    """One of several things that the sources say the text says, with the variants of the text that carry it."""

    sources: tuple[Id, ...] = Field(min_length=1)
    variants: tuple[Id, ...] = ()
    note: Text | None = None


class Term(Said):
    """What a point says on one issue: settled (`value`), vague (`any_of`), bracketed (`options`) or disputed
    between sources (`readings`).
    """

    issue: Id
    options: tuple[Bracketed, ...] = ()
    readings: tuple[Reading, ...] = ()
    absent_from: tuple[Id, ...] = Field(default=(), description="variants of the text that lack the term")
    condition: Text | None = None
    force: Literal["shall", "expects", "aims"] | None = None
    scope: Text | None = None
    obliges: tuple[Id, ...] = ()
    basis: Literal["text", "inferred"] = "text"
    credibility: Credibility | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        forms = [name for name in ("value", "any_of", "options", "readings") if getattr(self, name)]
        if len(forms) != 1:
            message = "write one of value, any_of, options (bracketed text) and readings (sources disagree)"
            raise MisfitError(message, *forms[-1:])
        if len(self.options) == 1 or len(self.readings) == 1:
            raise MisfitError("bracketed text has two or more options, disputed text two or more readings", *forms)
        if self.basis == "inferred" and not self.note:
            raise MisfitError("an inferred term gives its reason in `note`", "basis")
        return self


class Claim(Authored):
    by: Text
    says: Text
    sources: tuple[Id, ...] = Field(min_length=1)
    credibility: Credibility | None = None


class Account(Authored):
    """A disputed claim about a text or an event, with who claims what."""

    about: Text
    claims: tuple[Claim, ...] = Field(min_length=1)


class Point(Authored):
    """A numbered paragraph of a plan, in our own words."""

    number: str = Field(pattern=r"^[A-Z]?[0-9]{1,4}[a-z]?$")
    label: Text | None = None
    says: Text
    terms: tuple[Term, ...] = ()
    no_term: Text | None = None
    sources: tuple[Id, ...] = Field(min_length=1)
    credibility: Credibility
    thin: Text | None = Field(default=None, description="why it is thinly sourced: no two origins, no official text")
    disagreement: Text | None = None
    accounts: tuple[Account, ...] = ()

    @model_validator(mode="after")
    def _says_why_no_term(self) -> Self:
        if bool(self.terms) == (self.no_term is not None):
            raise MisfitError("a point has terms, or says in `no_term` why it has none", "no_term")
        return self


class Companion(Authored):
    """A document that a plan refers to or that went with it."""

    title: Text
    status: Literal["published", "leaked", "unpublished"]
    date: Day | None = None
    says: Text
    sources: tuple[Id, ...] = ()


class Variant(Authored):
    """Another text of the same version: a copy, a read-out, a translation."""

    id: PlanId
    title: Text
    kind: Literal["copy", "read-out", "translation", "summary"]
    date: Day | None = None
    says: Text | None = None
    sources: tuple[Id, ...] = Field(min_length=1)


class Struck(Authored):
    """What was struck out of a text and may still be under discussion."""

    issue: Id | None = None
    says: Text
    still_discussed: bool
    sources: tuple[Id, ...] = Field(min_length=1)


class NotInText(Authored):
    """What early reports put into a text that its known versions lack."""

    says: Text
    claimed_by: Text
    sources: tuple[Id, ...] = Field(min_length=1)


class Assessment(Authored):
    """An outside judgement of a plan against a party's positions; shown beside verdicts, never used by them."""

    by: Text
    date: Day
    party: Id
    positions: tuple[Id, ...] = ()
    judgement: Literal["crossed", "respected", "open"]
    says: Text
    sources: tuple[Id, ...] = Field(min_length=1)
    credibility: Credibility


class PlanFile(Authored):
    """One version of a plan, point by point; a stub has `completeness: uncoded` and no points."""

    plan: PlanId
    title: Text
    kind: Literal["draft", "terms", "memorandum", "declaration", "letter", "paper", "read-out", "idea"]
    date: Day
    textual_status: Literal["published", "leaked", "read-out", "reported"]
    completeness: Literal["complete", "partial", "unpublished", "uncoded"]
    authors: tuple[Id, ...] = ()
    aliases: tuple[Alias, ...] = ()
    drafting: Text | None = None
    status: Text | None = None
    summary: Text | None = None
    supersedes: tuple[Id, ...] = ()
    points_in_text: int | None = Field(default=None, ge=1, le=9999)
    notes: tuple[Text, ...] = ()
    points: tuple[Point, ...] = ()
    companions: tuple[Companion, ...] = ()
    variants: tuple[Variant, ...] = ()
    struck: tuple[Struck, ...] = ()
    not_in_text: tuple[NotInText, ...] = ()
    accounts: tuple[Account, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    sources: tuple[Id, ...] = ()

    @model_validator(mode="after")
    def _points_where_coded(self) -> Self:
        if (self.completeness == "uncoded") == bool(self.points):
            raise MisfitError("a plan has points, unless its completeness is `uncoded`", "completeness")
        numbers = {point.number.rstrip(ascii_lowercase) for point in self.points}
        if self.points_in_text is not None and len(numbers) > self.points_in_text:
            raise MisfitError(f"{len(numbers)} points of the text stand below", "points_in_text")
        return self
