"""Verdicts and directions on the real record, worked by hand in `tests/cases`."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from peacecli.authoring.load import Loaded
from peacecli.core.check import position_verdict
from peacecli.core.diff import diff
from peacecli.core.record import Negotiation
from peacecli.core.scope import in_force
from tests.core.building import scope

CASES = Path(__file__).parent.parent / "cases"
Case = dict[str, Any]


def _cases(name: str) -> list[Case]:
    with (CASES / f"{name}.yaml").open(encoding="utf-8") as file:
        return list(yaml.safe_load(file))


def _name(case: Case) -> str:
    what = case.get("position") or f"{case['base']}>{case['target']}:{case['issue']}:{case['party']}"
    return "@".join(str(part) for part in (case.get("plan"), what, case.get("as_of")) if part)


VERDICTS, DIRECTIONS = _cases("verdicts"), _cases("directions")


class TestVerdicts:
    """One plan against one position."""

    def _found(self, record: Negotiation, case: Case) -> Case:
        plan, position = record.plans[case["plan"]], record.positions[case["position"]]
        asked = scope(record, str(case.get("as_of", record.as_of)))
        periods = {one.id: period for one, period in in_force(record, asked, asked.day(plan))}
        if position.id not in periods:
            return {"verdict": "not in force"}
        return position_verdict(record, plan, position, periods[position.id])._asdict()

    @pytest.mark.parametrize("case", VERDICTS, ids=_name)
    def test_case(self, loaded: Loaded, case: Case) -> None:
        """The program finds what was worked out by hand."""
        found = self._found(loaded.record, case)
        asked = ("verdict", "open_because", "by", "if_nothing_changes", "rests_on_this_plan")
        expected = {name: case[name] for name in asked if name in case}

        assert expected == {name: found[name] or "unnamed" for name in expected}

    @pytest.mark.parametrize("case", [case for case in VERDICTS if case["verdict"] == "silent"], ids=_name)
    def test_silent_cases_say_what_then_holds(self, case: Case) -> None:
        """Every hand-worked silence says what holds if nothing changes."""
        assert case["if_nothing_changes"] in ("respected", "crossed", "open", "unnamed")


class TestDirections:
    """One party and one change."""

    @pytest.mark.parametrize("case", DIRECTIONS, ids=_name)
    def test_case(self, loaded: Loaded, case: Case) -> None:
        """The program finds what was worked out by hand."""
        record = loaded.record
        plans = [record.plans[case[name]] for name in ("base", "target")]
        asked = scope(record, str(case.get("as_of", record.as_of)), (case["party"],), [case["issue"]])

        (change,) = diff(record, plans, asked).changes
        (effect,) = change.effects
        positions = {one.position: [one.before, one.after, one.direction or "none"] for one in effect.positions}
        assert (case["kind"], case["direction"]) == (change.kind, effect.direction or "none")
        assert case.get("positions", {}) == {name: positions[name] for name in case.get("positions", {})}


def test_enough_cases() -> None:
    """Twenty verdicts and ten directions at least, each with its reason, none twice."""
    assert (len(VERDICTS) >= 20, len(DIRECTIONS) >= 10) == (True, True)
    assert all(case["because"].strip() for case in VERDICTS + DIRECTIONS)
    assert len(VERDICTS + DIRECTIONS) == len({_name(case) for case in VERDICTS + DIRECTIONS})
