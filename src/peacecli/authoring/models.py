"""What an author may write, file by file. These models are the format of the record.

`positions.yaml` is a `NegotiationFile`, `parties/*.yaml` a `PartyFile`, `plans/*.yaml` a `PlanFile`
and `sources/*.yaml` a `SourcesFile`. What must hold between files is in `checks.py`.
"""

from typing import Literal, Self

from pydantic import Field, model_validator

from peacecli.authoring.fields import (
    Authored,
    Credibility,
    Day,
    Id,
    Item,
    Outcomes,
    Reliability,
    Text,
    Url,
)

# --- positions.yaml -------------------------------------------------------------------------------


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
    aliases: tuple[str, ...] = ()
    status_quo: StatusQuo | None = None
    note: Text | None = None
    crosswalk: dict[str, tuple[str, ...]] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _space_is_complete(self) -> Self:
        if self.kind == "quantity":
            if self.options or not self.unit:
                raise ValueError("a quantity has a unit and no options")
        elif len(self.options) < 2 or self.unit or self.unlimited:
            raise ValueError(f"a {self.kind} has two or more options, no unit, and is not unlimited")
        if (self.kind == "scale") != (self.order is not None):
            raise ValueError("a scale says in `order` what its options are ordered by; others have no order")
        return self


class Party(Authored):
    id: Id
    label: Text
    short: Text = Field(max_length=4)
    aliases: tuple[str, ...] = ()


class Negotiation(Authored):
    """The head of `positions.yaml`."""

    id: Id
    title: Text
    version: Text
    as_of: Day
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
    positions: tuple["PartyFile", ...] = ()
    plans: tuple["PlanFile", ...] = ()
    sources: tuple["Source", ...] = ()


# --- sources/*.yaml -------------------------------------------------------------------------------


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
            raise ValueError("a source has either a url or a seed (the note on a founding document)")
        return self


class SourcesFile(Authored):
    sources: tuple[Source, ...] = Field(min_length=1)


# --- parties/*.yaml -------------------------------------------------------------------------------


class Role(Authored):
    """An office somebody holds; `speaks_for` names the parties it can speak for (none: only itself)."""

    role: Text
    speaks_for: tuple[Id, ...] = ()
    since: Day | None = None
    until: Day | None = None


class Speaker(Authored):
    """A person, or a body, that makes statements."""

    id: Id
    name: Text
    roles: tuple[Role, ...] = Field(min_length=1)


class Denial(Authored):
    speaker: Id
    date: Day
    says: Text
    sources: tuple[Id, ...] = Field(min_length=1)


class Statement(Authored):
    """Who said what, when, by which channel, and how credible it is that it was said (Admiralty 1-6)."""

    date: Day
    speaker: Id
    says: Text
    channel: Literal["on_record", "document", "anonymous"] = "on_record"
    sources: tuple[Id, ...] = Field(min_length=1)
    credibility: Credibility
    denied_by: tuple[Denial, ...] = ()
    plan: Id | None = Field(default=None, description="the plan whose text this is, or which it reads out")
    note: Text | None = None


class Condition(Authored):
    """A part of the outcome space that is acceptable, over one issue or several.

    Exactly one of `issue`, `each_of`, `any_of` and `all_of`. With `issue` or `each_of` come `acceptable`,
    `unclear` (never addressed or contradictory, less what is acceptable; `rest` for all else) and `ideal`.
    `unless X` is met where X is met; `provided X` asks for X as well.
    """

    issue: Id | None = None
    each_of: tuple[Id, ...] = ()
    any_of: tuple["Condition", ...] = ()
    all_of: tuple["Condition", ...] = ()
    acceptable: Outcomes | None = None
    unclear: Outcomes | None = None
    ideal: Item | None = None
    unless: "Condition | None" = None
    provided: "Condition | None" = None

    @property
    def is_stated(self) -> bool:
        """Whether the condition names any issue at all."""
        return any((self.issue, self.each_of, self.any_of, self.all_of))

    @model_validator(mode="after")
    def _one_shape(self) -> Self:
        shapes = [bool(x) for x in (self.issue, self.each_of, self.any_of, self.all_of)]
        if sum(shapes) > 1:
            raise ValueError("write one of issue, each_of, any_of and all_of")
        simple = self.issue is not None or bool(self.each_of)
        if simple and self.acceptable is None:
            raise ValueError("say which outcomes are acceptable")
        if not simple and (self.acceptable or self.unclear or self.ideal):
            raise ValueError("acceptable, unclear and ideal stand beside issue or each_of")
        return self


class Period(Condition):
    """A condition and the time in which it was in force (until the next period, if not said)."""

    since: Day | None = None
    until: Day | None = None


class Position(Period):
    """One stated position. Its condition stands in it, or, where it changed, in `periods`."""

    id: Id
    stance: Literal["red_line", "demand", "preference", "accepts"]
    strength: Literal["hard", "firm", "soft"]
    basis: Literal["stated", "derived"] = "stated"
    says: Text
    note: Text | None = None
    periods: tuple[Period, ...] = ()
    statements: tuple[Statement, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _has_condition(self) -> Self:
        if self.periods:
            if self.is_stated or self.since or self.until:
                raise ValueError("write the condition either in the position or in its periods")
            if any(period.since is None for period in self.periods):
                raise ValueError("every period says since when it holds")
        elif not self.is_stated:
            raise ValueError("a position names its issue and what is acceptable")
        if not all(p.is_stated for p in self.periods):
            raise ValueError("every period names its issue and what is acceptable")
        if self.basis == "derived" and not self.note:
            raise ValueError("a derived position gives its reason in `note`")
        return self


class Reaction(Authored):
    """What a party said of a plan."""

    plan: Id
    date: Day
    speaker: Id
    response: Literal[
        "accepts", "accepts-as-basis", "accepts-in-part", "reserved", "rejects-in-part", "rejects", "no-comment"
    ]
    says: Text
    channel: Literal["on_record", "document", "anonymous"] = "on_record"
    sources: tuple[Id, ...] = Field(min_length=1)
    credibility: Credibility
    note: Text | None = None


class Side(Authored):
    """One of several statements that do not agree."""

    says: Text
    speaker: Id | None = None
    date: Day | None = None
    sources: tuple[Id, ...] = ()


class Difference(Authored):
    """Statements of one party's speakers that do not agree with one another."""

    id: Id
    about: Text
    issues: tuple[Id, ...] = ()
    sides: tuple[Side, ...] = Field(min_length=2)
    sources: tuple[Id, ...] = ()
    note: Text | None = None


class Covered(Authored):
    """The time for which a party's positions were gathered."""

    since: Day
    until: Day
    note: Text | None = None


class PartyFile(Authored):
    party: Id
    covered: Covered
    speakers: tuple[Speaker, ...] = ()
    positions: tuple[Position, ...] = ()
    reactions: tuple[Reaction, ...] = ()
    differences: tuple[Difference, ...] = ()
    note: Text | None = None


# --- plans/*.yaml ---------------------------------------------------------------------------------


class Said(Authored):
    """What a text says on an issue: one outcome (`value`), or words that fit several (`any_of`)."""

    value: Item | None = None
    any_of: Outcomes | None = None

    @property
    def items(self) -> tuple[Item, ...]:
        """The outcomes as written."""
        return self.any_of or ((self.value,) if self.value is not None else ())


class Bracketed(Said):
    """One option of a text that is not agreed, with which of the text's authors proposed it."""

    proposed_by: tuple[Id, ...] = Field(min_length=1)
    sources: tuple[Id, ...] = ()
    note: Text | None = None

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.value is None) == (self.any_of is None):
            raise ValueError("write value or any_of")
        return self


class Reading(Said):
    """One of several things that the sources say the text says, with the variants of the text that carry it."""

    sources: tuple[Id, ...] = Field(min_length=1)
    variants: tuple[Id, ...] = ()
    note: Text | None = None

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.value is None) == (self.any_of is None):
            raise ValueError("write value or any_of")
        return self


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
        forms = [self.value is not None, self.any_of is not None, bool(self.options), bool(self.readings)]
        if sum(forms) != 1:
            raise ValueError("write one of value, any_of, options (bracketed text) and readings (sources disagree)")
        if len(self.options) == 1 or len(self.readings) == 1:
            raise ValueError("bracketed text has two or more options, disputed text two or more readings")
        if self.basis == "inferred" and not self.note:
            raise ValueError("an inferred term gives its reason in `note`")
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

    number: str = Field(pattern=r"^[A-Z]?\d+[a-z]?$")
    label: Text | None = None
    says: Text
    terms: tuple[Term, ...] = ()
    no_term: Text | None = None
    sources: tuple[Id, ...] = Field(min_length=1)
    credibility: Credibility
    disagreement: Text | None = None
    accounts: tuple[Account, ...] = ()

    @model_validator(mode="after")
    def _says_why_no_term(self) -> Self:
        if bool(self.terms) == (self.no_term is not None):
            raise ValueError("a point has terms, or says in `no_term` why it has none")
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

    id: Id
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

    plan: Id
    title: Text
    kind: Literal["draft", "terms", "memorandum", "declaration", "letter", "paper", "read-out", "idea"]
    date: Day
    textual_status: Literal["published", "leaked", "read-out", "reported"]
    completeness: Literal["complete", "partial", "unpublished", "uncoded"]
    authors: tuple[Id, ...] = ()
    aliases: tuple[str, ...] = ()
    drafting: Text | None = None
    status: Text | None = None
    summary: Text | None = None
    supersedes: tuple[Id, ...] = ()
    points_in_text: int | None = Field(default=None, ge=1)
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
            raise ValueError("a plan has points, unless its completeness is `uncoded`")
        return self
