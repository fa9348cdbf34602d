"""A draft of one's own, read against a record's issues and parties, and a plan written out as a draft."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from peacecli.authoring.documents import KEY
from peacecli.authoring.models.draft import DraftFile, DraftTerm
from peacecli.authoring.names import Names, Problem
from peacecli.authoring.own_file import STDIN, own_file
from peacecli.authoring.plan_checks import check_distinct, check_said
from peacecli.authoring.sets import outcomes
from peacecli.core.outcomes import Space
from peacecli.core.own_text import own_text
from peacecli.core.record import Negotiation, Plan, Term, TermOption


def load_draft(record: Negotiation, path: Path) -> Plan:
    """The draft in a file (`-`: standard input) as a plan. Raises DataError with every complaint."""
    draft = own_file(path, DraftFile, partial(_problems, Names.in_record(record)))
    return _plan(draft, record, "draft" if path == STDIN else path.stem.replace("@", "-"))


def _problems(names: Names, draft: DraftFile) -> Iterator[Problem]:
    yield from names.all_known("party", draft.authors, "authors")
    for issue, term in draft.terms.items():
        yield from names.known("issue", issue, "terms", issue, KEY)
        yield from check_said(term, issue, names, ("terms", issue))
        yield from names.all_known("party", term.obliges, "terms", issue, "obliges")
        yield from check_distinct(term.options, issue, names, ("terms", issue, "options"))
        for index, option in enumerate(term.options):
            loc = ("terms", issue, "options", index)
            yield from check_said(option, issue, names, loc)
            yield from names.all_known("party", option.proposed_by, *loc, "proposed_by")


def _plan(draft: DraftFile, record: Negotiation, name: str) -> Plan:
    ident = draft.draft or name
    ident = f"{ident}-draft" if ident in record.plans else ident
    terms = {issue: _term(issue, term, record.issues[issue].space) for issue, term in draft.terms.items()}
    return own_text(
        record,
        ident,
        draft.title or ident,
        draft.date or record.as_of,
        terms,
        draft.authors,
        draft.completeness,
        draft.note,
    )


def _term(issue: str, term: DraftTerm, space: Space) -> Term:
    options = tuple(TermOption(outcomes(space, one.items), one.proposed_by, (), None) for one in term.options)
    return Term(
        issue,
        "bracketed" if options else "settled",
        options or (TermOption(outcomes(space, term.items), (), (), None),),
        (),
        condition=term.condition,
        force=term.force,
        obliges=term.obliges,
        note=term.note,
    )
