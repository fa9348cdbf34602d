"""How files become a negotiation: words stay words, every complaint is listed, and what cannot be read is said."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from peacecli.authoring.load import load
from peacecli.errors import MAX_COMPLAINTS, DataError
from tests.small import FENCE, Change, Place, negotiation, one_file

LETTER = "plans/letter.yaml"


def refused(path: Path) -> DataError:
    """Why a negotiation is refused."""
    with pytest.raises(DataError) as caught:
        load(path)
    return caught.value


def codes(path: Path) -> list[tuple[str, str, int]]:
    """The code, file and line of every complaint."""
    return [(one.code, one.file, one.line) for one in refused(path).complaints]


# --- words ------------------------------------------------------------------------------------------


def test_an_unquoted_no_stays_a_word() -> None:
    """`no` and `yes` are options, not truth values."""
    record = load(FENCE).record
    assert record.issues["fence.gate"].space.options == ("no", "yes")
    assert record.plans["7"].terms["fence.gate"].outcomes == record.issues["fence.gate"].space.outcomes(["yes"])


def test_an_unquoted_number_is_a_plan_id() -> None:
    """`plan: 7` and `featured: [7, table]` name the plan `7`."""
    record = load(FENCE).record
    assert list(record.plans) == ["handshake", "7", "table", "letter"]
    assert record.featured == ("7", "table")


def test_dates_stay_text() -> None:
    """A date is the text that stands in the file, to the year, month or day, with its `~`."""
    dates = [plan.date for plan in load(FENCE).record.plans.values()]
    assert dates == ["2024-03", "2024-04-01", "2024-05-15", "2024-06-10~"]


@pytest.mark.parametrize(
    "word",
    ["no", "Off", "true", "7", "1.10", "0x1F", "1_000", "1e3", ".inf", "12:30:45", "2024-06-01", "<<", "=", "'~'"],
)
def test_a_word_is_read_as_it_stands(tmp_path: Path, word: str) -> None:
    """No word turns into a truth value, a number, a time or nothing, whatever other readers of YAML make of it."""
    path, _ = negotiation(tmp_path, Change(LETTER, "title: Birch's letter", f"title: {word}"))
    assert load(path).record.plans["letter"].title == word.strip("'")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("kind: letter\n", "kind: letter\n«summary:\n", "nothing stands after `summary:`; say it, or"),
        (
            "kind: letter\n",
            "kind: letter\n«summary: ~\n",
            "the `~` after `summary:` means in YAML that there is nothing; put it",
        ),
        (
            "kind: letter\n",
            "kind: letter\n«summary: null\n",
            "the `null` after `summary:` means in YAML that there is nothing; put",
        ),
        ("kind: letter\n", "kind: letter\n«colour:\n", "nothing stands after `colour:`; say it, or"),
        ("- issue: fence.height\n        value: 150", "- {issue: fence.height, «value: }", "`value:`; say it, or"),
        ("- issue: fence.height\n        value: 150", "- {issue: fence.height, value: 1,«250}", "`250`; between"),
        (
            "- issue: fence.height\n        value: 150",
            "- {issue: fence.height, value: 150, note: High, «ever so high.}",
            "`ever so high.`; between braces",
        ),
        ("authors: [birch]", "authors:\n  - birch\n  -«\n", "an item of this list is empty; say it, or"),
        ("authors: [birch]", "authors: [birch, «~]", "the item `~` means in YAML that there is nothing; put it in"),
    ],
)
def test_a_key_has_a_value(tmp_path: Path, old: str, new: str, words: str) -> None:
    """Nothing at all, `~` and `null` are refused after a key that is known or not, and in lists; also where a comma
    in a text or number between braces made a key of what follows it.
    """
    path, places = negotiation(tmp_path, Change(LETTER, old, new))
    (one,) = refused(path).complaints
    assert ("missing-value", places) == (one.code, [Place(one.file, one.line, one.column)])
    assert words in f"{one.message}; {one.hint}"


def test_a_missing_value_hides_no_other_mistake(tmp_path: Path) -> None:
    """In the same file, and in the same entry of it."""
    path, places = negotiation(
        tmp_path,
        Change(LETTER, "height\n        value: 150", "height\n        «value:\n        «vlaue: 1"),
        Change(LETTER, "kind: letter\n", "kind: «lettre\n«colour: red\n«summary:\n"),
    )
    found = refused(path).complaints
    assert [Place(one.file, one.line, one.column) for one in found] == places
    codes = ["wrong-value", "unknown-key", "missing-value", "missing-value", "unknown-key"]
    assert [one.code for one in found] == codes


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    """A file that an editor saved with a byte order mark reads like any other."""
    path, _ = negotiation(tmp_path)
    file = tmp_path / LETTER
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert load(path).record.plans == load(FENCE).record.plans


def test_line_ends_of_any_system_read_alike(tmp_path: Path) -> None:
    """A file with the line ends of Windows reads like any other."""
    path, _ = negotiation(tmp_path)
    file = tmp_path / LETTER
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert load(path).record.plans == load(FENCE).record.plans


# --- one file, many files ---------------------------------------------------------------------------


def test_a_negotiation_in_one_file_is_the_same_negotiation(tmp_path: Path) -> None:
    """Parties, plans and sources may stand in `positions.yaml` itself; only the digest tells the difference."""
    whole, inline = load(FENCE), load(one_file(tmp_path))
    assert inline.record._replace(digest="") == whole.record._replace(digest="")
    assert inline.evidence == whole.evidence


def test_a_complaint_about_an_inline_plan_has_its_place(tmp_path: Path) -> None:
    """In a negotiation in one file a complaint points into that file."""
    path = one_file(tmp_path)
    lines = path.read_text(encoding="utf-8").splitlines()
    number = next(number for number, line in enumerate(lines) if "title: A handshake" in line)
    lines[number + 1] = lines[number + 1].replace("idea", "ideal")
    path.write_text("\n".join(lines), encoding="utf-8")
    assert codes(path) == [("wrong-value", "positions.yaml", number + 2)]


def test_the_digest_depends_on_the_content_alone(tmp_path: Path) -> None:
    """A copy elsewhere has the same digest; a changed copy has another."""
    copy, _ = negotiation(tmp_path / "copy")
    changed, _ = negotiation(tmp_path / "changed", Change(LETTER, "A hedge after all", "No hedge"))
    digests = [load(path).record.digest for path in (FENCE, copy, changed)]
    assert digests[0] == digests[1] != digests[2]


# --- every complaint --------------------------------------------------------------------------------


def test_every_mistake_of_shape_is_listed(tmp_path: Path) -> None:
    """Mistakes of shape in several files are all listed, file by file, not only the first."""
    path, places = negotiation(
        tmp_path,
        Change("positions.yaml", "short: VC", "short: VC\n    aliases: «council"),
        Change("parties/birch.yaml", "stance: accepts", "stance: «akzepts"),
        Change("parties/birch.yaml", "strength: soft", "strength: «tender"),
        Change("plans/7.yaml", "credibility: 2", "credibility: «9"),
        Change("sources/2024.yaml", "reliability: D", "reliability: «Z"),
    )
    found = [(one.code, Place(one.file, one.line, one.column)) for one in refused(path).complaints]
    assert found == [("wrong-value", place) for place in places]


def test_every_mistake_between_files_is_listed(tmp_path: Path) -> None:
    """Mistakes of reference in several files are all listed, file by file, not only the first."""
    path, places = negotiation(
        tmp_path,
        Change("positions.yaml", "featured: [7, table]", "featured: [«8, «tabel]"),
        Change("parties/birch.yaml", "ideal: felled", "ideal: «feled"),
        Change("parties/birch.yaml", "acceptable: 50", "acceptable: «half"),
        Change("plans/7.yaml", "issue: garden.pear", "issue: «garden.apple"),
        Change("plans/table.yaml", "proposed_by: [alder]", "proposed_by: [«council]"),
    )
    found = [(one.code, Place(one.file, one.line, one.column)) for one in refused(path).complaints]
    kinds = ["unknown-plan", "unknown-plan", "off-scale", "off-scale", "unknown-issue", "not-an-author"]
    assert sorted(found) == sorted(zip(kinds, places, strict=True))


def test_mistakes_of_every_kind_are_listed_at_once(tmp_path: Path) -> None:
    """A file of wrong shape and one that is no YAML hide nothing in others, and nothing is blamed on what they hold."""
    path, places = negotiation(
        tmp_path,
        Change("parties/alder.yaml", "stance: demand", "stance: «wish"),
        Change("parties/birch.yaml", "ideal: felled", "ideal: «feled"),
        Change("plans/7.yaml", "issue: garden.pear", "issue: «garden.apple"),
        Change("plans/letter.yaml", "kind: letter\n", "kind: letter\n«kind: letter\n"),
        Change("plans/table.yaml", "sources: [minutes, gazette]", "sources: [minutes, «gazete]"),
    )
    found = [(one.code, Place(one.file, one.line, one.column)) for one in refused(path).complaints]
    kinds = ["wrong-value", "off-scale", "unknown-issue", "duplicate-key", "unknown-source"]
    assert sorted(found) == sorted(zip(kinds, places, strict=True))


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("parties/birch.yaml", "stance: demand", "stance: wish"),
        ("plans/table.yaml", "kind: terms", "kind: wish"),
        ("sources/2024.yaml", "reliability: D", "reliability: Z"),
        ("positions.yaml", "short: VC", "short: VILLAGE"),
    ],
)
def test_nothing_is_blamed_on_another_file(tmp_path: Path, file: str, old: str, new: str) -> None:
    """Whoever names what stands in an unsound file is not told that it does not exist."""
    path, _ = negotiation(tmp_path, Change(file, old, new))
    assert [(one.code, one.file) for one in refused(path).complaints] == [("wrong-value", file)]


@pytest.mark.parametrize(("old", "new"), [("short: VC", "short: «VILLAGE"), ("short: VC", "short: VC\n    «short: VC")])
def test_an_unsound_head_hides_only_what_needs_it(tmp_path: Path, old: str, new: str) -> None:
    """Dates, order and what stands twice in other files are looked at; what may stand in it is not asked for."""
    path, places = negotiation(
        tmp_path,
        Change("positions.yaml", old, new),
        Change("parties/alder.yaml", "date: 2024-05-02", "date: «2024-04-29"),
        Change("plans/7.yaml", "number: 11", "number: «9"),
        Change("plans/letter.yaml", "plan: letter", "plan: «handshake"),
        Change("plans/table.yaml", "proposed_by: [alder]", "proposed_by: [alder, «alder]"),
    )
    error = refused(path)
    found = {(one.code, Place(one.file, one.line, one.column)) for one in error.complaints}
    assert {place for _, place in found} == set(places)
    assert {code for code, _ in found} > {"impossible-date", "order", "duplicate-id", "repeated"}
    assert "once that is sound" in (error.hint or "")


def test_very_many_names_of_what_stands_in_an_unsound_file_hide_nothing(tmp_path: Path) -> None:
    """They are left out before the list is cut."""
    claims = "".join(
        f"      - {{by: Birch, says: Claim {number}., sources: [survey]}}\n" for number in range(MAX_COMPLAINTS + 1)
    )
    path, places = negotiation(
        tmp_path,
        Change("sources/2024.yaml", "reliability: D", "reliability: «Z"),
        Change("parties/alder.yaml", "ideal: 120", "ideal: «tall"),
        Change(LETTER, "", f"accounts:\n  - about: Who wrote it\n    claims:\n{claims}"),
        Change("plans/table.yaml", "value: unlimited", "value: «endless"),
    )
    found = [(one.code, Place(one.file, one.line, one.column)) for one in refused(path).complaints]
    kinds = ["off-scale", "off-scale", "wrong-value"]
    assert sorted(found) == sorted(zip(kinds, sorted(places), strict=True))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("sources: [minutes, gazette-copy]", "sources: [minutes, «gazet-copy]"),
        ("acceptable: hedge", "acceptable: «hegde"),
    ],
)
def test_another_mistake_in_a_party_hides_no_check_of_its_positions(tmp_path: Path, old: str, new: str) -> None:
    """Red lines without a voice and ideals beyond the own line are said beside it."""
    path, places = negotiation(
        tmp_path,
        Change("parties/alder.yaml", old, new),
        Change(
            "parties/alder.yaml",
            "  - id: alder-gate\n    stance: red_line\n",
            "  - «id: alder-tall\n    stance: demand\n    strength: soft\n    says: Wants it tall.\n"
            "    issue: fence.height\n    acceptable: {at_least: 150}\n    ideal: 200\n    statements:\n"
            "      - {date: 2024-02-01, speaker: anna, says: Said so., sources: [gazette], credibility: 1}\n"
            "  - id: alder-gate\n    stance: «red_line\n",
        ),
        Change(
            "parties/alder.yaml",
            "acceptable: no\n    statements:\n      - date: 2024-02-01\n        speaker: anna",
            "acceptable: no\n    statements:\n      - date: 2024-02-01\n        speaker: arno",
        ),
    )
    found = {(one.code, Place(one.file, one.line, one.column)) for one in refused(path).complaints}
    assert {code for code, _ in found} > {"ideal-crosses-line", "no-voice"}
    assert {place for _, place in found} == set(places)


@pytest.mark.parametrize("folder", ["parties", "plans", "sources"])
@pytest.mark.parametrize("change", [str.upper, lambda name: name[:-1], lambda name: name.replace("ies", "y")])
def test_a_folder_of_nearly_the_right_name_is_named(tmp_path: Path, folder: str, change: Callable[[str], str]) -> None:
    """One complaint, not one for everything that stands in it."""
    path, _ = negotiation(tmp_path)
    if (name := change(folder)) != folder:
        (tmp_path / folder).rename(tmp_path / name)
        (one,) = refused(path).complaints
        assert (one.code, one.file, one.hint) == ("wrong-folder", name, f"call it {folder}")


def test_another_folder_of_a_like_name_is_nobodys_business(tmp_path: Path) -> None:
    """Whether plans stand in their folder or in `positions.yaml`."""
    negotiation(tmp_path / "folders")
    (tmp_path / "one").mkdir()
    for path in (tmp_path / "folders" / "positions.yaml", one_file(tmp_path / "one")):
        (path.parent / "plan").mkdir()
        (path.parent / "plan" / "ours.yaml").write_text("terms: {fence.gate: no}\n", encoding="utf-8")
        assert load(path).record.plans


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("plans/7.yaml", "parties/7.yaml", "`plan` begins a file for the folder plans, and this is parties"),
        ("parties/birch.yaml", "plans/birch.yaml", "`party` begins a file for the folder parties, and this is plans"),
        ("sources/2024.yaml", "plans/2024.yaml", "`sources` begins a file for the folder sources, and this is plans"),
    ],
)
def test_a_file_in_the_wrong_folder_is_one_complaint(tmp_path: Path, old: str, new: str, words: str) -> None:
    """With the right folder; what would be wrong with its keys there is of no interest."""
    path, _ = negotiation(tmp_path)
    (tmp_path / old).rename(tmp_path / new)
    assert [(one.code, one.file, one.message) for one in refused(path).complaints] == [("wrong-folder", new, words)]


@pytest.mark.parametrize(
    ("file", "key"),
    [
        ("plans/table.yaml", "party"),
        ("parties/alder.yaml", "plan"),
        ("sources/2024.yaml", "plan"),
        ("sources/2024.yaml", "party"),
    ],
)
def test_a_key_of_another_folder_is_only_unknown(tmp_path: Path, file: str, key: str) -> None:
    """Where the file has the key of its own folder, it stands where it belongs."""
    path, (place,) = negotiation(tmp_path, Change(file, "", f"\n«{key}: council\n"))
    (one,) = refused(path).complaints
    assert ("unknown-key", place) == (one.code, Place(one.file, one.line, one.column))


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("plans/table.yaml", "plan: table\n", "party: table\n"),
        ("parties/birch.yaml", "party: birch\n", "plan: birch\n"),
    ],
)
def test_a_file_that_seems_to_be_another_hides_what_depends_on_its_folder(
    tmp_path: Path, file: str, old: str, new: str
) -> None:
    """It may be of either kind, so that neither what one nor what the other declares is said to be missing."""
    path, _ = negotiation(tmp_path, Change(file, old, new))
    assert [(one.code, one.file) for one in refused(path).complaints] == [("wrong-folder", file)]


def test_every_unreadable_file_is_listed(tmp_path: Path) -> None:
    """Files that are no YAML are all listed, not only the first."""
    path, places = negotiation(
        tmp_path,
        Change(LETTER, "kind: letter\n", "kind: letter\n«kind: letter\n"),
        Change("plans/table.yaml", "kind: terms\n", "kind: «!!str terms\n".replace("!!str", "!own")),
    )
    found = [(one.code, Place(one.file, one.line, one.column)) for one in refused(path).complaints]
    assert found == list(zip(["duplicate-key", "tag"], places, strict=True))


def test_a_position_that_nothing_can_meet_is_refused(tmp_path: Path) -> None:
    """Conditions that exclude one another leave nothing acceptable, which no party can mean."""
    path, _ = negotiation(
        tmp_path,
        Change(
            "parties/birch.yaml",
            "    issue: garden.share\n    acceptable: 50\n",
            "    all_of:\n      - {issue: garden.share, acceptable: {at_most: 40}}\n"
            "      - {issue: garden.share, acceptable: {at_least: 60}}\n",
        ),
    )
    assert [one.file for one in refused(path).complaints] == ["parties/birch.yaml"]


def test_a_complaint_about_a_value_names_its_key(tmp_path: Path) -> None:
    """Whoever reads the complaint without the file at hand sees which key is wrong."""
    path, _ = negotiation(tmp_path, Change(LETTER, "credibility: 3", "credibility: 7"))
    assert "credibility" in refused(path).complaints[0].message


# --- what cannot be read ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        pytest.param(b"plan: letter\ntitle: A letter to Fr\xe4ulein Birch\n", "encoding", 2, id="latin-1"),
        pytest.param("plan: letter\n".encode("utf-16"), "encoding", 1, id="utf-16"),
        pytest.param(b"plan: letter\ntitle: \x00\n", "yaml", 2, id="a control character"),
        pytest.param(b"", "empty-file", 1, id="nothing"),
        pytest.param(b"# later\n", "empty-file", 1, id="a remark"),
        pytest.param(b"- plan: letter\n", "wrong-value", 1, id="a list"),
        pytest.param(b"letter\n", "wrong-value", 1, id="a word"),
        pytest.param(b"# " + b"x" * 16 * 1024 * 1024, "too-large", 1, id="seventeen megabytes"),
    ],
)
def test_a_file_that_is_no_plan_is_refused(tmp_path: Path, content: bytes, code: str, line: int) -> None:
    """A file of another encoding, size or shape is a complaint about that file, never a crash."""
    path, _ = negotiation(tmp_path)
    (tmp_path / LETTER).write_bytes(content)
    assert set(codes(path)) == {(code, LETTER, line)}


@pytest.mark.parametrize("text", ["[", "{a: ", "- "])
def test_nesting_without_end_is_refused(tmp_path: Path, text: str) -> None:
    """A file nested a hundred thousand levels deep is refused like any other, in a process that lives on."""
    path, _ = negotiation(tmp_path)
    (tmp_path / LETTER).write_text("plan:\n" + text * 100_000, encoding="utf-8")
    command = [sys.executable, "-m", "peacecli", "validate", str(path)]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 3


@pytest.mark.parametrize("name", ["positions.yaml", "plans/letter.yaml"])
def test_a_folder_is_no_file(tmp_path: Path, name: str) -> None:
    """A folder where a file should be is said to be unreadable, by the path given or the name in its folder."""
    path, _ = negotiation(tmp_path)
    (tmp_path / name).unlink()
    (tmp_path / name).mkdir()
    error = refused(path)
    named = name if "/" in name else str(path)
    assert (error.code, error.message) == ("unreadable", f"cannot read {named}: Is a directory")


def test_a_missing_file_is_unreadable(tmp_path: Path) -> None:
    """A path that leads nowhere is said to be unreadable."""
    error = refused(tmp_path / "positions.yaml")
    assert (error.code, "positions.yaml" in error.message) == ("unreadable", True)
