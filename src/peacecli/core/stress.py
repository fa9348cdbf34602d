"""Which verdicts on a plan would not stand without some of the sources, and what they rested on."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from peacecli.core.describe import data, plan_head
from peacecli.core.evidence import Evidence
from peacecli.core.movements import Judged, judged
from peacecli.core.record import Date, Negotiation, Party, Plan
from peacecli.core.results.common import SCHEMA_VERSION
from peacecli.core.results.stress import Drop, Flip, Lost, PartyStress, Stress, StressSummary
from peacecli.core.scope import Scope, coverage
from peacecli.core.sift import Grades, Keep, graded, sift_plan, sift_position
from peacecli.core.verdicts import judge

GONE = (None, "unknown")
"""What becomes of a verdict whose position, or whose plan's text, nothing carries any more."""


def stress(record: Negotiation, evidence: Evidence, plan: Plan, scope: Scope, grades: Grades | None = None) -> Stress:
    """The verdicts that flip without what is graded worse or, without grades, without one origin at a time."""
    found = tuple(judged(record, plan, scope).values())
    lines = tuple(one for one in found if one.position.rests_on != plan.version)
    test = _Test(record, evidence, plan, scope, lines)
    origins = {} if grades else test.origins()
    if grades:
        drops = [test.drop(None, grades.keep(evidence))]
    else:
        tried = (test.drop(origin, Keep(sources)) for origin, sources in origins.items())
        drops = [one for one in tried if one.flips]
    day = scope.day(plan)
    return Stress(
        SCHEMA_VERSION,
        "stress",
        data(record),
        scope.as_of,
        graded(record, evidence, (plan,), scope, grades)[2] if grades else None,
        plan_head(plan, day),
        coverage(record, scope, (day,)),
        StressSummary(
            None if grades else len(origins),
            tuple(_summary(record.parties[party], day, found, test.lines, drops) for party in scope.parties),
        ),
        tuple(drops),
    )


def _summary(
    party: Party, day: Date, found: Sequence[Judged], tested: Sequence[Judged], drops: Sequence[Drop]
) -> PartyStress:
    """How many of a party's verdicts hold in every one of the drops."""
    verdicts = [one for one in tested if one.position.party == party.id]
    flips = [flip for drop in drops for flip in drop.flips if flip.party == party.id]
    gone = dict.fromkeys(flip.position for flip in flips if flip.after in GONE)
    with_grades = any(drop.origin is None for drop in drops)
    return PartyStress(
        party.id,
        party.covered(day),
        len(verdicts),
        len(verdicts) - len({flip.position for flip in flips}),
        None if with_grades else tuple(gone),
        sum(one.position.party == party.id for one in found) - len(verdicts),
    )


class _Test(NamedTuple):
    """A plan with the verdicts that are put to the test."""

    record: Negotiation
    evidence: Evidence
    plan: Plan
    scope: Scope
    lines: Sequence[Judged]

    def origins(self) -> dict[str, frozenset[str]]:
        """The origins that these verdicts rest on, in date order, each with all its sources."""
        issues = {issue for one in self.lines for issue in one.period.issues}
        cited = {name for issue in issues & self.plan.terms.keys() for name in _sources(self.plan, issue)}
        cited |= {name for one in self.lines for name in self.said(one.position.statements)}
        sources = self.evidence.sources.values()
        origins = dict.fromkeys(one.origin for one in sources if one.id in cited)
        return {origin: frozenset(one.id for one in sources if one.origin == origin) for origin in origins}

    def said(self, statements: Sequence[str]) -> Iterator[str]:
        """The sources of these statements."""
        for name in statements:
            yield from self.evidence.statements[name].sources

    def drop(self, origin: str | None, keep: Keep) -> Drop:
        """The verdicts that flip when only this is kept."""
        plan = sift_plan(self.plan, keep)
        tried = (self._flip(one, plan, keep) for one in self.lines)
        flips = tuple(one for one in tried if one is not None)
        lost = {name for flip in flips for name in flip.lost.sources}
        return Drop(origin, tuple(one for one in self.evidence.sources.values() if one.id in lost), flips)

    def _flip(self, was: Judged, plan: Plan, keep: Keep) -> Flip | None:
        whole = self.record.positions[was.position.id]
        left = sift_position(whole, self.evidence, keep)
        if plan is self.plan and left is whole:
            return None
        found = left and self.scope.stands(left, self.scope.day(plan))
        after = judge(plan, found[1].alternatives).word if found else None
        own = found is not None and found[0].rests_on == plan.version
        if after == was.verdict.word and not own:
            return None
        one = was.position
        return Flip(
            f"{plan.id}:{one.id}", plan.id, one.party, one.id, one.says, one.stance, one.strength, was.period.issues,
            was.verdict.word, after, own, self._lost(was, plan, keep),
        )  # fmt: skip

    def _lost(self, was: Judged, plan: Plan, keep: Keep) -> Lost:
        said = self.evidence.statements
        statements = tuple(name for name in was.position.statements if not keep.holds(said[name]))
        issues = [one for one in was.period.issues if self.plan.terms.get(one) is not plan.terms.get(one)]
        sources = [*self.said(statements), *(name for issue in issues for name in _gone(self.plan, plan, issue))]
        points = (point for issue in issues for point in self.plan.terms[issue].points)
        return Lost(statements, tuple(dict.fromkeys(points)), tuple(dict.fromkeys(sources)))


def _sources(plan: Plan, issue: str) -> Iterator[str]:
    """The sources of what a plan says on an issue."""
    term = plan.terms[issue]
    for point in plan.points:
        if point.number in term.points:
            yield from point.sources
    for option in term.options:
        yield from option.sources


def _gone(before: Plan, after: Plan, issue: str) -> Iterator[str]:
    """The sources of what a plan no longer says on an issue."""
    left = after.terms[issue].options if issue in after.terms else ()
    for option in before.terms[issue].options:
        if option not in left:
            yield from option.sources
