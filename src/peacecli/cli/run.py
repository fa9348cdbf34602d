"""What every command does besides its own work: choose the format, open the record, set the scope, write."""

import os
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple, cast

from peacecli.atomic import destination
from peacecli.cli.options import COLORS, FORMATS, STANCES
from peacecli.core import select
from peacecli.core.outcomes import Outcomes
from peacecli.core.record import Negotiation, Plan, Stance
from peacecli.core.scope import OWN_DATE, Scope
from peacecli.errors import UsageError
from peacecli.output import Color, Target, as_json, as_json_lines, hint, write, write_page

DRAFT_ENDINGS = (".yaml", ".yml")


class How(NamedTuple):
    """How an answer is written."""

    format: str
    target: Target


def how(format: str | None, json: bool, output: Path | None, quiet: bool, color: str) -> How:
    """The format and target that the options ask for. Raises UsageError."""
    if json and format not in (None, "json"):
        raise UsageError("conflict", f"--json and --format {format} contradict each other")
    named = "json" if json else format or os.environ.get("PEACECLI_FORMAT") or "text"
    chosen = choice(asker("--format", format), named, FORMATS)
    shade = cast(Color, choice(asker("--color", color), color, COLORS))
    return How(chosen, Target(destination(output), quiet, shade))


def asker(option: str, value: str | None) -> str:
    """What says a value: the option, or the variable that stands in for it."""
    variable = f"PEACECLI_{option.strip('-').replace('-', '_').upper()}"
    return variable if os.environ.get(variable) and value in (None, os.environ[variable]) else option


def one_plan(record: Negotiation, typed: str) -> Plan:
    """The plan of an id, alias or variant, or the draft in a file (`-`: standard input).

    Raises UsageError and DataError.
    """
    if _is_file(typed):
        from peacecli.authoring.draft import load_draft  # Pydantic and YAML are slow to import

        return load_draft(record, Path(typed))
    return select.plan(record, typed)


def again(typed: str, plan: Plan) -> str:
    """How a command names the plan again: a draft by its file."""
    return typed if _is_file(typed) else plan.id


def _is_file(typed: str) -> bool:
    return typed == "-" or typed.lower().endswith(DRAFT_ENDINGS)


def several_plans(record: Negotiation, typed: Iterable[str]) -> list[Plan]:
    """The plans and drafts in the order named. A draft that is called like one before it gets a number.

    Raises UsageError and DataError.
    """
    found: list[Plan] = []
    for word in typed:
        one = one_plan(record, word)
        names = {plan.id for plan in found}
        if _is_file(word) and one.id in names:
            number = next(number for number in count(2) if f"{one.id}-{number}" not in names)
            one = one._replace(id=f"{one.id}-{number}")
        found.append(one)
    return found


def each_once(plans: Iterable[Plan]) -> tuple[Plan, ...]:
    """The plans without those that were named before."""
    return tuple({plan.id: plan for plan in plans}.values())


def choice(option: str, value: str, allowed: Sequence[str]) -> str:
    """The value, if it is allowed. Raises UsageError with the nearest one."""
    if value in allowed:
        return value
    from difflib import get_close_matches  # only after a mistake: it is slow to import

    near = get_close_matches(value, allowed, n=1)
    hint = f"did you mean `{near[0]}`?" if near else f"one of {', '.join(allowed)}"
    raise UsageError("unknown-value", f"{option} `{value}` is not known", hint, near or allowed)


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


def refuse_twice(issues: Sequence[str]) -> None:
    """Raises UsageError where an issue is named twice."""
    if twice := next((issue for issue in issues if issues.count(issue) > 1), None):
        raise UsageError("named-twice", f"{twice} is named twice", "say one thing of an issue")


def some_words(words: Sequence[str]) -> tuple[str, ...]:
    """Words to look for. Raises UsageError for one that is empty, which is found everywhere."""
    if any(not word.strip() for word in words):
        raise UsageError("no-words", "an empty word is found everywhere", "say what to look for")
    return tuple(words)


def suggest(asked: How, command: str, data: Path | None) -> None:
    """What one may ask next of the same record, below an answer that a person reads."""
    if asked.format == "text" and not asked.target.quiet:
        hint(f"next: peacecli {command}{of_record(data)}")


def of_record(data: Path | None) -> str:
    """What a command needs besides, so that it is about the same record."""
    return f" --data {data}" if data else ""


def emit(record: Negotiation | None, result: Any, items: str, view: str, asked: How) -> None:
    """The answer in the format asked for; `items` is its main list, `view` the module that lays it out."""
    if asked.format == "json":
        write(as_json(result), asked.target)
    elif asked.format == "jsonl":
        write(as_json_lines(getattr(result, items)), asked.target)
    else:
        module = import_module(f"peacecli.views.{view}")
        if asked.format == "csv":
            from peacecli.writers.csv import as_csv

            write(as_csv(module.rows(record, result)), asked.target)
        elif asked.format == "markdown":
            from peacecli.writers.markdown import markdown

            write(markdown(module.page(record, result)), asked.target)
        else:
            write_page(module.page(record, result), asked.target)
