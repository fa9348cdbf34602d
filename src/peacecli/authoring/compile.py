"""From sound models to the compiled record."""

from collections.abc import Iterable
from itertools import product

from peacecli.authoring import models as m
from peacecli.authoring.sets import outcomes
from peacecli.core import evidence as e
from peacecli.core import record as r
from peacecli.core.outcomes import Outcomes, Space

Spaces = dict[str, Space]
REST = ("rest",)


class Files:
    """The models of one negotiation, before they are compiled."""

    def __init__(
        self,
        head: m.NegotiationFile,
        parties: Iterable[m.PartyFile],
        plans: Iterable[m.PlanFile],
        sources: Iterable[m.Source],
    ) -> None:
        self.head = head
        self.parties = tuple(parties)
        self.plans = tuple(sorted(plans, key=lambda plan: (r.day_of(plan.date), plan.plan)))
        self.sources = tuple(sources)
        self.spaces: Spaces = {issue.id: space_of(issue) for issue in head.issues}


def space_of(issue: m.Issue) -> Space:
    """The outcome space of an issue."""
    return Space(issue.kind, tuple(option.id for option in issue.options), issue.unlimited)


def compile_record(files: Files, digest: str) -> r.Negotiation:
    """The record that analyses work on. The files must have passed every check."""
    head = files.head.negotiation
    issues = {issue.id: _issue(issue, files.spaces[issue.id]) for issue in files.head.issues}
    covered = {party.party: party for party in files.parties}
    return r.Negotiation(
        head.id,
        head.title,
        head.version,
        head.as_of,
        digest,
        head.featured,
        {topic.id: r.Topic(topic.id, topic.label, topic.summary) for topic in files.head.topics},
        {party.id: _party(party, covered[party.id]) for party in files.head.parties},
        issues,
        {plan.plan: plan_of(plan, files.spaces) for plan in files.plans},
        {
            position.id: _position(position, party.id, files.spaces, voices)
            for party in files.head.parties
            for voices in (_voices(files, party.id),)
            for position in covered[party.id].positions
        },
        {issue.id: issue.status_quo for issue in issues.values() if issue.status_quo},
    )


def _issue(issue: m.Issue, space: Space) -> r.Issue:
    quo = issue.status_quo
    return r.Issue(
        issue.id,
        issue.topic,
        issue.label,
        issue.question,
        space,
        issue.order,
        issue.unit,
        tuple(r.Option(option.id, option.label, option.meaning) for option in issue.options),
        issue.aliases,
        _status_quo(issue.id, quo, space) if quo else None,
        quo.date if quo else None,
        issue.note,
    )


def _status_quo(issue: str, quo: m.StatusQuo, space: Space) -> r.Term:
    option = r.TermOption(outcomes(space, (quo.value,)), (), quo.sources, None)
    return r.Term(issue, "settled", (option,), (), note=quo.note)


def _party(party: m.Party, file: m.PartyFile) -> r.Party:
    since, until = (r.day_of(day) for day in (file.covered.since, file.covered.until))
    return r.Party(party.id, party.label, party.short, party.aliases, since, until, file.covered.note or file.note)


# --- positions --------------------------------------------------------------------------------------


def _voices(files: Files, party: str) -> frozenset[str]:
    """The speakers who can speak for a party."""
    return frozenset(
        speaker.id
        for file in files.parties
        for speaker in file.speakers
        if any(party in role.speaks_for for role in speaker.roles)
    )


def _last_stated(position: m.Position, voices: frozenset[str]) -> str:
    """The date of the last statement by somebody who can speak for the party or, where there is none, by anybody."""
    own = [one.date for one in position.statements if one.speaker in voices]
    return max(own or [one.date for one in position.statements], key=r.day_of)


def _position(position: m.Position, party: str, spaces: Spaces, voices: frozenset[str]) -> r.Position:
    periods = periods_of(position, spaces)
    return r.Position(
        position.id,
        party,
        position.stance,
        position.strength,
        position.basis,
        position.says,
        position.note,
        periods,
        tuple(statement_ids(position)),
        _last_stated(position, voices),
        r.only_text(periods[-1], ((one.date, one.plan) for one in position.statements)),
        position.thin,
    )


def statement_ids(position: m.Position) -> list[str]:
    """`position/date`, with `-2`, `-3` ... for more statements on one day."""
    ids: list[str] = []
    for statement in position.statements:
        stem = f"{position.id}/{r.day_of(statement.date)}"
        same_day = sum(one == stem or one.startswith(f"{stem}-") for one in ids)
        ids.append(f"{stem}-{same_day + 1}" if same_day else stem)
    return ids


def periods_of(position: m.Position, spaces: Spaces) -> tuple[r.Period, ...]:
    """The conditions of a position in date order, each with the days on which it was in force."""
    first = min(r.day_of(statement.date) for statement in position.statements)
    written = sorted(position.periods or (position,), key=lambda period: r.day_of(period.since or first))
    ends: list[str | None] = [period.since or first for period in written[1:]]
    rest_unclear = position.stance == "accepts"
    return tuple(
        _period(period.since or first, period.until or end, alternatives(period, spaces, rest_unclear))
        for period, end in zip(written, [*ends, None], strict=True)
    )


def _period(since: str, until: str | None, found: r.Alternatives) -> r.Period:
    issues = dict.fromkeys(atom.issue for conjunction in found for atom in conjunction)
    return r.Period(r.day_of(since), until and r.day_of(until), tuple(issues), found)


def alternatives(condition: m.Condition, spaces: Spaces, rest_unclear: bool) -> r.Alternatives:
    """A condition as alternatives of atoms. With `rest_unclear`, what is not acceptable was never addressed."""
    if condition.any_of:
        found = tuple(one for part in condition.any_of for one in alternatives(part, spaces, rest_unclear))
    elif condition.all_of:
        found = _all_of(*(alternatives(part, spaces, rest_unclear) for part in condition.all_of))
    else:
        issues = condition.each_of or ((condition.issue,) if condition.issue else ())
        found = (tuple(_atom(issue, condition, spaces[issue], rest_unclear) for issue in issues),)
    if condition.provided:
        found = _all_of(found, alternatives(condition.provided, spaces, rest_unclear))
    if condition.unless:
        found += alternatives(condition.unless, spaces, rest_unclear)
    return found


def _all_of(*parts: r.Alternatives) -> r.Alternatives:
    return tuple(tuple(atom for conjunction in choice for atom in conjunction) for choice in product(*parts))


def _atom(issue: str, condition: m.Condition, space: Space, rest_unclear: bool) -> r.Atom:
    acceptable = outcomes(space, condition.acceptable or ())
    if rest_unclear or condition.unclear == REST:
        unclear = space.whole - acceptable
    else:
        unclear = outcomes(space, condition.unclear or ()) - acceptable
    ideal = None if condition.ideal is None else space.read(str(condition.ideal))
    return r.Atom(issue, acceptable, unclear, ideal)


# --- plans ------------------------------------------------------------------------------------------


def plan_of(plan: m.PlanFile, spaces: Spaces) -> r.Plan:
    """One plan version with its terms by issue, in the order of the issues."""
    terms = {term.issue: _term(term, text, spaces[term.issue]) for text in plan.points for term in text.terms}
    return r.Plan(
        plan.plan,
        plan.title,
        plan.kind,
        plan.date,
        plan.textual_status,
        plan.completeness,
        plan.authors,
        plan.aliases,
        plan.drafting,
        plan.status,
        plan.summary,
        plan.supersedes,
        plan.points_in_text,
        plan.notes,
        tuple(_point(text) for text in plan.points),
        {issue: terms[issue] for issue in spaces if issue in terms},
        tuple(r.Companion(c.title, c.status, c.date, c.says, c.sources) for c in plan.companions),
        tuple(r.Variant(v.id, v.title, v.kind, v.date, v.says, v.sources) for v in plan.variants),
        tuple(r.Struck(one.issue, one.says, one.still_discussed, one.sources) for one in plan.struck),
        tuple(r.NotInText(one.says, one.claimed_by, one.sources) for one in plan.not_in_text),
        tuple(_account(one) for one in plan.accounts),
        tuple(
            r.Assessment(a.by, a.date, a.party, a.positions, a.judgement, a.says, a.sources, a.credibility)
            for a in plan.assessments
        ),
        plan.sources,
    )


def _point(text: m.Point) -> r.Point:
    return r.Point(
        text.number,
        text.label,
        text.says,
        tuple(term.issue for term in text.terms),
        text.no_term,
        text.sources,
        text.credibility,
        text.disagreement,
        tuple(_account(one) for one in text.accounts),
        text.thin,
    )


def _account(account: m.Account) -> r.Account:
    return r.Account(account.about, tuple(r.Claim(c.by, c.says, c.sources, c.credibility) for c in account.claims))


def _term(term: m.Term, text: m.Point, space: Space) -> r.Term:
    return r.Term(
        term.issue,
        "bracketed" if term.options else "disputed" if term.readings else "settled",
        _options(term, text, space),
        (text.number,),
        term.condition,
        term.force,
        term.scope,
        term.obliges,
        term.basis,
        term.credibility or text.credibility,
        term.note,
        term.absent_from,
    )


def _options(term: m.Term, text: m.Point, space: Space) -> tuple[r.TermOption, ...]:
    if term.options:
        return tuple(
            r.TermOption(_said(option, space), option.proposed_by, option.sources or text.sources, option.note)
            for option in term.options
        )
    if term.readings:
        return tuple(r.TermOption(_said(one, space), (), one.sources, one.note, one.variants) for one in term.readings)
    return (r.TermOption(_said(term, space), (), text.sources, None),)


def _said(said: m.Said, space: Space) -> Outcomes:
    return outcomes(space, said.items)


# --- evidence ---------------------------------------------------------------------------------------


def compile_evidence(files: Files) -> e.Evidence:
    """Statements, sources, speakers, reactions and differences."""
    return e.Evidence(
        {one.id: one for party in files.parties for position in party.positions for one in _statements(position)},
        {source.id: _source(source) for source in sorted(files.sources, key=lambda one: (r.day_of(one.date), one.id))},
        {speaker.id: _speaker(speaker) for party in files.parties for speaker in party.speakers},
        tuple(
            e.Reaction(party.party, o.plan, o.date, o.speaker, o.response, o.says, o.channel, o.sources,
                       o.credibility, o.note)
            for party in files.parties
            for o in sorted(party.reactions, key=lambda one: r.day_of(one.date))
        ),
        tuple(_difference(one, party.party) for party in files.parties for one in party.differences),
        tuple(
            e.Event(o.id, o.date, o.until, o.kind, o.label, o.says, o.parties, o.plans, o.sources, o.credibility)
            for o in sorted(files.head.events, key=lambda one: (r.day_of(one.date), one.id))
        ),
    )  # fmt: skip


def _statements(position: m.Position) -> Iterable[e.Statement]:
    for name, one in zip(statement_ids(position), position.statements, strict=True):
        denials = tuple(e.Denial(denial.speaker, denial.date, denial.says, denial.sources) for denial in one.denied_by)
        yield e.Statement(
            name, position.id, one.date, one.speaker, one.says, one.channel, one.sources, one.credibility, denials,
            one.plan, one.note,
        )  # fmt: skip


def _source(one: m.Source) -> e.Source:
    return e.Source(
        one.id, one.publisher, one.title, one.url, one.seed, one.date, one.kind, one.reliability,
        one.origin or one.id, one.ownership, one.read, one.note,
    )  # fmt: skip


def _speaker(one: m.Speaker) -> e.Speaker:
    return e.Speaker(one.id, one.name, tuple(e.Role(x.role, x.speaks_for, x.since, x.until) for x in one.roles))


def _difference(one: m.Difference, party: str) -> e.Difference:
    sides = tuple(e.Side(side.says, side.speaker, side.date, side.sources) for side in one.sides)
    return e.Difference(one.id, party, one.about, one.issues, sides, one.sources, one.note)
