"""From sound models to the compiled record."""

from collections.abc import Iterable

from peacecli.authoring import models as m
from peacecli.authoring.compile_plans import plan_of
from peacecli.authoring.compile_positions import position_of
from peacecli.authoring.sets import Spaces, outcomes
from peacecli.core import record as r
from peacecli.core.outcomes import Space


class Files:
    """The models of one negotiation, before they are compiled; `offices` are the roles of each speaker."""

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
        self.offices: dict[str, list[m.Role]] = {}
        for speaker in (one for party in self.parties for one in party.speakers):
            self.offices.setdefault(speaker.id, []).extend(speaker.roles)


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
            position.id: position_of(position, party.id, files.spaces, voices)
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
    note = " ".join(text for text in (file.covered.note, file.note) if text) or None
    return r.Party(party.id, party.label, party.short, party.aliases, since, until, note)


def _voices(files: Files, party: str) -> frozenset[str]:
    """The speakers who can speak for a party."""
    return frozenset(one for one, roles in files.offices.items() if any(party in role.speaks_for for role in roles))
