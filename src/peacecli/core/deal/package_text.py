"""A package as a text of its own."""

from collections.abc import Iterable

from peacecli.core.own_text import own_text
from peacecli.core.record import Negotiation, Plan, Term, TermOption
from peacecli.core.results.conflicts import IssueOutcome


def package_text(record: Negotiation, outcomes: Iterable[IssueOutcome], base: Plan | None) -> Plan:
    """The text: what the base says, and every outcome of the package; where any of several outcomes will do,
    the first stands.
    """
    terms = dict(base.terms) if base else {}
    for said in outcomes:
        first = record.issues[said.issue].space.outcomes(said.outcomes[:1])
        terms[said.issue] = Term(said.issue, "settled", (TermOption(first, (), (), None),), ())
    return own_text(record, "package", "A package", record.as_of, terms)
