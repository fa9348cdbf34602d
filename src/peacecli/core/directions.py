"""Whom a change brings closer: per position, and per party on one issue."""

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from peacecli.core.outcomes import Space, closer
from peacecli.core.record import Alternatives, Period, Plan, Term
from peacecli.core.results.diff import Direction
from peacecli.core.verdicts import RANK, Verdict, all_of, any_of, verdict_on_atom

Step = Literal["better", "worse", "same", "unclear"]
DIRECTIONAL = ("red_line", "demand")
"""The stances that give a direction."""


class Moves(NamedTuple):
    """How a position fares by its verdict on the issue, and by nearness to its ideal."""

    by_verdict: Step
    by_ideal: Step

    @property
    def step(self) -> Step:
        """The verdict decides; where it does not move, the ideal."""
        return self.by_ideal if self.by_verdict == "same" else self.by_verdict


def effective(plan: Plan, issue: str, status_quo: Mapping[str, Term]) -> Term | None:
    """What a text amounts to on an issue: its term; where it is silent, what holds if nothing changes."""
    term = plan.terms.get(issue)
    return status_quo.get(issue) if term is None and plan.absence_on(issue) == "silent" else term


def moves(period: Period, space: Space, before: Term | None, after: Term | None, issue: str) -> Moves:
    """What the step from one term to the other means for a position, on this issue alone."""
    if before is None or after is None:
        return Moves("unclear", "unclear")
    atoms = [tuple(atom for atom in conjunction if atom.issue == issue) for conjunction in period.alternatives]
    spoken = tuple(dict.fromkeys(conjunction for conjunction in atoms if conjunction))
    return Moves(_by_verdict(spoken, before, after), _by_ideal(spoken, space, before, after))


def _by_verdict(alternatives: Alternatives, before: Term, after: Term) -> Step:
    was, now = (RANK[_on_issue(alternatives, term).word] for term in (before, after))
    return "better" if now > was else "worse" if now < was else "same"


def _on_issue(alternatives: Alternatives, term: Term) -> Verdict:
    return any_of([all_of([verdict_on_atom(term, atom, "silent") for atom in atoms]) for atoms in alternatives])


def _by_ideal(alternatives: Alternatives, space: Space, before: Term, after: Term) -> Step:
    ideal = next((atom.ideal for atoms in alternatives for atom in atoms if atom.ideal is not None), None)
    was, now = before.outcomes, after.outcomes
    if ideal is None or was == now:
        return "same"
    goal = type(was).of(ideal)
    if not space.ordered:
        return "better" if now == goal else "worse" if was == goal else "same"
    if closer(was, now, ideal):
        return "better"
    return "worse" if closer(now, was, ideal) else "unclear"


def together(red_lines: Iterable[Moves], demands: Iterable[Moves]) -> Direction | None:
    """A party's direction on an issue: red lines decide, else demands, else the ideal; both ways is `mixed`.

    None where the party has neither red line nor demand on the issue.
    """
    red_lines, demands = tuple(red_lines), tuple(demands)
    if not red_lines and not demands:
        return None
    levels = (
        {one.by_verdict for one in red_lines},
        {one.by_verdict for one in demands},
        {one.by_ideal for one in red_lines + demands},
    )
    for steps in levels:
        if {"better", "worse"} <= steps:
            return "mixed"
        for decisive in ("better", "worse", "unclear"):
            if decisive in steps:
                return decisive
    return "same"
