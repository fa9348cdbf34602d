"""From the model of a plan version to the plan with its terms by issue."""

from peacecli.authoring import models as m
from peacecli.authoring.sets import Spaces, outcomes
from peacecli.core import record as r
from peacecli.core.outcomes import Outcomes, Space


def plan_of(plan: m.PlanFile, spaces: Spaces) -> r.Plan:
    """One plan version with its terms by issue, in the order of the issues."""
    terms = {term.issue: _term(term, text, spaces[term.issue]) for text in plan.points for term in text.terms}
    return r.Plan(
        plan.plan,
        plan.title,
        plan.kind,
        plan.date,
        plan.textual_status,
        plan.completeness,
        plan.authors,
        plan.aliases,
        plan.drafting,
        plan.status,
        plan.summary,
        plan.supersedes,
        plan.points_in_text,
        plan.notes,
        tuple(_point(text) for text in plan.points),
        {issue: terms[issue] for issue in spaces if issue in terms},
        tuple(r.Companion(c.title, c.status, c.date, c.says, c.sources) for c in plan.companions),
        tuple(r.Variant(v.id, v.title, v.kind, v.date, v.says, v.sources) for v in plan.variants),
        tuple(r.Struck(one.issue, one.says, one.still_discussed, one.sources) for one in plan.struck),
        tuple(r.NotInText(one.says, one.claimed_by, one.sources) for one in plan.not_in_text),
        tuple(_account(one) for one in plan.accounts),
        tuple(
            r.Assessment(a.by, a.date, a.party, a.positions, a.judgement, a.says, a.sources, a.credibility)
            for a in plan.assessments
        ),
        plan.sources,
    )


def _point(text: m.Point) -> r.Point:
    return r.Point(
        text.number,
        text.label,
        text.says,
        tuple(term.issue for term in text.terms),
        text.no_term,
        text.sources,
        text.credibility,
        text.disagreement,
        tuple(_account(one) for one in text.accounts),
        text.thin,
    )


def _account(account: m.Account) -> r.Account:
    return r.Account(account.about, tuple(r.Claim(c.by, c.says, c.sources, c.credibility) for c in account.claims))


def _term(term: m.Term, text: m.Point, space: Space) -> r.Term:
    return r.Term(
        term.issue,
        "bracketed" if term.options else "disputed" if term.readings else "settled",
        _options(term, text, space),
        (text.number,),
        term.condition,
        term.force,
        term.scope,
        term.obliges,
        term.basis,
        term.credibility or text.credibility,
        term.note,
        term.absent_from,
    )


def _options(term: m.Term, text: m.Point, space: Space) -> tuple[r.TermOption, ...]:
    if term.options:
        return tuple(
            r.TermOption(_said(option, space), option.proposed_by, option.sources or text.sources, option.note)
            for option in term.options
        )
    if term.readings:
        return tuple(r.TermOption(_said(one, space), (), one.sources, one.note, one.variants) for one in term.readings)
    return (r.TermOption(_said(term, space), (), text.sources, None),)


def _said(said: m.Said, space: Space) -> Outcomes:
    return outcomes(space, said.items)
