"""One variant of a version: the text as one copy, read-out or translation has it."""

from peacecli.core.record import Plan, Term


def variant_of(plan: Plan, variant: str) -> Plan:
    """The plan as this variant has it: disputed terms settled where the variant carries one of the readings,
    terms that it lacks left out. Its id is `plan@variant`.
    """
    terms = {issue: _as_read(term, variant) for issue, term in plan.terms.items() if variant not in term.absent_from}
    chosen = next(one for one in plan.variants if one.id == variant)
    completeness = "partial" if chosen.kind == "summary" and plan.completeness == "complete" else plan.completeness
    return plan._replace(
        id=f"{plan.id}@{variant}", title=f"{plan.title}: {chosen.title}", completeness=completeness, terms=terms
    )


def _as_read(term: Term, variant: str) -> Term:
    carried = tuple(option for option in term.options if variant in option.variants)
    return term._replace(status="settled", options=carried) if len(carried) == 1 else term
