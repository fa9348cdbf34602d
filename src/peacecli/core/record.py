"""The compiled negotiation: light, immutable records with every id resolved and every set worked out."""

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from peacecli.core.outcomes import Outcomes, Space

Stance = Literal["red_line", "demand", "preference", "accepts"]
Strength = Literal["hard", "firm", "soft"]
Basis = Literal["stated", "derived"]
TermStatus = Literal["settled", "bracketed", "disputed"]
Completeness = Literal["complete", "partial", "unpublished", "uncoded"]
Date = str
"""An ISO date to the year, month or day, with ``~`` after it where approximate."""


def day_of(date: Date) -> str:
    """The date without its mark. It sorts as text: some day in `2025-11` stands before every day of it."""
    return date.rstrip("~")


class Option(NamedTuple):
    """One answer to an issue; `meaning` says what counts as it."""

    id: str
    label: str
    meaning: str | None


class TermOption(NamedTuple):
    """One reading or bracketed option of a term: what it says, who proposed it, which sources and which variants
    of the text have it.
    """

    outcomes: Outcomes
    proposed_by: tuple[str, ...]
    sources: tuple[str, ...]
    note: str | None
    variants: tuple[str, ...] = ()


class Term(NamedTuple):
    """What a plan says on an issue (or, with no points, what holds if nothing changes)."""

    issue: str
    status: TermStatus
    options: tuple[TermOption, ...]
    points: tuple[str, ...]
    condition: str | None = None
    force: str | None = None
    scope: str | None = None
    obliges: tuple[str, ...] = ()
    basis: str = "text"
    credibility: int | None = None
    note: str | None = None
    absent_from: tuple[str, ...] = ()

    @property
    def outcomes(self) -> Outcomes:
        """Every outcome that the words leave possible."""
        first, *rest = self.options
        outcomes = first.outcomes
        for option in rest:
            outcomes |= option.outcomes
        return outcomes


class Issue(NamedTuple):
    """A question with its outcome space; `status_quo` is a term without points, with its date."""

    id: str
    topic: str
    label: str
    question: str
    space: Space
    order: str | None
    unit: str | None
    options: tuple[Option, ...]
    aliases: tuple[str, ...]
    status_quo: Term | None
    status_quo_date: Date | None
    note: str | None


class Topic(NamedTuple):
    id: str
    label: str
    summary: str | None


class Party(NamedTuple):
    """A party; its positions were gathered from `since` to `until`."""

    id: str
    label: str
    short: str
    aliases: tuple[str, ...]
    since: Date
    until: Date
    note: str | None

    def covered(self, day: Date) -> bool:
        """Whether the record can say what the party's positions were on that day."""
        return self.since <= day <= self.until or day.startswith(self.until)


class Atom(NamedTuple):
    """A condition on one issue. What is neither acceptable nor unclear is unacceptable."""

    issue: str
    acceptable: Outcomes
    unclear: Outcomes
    ideal: float | None


Alternatives = tuple[tuple[Atom, ...], ...]
"""Any one of the inner lists, all its atoms."""


class Period(NamedTuple):
    """The condition of a position from `since` until (not including) `until`; `issues` are those it speaks to,
    each once, in the order written.
    """

    since: Date
    until: Date | None
    issues: tuple[str, ...]
    alternatives: Alternatives


def only_text(condition: Period, said: Iterable[tuple[Date, str | None]]) -> str | None:
    """The plan whose text is all that was said since a condition began, if there is one such plan. `said` are the
    dates of a position's statements with the plans that they state or read out.
    """
    plans = {plan for date, plan in said if day_of(date) >= condition.since}
    return plans.pop() if len(plans) == 1 else None


class Position(NamedTuple):
    """One stated position; `texts` are the plans that its statements state or read out, `rests_on` names the plan
    whose text alone carries its latest condition, and `thin` says why it is thinly sourced.
    """

    id: str
    party: str
    stance: Stance
    strength: Strength
    basis: Basis
    says: str
    note: str | None
    periods: tuple[Period, ...]
    statements: tuple[str, ...]
    texts: tuple[str | None, ...]
    last_stated: Date
    rests_on: str | None
    thin: str | None = None

    def known_on(self, day: Date) -> "Position":
        """The position with only what had been said by a day; statement ids carry their dates."""
        if not self.statements or (_said_on(self.statements[-1]) <= day and self.periods[-1].since <= day):
            return self
        pairs = zip(self.statements, self.texts, strict=True)
        said = [pair for pair in pairs if _said_on(pair[0]) <= day] or [(self.statements[0], self.texts[0])]
        statements, texts = zip(*said, strict=True)
        last = self.last_stated if day_of(self.last_stated) <= day else _said_on(statements[-1])
        condition = self.on(day)
        rests_on = condition and only_text(condition, ((_said_on(name), text) for name, text in said))
        return self._replace(statements=statements, texts=texts, last_stated=last, rests_on=rests_on)

    def on(self, day: Date) -> Period | None:
        """The condition in force on a day, or None."""
        for period in reversed(self.periods):
            if period.since <= day:
                return period if period.until is None or day < period.until else None
        return None


def _said_on(statement: str) -> Date:
    """The date in a statement's id, to the year, month or day, without a number after it."""
    date = statement.rpartition("/")[2]
    return next((date[:size] for size in (10, 7) if len(date) >= size), date[:4])


class Point(NamedTuple):
    """A numbered paragraph of a plan, in the record's own words; `thin` says why it is thinly sourced."""

    number: str
    label: str | None
    says: str
    issues: tuple[str, ...]
    no_term: str | None
    sources: tuple[str, ...]
    credibility: int
    disagreement: str | None
    accounts: tuple["Account", ...]
    thin: str | None = None


class Claim(NamedTuple):
    by: str
    says: str
    sources: tuple[str, ...]
    credibility: int | None


class Account(NamedTuple):
    """A disputed claim about a text or an event, with who claims what."""

    about: str
    claims: tuple[Claim, ...]


class Companion(NamedTuple):
    """A document that a plan refers to or that went with it."""

    title: str
    status: str
    date: Date | None
    says: str
    sources: tuple[str, ...]


class Variant(NamedTuple):
    """Another text of the same version: a copy, a read-out, a translation."""

    id: str
    title: str
    kind: str
    date: Date | None
    says: str | None
    sources: tuple[str, ...]


class Struck(NamedTuple):
    """What was struck out of a text and may still be under discussion."""

    issue: str | None
    says: str
    still_discussed: bool
    sources: tuple[str, ...]


class NotInText(NamedTuple):
    """What early reports put into a text that its known versions lack."""

    says: str
    claimed_by: str
    sources: tuple[str, ...]


class Assessment(NamedTuple):
    """An outside judgement of a plan, shown beside computed verdicts and never used by them."""

    by: str
    date: Date
    party: str
    positions: tuple[str, ...]
    judgement: str
    says: str
    sources: tuple[str, ...]
    credibility: int


class Plan(NamedTuple):
    """One version of a plan. `points_in_text` counts the text's own points, coded or not; `unknown` are issues on
    which it is not known what the text says, though the text is otherwise complete (none as authored).
    """

    id: str
    title: str
    kind: str
    date: Date
    textual_status: str
    completeness: Completeness
    authors: tuple[str, ...]
    aliases: tuple[str, ...]
    drafting: str | None
    status: str | None
    summary: str | None
    supersedes: tuple[str, ...]
    points_in_text: int | None
    notes: tuple[str, ...]
    points: tuple[Point, ...]
    terms: Mapping[str, Term]
    companions: tuple[Companion, ...]
    variants: tuple[Variant, ...]
    struck: tuple[Struck, ...]
    not_in_text: tuple[NotInText, ...]
    accounts: tuple[Account, ...]
    assessments: tuple[Assessment, ...]
    sources: tuple[str, ...]
    unknown: tuple[str, ...] = ()

    @property
    def version(self) -> str:
        """The version's id, of which this may be a variant (`28` of `28@ap`)."""
        return self.id.partition("@")[0]

    def absence_on(self, issue: str) -> Literal["silent", "unknown"]:
        """What it means that the known text has no term on an issue."""
        return "silent" if self.completeness == "complete" and issue not in self.unknown else "unknown"


class Negotiation(NamedTuple):
    """Everything an analysis needs. Mappings keep the order of the record, and positions stand party by party;
    `status_quo` holds, by issue, what stays true if nothing changes, where one outcome can be named.
    """

    id: str
    title: str
    version: str
    as_of: Date
    digest: str
    featured: tuple[str, ...]
    topics: Mapping[str, Topic]
    parties: Mapping[str, Party]
    issues: Mapping[str, Issue]
    plans: Mapping[str, Plan]
    positions: Mapping[str, Position]
    status_quo: Mapping[str, Term]
