"""A plan with some of its terms changed."""

from collections.abc import Mapping, Sequence

from peacecli.core.outcomes import Outcomes
from peacecli.core.own_text import OWN_DRAFT
from peacecli.core.record import Negotiation, Plan, Term, TermOption


def what_if(
    record: Negotiation,
    plan: Plan,
    settled: Mapping[str, Outcomes],
    dropped: Sequence[str],
    bracketed: Mapping[str, Sequence[Outcomes]],
) -> Plan:
    """The plan with these issues settled so, these terms dropped and these issues bracketed between options."""
    terms = {issue: term for issue, term in plan.terms.items() if issue not in dropped}
    for issue, outcomes in settled.items():
        terms[issue] = Term(issue, "settled", (_option(outcomes),), ())
    for issue, options in bracketed.items():
        terms[issue] = Term(issue, "bracketed", tuple(_option(outcomes) for outcomes in options), ())
    return plan._replace(
        id=f"{plan.id}+",
        title=f"{plan.title}, changed",
        textual_status=OWN_DRAFT,
        terms={issue: terms[issue] for issue in record.issues if issue in terms},
        assessments=(),
    )


def _option(outcomes: Outcomes) -> TermOption:
    return TermOption(outcomes, (), (), None)
