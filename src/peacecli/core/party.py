"""One party: its positions in force, how plans fare with them, its reactions, where its speakers differ."""

from collections.abc import Iterator, Sequence

from peacecli.core.describe import alternatives_said, data, plan_head
from peacecli.core.evidence import Difference, Evidence
from peacecli.core.known import evidence_by, said_by
from peacecli.core.movements import judged, tally
from peacecli.core.record import Negotiation, Party, Period, Plan, Position
from peacecli.core.results.common import SCHEMA_VERSION
from peacecli.core.results.party import (
    DifferenceSaid,
    OwnText,
    PartyAnswer,
    PartyHead,
    PartyPosition,
    PeriodSaid,
    PlanVerdict,
    SideSaid,
)
from peacecli.core.scope import OWN_DATE, Scope, in_force, party_coverage
from peacecli.core.sourced import latest, reaction_said, statement_said
from peacecli.core.verdicts import in_the_gaps, judge


def party(record: Negotiation, evidence: Evidence, one: Party, plans: Sequence[Plan], scope: Scope) -> PartyAnswer:
    """The party's positions that the scope includes, each with the verdicts of these plans."""
    evidence = evidence_by(evidence, scope.as_of)
    return PartyAnswer(
        SCHEMA_VERSION,
        "party",
        data(record),
        scope.as_of,
        PartyHead(one.id, one.label, one.aliases, one.note),
        party_coverage(one, (scope.as_of,)),
        tuple(plan_head(plan, scope.as_of) for plan in plans),
        tuple(_position(record, evidence, plans, *found) for found in in_force(record, scope, scope.as_of)),
        tuple(_own_texts(record, one, scope)),
        tuple(reaction_said(evidence, said) for said in evidence.reactions if said.party == one.id),
        tuple(difference_said(evidence, found) for found in evidence.differences if found.party == one.id),
    )


def plan_verdict(record: Negotiation, plan: Plan, position: Position, period: Period) -> PlanVerdict:
    """How one plan fares with one condition of a position."""
    found = judge(plan, period.alternatives)
    otherwise = in_the_gaps(found, period.alternatives, plan, record.status_quo)
    return PlanVerdict(plan.id, found.word, otherwise, position.rests_on == plan.version)


def _own_texts(record: Negotiation, one: Party, scope: Scope) -> Iterator[OwnText]:
    """The party's own texts against the red lines it had on their own date; lines that rest on the text alone
    are apart.
    """
    asked = scope._replace(stances=frozenset(["red_line"]), as_of=OWN_DATE)
    for plan in record.plans.values():
        if one.id in plan.authors and plan.terms and said_by(plan.date, scope.as_of):
            lines = judged(record, plan, asked)
            words = {name: line.verdict.word for name, line in lines.items() if line.position.rests_on != plan.version}
            yield OwnText(
                plan.id,
                plan.date,
                one.covered(asked.day(plan)),
                tally(words.values()),
                len(lines) - len(words),
                tuple(name for name, word in words.items() if word == "crossed"),
                tuple(name for name, word in words.items() if word == "open"),
            )


def _position(
    record: Negotiation, evidence: Evidence, plans: Sequence[Plan], position: Position, period: Period
) -> PartyPosition:
    statements = [evidence.statements[name] for name in position.statements]
    return PartyPosition(
        position.id,
        period.issues,
        record.issues[period.issues[0]].topic,
        position.stance,
        position.strength,
        position.basis,
        position.says,
        position.note,
        position.thin,
        period.since,
        position.last_stated,
        evidence.speakers[latest(evidence, position).speaker].name,
        alternatives_said(record.issues, period.alternatives),
        periods_said(record, position),
        tuple(statement_said(evidence, one) for one in statements),
        tuple(plan_verdict(record, plan, position, period) for plan in plans),
    )


def periods_said(record: Negotiation, position: Position) -> tuple[PeriodSaid, ...]:
    """Every condition that the position had, with its time in force."""
    return tuple(
        PeriodSaid(one.since, one.until, alternatives_said(record.issues, one.alternatives)) for one in position.periods
    )


def difference_said(evidence: Evidence, found: Difference) -> DifferenceSaid:
    """Statements that do not agree, with their speakers' names."""
    sides = (
        SideSaid(one.says, one.speaker, one.speaker and evidence.speakers[one.speaker].name, one.date, one.sources)
        for one in found.sides
    )
    return DifferenceSaid(found.id, found.about, found.issues, tuple(sides), found.sources, found.note)
