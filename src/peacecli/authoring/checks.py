"""What must hold between the files of a negotiation."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from peacecli.authoring import models as m
from peacecli.authoring.compile import Files
from peacecli.authoring.documents import Document, Loc
from peacecli.authoring.names import Names, Problem, declared, spoken
from peacecli.authoring.position_checks import check_party
from peacecli.core.select import key
from peacecli.errors import Complaint

FileModel = m.NegotiationFile | m.PartyFile | m.PlanFile | m.SourcesFile


class Part(NamedTuple):
    """One file's model with the document it came from, and where in it the model begins."""

    model: FileModel
    document: Document
    loc: Loc = ()

    def complaint(self, problem: Problem) -> Complaint:
        """The problem with its place in the file."""
        return self.document.complain((*self.loc, *problem.loc), problem.code, problem.message, problem.hint)


def check(files: Files, parts: Iterable[Part]) -> list[Complaint]:
    """Every complaint about the files together, file by file."""
    parts = tuple(parts)
    names = Names(files)
    complaints = list(_twice(parts))
    for part in parts:
        complaints += [part.complaint(problem) for problem in _problems(part.model, names, files)]
    return complaints


def _problems(model: FileModel, names: Names, files: Files) -> Iterator[Problem]:
    match model:
        case m.NegotiationFile():
            yield from _head(model, names, files)
        case m.PartyFile():
            yield from check_party(model, names)
        case m.PlanFile():
            yield from check_plan(model, names)
        case m.SourcesFile():
            pass


def _twice(parts: Iterable[Part]) -> Iterator[Complaint]:
    """Ids that stand twice, and words that would lead to two things."""
    first: dict[tuple[str, str], str] = {}
    leads: dict[tuple[str, str], str] = {}
    parts = tuple(parts)
    for part in parts:
        for kind, name, loc in declared(part.model):
            if (kind, name) in first:
                where = first[kind, name]
                yield part.complaint(Problem(loc, "duplicate-id", f"the {kind} `{name}` stands already in {where}"))
            first[kind, name] = part.document.name
            leads[kind, key(name)] = name
    for part in parts:
        for kind, alias, name, loc in spoken(part.model):
            other = leads.setdefault((kind, key(alias)), name)
            if other != name:
                yield part.complaint(Problem(loc, "duplicate-alias", f"`{alias}` already leads to `{other}`"))


def _head(head: m.NegotiationFile, names: Names, files: Files) -> Iterator[Problem]:
    yield from names.all_known("plan", head.negotiation.featured, "negotiation", "featured")
    for index, issue in enumerate(head.issues):
        yield from names.known("topic", issue.topic, "issues", index, "topic")
        if issue.status_quo:
            loc = ("issues", index, "status_quo")
            yield from names.on_scale(issue.id, (issue.status_quo.value,), *loc)
            yield from names.all_known("source", issue.status_quo.sources, *loc, "sources")
        options = [option.id for option in issue.options]
        if len(options) != len(set(options)):
            yield Problem(("issues", index, "options"), "duplicate-id", "an option stands here twice")
    described = {party.party for party in files.parties}
    for index, party in enumerate(head.parties):
        if party.id not in described:
            yield Problem(("parties", index, "id"), "no-party-file", f"no file describes the party `{party.id}`")


def check_plan(plan: m.PlanFile, names: Names) -> Iterator[Problem]:
    """Every complaint about one plan's file."""
    yield from names.all_known("party", plan.authors, "authors")
    yield from names.all_known("plan", plan.supersedes, "supersedes")
    yield from names.all_known("source", plan.sources, "sources")
    seen: dict[str, str] = {}
    for index, text in enumerate(plan.points):
        yield from _point(plan, text, names, ("points", index))
        for place, term in enumerate(text.terms):
            if term.issue in seen:
                message = f"point {seen[term.issue]} already has the plan's term on {term.issue}"
                yield Problem(("points", index, "terms", place, "issue"), "duplicate-term", message)
            seen[term.issue] = text.number
    for index, (one, following) in enumerate(pairwise(plan.points)):
        if point_order(following.number) <= point_order(one.number):
            message = f"point {following.number} stands after {one.number}"
            yield Problem(("points", index + 1, "number"), "order", message)
    for index, companion in enumerate(plan.companions):
        yield from names.all_known("source", companion.sources, "companions", index, "sources")
    for index, absent in enumerate(plan.not_in_text):
        yield from names.all_known("source", absent.sources, "not_in_text", index, "sources")
    yield from _accounts(plan.accounts, names, ())
    for index, judged in enumerate(plan.assessments):
        loc = ("assessments", index)
        yield from names.known("party", judged.party, *loc, "party")
        yield from names.all_known("position", judged.positions, *loc, "positions")
        yield from names.all_known("source", judged.sources, *loc, "sources")


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
        yield from _said(term, term.issue, names, place)
        for number, option in enumerate(term.options):
            yield from _said(option, term.issue, names, (*place, "options", number))
            yield from names.all_known("source", option.sources, *place, "options", number, "sources")
            yield from _proposers(plan, option, (*place, "options", number))
        for number, reading in enumerate(term.readings):
            yield from _said(reading, term.issue, names, (*place, "readings", number))
            yield from names.all_known("source", reading.sources, *place, "readings", number, "sources")


def _said(said: m.Said, issue: str, names: Names, loc: Loc) -> Iterator[Problem]:
    yield from names.on_scale(issue, said.items, *loc, "any_of" if said.any_of else "value")


def _proposers(plan: m.PlanFile, option: m.Bracketed, loc: Loc) -> Iterator[Problem]:
    for index, party in enumerate(option.proposed_by):
        if party not in plan.authors:
            message = f"`{party}` is no author of this text, so it cannot have proposed an option of it"
            yield Problem((*loc, "proposed_by", index), "not-an-author", message, f"authors: {', '.join(plan.authors)}")
