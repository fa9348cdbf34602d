"""`export --format negmas`: what is written, and in an environment of its own that NegMAS loads it and agrees.

NegMAS is AGPL and takes 791 MB, so it is never a dependency. To run the last test:

    python -m venv /tmp/negmas && /tmp/negmas/bin/pip install negmas==0.16.0 pytest hypothesis jsonschema
    /tmp/negmas/bin/pip install -e . && /tmp/negmas/bin/python -m pytest tests/deal/test_negmas.py
"""

import json
from pathlib import Path

import pytest

from tests.deal.test_preferences import FILE
from tests.running import Run


@pytest.fixture
def exported(fence: Run, tmp_path: Path) -> Path:
    """The folder that the command wrote."""
    weights, folder = tmp_path / "weights.yaml", tmp_path / "scenario"
    weights.write_text(FILE, encoding="utf-8")
    answer = fence("export", "--format", "negmas", "--preferences", str(weights), "--output", str(folder))
    assert (answer.code, answer.out, answer.err) == (0, "", "")
    return folder


def test_what_is_written(exported: Path) -> None:
    """Issues with their options, either party's values and reservation, and what the format cannot hold."""
    assert sorted(file.name for file in exported.iterdir()) == [
        "README.md",
        "alder.yml",
        "birch.yml",
        "fence-issues.yml",
    ]
    space = json.loads((exported / "fence-issues.yml").read_text(encoding="utf-8"))
    assert [(one["name"], one["values"]) for one in space["issues"]] == [
        ("fence.height", ["90", "120", "150"]),
        ("fence.gate", ["no", "yes"]),
    ]
    alder = json.loads((exported / "alder.yml").read_text(encoding="utf-8"))
    assert alder["reserved_value"] == 2
    assert [one["mapping"] for one in alder["values"]] == [{"90": 1, "120": 2.5, "150": 4}, {"no": 0, "yes": 3}]
    assert "cannot hold" in (exported / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("options", ["--format negmas", "--format csv --preferences weights.yaml"])
def test_both_or_neither(fence: Run, tmp_path: Path, options: str) -> None:
    """The format needs the weights, and only it takes them."""
    assert fence("export", *options.split(), "--output", str(tmp_path / "out")).code == 2


def test_nothing_is_overwritten(fence: Run, exported: Path) -> None:
    """A folder with something in it is left alone."""
    weights = exported.with_name("weights.yaml")
    answer = fence("export", "--format", "negmas", "--preferences", str(weights), "--output", str(exported))
    assert answer.code == 2


def test_negmas_agrees(fence: Run, exported: Path) -> None:
    """NegMAS loads the scenario and finds the same frontier, Nash and Kalai-Smorodinsky points."""
    negmas = pytest.importorskip("negmas", reason="NegMAS is not installed (AGPL, 791 MB): see this module")
    from negmas.preferences.ops import ks_points, nash_points, pareto_frontier

    scenario = negmas.Scenario.from_yaml_folder(exported)
    weights = exported.with_name("weights.yaml")
    answer = fence("packages", "--preferences", str(weights), "--json").json
    values = [tuple(one["values"]) for one in answer["packages"]]
    points, _ = pareto_frontier(scenario.ufuns, scenario.outcome_space.enumerate_or_sample(), sort_by_welfare=False)
    order = [one.name for one in scenario.ufuns]
    rational = [one for one in values if one[0] >= 2 and one[1] >= 1.25]  # NegMAS leaves the others out
    ours = {tuple(one[["alder", "birch"].index(name)] for name in order) for one in rational}
    assert {tuple(round(value, 6) for value in point) for point in points} == ours
    marked = {mark: one["values"] for one in answer["packages"] for mark in one["marks"]}
    for mark, found in (
        ("nash", nash_points(scenario.ufuns, points)),
        ("kalai_smorodinsky", ks_points(scenario.ufuns, points)),
    ):
        assert [dict(zip(order, found[0][0], strict=True))[name] for name in ("alder", "birch")] == pytest.approx(
            marked[mark]
        )
