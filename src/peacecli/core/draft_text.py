"""A plan written out as a draft to edit: its terms, and every other issue with its outcomes as a comment."""

import json
import re
from collections.abc import Iterator

from peacecli.core.outcomes import Outcome, Outcomes, Range
from peacecli.core.own_text import OWN_DRAFT
from peacecli.core.record import Issue, Negotiation, Plan, Term, TermOption
from peacecli.core.select import any_number

HEAD = """# A draft. A line an issue: `issue: value`. What stays commented is silent.
# Vague words that fit several outcomes: `issue: {any_of: [one, other]}`. Text that is not agreed:
# `issue: {options: [{value: one, proposed_by: [party]}, {value: other}]}`.
"""
_HARMFUL = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)


def draft_text(record: Negotiation, plan: Plan) -> str:
    """The draft's YAML. Reading it back gives the same terms, and of one's own text the same date and notes."""
    own = plan.textual_status == OWN_DRAFT
    lines = [HEAD, f"title: {_quoted(plan.title)}"]
    if own:
        lines.append(f"date: {plan.date}")
    if own and plan.summary and not plan.points:
        lines.append(f"note: {_quoted(plan.summary)}")
    lines.append(f"authors: [{', '.join(plan.authors)}]" if plan.authors else "# authors: []")
    lines += [f"completeness: {'complete' if plan.completeness == 'complete' else 'partial'}", "terms:"]
    for topic in record.topics.values():
        mine = [issue for issue in record.issues.values() if issue.topic == topic.id]
        if mine:
            lines.append(f"\n  # --- {_comment(topic.label)}")
        lines += [line for issue in mine for line in _issue(issue, plan.terms.get(issue.id))]
    return "\n".join(lines) + "\n"


def _issue(issue: Issue, term: Term | None) -> Iterator[str]:
    options = ", ".join(issue.space.options) or any_number(issue)
    yield f"  # {_comment(issue.question)} ({_comment(options)})"
    yield f"  {issue.id}: {_value(issue, term)}" if term else f"  # {issue.id}:"


def _value(issue: Issue, term: Term) -> str:
    besides = list(_besides(term))
    single = None if besides or term.status == "bracketed" else _single(issue, term.outcomes)
    if single:
        return single
    options = f"options: [{', '.join(_option(issue, option) for option in term.options)}]"
    said = options if term.status == "bracketed" else _said(issue, term.outcomes)
    return f"{{{', '.join([said, *besides])}}}"


def _besides(term: Term) -> Iterator[str]:
    """What a term says besides its outcomes. The note of a term of the record is about the record's coding."""
    if term.condition:
        yield f"condition: {_quoted(term.condition)}"
    if term.force:
        yield f"force: {term.force}"
    if term.obliges:
        yield f"obliges: [{', '.join(term.obliges)}]"
    if term.note and not term.points:
        yield f"note: {_quoted(term.note)}"


def _option(issue: Issue, option: TermOption) -> str:
    proposed = f", proposed_by: [{', '.join(option.proposed_by)}]" if option.proposed_by else ""
    return f"{{{_said(issue, option.outcomes)}{proposed}}}"


def _said(issue: Issue, outcomes: Outcomes) -> str:
    single = _single(issue, outcomes)
    return f"value: {single}" if single else f"any_of: [{', '.join(map(_word, issue.space.names(outcomes)))}]"


def _single(issue: Issue, outcomes: Outcomes) -> str | None:
    """The only outcome, if there is but one."""
    names = issue.space.names(outcomes)
    return str(names[0]) if len(names) == 1 and not isinstance(names[0], Range) else None


def _word(name: Outcome) -> str:
    if not isinstance(name, Range):
        return str(name)
    if name.at_least is None and name.at_most is None:
        return "finite"
    ends = {"at_least": name.at_least, "at_most": name.at_most}
    return f"{{{', '.join(f'{key}: {end}' for key, end in ends.items() if end is not None)}}}"


def _quoted(text: str) -> str:
    return _escaped(json.dumps(text, ensure_ascii=False))


def _comment(text: str) -> str:
    return _escaped(" ".join(text.split()))


def _escaped(text: str) -> str:
    """The text with what YAML forbids, and what would steer a terminal or an editor, as escapes."""
    return _HARMFUL.sub(lambda match: f"\\U{ord(match.group()):08x}", text)
