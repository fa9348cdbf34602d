"""`peacecli schema`: every output matches its schema, and the schema matches nothing else."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from tests.cli.asking import COMMANDS, ONE_EACH
from tests.running import Run
from tests.small import FENCE

Keys = tuple[str | int, ...]
CHECKERS: dict[str, Draft202012Validator] = {}
INPUTS = ("positions.yaml", "parties/*.yaml", "plans/*.yaml", "sources/*.yaml", "draft", "preferences")
NAMES = (*INPUTS, *dict.fromkeys(name for _, name in COMMANDS.values()), "packages-preferences", "verify", "error")


def objects(value: Any, path: Keys = ()) -> Iterator[tuple[Keys, dict[str, Any]]]:
    """Every object in a document with its path; of the items of a list only those of a new shape."""
    if isinstance(value, dict):
        yield path, value
        for key, item in value.items():
            yield from objects(item, (*path, key))
    elif isinstance(value, list):
        seen: set[str] = set()
        for index, item in enumerate(value):
            shape = repr([sorted(inner) for _, inner in objects(item)])
            if shape not in seen:
                seen.add(shape)
                yield from objects(item, (*path, index))


def at(document: Any, path: Keys) -> Any:
    """What stands at a path."""
    for part in path:
        document = document[part]
    return document


def broken(document: Any) -> Iterator[str]:
    """What is wrong with the document while each is yielded: an extra key, or one key gone, at every depth."""
    for path, value in list(objects(document)):
        value["extra"] = None
        yield f"{path}: extra"
        del value["extra"]
        for key in list(value):
            kept = dict(value)
            del value[key]
            yield f"{path}: {key}"
            value.update(kept)


def checker(run: Run, name: str) -> Draft202012Validator:
    """What checks a document against the schema of this name."""
    if name not in CHECKERS:
        CHECKERS[name] = Draft202012Validator(run("schema", name).json)
    return CHECKERS[name]


def test_every_schema_is_listed(fence: Run) -> None:
    """`peacecli schema` names what can be asked for, one name a line."""
    assert sorted(NAMES) == sorted(fence("schema").out.splitlines())


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_valid(fence: Run, name: str) -> None:
    """Each schema is one of the dialect that it names."""
    schema = fence("schema", name).json
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_closed(fence: Run, name: str) -> None:
    """Every object of a schema either names its fields and takes no others, or maps free keys to one kind of value."""
    schemas = [one for _, one in objects(fence("schema", name).json) if one.get("type") == "object"]
    described = [one for one in schemas if isinstance(one["type"], str)]
    open_ones = [one for one in described if one.get("additionalProperties", True) is True]
    free = [one for one in described if isinstance(one.get("additionalProperties"), dict) and "properties" in one]
    assert (open_ones, free) == ([], [])


@pytest.mark.parametrize(("line", "name"), [pytest.param(*asked, id=name) for name, asked in COMMANDS.items()])
def test_an_answer_matches_its_schema(fence: Run, line: str, name: str) -> None:
    """The JSON of every command validates against the schema of its name."""
    found = checker(fence, name).iter_errors(fence(*line.split(), "--json").json)
    assert [error.json_path for error in found] == []


@pytest.mark.parametrize("line", ["conflicts --stance all", "concessions --stance all", "zone", "packages"])
def test_a_verified_answer_matches_its_schema(fence: Run, tmp_path: Path, line: str) -> None:
    """A saved answer is verified, and what `verify` says of it is of the schema `verify`."""
    file = tmp_path / "answer.json"
    fence(*line.split(), "--json", "-o", str(file))
    answer = fence("verify", str(file), "--json")
    assert (answer.code, [error.json_path for error in checker(fence, "verify").iter_errors(answer.json)]) == (0, [])


@pytest.mark.parametrize("name", ONE_EACH)
def test_a_schema_refuses_what_is_more_or_less(fence: Run, name: str) -> None:
    """An answer with one key more, or without one of its keys, at any depth, is refused."""
    validator = checker(fence, name)
    document = fence(*ONE_EACH[name].split(), "--json").json
    assert validator.is_valid(document)
    assert [what for what in broken(document) if validator.is_valid(document)] == []


@pytest.mark.parametrize(
    ("line", "name", "path"),
    [
        ("diff 7 table", "diff", ("command",)),
        ("diff 7 table", "diff", ("changes", 0, "kind")),
        ("diff 7 table", "diff", ("changes", 0, "terms", 0, "status")),
        ("diff 7 table", "diff", ("changes", 0, "effects", 0, "direction")),
        ("diff 7 table", "diff", ("changes", 0, "effects", 0, "positions", 0, "before")),
        ("diff 7 table", "diff", ("plans", 0, "completeness")),
        ("check 7", "check", ("verdicts", 0, "verdict")),
        ("check 7", "check", ("verdicts", 0, "stance")),
        ("check table", "check", ("verdicts", 0, "open_because")),
        ("check table", "check", ("verdicts", 1, "if_nothing_changes")),
        ("check 7", "check", ("summary", "worst")),
        ("issue height", "issue", ("plans", 0, "absence")),
        ("party alder", "party", ("positions", 0, "strength")),
        ("search the", "search", ("hits", 0, "kind")),
        ("list events", "list-events", ("events", 0, "kind")),
    ],
)
def test_a_schema_refuses_a_wrong_word(fence: Run, line: str, name: str, path: Keys) -> None:
    """A word that peacecli never says is refused."""
    validator = checker(fence, name)
    document = fence(*line.split(), "--json").json
    at(document, path[:-1])[path[-1]] = "perhaps"
    assert not validator.is_valid(document)


# --- errors -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line", ["plan 8 --json", "diff 7 --json", "check 7 --data nowhere.yaml --json", "nonsense --json", "plan --json"]
)
def test_an_error_matches_its_schema(fence: Run, line: str) -> None:
    """Under --json an error is one object on stderr, of the schema `error`, and stdout is empty."""
    answer = fence(*line.split())
    assert (answer.out, answer.code in (2, 3)) == ("", True)
    assert [error.json_path for error in checker(fence, "error").iter_errors(json.loads(answer.err))] == []


# --- inputs -----------------------------------------------------------------------------------------


SOUND: dict[str, dict[str, Any]] = {
    "plans/*.yaml": {
        "plan": "x",
        "title": "X",
        "kind": "idea",
        "date": "2024-03-01~",
        "textual_status": "reported",
        "completeness": "uncoded",
    },
    "draft": {
        "completeness": "complete",
        "terms": {"fence.height": 120, "fence.gate": {"any_of": [True, "no"]}, "fence.material": "wood"},
    },
    "sources/*.yaml": {
        "sources": [
            {
                "id": "x",
                "publisher": "X",
                "title": "X",
                "url": "https://x.example",
                "date": "2024-03-01",
                "kind": "analysis",
                "reliability": "F",
            }
        ]
    },
}


class Editor(yaml.SafeLoader):
    """Reads YAML as editors with a schema do: the core schema of YAML 1.2."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  # as the base class has it


for tag, pattern, first in (
    ("bool", r"true|false", "tf"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?[0-9]+\.[0-9]+", "-+0123456789"),
    ("null", r"~|null|", "~n"),
):
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("positions.yaml", "positions.yaml"),
        ("parties/*.yaml", "parties/alder.yaml"),
        ("parties/*.yaml", "parties/birch.yaml"),
        ("plans/*.yaml", "plans/7.yaml"),
        ("plans/*.yaml", "plans/table.yaml"),
        ("sources/*.yaml", "sources/2024.yaml"),
    ],
)
def test_a_file_that_loads_matches_the_schema_of_its_kind(fence: Run, name: str, file: str) -> None:
    """An editor that is given the schema of an input finds nothing wrong with a sound file."""
    document = yaml.load((FENCE.parent / file).read_text(encoding="utf-8"), Loader=Editor)  # noqa: S506  # a SafeLoader
    assert [error.json_path for error in checker(fence, name).iter_errors(document)] == []


@pytest.mark.parametrize(
    ("file", "key", "value"),
    [
        ("plans/*.yaml", "kind", "wish"),
        ("plans/*.yaml", "titel", "x"),
        ("plans/*.yaml", "struck", [{"says": "A gate.", "still_discussed": "perhaps", "sources": ["x"]}]),
        ("sources/*.yaml", "sources", []),
        ("draft", "completeness", "uncoded"),
        ("draft", "terms", {"fence.gate": {"valeu": "no"}}),
        ("plans/*.yaml", "drafting", None),
    ],
)
def test_the_schema_of_an_input_refuses_what_does_not_load(fence: Run, file: str, key: str, value: object) -> None:
    """A wrong word, a strange key and an empty list are wrong in an editor too."""
    sound = SOUND[file]
    validator = checker(fence, file)
    assert (validator.is_valid(sound), validator.is_valid({**sound, key: value})) == (True, False)


@pytest.mark.parametrize("word", ["yes", "no", True, False])
def test_yes_is_yes_however_an_editor_reads_it(fence: Run, word: object) -> None:
    """As a word, and as a truth value, which YAML 1.1 makes of it."""
    struck = {"says": "A gate.", "still_discussed": word, "sources": ["x"]}
    assert checker(fence, "plans/*.yaml").is_valid({**SOUND["plans/*.yaml"], "struck": [struck]})
