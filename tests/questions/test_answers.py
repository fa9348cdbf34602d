"""Answers of commands on the real record, worked by hand in `tests/cases/answers.yaml`; every version answers."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from peacecli.authoring.load import Loaded
from peacecli.authoring.schema import json_schema
from tests.running import Run

Case = dict[str, Any]

ROOT = Path(__file__).parents[2]
CASES: list[Case] = yaml.safe_load((ROOT / "tests" / "cases" / "answers.yaml").read_text(encoding="utf-8"))
VERSIONS = [path.stem for path in sorted((ROOT / "data" / "plans").glob("*.yaml"))]
ANSWERS: dict[str, Any] = {}
"""What each command line answered, asked once."""
CHECKERS: dict[str, Draft202012Validator] = {}


def asked(run: Run, line: str) -> Any:
    """What `peacecli LINE --json` answers."""
    if line not in ANSWERS:
        answer = run(*line.split(), "--json")
        assert (answer.code, answer.err) == (0, "")
        ANSWERS[line] = answer.json
    return ANSWERS[line]


def at(value: Any, path: str) -> Any:
    """What stands at a path such as `changes / issue=forces.cap / kind`."""
    for step in path.split(" / "):
        value = _step(value, step.strip('"'))
    return value


def _step(value: Any, step: str) -> Any:
    if step == "#":
        return len(value)
    if step.isdigit():
        return value[int(step)]
    key, both, wanted = step.partition("==")
    if both:
        return [one for one in value if str(one[key]) == wanted]
    key, equals, wanted = step.partition("=")
    if equals:
        (found,) = (one for one in value if str(one[key]) == wanted)
        return found
    return [one[step] for one in value] if isinstance(value, list) else value[step]


def problems(name: str, document: Any) -> Iterator[str]:
    """Where the document does not match the schema of this name."""
    if name not in CHECKERS:
        CHECKERS[name] = Draft202012Validator(json_schema(name))
    return (error.json_path for error in CHECKERS[name].iter_errors(document))


def _name(case: Case) -> str:
    return f"{case['ask']}: {case['at']}"


def _parameters() -> Iterator[Any]:
    for case in CASES:
        wrong = case.get("known_wrong")
        yield pytest.param(case, id=_name(case), marks=[pytest.mark.xfail(reason=wrong)] if wrong else [])


@pytest.mark.parametrize("case", list(_parameters()))
def test_case(real: Run, case: Case) -> None:
    """The program answers what was worked out by hand."""
    found = at(asked(real, case["ask"]), case["at"])
    if "has" in case:
        assert case["has"] in found
    else:
        assert found == case["is"]


def test_enough_cases() -> None:
    """Forty at least, each with its reason and one expectation, none twice."""
    assert len(CASES) >= 40
    assert all(case["because"].strip() and ("is" in case) != ("has" in case) for case in CASES)
    assert len({_name(case) for case in CASES}) == len(CASES)


def test_every_version_is_asked(loaded: Loaded) -> None:
    """Twenty-three texts, one a file."""
    assert sorted(loaded.record.plans) == sorted(VERSIONS)
    assert len(VERSIONS) == 23


@pytest.mark.parametrize("version", VERSIONS)
class TestEveryVersion:
    """`plan`, `check` and `diff` of each of the record's texts."""

    @pytest.mark.parametrize("command", ["plan", "check", "diff"])
    def test_it_answers(self, real: Run, version: str, command: str) -> None:
        """With exit code 0 and JSON of the printed schema."""
        line = f"diff {version} 28" if command == "diff" else f"{command} {version}"
        assert list(problems(command, asked(real, line))) == []

    def test_only_whole_texts_are_silent(self, real: Run, loaded: Loaded, version: str) -> None:
        """What a text that is not known whole leaves out is unknown, and the other way round."""
        words = {row["verdict"] for row in asked(real, f"check {version}")["verdicts"]}
        complete = loaded.record.plans[version].completeness == "complete"
        assert ("unknown" if complete else "silent") not in words

    @pytest.mark.parametrize("other", ["28", "19"])
    def test_nothing_is_added_or_removed_by_what_is_not_known(
        self, real: Run, loaded: Loaded, version: str, other: str
    ) -> None:
        """A term is new only where the earlier text is known whole, and gone only where the later one is."""
        whole = {one.id for one in loaded.record.plans.values() if one.completeness == "complete"}
        for base, target in ((version, other), (other, version)):
            changes = asked(real, f"diff {base} {target}")["changes"]
            kinds = {change["kind"] for change in changes}
            assert "added" not in kinds or base in whole
            assert "removed" not in kinds or target in whole
