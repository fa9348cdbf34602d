"""`peacecli list plans --chain` as a tree: under each plan what supersedes it."""

from collections.abc import Iterator

from peacecli.core.results.common import PlanHead
from peacecli.core.results.listing import ListPlans
from peacecli.views.page import Cell, Line, line
from peacecli.views.shared import day

STEP = 2


def tree(result: ListPlans) -> Iterator[Line]:
    """A line a plan, set in under what it supersedes; a plan that supersedes several stands in full only once."""
    heads = {plan.id: plan for plan in result.plans}
    after = {link.plan: [name for name in link.superseded_by if name in heads] for link in result.chain}
    shown: set[str] = set()
    for plan in result.plans:
        if not any(name in heads for name in plan.supersedes):
            yield from _branch(plan, heads, after, shown, 0)
    for plan in result.plans:
        if plan.id not in shown:
            yield from _branch(plan, heads, after, shown, 0)


def _branch(
    plan: PlanHead, heads: dict[str, PlanHead], after: dict[str, list[str]], shown: set[str], depth: int
) -> Iterator[Line]:
    again = plan.id in shown
    shown.add(plan.id)
    yield _line(plan, depth, again)
    if not again:
        for name in after[plan.id]:
            yield from _branch(heads[name], heads, after, shown, depth + 1)


def _line(plan: PlanHead, depth: int, again: bool) -> Line:
    arrow = "→ " if depth else ""
    facts = "shown above" if again else f"{day(plan.date)}, {plan.kind}, {plan.textual_status}, {plan.completeness}"
    earlier = f"; supersedes {', '.join(plan.supersedes)}" if plan.supersedes and not again else ""
    return line(arrow, Cell(plan.id, "strong"), f"  {plan.title} ({facts}{earlier})", indent=STEP * depth)
