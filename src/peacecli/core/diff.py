"""What changed between texts, issue by issue, and what each change means for each party."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from peacecli.core.describe import data, plan_head, term_said
from peacecli.core.directions import DIRECTIONAL, Moves, effective, moves, together
from peacecli.core.movements import Lines, Pair, judged, movement, pairs
from peacecli.core.record import Negotiation, Plan, Position, Term
from peacecli.core.results.common import SCHEMA_VERSION
from peacecli.core.results.diff import Change, Diff, DiffSummary, Effect, Kind, KindCount, PositionEffect, Step
from peacecli.core.scope import Scope, coverage, issues_asked


def diff(record: Negotiation, plans: Sequence[Plan], scope: Scope, with_unchanged: bool = False) -> Diff:
    """The changes from the first plan to the last; with three and more, also each step between neighbours."""
    days = tuple(scope.day(plan) for plan in plans)
    verdicts = [judged(record, plan, scope) for plan in plans]
    pairs = list(pairwise(zip(plans, verdicts, strict=True))) if len(plans) > 2 else []
    whole = _Comparison(record, scope, plans[0], plans[-1], verdicts[0], verdicts[-1])
    kinds = _kinds(whole, plans)
    return Diff(
        SCHEMA_VERSION,
        "diff",
        data(record),
        scope.as_of,
        tuple(plan_head(plan, day) for plan, day in zip(plans, days, strict=True)),
        coverage(record, scope, days),
        _summary(whole, kinds),
        _changes(whole, kinds, plans, with_unchanged),
        tuple(_step(_Comparison(record, scope, a, b, was, now), with_unchanged) for (a, was), (b, now) in pairs),
    )


def kind(base: Plan, target: Plan, issue: str) -> Kind:
    """What became of an issue from one text to the other."""
    before, after = base.terms.get(issue), target.terms.get(issue)
    if any(term is None and plan.absence_on(issue) == "unknown" for term, plan in ((before, base), (after, target))):
        return "unknown"
    if before is None:
        return "added" if after else "unchanged"
    if after is None:
        return "removed"
    was_open, is_open = before.status == "bracketed", after.status == "bracketed"
    if was_open != is_open:
        return "opened" if is_open else "settled"
    return "unchanged" if _says_the_same(before, after) else "changed"


def _says_the_same(before: Term, after: Term) -> bool:
    if before.status != "bracketed":
        return before.outcomes == after.outcomes
    return {(o.outcomes, o.proposed_by) for o in before.options} == {(o.outcomes, o.proposed_by) for o in after.options}


class _Comparison(NamedTuple):
    """Two texts, with the verdicts of both on every position asked about."""

    record: Negotiation
    scope: Scope
    base: Plan
    target: Plan
    before: Lines
    after: Lines

    @property
    def ends(self) -> tuple[Plan, Plan]:
        """The two texts."""
        return self.base, self.target

    def covers(self, position: Position) -> bool:
        """Whether the position's party is covered on both texts' days."""
        party = self.record.parties[position.party]
        return all(party.covered(self.scope.day(plan)) for plan in self.ends)

    def lines(self) -> dict[str, list[Pair]]:
        """Each position before and after, under every issue it speaks to, in the order of the record."""
        found: dict[str, list[Pair]] = {}
        for pair in pairs(self.record, self.before, self.after).values():
            for issue in dict.fromkeys(issue for one in pair if one for issue in one.period.issues):
                found.setdefault(issue, []).append(pair)
        return found


def _step(two: _Comparison, with_unchanged: bool) -> Step:
    kinds = _kinds(two, two.ends)
    changes = _changes(two, kinds, two.ends, with_unchanged)
    return Step(two.base.id, two.target.id, _summary(two, kinds), changes)


def _kinds(two: _Comparison, plans: Sequence[Plan]) -> dict[str, Kind]:
    """What became of every issue in scope that any of these texts has a term on, in the order of the record."""
    spoken = {issue for plan in plans for issue in plan.terms}
    return {issue: kind(*two.ends, issue) for issue in issues_asked(two.record, two.scope) if issue in spoken}


def _changes(
    two: _Comparison, kinds: dict[str, Kind], plans: Sequence[Plan], with_unchanged: bool
) -> tuple[Change, ...]:
    lines = two.lines()
    found = []
    for issue, what in kinds.items():
        if not with_unchanged and all(kind(*step, issue) == "unchanged" for step in pairwise(plans)):
            continue
        terms = tuple(term_said(two.record, plan, plan.terms.get(issue)) for plan in plans)
        effects = () if what == "unchanged" else tuple(_effects(two, issue, lines.get(issue, ())))
        topic = two.record.issues[issue].topic
        found.append(Change(f"{two.base.id}>{two.target.id}:{issue}", issue, topic, what, terms, effects))
    return tuple(found)


def _effects(two: _Comparison, issue: str, lines: Iterable[Pair]) -> Iterator[Effect]:
    """The effect of one change on each party that has a position on the issue."""
    status_quo = two.record.status_quo
    before, after = (effective(plan, issue, status_quo) for plan in two.ends)
    parties: dict[str, tuple[dict[str, list[Moves]], list[PositionEffect]]] = {}
    for pair in lines:
        one, (was, now) = pair.position, pair
        moved, effects = parties.setdefault(one.party, ({stance: [] for stance in DIRECTIONAL}, []))
        step = None
        if was and not pair.moved and not pair.rests_on(two.ends) and one.stance in DIRECTIONAL:
            step = moves(was.period, two.record.issues[issue].space, before, after, issue)
            moved[one.stance].append(step)
        words = (was and was.verdict.word, now and now.verdict.word)
        itself = pair.moved and two.covers(one)
        effects.append(PositionEffect(one.id, one.stance, *words, step and step.step, itself))
    for party, (moved, effects) in parties.items():
        yield Effect(party, together(*moved.values()), tuple(effects))


def _summary(two: _Comparison, kinds: dict[str, Kind]) -> DiffSummary:
    counts: Counter[str] = Counter(kinds.values())
    days = (two.scope.day(two.base), two.scope.day(two.target))
    lines = pairs(two.record, two.before, two.after)
    parties = (two.record.parties[party] for party in two.scope.parties)
    return DiffSummary(
        counts["unchanged"] == len(kinds),
        KindCount(len(kinds), *(counts[name] for name in KindCount._fields[1:])),
        tuple(movement(party, two.ends, lines, days) for party in parties),
    )
