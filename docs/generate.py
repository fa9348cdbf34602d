# ruff: noqa: INP001
"""Writes docs/codebook.md from the record, docs/json.md from the result types and the list of modules in
docs/architecture.md from their docstrings.

`python docs/generate.py` writes them; with `--check` it writes nothing and exits with 1 if any is stale.
"""

import ast
import inspect
import re
import sys
from collections.abc import Callable, Container, Iterable, Iterator
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from peacecli.__main__ import BUG, INTERRUPTED
from peacecli.authoring.load import load
from peacecli.authoring.schema import INPUTS, OUTPUTS
from peacecli.core import wording
from peacecli.core.outcomes import Outcome
from peacecli.core.record import Issue, Negotiation
from peacecli.core.results.common import SCHEMA_VERSION
from peacecli.errors import DataError, PeacecliError, ReaderGoneError, UsageError
from peacecli.writers.markdown import escaped

DOCS = Path(__file__).parent
ROOT = DOCS.parent
SOURCE = ROOT / "src" / "peacecli"
CODE = re.compile(r"[a-z]+(-[a-zA-Z]+)*")
DATE_FIELDS = {"date", "since", "until", "last_stated", "as_of", "judged_as_of", "status_quo_date"}
SCALARS = {str: "text", int: "integer", float: "number", bool: "true or false", NoneType: "null"}


def main(arguments: list[str]) -> int:
    """Write the pages, or with `--check` say which are stale."""
    stale = []
    for name, page in PAGES.items():
        file, text = DOCS / name, page()
        if not file.is_file() or file.read_text(encoding="utf-8") != text:
            stale.append(name)
            if "--check" not in arguments:
                file.write_text(text, encoding="utf-8", newline="\n")
    checked = "--check" in arguments
    said = "stale, run python docs/generate.py" if checked else "written"
    sys.stdout.write("".join(f"docs/{name}: {said}\n" for name in stale))
    return int(bool(stale) and checked)


def table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table of cells that are Markdown already."""
    lines = [f"| {' | '.join(row)} |" for row in (tuple(header), *(tuple(row) for row in rows))]
    return "\n".join([lines[0], f"|{' --- |' * lines[0].count(' | ')} --- |", *lines[1:]])


def prose(text: str) -> str:
    """Text of the record as Markdown; what stands between backticks stays code."""
    return escaped(text).replace("\\`", "`")


# --- codebook.md --------------------------------------------------------------------------------------

CODEBOOK = """# Codebook

Every topic and issue of the record *{title}*,
version {version}: the question, the outcomes in their order, what holds if nothing changes, and how texts are coded.
This page is made from `data/positions.yaml` by `python docs/generate.py`; change it there. How coding is done is in
[methodology.md](methodology.md).

An issue is one question with an outcome space. A **scale** has outcomes in an order, which the issue names; `at_least`
and `at_most` follow that order. A **choice** has outcomes without an order that could be defended. A **quantity** is a
number in a unit; where it says so, *no limit* is an outcome too and lies above every number. The outcomes of an issue
exclude one another. A plan is coded with one only where its words say so; a plan that says nothing is silent.

The record has {issues} issues in {topics} topics: {kinds}.
{named} of them name what holds if nothing changes.
"""


def codebook() -> str:
    """The codebook: topics and issues in the order of the record."""
    record, _ = load(ROOT / "data" / "positions.yaml")
    issues = record.issues.values()
    counts = {kind: sum(issue.space.kind == kind for issue in issues) for kind in ("scale", "choice", "quantity")}
    head = CODEBOOK.format(
        title=record.title,
        version=record.version,
        issues=len(issues),
        topics=len(record.topics),
        kinds=f"{counts['scale']} scales, {counts['choice']} choices, {counts['quantity']} quantities",
        named=len(record.status_quo),
    )
    return "\n".join([head, *_parties(record), *_topics(record)])


def _parties(record: Negotiation) -> Iterator[str]:
    yield "## Parties\n"
    yield table(
        ("Id", "Party", "Short", "Also called"),
        ((f"`{one.id}`", one.label, one.short, ", ".join(one.aliases)) for one in record.parties.values()),
    )
    yield "\nThis is their order in every answer. It says nothing about weight.\n"


def _topics(record: Negotiation) -> Iterator[str]:
    for topic in record.topics.values():
        yield f"## {topic.label}\n"
        yield f"`{topic.id}`. {prose(topic.summary or '')}\n"
        for issue in record.issues.values():
            if issue.topic == topic.id:
                yield from _issue(issue)


def _issue(issue: Issue) -> Iterator[str]:
    yield f"### {issue.label}\n"
    yield f"`{issue.id}`. {prose(issue.question)}\n"
    if issue.space.kind == "quantity":
        no_limit = ", or no limit (`unlimited`)" if issue.space.unlimited else ""
        yield f"A quantity in {prose(issue.unit or '')}{no_limit}.\n"
    else:
        yield f"A scale, {prose(issue.order)}:\n" if issue.order else "A choice, in no order:\n"
        rows = ((f"`{one.id}`", prose(one.label), prose(one.meaning or "")) for one in issue.options)
        yield table(("Outcome", "Label", "Meaning"), rows) + "\n"
    yield from _rest(issue)


def _rest(issue: Issue) -> Iterator[str]:
    if quo := issue.status_quo:
        names = wording.outcomes(issue, issue.space.names(quo.outcomes))
        sources = ", ".join(f"`{source}`" for option in quo.options for source in option.sources)
        note = f" {prose(quo.note)}" if quo.note else ""
        yield f"- If nothing changes: **{prose(names)}** ({issue.status_quo_date}).{note} Sources: {sources}."
    if issue.note:
        yield f"- Coding note: {prose(issue.note)}"
    if issue.aliases:
        yield f"- Also found as: {prose(', '.join(issue.aliases))}"
    if issue.status_quo or issue.note or issue.aliases:
        yield ""


# --- json.md ------------------------------------------------------------------------------------------

JSON = """# JSON

What `--json` (the same as `--format json`) prints, command by command. This page is made from the result types in
`src/peacecli/core/results/` by `python docs/generate.py`; change it there. `peacecli schema NAME` prints the same as
JSON Schema, draft 2020-12, for every answer below and for the files that authors write:
{inputs}.

## Rules

- The bytes depend on nothing but the command, the record and the version of peacecli: fixed order of keys and items,
  two spaces, UTF-8, a final newline, no time of day and no absolute path.
- Every field is always there. What is absent is `null`; a list is a list when it has one item or none.
- Objects are closed: within one version of peacecli no field occurs that is not listed here.
- `schema_version` is {schema_version}. A change that breaks a reader raises it, an addition does not: a reader should
  pass over fields it does not know.
- Every answer begins with `schema_version` and `command`; `data` says which record answered. Then come the subjects, a
  `summary` where there is one, and the lists.
- Filters (`--party`, `--issue`, `--stance`) act on JSON as they do on text.
- Parties, issues, plans and positions stand in the order of the record; plans named on the command line in that order.
- Keys of findings are made of ids: `28>20:nato.membership` is a change, `28:ukraine-forces-cap` a verdict. They do not
  depend on wording. `peacecli explain KEY` takes the key of a verdict.
- A date is ISO 8601 to the year, month or day, with `~` after it where it is approximate (EDTF): `2025-11-24`,
  `2025-11`, `2025-11-26~`.
- `--format jsonl` prints the main list only, one object a line, without the fields around it:
  {lists}.
  For list it is the list itself.

### Outcomes

A list of outcomes holds, in the order of the issue: ids of options; numbers; `"unlimited"`; and ranges. A range is an
object with `at_least` and `at_most` (numbers, both ends included; `null` is unbounded) and `unlimited` (whether no
limit at all is in it too). An empty list is the empty set.

### Exit codes

{exits}

### Errors

Under `--json` an error leaves stdout empty and prints one object on stderr:

```json
{{"error": {{"code": "unknown-plan", "message": "...", "hint": "...", "candidates": ["..."]}}}}
```

`code` is one of these; a word in capitals stands for what is asked for, such as `unknown-plan`:

{errors}

`validate` prints its complaints on stdout, as its answer, and ends with {data} if there are any. Other commands that
read unsound files end with {data}, the error `invalid-data` and, without `--json`, the complaints on stderr. The `code`
of a complaint is one of these:

{complaints}.
"""

EXITS = (
    (0, "it ran; nothing at or above the threshold"),
    (1, "findings at or above `check --fail-on`, any change under `diff --exit-code`, or a wrong claim in `verify`"),
    (UsageError.exit_code, "usage: an unknown command, option, plan, party, issue or value"),
    (DataError.exit_code, "data: a file is missing, cannot be read or does not validate"),
    (BUG, "a bug in peacecli; `--debug` before the command shows the traceback"),
    (INTERRUPTED, "interrupted"),
    (ReaderGoneError.exit_code, "the reader closed the pipe"),
)
ERRORS = {kind.__name__: kind for kind in (UsageError, DataError, PeacecliError)}
COMPLAINTS = ("Problem", "Complaint", "complain", "_refuse", "_unreadable")
"""What makes an error or a complaint; the code is the first text among its arguments."""


def json_page() -> str:
    """Every output with its fields, then the parts they share."""
    errors = sorted({(code, ERRORS[name].exit_code) for name, code in _codes(ERRORS)})
    head = JSON.format(
        inputs=", ".join(f"`{name}`" for name in INPUTS),
        schema_version=SCHEMA_VERSION,
        lists="; ".join(f"`{name}` of {' and '.join(commands)}" for name, commands in _main_lists().items()),
        exits=table(("Exit", "Meaning"), ((str(code), meaning) for code, meaning in EXITS)),
        errors=table(("Code", "Exit"), ((f"`{code}`", str(number)) for code, number in errors)),
        data=DataError.exit_code,
        complaints=", ".join(f"`{code}`" for code in sorted({code for _, code in _codes(COMPLAINTS)})),
    )
    parts: dict[str, type] = {}
    answers = [_shape(name, kind, parts) for name, kind in OUTPUTS.items()]
    done: dict[str, str] = {}
    while waiting := [name for name in parts if name not in done]:
        for name in waiting:
            done[name] = _shape(name, parts[name], parts)
    return "\n".join([head, "## Answers\n", *answers, "## Parts\n", *(done[name] for name in sorted(done))])


def _main_lists() -> dict[str, list[str]]:
    """The main list of each answer, as the commands name it when they emit the answer, with these commands."""
    found: dict[str, list[str]] = {}
    for file in sorted((SOURCE / "cli").glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "emit" and (name := _text(node.args[2])):
                found.setdefault(name, []).append(file.stem.replace("_", "-"))
    return found


def _codes(makers: Container[str]) -> Iterator[tuple[str, str]]:
    """The codes that calls of these makers in the source give, with the maker; a filled-in part stands in capitals."""
    for file in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
                code = next((text for text in map(_text, node.args) if text), "")
                if name in makers and CODE.fullmatch(code):
                    yield name, code


def _text(node: ast.expr) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(part) for part in node.values)
    if isinstance(node, ast.FormattedValue):
        return ast.unparse(node.value).upper()
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _shape(name: str, kind: type, parts: dict[str, type]) -> str:
    """One type as a heading, its docstring and its fields; the types of the fields are added to `parts`."""
    doc = inspect.getdoc(kind) or ""
    said = "" if doc.startswith(f"{kind.__name__}(") else f"{' '.join(doc.split())}\n\n"
    fields = get_type_hints(kind).items()
    rows = ((f"`{field}`", _field(field, hint, parts)) for field, hint in fields)
    return f"### {name}\n\n{said}{table(('Field', 'Type'), rows)}\n"


def _field(field: str, hint: Any, parts: dict[str, type]) -> str:
    text = _words(hint, parts)
    return text.replace("text", "date", 1) if field in DATE_FIELDS else text


def _words(hint: Any, parts: dict[str, type]) -> str:
    """A type in words, with links to the parts."""
    if hint in SCALARS:
        return SCALARS[hint]
    arguments = get_args(hint)
    match get_origin(hint):
        case origin if origin is tuple:
            inner = _words(arguments[0], parts)
            if inner.startswith("list of"):
                return f"list of {inner.replace('list of', 'lists of', 1)}"
            return f"list of ({inner})" if " or " in inner else f"list of {inner}"
        case origin if origin is Literal:
            return " or ".join(f"`{value}`" for value in arguments)
        case origin if origin in (Union, UnionType):
            return " or ".join(_members(arguments, parts))
        case _:
            parts[hint.__name__] = hint
            return f"[{hint.__name__}](#{hint.__name__.lower()})"


def _members(arguments: tuple[Any, ...], parts: dict[str, type]) -> Iterator[str]:
    outcome = get_args(Outcome)
    if set(outcome) <= set(arguments):
        yield "[outcome](#outcomes)"
        arguments = tuple(one for one in arguments if one not in outcome)
    for one in sorted(arguments, key=lambda one: one is NoneType):
        yield _words(one, parts)


# --- architecture.md ----------------------------------------------------------------------------------

MODULES = re.compile(r"(?<=<!-- modules -->\n).*(?=<!-- end of modules -->)", re.DOTALL)


def architecture() -> str:
    """The page as it is, with the list of modules made anew."""
    page = (DOCS / "architecture.md").read_text(encoding="utf-8")
    lines = "\n".join(_modules(SOURCE, "src/peacecli/", 0))
    return MODULES.sub(lambda _: f"```text\n{lines}\n```\n", page)


def _modules(folder: Path, name: str, depth: int) -> Iterator[str]:
    """A line a module, its own first, then those of the folders in it."""
    yield _line(depth, name, folder / "__init__.py")
    for file in sorted(folder.glob("*.py")):
        if file.name != "__init__.py":
            yield _line(depth + 1, file.name, file)
    for inner in sorted(folder.iterdir()):
        if (inner / "__init__.py").is_file():
            yield from _modules(inner, f"{inner.name}/", depth + 1)


def _line(depth: int, name: str, file: Path) -> str:
    doc = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
    said = " ".join(doc.split("\n\n")[0].split())
    return f"{'  ' * depth + name:24} {said}".rstrip()


PAGES: dict[str, Callable[[], str]] = {
    "codebook.md": codebook,
    "json.md": json_page,
    "architecture.md": architecture,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
