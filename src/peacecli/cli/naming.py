"""What the words of a command line name: plans and drafts, days, the values of issues."""

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import cast

from peacecli.cli.options import STANCES
from peacecli.cli.run import asker, choice
from peacecli.core import select
from peacecli.core.outcomes import Outcomes
from peacecli.core.record import Negotiation, Plan, Stance
from peacecli.core.scope import OWN_DATE, Scope
from peacecli.errors import UsageError
from peacecli.inputs import PIPES

DRAFT_ENDINGS = (".yaml", ".yml")
STDIN = "-"


def one_plan(record: Negotiation, typed: str) -> Plan:
    """The plan of an id, alias or variant, or the draft in a file (`-`: standard input).

    Raises UsageError and DataError.
    """
    if _is_file(typed):
        from peacecli.authoring.draft import load_draft  # Pydantic and YAML are slow to import

        return load_draft(record, Path(typed))
    return select.plan(record, typed)


def again(typed: str, plan: Plan) -> str | None:
    """How a later command names the plan: a draft by its file, and nothing for what can be read only once."""
    if typed == STDIN or typed.startswith(PIPES):
        return None
    return typed if _is_file(typed) else plan.id


def _is_file(typed: str) -> bool:
    return typed == STDIN or typed.lower().endswith(DRAFT_ENDINGS) or typed.startswith(PIPES)


def several_plans(record: Negotiation, typed: Iterable[str]) -> list[Plan]:
    """The plans and drafts in the order named. A draft that is called like one of another file gets a number.

    Raises UsageError and DataError.
    """
    named: dict[str, Plan] = {}
    found = []
    for word in typed:
        where = os.path.realpath(word) if _is_file(word) and word != STDIN else word
        if word == STDIN or where not in named:
            one = one_plan(record, word)
            named[where] = _numbered(one, named.values()) if _is_file(word) else one
        found.append(named[where])
    return found


def _numbered(draft: Plan, others: Iterable[Plan]) -> Plan:
    ids = {plan.id for plan in others}
    number = next(number for number in count(2) if f"{draft.id}-{number}" not in ids)
    return draft._replace(id=f"{draft.id}-{number}") if draft.id in ids else draft


def each_once(plans: Iterable[Plan]) -> tuple[Plan, ...]:
    """The plans without those that were named before."""
    return tuple({plan.id: plan for plan in plans}.values())


def scope(
    record: Negotiation,
    parties: Sequence[str] | None,
    issues: Sequence[str] | None,
    stances: Sequence[str],
    as_of: str | None,
) -> Scope:
    """What the options ask about. Raises UsageError."""
    wanted = {select.party(record, party) for party in parties or ()}
    return Scope(
        tuple(party for party in record.parties if not wanted or party in wanted),
        select.issues(record, issues or ()),
        _stances(stances),
        record.as_of if as_of is None else _day(as_of),
    )


def one_day(record: Negotiation, as_of: str | None) -> str:
    """The day asked about, for a question in which no plan has a date of its own. Raises UsageError."""
    if as_of == OWN_DATE:
        message = f"{asker('--as-of', as_of)} {as_of} needs plans to take a date from"
        raise UsageError("not-a-date", message, "write a date as 2025-11-24")
    return record.as_of if as_of is None else _day(as_of)


def _stances(stances: Sequence[str]) -> frozenset[Stance]:
    named = {choice("--stance", stance, (*STANCES, "all")) for stance in stances}
    return frozenset(cast(Sequence[Stance], STANCES if "all" in named else sorted(named)))


def _day(text: str) -> str:
    if text == OWN_DATE:
        return text
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise UsageError(
            "not-a-date", f"{asker('--as-of', text)} `{text}` is not a date", "write it as 2025-11-24, or `plan`"
        ) from error


def assigned(record: Negotiation, texts: Sequence[str], option: str) -> Iterator[tuple[str, list[Outcomes]]]:
    """What `ISSUE=VALUE` options say: by issue, one outcome, or for --bracket two and more. Raises UsageError."""
    for text in texts:
        name, sign, values = text.partition("=")
        if not sign:
            raise UsageError("no-value", f"{option} `{text}` has no value", f"write {option} ISSUE=VALUE")
        issue = record.issues[select.issue(record, name)]
        words = values.split(",")
        if (len(words) == 1) == (option == "--bracket"):
            raise UsageError(
                "wrong-value", f"{option} takes {'two values or more' if len(words) == 1 else 'one value'}"
            )
        outcomes = [select.outcome(issue, word) for word in words]
        if twice := next((word for word, one in zip(words, outcomes, strict=True) if outcomes.count(one) > 1), None):
            raise UsageError("named-twice", f"{option} `{text}` names `{twice}` twice", "say an outcome once")
        yield issue.id, outcomes


def some_words(words: Sequence[str]) -> tuple[str, ...]:
    """Words to look for. Raises UsageError for one that is empty, which is found everywhere."""
    if any(not word.strip() for word in words):
        raise UsageError("no-words", "an empty word is found everywhere", "say what to look for")
    return tuple(words)


def refuse_twice(issues: Sequence[str]) -> None:
    """Raises UsageError where an issue is named twice."""
    if twice := next((issue for issue in issues if issues.count(issue) > 1), None):
        raise UsageError("named-twice", f"{twice} is named twice", "say one thing of an issue")
