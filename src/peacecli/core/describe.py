"""From the record to the parts that several answers share."""

from collections.abc import Mapping

from peacecli.core.record import Alternatives, Issue, Negotiation, Plan, Term
from peacecli.core.results.common import AtomSaid, Data, OptionSaid, PlanHead, TermSaid


def data(record: Negotiation) -> Data:
    """Which record answers."""
    return Data(record.id, record.title, record.as_of, record.version, record.digest)


def plan_head(plan: Plan, judged_as_of: str) -> PlanHead:
    """A plan without its points; `judged_as_of` is the day on which it is judged."""
    return PlanHead(
        plan.id,
        plan.title,
        plan.kind,
        plan.aliases,
        plan.date,
        plan.textual_status,
        plan.completeness,
        plan.authors,
        plan.supersedes,
        len(plan.points),
        plan.points_in_text,
        judged_as_of,
        plan.companions,
    )


def term_said(record: Negotiation, plan: Plan | None, term: Term | None) -> TermSaid | None:
    """A term with the wording of its points; a status quo is a term of no plan."""
    if term is None:
        return None
    space = record.issues[term.issue].space
    return TermSaid(
        term.issue,
        space.names(term.outcomes),
        term.status,
        tuple(
            OptionSaid(space.names(option.outcomes), option.proposed_by, option.sources, option.note, option.variants)
            for option in term.options
        ),
        term.points,
        _text(plan, term),
        term.condition,
        term.force,
        term.scope,
        term.obliges,
        term.basis,
        term.credibility,
        term.note,
        term.absent_from,
    )


def _text(plan: Plan | None, term: Term) -> str | None:
    if plan is None or not term.points:
        return None
    return " ".join(point.says for point in plan.points if point.number in term.points)


def alternatives_said(issues: Mapping[str, Issue], alternatives: Alternatives) -> tuple[tuple[AtomSaid, ...], ...]:
    """A condition as the contract gives it: any one of the inner lists, all its atoms."""
    return tuple(
        tuple(
            AtomSaid(
                atom.issue,
                issues[atom.issue].space.names(atom.acceptable),
                issues[atom.issue].space.names(atom.unclear),
                None if atom.ideal is None else issues[atom.issue].space.name(atom.ideal),
            )
            for atom in conjunction
        )
        for conjunction in alternatives
    )
