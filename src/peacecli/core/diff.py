"""What changed between texts, issue by issue, and what each change means for each party."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from peacecli.core.describe import data, plan_head, term_said
from peacecli.core.directions import Moves, effective, moves, together
from peacecli.core.movements import Judged, Lines, judged, movement
from peacecli.core.record import Negotiation, Plan, Term
from peacecli.core.results.common import SCHEMA_VERSION
from peacecli.core.results.diff import Change, Diff, DiffSummary, Effect, Kind, KindCount, PositionEffect, Step
from peacecli.core.scope import Scope, coverage

DIRECTIONAL = ("red_line", "demand")


def diff(record: Negotiation, plans: Sequence[Plan], scope: Scope, with_unchanged: bool = False) -> Diff:
    """The changes from the first plan to the last; with three and more, also each step between neighbours."""
    days = tuple(scope.day(plan) for plan in plans)
    verdicts = [judged(record, plan, scope) for plan in plans]
    pairs = list(pairwise(zip(plans, verdicts, strict=True))) if len(plans) > 2 else []
    whole = _Comparison(record, scope, plans[0], plans[-1], verdicts[0], verdicts[-1])
    kinds = _kinds(whole)
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


def kind(base: Plan, target: Plan, issue: str) -> Kind | None:
    """What became of an issue from one text to the other; None where neither has a term on it."""
    before, after = base.terms.get(issue), target.terms.get(issue)
    if before is None and after is None:
        return None
    if before is None:
        return "unknown" if base.absence_on(issue) == "unknown" else "added"
    if after is None:
        return "unknown" if target.absence_on(issue) == "unknown" else "removed"
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

    def covers(self, one: Judged) -> bool:
        """Whether the position's party is covered on both texts' days."""
        party = self.record.parties[one.position.party]
        return all(party.covered(self.scope.day(plan)) for plan in (self.base, self.target))

    def lines(self) -> dict[str, list[tuple[Judged | None, Judged | None]]]:
        """Each position before and after, under every issue it speaks to, in the order of the record."""
        found: dict[str, list[tuple[Judged | None, Judged | None]]] = {}
        for name in self.record.positions:
            was, now = self.before.get(name), self.after.get(name)
            issues = (was.period.issues if was else ()) + (now.period.issues if now else ())
            for issue in dict.fromkeys(issues):
                found.setdefault(issue, []).append((was, now))
        return found


def _step(two: _Comparison, with_unchanged: bool) -> Step:
    kinds = _kinds(two)
    changes = _changes(two, kinds, (two.base, two.target), with_unchanged)
    return Step(two.base.id, two.target.id, _summary(two, kinds), changes)


def _kinds(two: _Comparison) -> dict[str, Kind]:
    """What became of every issue in scope that either text has a term on, in the order of the record."""
    found = {issue: kind(two.base, two.target, issue) for issue in two.record.issues if issue in two.scope.issues}
    return {issue: what for issue, what in found.items() if what is not None}


def _changes(
    two: _Comparison, kinds: dict[str, Kind], plans: Sequence[Plan], with_unchanged: bool
) -> tuple[Change, ...]:
    lines = two.lines()
    found = []
    for issue, what in kinds.items():
        if what == "unchanged" and not with_unchanged:
            continue
        terms = tuple(term_said(two.record, plan, plan.terms.get(issue)) for plan in plans)
        effects = () if what == "unchanged" else tuple(_effects(two, issue, lines.get(issue, ())))
        topic = two.record.issues[issue].topic
        found.append(Change(f"{two.base.id}>{two.target.id}:{issue}", issue, topic, what, terms, effects))
    return tuple(found)


def _effects(two: _Comparison, issue: str, lines: Iterable[tuple[Judged | None, Judged | None]]) -> Iterator[Effect]:
    """The effect of one change on each party that has a position on the issue."""
    status_quo = two.record.status_quo
    before, after = (effective(plan, issue, status_quo) for plan in (two.base, two.target))
    parties: dict[str, tuple[dict[str, list[Moves]], list[PositionEffect]]] = {}
    for was, now in lines:
        one = was or now
        if one is None:
            continue
        moved, effects = parties.setdefault(one.position.party, ({stance: [] for stance in DIRECTIONAL}, []))
        stance, same = one.position.stance, bool(was and now and was.period == now.period)
        step, own = None, one.position.rests_on in (two.base.version, two.target.version)
        if same and not own and stance in DIRECTIONAL:
            step = moves(one.period, two.record.issues[issue].space, before, after, issue)
            moved[stance].append(step)
        words = (was and was.verdict.word, now and now.verdict.word)
        effects.append(
            PositionEffect(one.position.id, stance, *words, step and step.step, not same and two.covers(one))
        )
    for party, (moved, effects) in parties.items():
        yield Effect(party, together(*moved.values()), tuple(effects))


def _summary(two: _Comparison, kinds: dict[str, Kind]) -> DiffSummary:
    counts: Counter[str] = Counter(kinds.values())
    days = (two.scope.day(two.base), two.scope.day(two.target))
    parties = (two.record.parties[party] for party in two.scope.parties)
    return DiffSummary(
        counts["unchanged"] == len(kinds),
        KindCount(len(kinds), *(counts[name] for name in KindCount._fields[1:])),
        tuple(movement(party, two.base, two.target, two.before, two.after, days) for party in parties),
    )
