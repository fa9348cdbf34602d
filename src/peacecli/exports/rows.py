"""The rows of an export, made once from the record and its evidence for every format."""

from collections.abc import Iterator
from typing import NamedTuple, get_args

from peacecli.core import wording
from peacecli.core.check import plan_verdicts
from peacecli.core.evidence import Evidence
from peacecli.core.outcomes import Outcomes, Range, Space
from peacecli.core.record import Account, Atom, Issue, Negotiation, Plan, Position, Stance, Term
from peacecli.core.scope import Scope
from peacecli.exports.evidence_rows import Made, Row, each, evidence_rows
from peacecli.exports.schema import ID, TABLES, Table, Value


class Filled(NamedTuple):
    """A table with its rows."""

    table: Table
    rows: list[Row]


def filled(record: Negotiation, evidence: Evidence) -> list[Filled]:
    """Every table with its rows, empty ones too."""
    rows: dict[str, dict[Row, None]] = {table.name: {} for table in TABLES}
    for name, row in _all(record, evidence):
        rows[name][row if name == ID else (record.id, *row)] = None
    return [Filled(table, list(rows[table.name])) for table in TABLES]


def _all(record: Negotiation, evidence: Evidence) -> Iterator[Made]:
    yield ID, (record.id, record.title, record.version, record.as_of, record.digest)
    yield from (("topic", (one.id, one.label, one.summary)) for one in record.topics.values())
    for party in record.parties.values():
        yield "party", (party.id, party.label, party.short, party.since, party.until, party.note)
        yield from (("alias", ("party", party.id, alias)) for alias in party.aliases)
    for issue in record.issues.values():
        yield from _issue(issue)
    for plan in record.plans.values():
        yield from _plan(record, plan)
    for position in record.positions.values():
        yield from _position(record, position)
    yield from evidence_rows(evidence)
    scope = Scope(tuple(record.parties), frozenset(record.issues), frozenset(get_args(Stance)), record.as_of)
    for plan in record.plans.values():
        for one in plan_verdicts(record, plan, scope):
            yield "verdict", (
                one.plan, one.position, one.party, one.stance, one.verdict, one.open_because, one.if_nothing_changes,
                one.rests_on_this_plan, one.reason,
            )  # fmt: skip


def _issue(issue: Issue) -> Iterator[Made]:
    space = issue.space
    yield "issue", (
        issue.id, issue.topic, issue.label, issue.question, space.kind, issue.order, issue.unit, space.unlimited,
        issue.note,
    )  # fmt: skip
    yield from (("option", (issue.id, one.id, at, one.label, one.meaning)) for at, one in enumerate(issue.options))
    yield from (("alias", ("issue", issue.id, alias)) for alias in issue.aliases)
    if issue.status_quo:
        quo = issue.status_quo
        yield "status_quo", (issue.id, _words(issue, quo.outcomes), issue.status_quo_date, quo.note)
        yield from _outcomes("status_quo_outcome", space, quo.outcomes, issue.id)
        yield from each("status_quo_source", (name for one in quo.options for name in one.sources), issue.id)


def _words(issue: Issue, outcomes: Outcomes) -> str:
    return wording.outcomes(issue, issue.space.names(outcomes))


def _outcomes(table: str, space: Space, outcomes: Outcomes, *key: Value) -> Iterator[Made]:
    for place, one in enumerate(space.names(outcomes)):
        row: Row
        if isinstance(one, Range):
            row = (None, one.at_least, one.at_most, one.above, one.below, one.unlimited)
        elif isinstance(one, str):
            row = (one, None, None, None, None, space.kind == "quantity")
        else:
            row = (None, one, one, None, None, False)
        yield table, (*key, place, *row)


# --- plans ------------------------------------------------------------------------------------------


def _plan(record: Negotiation, plan: Plan) -> Iterator[Made]:
    yield "plan", (
        plan.id, plan.title, plan.kind, plan.date, plan.textual_status, plan.completeness, plan.drafting, plan.status,
        plan.summary, plan.points_in_text, record.featured.index(plan.id) if plan.id in record.featured else None,
    )  # fmt: skip
    yield from each("plan_author", plan.authors, plan.id)
    yield from each("plan_supersedes", plan.supersedes, plan.id)
    yield from each("plan_source", plan.sources, plan.id)
    yield from (("plan_note", (plan.id, place, note)) for place, note in enumerate(plan.notes))
    yield from (("alias", ("plan", plan.id, alias)) for alias in plan.aliases)
    for place, point in enumerate(plan.points):
        yield "point", (
            plan.id, point.number, place, point.label, point.says, point.no_term, point.credibility,
            point.disagreement, point.thin,
        )  # fmt: skip
        yield from each("point_source", point.sources, plan.id, point.number)
    for term in plan.terms.values():
        yield from _term(record.issues[term.issue], plan, term)
    yield from _around(plan)


def _term(issue: Issue, plan: Plan, term: Term) -> Iterator[Made]:
    key = (plan.id, term.issue)
    yield "term", (
        *key, _words(issue, term.outcomes), term.status, term.condition, term.force, term.scope, term.basis,
        term.credibility, term.note,
    )  # fmt: skip
    yield from each("term_point", term.points, *key)
    yield from each("term_obliges", term.obliges, *key)
    yield from each("term_absent_from", term.absent_from, *key)
    for place, option in enumerate(term.options):
        yield "term_option", (*key, place, _words(issue, option.outcomes), option.note)
        yield from _outcomes("term_option_outcome", issue.space, option.outcomes, *key, place)
        yield from each("term_option_party", option.proposed_by, *key, place)
        yield from each("term_option_source", option.sources, *key, place)
        yield from each("term_option_variant", option.variants, *key, place)


def _around(plan: Plan) -> Iterator[Made]:
    """What stands around the points of a plan."""
    for place, one in enumerate(plan.companions):
        yield "companion", (plan.id, place, one.title, one.status, one.date, one.says)
        yield from each("companion_source", one.sources, plan.id, place)
    for variant in plan.variants:
        yield "variant", (plan.id, variant.id, variant.title, variant.kind, variant.date, variant.says)
        yield from each("variant_source", variant.sources, plan.id, variant.id)
    for place, struck in enumerate(plan.struck):
        yield "struck", (plan.id, place, struck.issue, struck.says, struck.still_discussed)
        yield from each("struck_source", struck.sources, plan.id, place)
    for place, absent in enumerate(plan.not_in_text):
        yield "not_in_text", (plan.id, place, absent.says, absent.claimed_by)
        yield from each("not_in_text_source", absent.sources, plan.id, place)
    accounts: list[tuple[str | None, Account]] = [(None, one) for one in plan.accounts]
    accounts += [(point.number, one) for point in plan.points for one in point.accounts]
    for number, (point, account) in enumerate(accounts):
        yield "account", (plan.id, number, point, account.about)
        for place, claim in enumerate(account.claims):
            yield "claim", (plan.id, number, place, claim.by, claim.says, claim.credibility)
            yield from each("claim_source", claim.sources, plan.id, number, place)
    for place, judged in enumerate(plan.assessments):
        yield "assessment", (
            plan.id, place, judged.by, judged.date, judged.party, judged.judgement, judged.says, judged.credibility,
        )  # fmt: skip
        yield from each("assessment_source", judged.sources, plan.id, place)
        yield from each("assessment_position", judged.positions, plan.id, place)


# --- positions ---------------------------------------------------------------------------------------


def _position(record: Negotiation, one: Position) -> Iterator[Made]:
    yield "position", (
        one.id, one.party, one.stance, one.strength, one.basis, one.says, one.note, one.last_stated, one.rests_on,
        one.thin,
    )  # fmt: skip
    for place, period in enumerate(one.periods):
        yield "period", (one.id, place, period.since, period.until)
        for number, alternative in enumerate(period.alternatives):
            for index, atom in enumerate(alternative):
                yield from _atom(record.issues[atom.issue], atom, (one.id, place, number, index))


def _atom(issue: Issue, atom: Atom, key: Row) -> Iterator[Made]:
    ideal = None if atom.ideal is None else _words(issue, Outcomes.of(atom.ideal))
    unclear = _words(issue, atom.unclear) if atom.unclear else None
    yield "atom", (*key, atom.issue, _words(issue, atom.acceptable), unclear, ideal)
    yield from _outcomes("atom_outcome", issue.space, atom.acceptable, *key, "acceptable")
    yield from _outcomes("atom_outcome", issue.space, atom.unclear, *key, "unclear")
