"""What must hold between the files of a negotiation."""

from collections.abc import Container, Iterable, Iterator
from itertools import chain, islice
from typing import NamedTuple

from peacecli.authoring import models as m
from peacecli.authoring.compile import Files
from peacecli.authoring.declared import declared, spoken
from peacecli.authoring.documents import Document, Loc
from peacecli.authoring.entries import check_repeated, entries
from peacecli.authoring.names import Names, Problem
from peacecli.authoring.plan_checks import check_plan
from peacecli.authoring.position_checks import check_party
from peacecli.authoring.time_checks import Times, check_times
from peacecli.authoring.voice_checks import check_voices
from peacecli.core.select import key
from peacecli.errors import MAX_COMPLAINTS, Complaint

FileModel = m.NegotiationFile | m.PartyFile | m.PlanFile | m.SourcesFile


class Part(NamedTuple):
    """One file's model with the document it came from, and where in it the model begins."""

    model: FileModel
    document: Document
    loc: Loc = ()

    def complaint(self, problem: Problem) -> Complaint:
        """The problem with its place in the file."""
        loc, code, message, hint, expected = problem
        return self.document.complain((*self.loc, *loc), code, message, hint, expected)


def check(files: Files, parts: Iterable[Part], hidden: Container[str]) -> list[Complaint]:
    """Every complaint about the files together but those of the `hidden` codes, file by file, as many as are listed and
    one more.
    """
    parts = tuple(parts)
    names, times = Names.of(files, hidden), Times.of(files)
    between = (
        part.complaint(problem)
        for part in parts
        for problem in chain(_problems(part.model, names, files), _in_itself(part.model, times))
        if problem.code not in hidden
    )
    return list(islice(chain(_twice(parts), between), MAX_COMPLAINTS + 1))


def _in_itself(model: FileModel, times: Times) -> Iterator[Problem]:
    for loc, entry in entries(model):
        yield from check_repeated(entry, loc)
        yield from check_times(entry, times, loc)


def _problems(model: FileModel, names: Names, files: Files) -> Iterator[Problem]:
    match model:
        case m.NegotiationFile():
            yield from _head(model, names, files)
        case m.PartyFile():
            yield from check_party(model, names)
            yield from check_voices(model, files.offices, names.ids["party"])
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
            other = leads.setdefault((kind, key(name)), name)
            if (kind, name) in first:
                where = first[kind, name]
                yield part.complaint(Problem(loc, "duplicate-id", f"the {kind} `{name}` stands already in {where}"))
            elif other != name:
                message = f"the {kind} `{name}` is typed like `{other}`, which stands in {first[kind, other]}"
                yield part.complaint(Problem(loc, "like-id", message, "let their letters and digits differ"))
            first[kind, name] = part.document.name
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
            yield from names.on_scale(issue.id, (issue.status_quo.value,), *loc, "value")
            yield from names.all_known("source", issue.status_quo.sources, *loc, "sources")
        options = [key(option.id) for option in issue.options]
        if len(options) != len(set(options)):
            yield Problem(("issues", index, "options"), "duplicate-id", "an option stands here twice, or like another")
    for index, event in enumerate(head.events):
        yield from names.all_known("party", event.parties, "events", index, "parties")
        yield from names.all_known("plan", event.plans, "events", index, "plans")
        yield from names.all_known("source", event.sources, "events", index, "sources")
    shorts: dict[str, str] = {}
    for index, party in enumerate(head.parties):
        other = shorts.setdefault(party.short.casefold(), party.id)
        if other != party.id:
            yield Problem(("parties", index, "short"), "duplicate-alias", f"`{party.short}` is already `{other}`")
    described = {party.party for party in files.parties}
    for index, party in enumerate(head.parties):
        if party.id not in described:
            yield Problem(("parties", index, "id"), "no-party-file", f"no file describes the party `{party.id}`")
