"""What must hold of a plan: its points in order, one term an issue, and every id that it names."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from peacecli.authoring import models as m
from peacecli.authoring.documents import Loc
from peacecli.authoring.names import Names, Problem, nearest
from peacecli.authoring.sets import outcomes
from peacecli.core.outcomes import Outcomes


def check_plan(plan: m.PlanFile, names: Names) -> Iterator[Problem]:
    """Every complaint about one plan's file."""
    yield from names.all_known("party", plan.authors, "authors")
    yield from names.all_known("plan", plan.supersedes, "supersedes")
    yield from names.all_known("source", plan.sources, "sources")
    for index, text in enumerate(plan.points):
        yield from _point(plan, text, names, ("points", index))
    yield from _one_term_an_issue(plan)
    yield from _points_in_order(plan)
    yield from _accounts(plan.accounts, names, ())
    yield from _apparatus(plan, names)


def _one_term_an_issue(plan: m.PlanFile) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for index, text in enumerate(plan.points):
        for place, term in enumerate(text.terms):
            if term.issue in seen:
                message = f"point {seen[term.issue]} already has the plan's term on {term.issue}"
                yield Problem(("points", index, "terms", place, "issue"), "duplicate-term", message)
            seen[term.issue] = text.number


def _points_in_order(plan: m.PlanFile) -> Iterator[Problem]:
    for index, (one, following) in enumerate(pairwise(plan.points)):
        if point_order(following.number) <= point_order(one.number):
            message = f"point {following.number} stands after {one.number}"
            yield Problem(("points", index + 1, "number"), "order", message)


def _apparatus(plan: m.PlanFile, names: Names) -> Iterator[Problem]:
    """What stands around the points."""
    for key in ("companions", "variants", "struck", "not_in_text", "assessments"):
        for index, item in enumerate(getattr(plan, key)):
            yield from names.all_known("source", item.sources, key, index, "sources")
    for index, struck in enumerate(plan.struck):
        yield from names.known("issue", struck.issue, "struck", index, "issue")
    for index, judged in enumerate(plan.assessments):
        yield from names.known("party", judged.party, "assessments", index, "party")
        yield from names.all_known("position", judged.positions, "assessments", index, "positions")


def point_order(number: str) -> tuple[str, int, str]:
    """The order of point numbers: letter, number, letter (A1, 2, 12, 12a)."""
    letter = number[0] if number[0].isalpha() else ""
    tail = number[-1] if number[-1].isalpha() else ""
    return letter, int(number.strip(letter + tail) or 0), tail


def _accounts(accounts: Iterable[m.Account], names: Names, loc: Loc) -> Iterator[Problem]:
    for index, account in enumerate(accounts):
        for place, claim in enumerate(account.claims):
            yield from names.all_known("source", claim.sources, *loc, "accounts", index, "claims", place, "sources")


def _point(plan: m.PlanFile, text: m.Point, names: Names, loc: Loc) -> Iterator[Problem]:
    yield from names.all_known("source", text.sources, *loc, "sources")
    yield from _accounts(text.accounts, names, loc)
    for index, term in enumerate(text.terms):
        place = (*loc, "terms", index)
        yield from names.known("issue", term.issue, *place, "issue")
        yield from names.all_known("party", term.obliges, *place, "obliges")
        yield from check_said(term, term.issue, names, place)
        yield from _variants(plan, term.absent_from, (*place, "absent_from"))
        yield from check_distinct(term.options, term.issue, names, (*place, "options"))
        yield from check_distinct(term.readings, term.issue, names, (*place, "readings"))
        for number, option in enumerate(term.options):
            yield from check_said(option, term.issue, names, (*place, "options", number))
            yield from names.all_known("source", option.sources, *place, "options", number, "sources")
            yield from _proposers(plan, option, (*place, "options", number))
        for number, reading in enumerate(term.readings):
            yield from check_said(reading, term.issue, names, (*place, "readings", number))
            yield from names.all_known("source", reading.sources, *place, "readings", number, "sources")
            yield from _variants(plan, reading.variants, (*place, "readings", number, "variants"))


def _variants(plan: m.PlanFile, named: Iterable[str], loc: Loc) -> Iterator[Problem]:
    known = [variant.id for variant in plan.variants]
    for index, name in enumerate(named):
        if name not in known:
            yield Problem((*loc, index), "unknown-variant", f"no variant `{name}` of {plan.plan}", nearest(name, known))


def check_said(said: m.Said, issue: str, names: Names, loc: Loc) -> Iterator[Problem]:
    """A complaint for each outcome that the issue does not have."""
    yield from names.on_scale(issue, said.items, *loc, "any_of" if said.any_of else "value")


def check_distinct(said: Sequence[m.Said], issue: str, names: Names, loc: Loc) -> Iterator[Problem]:
    """A complaint for each option, or reading, that says the same as one before it."""
    seen: list[Outcomes] = []
    for index, one in enumerate(said):
        if issue not in names.spaces or list(names.on_scale(issue, one.items)):
            return
        found = outcomes(names.spaces[issue], one.items)
        if found in seen:
            hint = "write it once, with all who proposed it or all that report it"
            yield Problem((*loc, index), "repeated", "this says the same as one above it", hint)
        seen.append(found)


def _proposers(plan: m.PlanFile, option: m.Bracketed, loc: Loc) -> Iterator[Problem]:
    for index, party in enumerate(option.proposed_by):
        if party not in plan.authors:
            message = f"`{party}` is no author of this text, so it cannot have proposed an option of it"
            hint = f"authors: {', '.join(plan.authors)}" if plan.authors else "name who wrote it in `authors`"
            yield Problem((*loc, "proposed_by", index), "not-an-author", message, hint)
