"""`parties/*.yaml`: a party's speakers, positions with dated statements, and reactions."""

from typing import Literal, Self

from pydantic import Field, model_validator

from peacecli.authoring.fields import Authored, Credibility, Day, Id, MisfitError, Outcomes, Text

_MANY = 1000
"""More than anybody means to write of what is compared with one another."""


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
    each_of: tuple[Id, ...] = Field(default=(), max_length=_MANY)
    any_of: tuple["Condition", ...] = ()
    all_of: tuple["Condition", ...] = ()
    acceptable: Outcomes | None = None
    unclear: Outcomes | None = None
    ideal: str | None = None
    unless: "Condition | None" = None
    provided: "Condition | None" = None

    @property
    def is_stated(self) -> bool:
        """Whether the condition names any issue at all."""
        return any((self.issue, self.each_of, self.any_of, self.all_of))

    @model_validator(mode="after")
    def _one_shape(self) -> Self:
        shapes = [name for name in ("issue", "each_of", "any_of", "all_of") if getattr(self, name)]
        if len(shapes) > 1:
            raise MisfitError("write one of issue, each_of, any_of and all_of", shapes[-1])
        simple = self.issue is not None or bool(self.each_of)
        if simple and self.acceptable is None:
            raise MisfitError("say which outcomes are acceptable", shapes[0])
        sets = [name for name in ("acceptable", "unclear", "ideal") if getattr(self, name)]
        if not simple and sets:
            raise MisfitError("acceptable, unclear and ideal stand beside issue or each_of", sets[0])
        return self


class Period(Condition):
    """A condition and the time in which it was in force: `until` is the first day without it (if not said, that on
    which the next period begins).
    """

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
    thin: Text | None = Field(default=None, description="why it is thinly sourced: no two origins, nothing official")
    periods: tuple[Period, ...] = ()
    statements: tuple[Statement, ...] = Field(min_length=1, max_length=_MANY)

    @model_validator(mode="after")
    def _has_condition(self) -> Self:
        if self.periods:
            if self.is_stated or self.since or self.until:
                raise MisfitError("write the condition either in the position or in its periods", "periods")
        elif not self.is_stated:
            raise ValueError("a position names its issue and what is acceptable")
        for index, period in enumerate(self.periods):
            if period.since is None:
                raise MisfitError("every period says since when it holds", "periods", index)
            if not period.is_stated:
                raise MisfitError("every period names its issue and what is acceptable", "periods", index)
        if self.basis == "derived" and not self.note:
            raise MisfitError("a derived position gives its reason in `note`", "basis")
        if self.thin and self.strength == "hard":
            message = "what is thinly sourced loses a step of strength: a `thin` position is not `hard`"
            raise MisfitError(message, "strength")
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
    positions: tuple[Position, ...] = Field(default=(), max_length=_MANY)
    reactions: tuple[Reaction, ...] = ()
    differences: tuple[Difference, ...] = ()
    note: Text | None = None
