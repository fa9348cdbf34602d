"""`validate --strict`: what a published record must meet besides being sound."""

from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from peacecli.authoring.copying import Originals
from peacecli.authoring.load import Loaded
from peacecli.authoring.schema import json_schema
from peacecli.authoring.validate import validate
from peacecli.core.results.validate import Validate
from peacecli.errors import Complaint
from tests.conftest import DATA
from tests.running import Run
from tests.small import Change, Place, negotiation

SEVEN, ALDER, BIRCH, SOURCES = "plans/7.yaml", "parties/alder.yaml", "parties/birch.yaml", "sources/2024.yaml"
ORPHAN = """  - id: «nobody
    publisher: Nobody
    title: Nothing
    url: https://nobody.example/nothing
    date: 2024-05
    kind: press-report
    reliability: C
"""
FEATURED = Change("positions.yaml", "featured: [7, table]", "featured: [letter]")
"""The letter's one point rests on the gazette; with it alone featured, the other plans need not be thin."""
THIN = Change("plans/letter.yaml", "credibility: 3", "credibility: 3\n    thin: Only the gazette had it.")
SONG = "Good fences make good neighbours said the old man at the brook, and went."


def _strict(path: Path, originals: Path | None = None) -> Validate:
    return validate(path, strictly=True, originals=originals)


def _places(complaints: tuple[Complaint, ...]) -> list[tuple[str, Place]]:
    return [(one.code, Place(one.file, one.line, one.column)) for one in complaints]


def _refused(folder: Path, *changes: Change) -> tuple[list[tuple[str, Place]], list[Place]]:
    """What is refused of the small negotiation with its one featured point told thin, and the places marked."""
    path, marked = negotiation(folder, FEATURED, THIN, *changes)
    return _places(_strict(path).complaints), marked


class TestSourcing:
    """Red lines and points on two origins, or thin in so many words."""

    def test_sound(self, tmp_path: Path) -> None:
        """What is well sourced, or says that it is not, passes; what was looked at is counted."""
        path, _ = negotiation(tmp_path, FEATURED, THIN)
        found = _strict(path)
        assert (found.sound, found.complaints) == (True, ())
        assert found.strict
        assert (found.strict.points, found.strict.thin_points, found.strict.thin_red_lines) == (1, 1, 0)

    def test_a_thin_point(self, tmp_path: Path) -> None:
        """A point of a featured plan on one origin is refused; copies of one dispatch are one origin."""
        copies = Change("plans/letter.yaml", "sources: [gazette]", "«sources: [gazette, gazette-copy]")
        path, marked = negotiation(tmp_path, FEATURED, copies)
        assert _places(_strict(path).complaints) == [("thin-point", marked[0])]

    def test_two_origins(self, tmp_path: Path) -> None:
        """Two origins do."""
        path, _ = negotiation(tmp_path, FEATURED, Change("plans/letter.yaml", "[gazette]", "[gazette, minutes]"))
        assert _strict(path).complaints == ()

    def test_an_official_text(self, tmp_path: Path) -> None:
        """It needs no second origin; an official statement needs none for a line, but for a point of a text."""
        for kind, codes in (("official-text", []), ("official-statement", ["thin-point"])):
            gazette = Change(SOURCES, "02\n    kind: press-report", f"02\n    kind: {kind}")
            path, _ = negotiation(tmp_path / kind, FEATURED, gazette, *_on_gazette())
            assert [one.code for one in _strict(path).complaints] == codes

    def test_a_poor_second_source(self, tmp_path: Path) -> None:
        """A source graded below C bears nothing out."""
        path, _ = negotiation(tmp_path, FEATURED, Change("plans/letter.yaml", "[gazette]", "[gazette, seed-fence]"))
        assert [one.code for one in _strict(path).complaints] == ["thin-point"]

    def test_not_thin_after_all(self, tmp_path: Path) -> None:
        """What says that it is thin must be, a point and a position alike."""
        point = Change("plans/letter.yaml", "    sources: [gazette]", "    sources: [gazette, minutes]")
        line = Change(BIRCH, "    says: No pear tree", "    thin: «Heard once.\n    says: No pear tree")
        path, marked = negotiation(tmp_path, FEATURED, THIN, point, line)
        codes = {one.file: one.code for one in _strict(path).complaints}
        assert codes == {BIRCH: "not-thin", "plans/letter.yaml": "not-thin"}
        assert ("not-thin", marked[0]) in _places(_strict(path).complaints)

    @pytest.mark.parametrize("strength", ["firm", "hard"])
    def test_a_thin_red_line(self, tmp_path: Path, strength: str) -> None:
        """A hard or firm red line without two origins or an official text is refused at its strength."""
        change = Change(
            BIRCH,
            "    strength: firm\n    says: No pear tree",
            f"    strength: «{strength}\n    says: No pear tree",
        )
        found, marked = _refused(tmp_path, change, *_on_gazette())
        assert found == [("thin-line", marked[0])]

    def test_a_soft_red_line(self, tmp_path: Path) -> None:
        """A soft one need not say so, and may."""
        soft = Change(BIRCH, "    strength: firm\n    says: No pear tree", "    strength: soft\n    says: No pear tree")
        assert _refused(tmp_path, soft, *_on_gazette())[0] == []

    def test_thin_is_not_hard(self, tmp_path: Path) -> None:
        """A thin position cannot be hard, strict or not."""
        change = Change(
            BIRCH,
            "    strength: firm\n    says: No pear tree",
            "    strength: hard\n    thin: X\n    says: No pear tree",
        )
        path, _ = negotiation(tmp_path, change)
        assert [one.code for one in validate(path).complaints] == ["wrong-value"]

    def test_unverified_does_not_count(self, tmp_path: Path) -> None:
        """An unverified statement bears nothing out."""
        path, _ = negotiation(
            tmp_path,
            FEATURED,
            THIN,
            *_on_gazette(credibility=6, other="gazette, minutes"),
        )
        assert [one.code for one in _strict(path).complaints] == ["thin-line"]


def _on_gazette(credibility: int = 2, other: str = "gazette") -> tuple[Change, ...]:
    """The last red line of Birch on the gazette alone."""
    old = """    ideal: felled
    statements:
      - date: 2024-04-20
        speaker: bruno
        says: Read it out of the table text.
        plan: table
        sources: [minutes]
        credibility: 2"""
    new = old.replace("[minutes]", f"[{other}]").replace("credibility: 2", f"credibility: {credibility}")
    return (Change(BIRCH, old, new),)


class TestOrphans:
    """Sources that nothing cites."""

    def test_refused(self, tmp_path: Path) -> None:
        """They are refused where they stand."""
        found, marked = _refused(tmp_path / "data", Change(SOURCES, "", ORPHAN))
        assert found == [("orphan-source", marked[0])]

    def test_cited_by_a_note(self, tmp_path: Path) -> None:
        """A note on a founding document may be all that cites one."""
        (tmp_path / "seeds").mkdir()
        (tmp_path / "seeds" / "01-drawer.md").write_text("| 1 | see `nobody`. | source nobody |\n", encoding="utf-8")
        assert _refused(tmp_path / "data", Change(SOURCES, "", ORPHAN))[0] == []


class TestWords:
    """Runs of words that stand in a founding document too."""

    @pytest.mark.parametrize(
        ("text", "runs"),
        [
            ("Good fences make good neighbours, said he.", []),
            ("So: GOOD FENCES make good neighbours – said the elder.", ["good fences make good neighbours said the"]),
            (
                "good fences make good; neighbours said the old man!",
                ["good fences make good neighbours said the old man"],
            ),
            ("fences make good neighbours said the young", []),
            ("", []),
        ],
    )
    def test_runs(self, text: str, runs: list[str]) -> None:
        """More than six words in a row, whatever their case and what stands between them."""
        assert list(Originals([SONG], []).runs(text)) == runs

    def test_names_do_not_count(self) -> None:
        """Words of a listed name or title are not counted, and do not end a run."""
        text = "good fences make good neighbours said the elder"
        assert list(Originals([SONG], ["Good Neighbours"]).runs(text)) == []
        assert list(Originals([SONG], ["at the brook"]).runs(text)) == [text.removesuffix(" elder")]

    def test_refused(self, tmp_path: Path) -> None:
        """A run is refused where its text stands, in files and in notes; titles of `shared-words.txt` are not."""
        originals = tmp_path / "originals"
        originals.mkdir()
        (originals / "one.txt").write_text(SONG, encoding="utf-8")
        (tmp_path / "seeds").mkdir()
        (tmp_path / "seeds" / "01-drawer.md").write_text(f"# A note\n\n{SONG}\n", encoding="utf-8")
        change = Change(BIRCH, "says: Would pay half.", "says: «Good fences make good neighbours said the old man.")
        path, marked = negotiation(tmp_path / "data", FEATURED, THIN, change)
        found = _strict(path, originals)
        assert _places(found.complaints) == [("copied", marked[0]), ("copied", Place("../seeds/01-drawer.md", 3, 1))]
        assert found.strict
        assert found.strict.documents == 1
        (path.parent / "shared-words.txt").write_text(
            f"# Known by heart\nGood fences make good neighbours\n{SONG}\n", encoding="utf-8"
        )
        assert _strict(path, originals).complaints == ()

    @pytest.mark.parametrize("folder", [None, "nowhere"])
    def test_not_at_hand(self, tmp_path: Path, folder: str | None) -> None:
        """Without the documents nothing is compared, and the answer says so."""
        path, _ = negotiation(tmp_path, FEATURED, THIN)
        found = _strict(path, tmp_path / folder if folder else None)
        assert found.strict
        assert (found.sound, found.strict.documents) == (True, None)


# --- the command line, and the record ---------------------------------------------------------------


def test_exit_code_and_schema(fence: Run) -> None:
    """A record that is sound but not strictly so is refused with 3; JSON says what was looked at."""
    answer = fence("validate", "--strict", "--json")
    Draft202012Validator(json_schema("validate")).validate(answer.json)
    assert (answer.code, answer.json["sound"], answer.json["counts"]) == (3, False, None)
    assert {one["code"] for one in answer.json["complaints"]} == {"thin-point"}
    assert answer.json["strict"]["documents"] is None
    assert fence("validate", "--json").json["strict"] is None
    assert "words not compared" in fence("validate", "--strict").out


def test_the_variable_names_the_folder(fence: Run, environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """`PEACECLI_ORIGINALS` is as good as `--originals`."""
    (tmp_path / "one.txt").write_text(SONG, encoding="utf-8")
    environment.setenv("PEACECLI_ORIGINALS", str(tmp_path))
    assert fence("validate", "--strict", "--json").json["strict"]["documents"] == 1


def test_a_folder_that_is_not_there_is_no_folder_of_originals(fence: Run, tmp_path: Path) -> None:
    """A slip of the pen does not switch the comparison off."""
    answer = fence("validate", "--strict", "--originals", str(tmp_path / "nope"), "--json")
    assert (answer.code, answer.error["code"]) == (3, "unreadable")


def test_thin_is_shown(anywhere: Run, tmp_path: Path) -> None:
    """That something is thinly sourced stands wherever it is shown, in text and JSON."""
    thin = Change(BIRCH, "    says: No pear tree", "    thin: Heard once.\n    says: No pear tree")
    path, _ = negotiation(tmp_path, THIN, thin)
    data = ("--data", str(path))
    (row,) = anywhere("check", "7", "--party", "birch", "--issue", "pear", "--json", *data).json["verdicts"]
    assert row["thin"] == "Heard once."
    assert "(firm, thin, last 2024-04-20)" in anywhere("check", "7", *data).out
    assert "(firm, thin)" in anywhere("party", "birch", *data).out
    assert "(firm, thin)" in anywhere("issue", "pear", *data).out
    assert "Thinly sourced: Heard once." in anywhere("explain", "7", "birch", "pear", *data).out
    assert anywhere("plan", "letter", "--json", *data).json["points"][0]["thin"] == "Only the gazette had it."
    assert "Thinly sourced: Only the gazette had it." in anywhere("plan", "letter", *data).out


def test_the_record_is_strictly_sound(loaded: Loaded) -> None:
    """The published record passes."""
    assert loaded.record.featured == ("28", "20")
    assert _strict(DATA).complaints == ()
