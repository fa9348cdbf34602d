"""One plan point by point, whole or only some of it, and the same in every format."""

import csv
import io
from pathlib import Path

import pytest

from tests.running import Run
from tests.small import Change, negotiation


@pytest.mark.parametrize(
    ("line", "issues", "absent"),
    [
        ("plan 7 --issue fence.height", ["fence.height"], "Material"),
        ("plan 7 --issue line.front --issue gate", ["fence.gate", "line.front"], "Line at the brook"),
        ("plan table --open", ["fence.material"], "Height of the fence"),
    ],
)
def test_a_part_of_a_plan_has_the_same_terms_in_every_format(
    fence: Run, line: str, issues: list[str], absent: str
) -> None:
    """A point that is kept keeps only the terms asked for."""
    answer = fence(*line.split(), "--json").json
    assert [term["issue"] for term in answer["terms"]] == issues
    assert [term["issue"] for point in answer["points"] for term in point["terms"]] == issues
    rows = csv.DictReader(io.StringIO(fence(*line.split(), "--format", "csv").out))
    assert [row["issue"] for row in rows] == issues
    assert f"{absent}: " not in fence(*line.split()).out


@pytest.mark.parametrize(
    ("line", "judged"),
    [
        ("plan 7", 1),
        ("plan 7 --issue fence.gate", 1),
        ("plan 7 --issue garden.*", 0),
        ("check 7 --issue fence.gate", 1),
        ("check 7 --issue garden.*", 0),
        ("check 7 --party birch", 0),
    ],
)
def test_what_others_judged_is_of_the_issues_asked_about(fence: Run, line: str, judged: int) -> None:
    """A judgement of positions that do not speak to them is left out, in JSON and in text."""
    assert len(fence(*line.split(), "--json").json["assessments"]) == judged
    assert fence(*line.split()).out.count("What others judged") == judged


def test_a_copy_names_the_other_copies_as_they_are_typed(real: Run) -> None:
    """Each by the id that `peacecli plan` takes."""
    record = real("plan", "28", "--json").json
    (first, *_) = record["variants"]
    text = real("plan", f"28@{first['id']}").out
    assert all(f"  28@{one['id']}: {one['title']}" in text for one in record["variants"])


def test_sources_that_no_point_cites_stand_below(anywhere: Run, tmp_path: Path) -> None:
    """Each once: what a point cites stands with that point."""
    path, _ = negotiation(tmp_path, Change("plans/7.yaml", "", "sources: [survey, minutes]\n"))
    lines = anywhere("plan", "7", "--data", str(path)).out.splitlines()
    place = lines.index("Other sources")
    assert lines[place + 1 : place + 3] == ["  [A] Village council, 2024-05-15: https://village.example/minutes", ""]
