"""The real record: sound, sourced to the last point, and true to what is known of plans 28 and 20."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from peacecli.authoring.load import Loaded
from tests.running import Run

ROOT = Path(__file__).parent.parent
NOTES = sorted((ROOT / "seeds").glob("*.md"))
FOUNDING = ROOT.parent / "shared" / "seeds"
SILENT_IN_20 = (
    "nato.membership", "nato.constitution", "nato.enlargement", "territory.crimea.recognition", "politics.amnesty",
    "economy.sanctions", "economy.assets", "economy.g8",
)  # fmt: skip
WORDS_QUOTED = 6
"""The longest run of words that may be taken over from a founding document."""


@pytest.fixture
def checked(real: Run) -> list[dict[str, Any]]:
    """Every verdict of plans 28 and 20 on every position."""
    verdicts: list[dict[str, Any]] = real("check", "28", "20", "--stance", "all", "--json").json["verdicts"]
    return verdicts


# --- sources ----------------------------------------------------------------------------------------


def test_the_record_is_sound(real: Run) -> None:
    """`peacecli validate` has nothing to complain about."""
    answer = real("validate", "--json")
    assert (answer.code, answer.json["sound"], answer.json["complaints"]) == (0, True, [])


def test_every_source_has_an_address(loaded: Loaded) -> None:
    """A source is a web address, or the note on a founding document that is there."""
    notes = {note.stem for note in NOTES}
    lost = [one.id for one in loaded.evidence.sources.values() if not one.url and one.seed not in notes]
    assert lost == []


def test_every_statement_leads_to_a_source(loaded: Loaded) -> None:
    """What a party said is dated and sourced."""
    sources = loaded.evidence.sources
    statements = loaded.evidence.statements.values()
    assert [one.id for one in statements if not one.sources or not set(one.sources) <= set(sources)] == []


def test_every_point_leads_to_a_source(loaded: Loaded) -> None:
    """What a plan says is sourced, point by point."""
    points = [(plan.id, point) for plan in loaded.record.plans.values() for point in plan.points]
    known = set(loaded.evidence.sources)
    assert [(plan, one.number) for plan, one in points if not one.sources or not set(one.sources) <= known] == []
    assert len(points) > 48


def test_every_position_has_a_statement(loaded: Loaded) -> None:
    """No position stands without somebody's words."""
    positions, known = loaded.record.positions.values(), set(loaded.evidence.statements)
    assert [one.id for one in positions if not one.statements or not set(one.statements) <= known] == []


# --- plans 28 and 20 --------------------------------------------------------------------------------


@pytest.mark.parametrize(("plan", "count"), [("28", 28), ("20", 20)])
def test_a_plan_has_the_points_it_is_named_for(real: Run, plan: str, count: int) -> None:
    """Plan 28 has points 1 to 28, plan 20 points 1 to 20."""
    points = real("plan", plan, "--json").json["points"]
    assert [point["number"] for point in points] == [str(number) for number in range(1, count + 1)]


@pytest.mark.parametrize("number", ["12", "14"])
def test_the_open_points_of_20_are_bracketed_between_its_authors(real: Run, number: str) -> None:
    """Points 12 and 14 hold options that the US and Ukraine proposed; nobody else is an author."""
    plan = real("plan", "20", "--open", "--json").json
    bracketed = [term for term in plan["terms"] if number in term["points"]]
    proposers = {party for term in bracketed for option in term["options"] for party in option["proposed_by"]}
    assert plan["plan"]["authors"] == ["us", "ukraine"]
    assert proposers == {"us", "ukraine"}
    assert all(option["proposed_by"] for term in bracketed for option in term["options"])


def test_only_points_12_and_14_of_20_are_open(real: Run) -> None:
    """`plan 20 --open` shows these two points."""
    assert [point["number"] for point in real("plan", "20", "--open", "--json").json["points"]] == ["12", "14"]


@pytest.mark.parametrize("issue", SILENT_IN_20)
def test_what_20_leaves_out_is_removed(real: Run, issue: str) -> None:
    """28 has a term on it and 20 has none, which the diff calls removed."""
    (change,) = real("diff", "28", "20", "--issue", issue, "--json").json["changes"]
    assert (change["kind"], change["terms"][0] is None, change["terms"][1]) == ("removed", False, None)


def test_silence_of_20_is_never_respect(checked: list[dict[str, Any]]) -> None:
    """On a position about nothing but what 20 leaves out, its verdict is silent: neither respected nor crossed."""
    about = [one for one in checked if one["plan"] == "20" and set(one["issues"]) <= set(SILENT_IN_20)]
    assert {one["verdict"] for one in about} == {"silent"}
    assert {one["position"] for one in about} >= {"ukraine-nato-membership", "russia-nato-membership"}


def test_what_holds_if_nothing_changes_fills_gaps_only(checked: list[dict[str, Any]]) -> None:
    """The status quo speaks only where the text leaves an issue of the position out; it never makes the verdict."""
    filled = [one for one in checked if one["if_nothing_changes"]]
    assert [one["key"] for one in filled if None not in one["terms"]] == []
    assert {one["verdict"] for one in filled} <= {"silent", "open"}


# --- verdicts ---------------------------------------------------------------------------------------


def test_every_position_in_force_has_a_verdict(checked: list[dict[str, Any]], loaded: Loaded) -> None:
    """`check --stance all` judges every position of every party covered on the record's date, once a plan."""
    record = loaded.record
    in_force = [
        one.id for one in record.positions.values()
        if record.parties[one.party].covered(record.as_of) and one.on(record.as_of)
    ]  # fmt: skip
    assert [one["key"] for one in checked] == [f"{plan}:{name}" for plan in ("28", "20") for name in in_force]
    assert {one["party"] for one in checked} == set(record.parties)


@pytest.mark.parametrize("plan", ["28", "20"])
def test_every_verdict_is_explained_down_to_a_source(
    real: Run, checked: list[dict[str, Any]], loaded: Loaded, plan: str
) -> None:
    """Each verdict can be asked for by its key, and leads to a statement with the address of a source."""
    unexplained = []
    for verdict in checked:
        if verdict["plan"] == plan:
            (found,) = real("explain", verdict["key"], "--json").json["explanations"]
            sources = [source for statement in found["statements"] for source in statement["sources"]]
            if found["verdict"] != verdict or not any(source["url"] or source["seed"] for source in sources):
                unexplained.append(verdict["key"])
    assert unexplained == []
    assert sum(verdict["plan"] == plan for verdict in checked) > len(loaded.record.parties)


def test_what_crosses_a_line_names_its_point(checked: list[dict[str, Any]]) -> None:
    """A verdict on what a text says names the points that say it; silence and ignorance name none."""
    pointless = [one["key"] for one in checked if bool(one["points"]) == (one["verdict"] in ("silent", "unknown"))]
    assert pointless == []


# --- the founding documents -------------------------------------------------------------------------


class Claim(NamedTuple):
    """A row of a note's table."""

    number: str
    claim: str
    who: str
    when: str
    credibility: str
    record: str


class Note(NamedTuple):
    """A note on a founding document."""

    head: dict[str, str]
    body: str
    claims: list[Claim]


def read(file: Path) -> Note:
    """The note with its front matter and its table."""
    _, head, body = file.read_text(encoding="utf-8").split("---\n", 2)
    rows = [line.strip("|").split("|") for line in body.splitlines() if re.match(r"\| \d", line)]
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    return Note(fields, body, [Claim(*(cell.strip() for cell in row)) for row in rows])


def destinations(note: Note) -> Iterator[tuple[str, list[str]]]:
    """Where each claim went, one a row or several: the number, and the words of the destination."""
    for claim in note.claims:
        for one in claim.record.split(";") if not claim.record.startswith("not taken") else [claim.record]:
            yield claim.number, one.split()


def is_there(loaded: Loaded, words: list[str]) -> bool:
    """Whether the record has what a destination names, or a reason why nothing was taken."""
    record, evidence = loaded
    match words:
        case ["not", "taken:", _, *_]:
            return True
        case ["plan", name]:
            return name in record.plans
        case ["source", name]:
            return name in evidence.sources
        case ["difference", party, name]:
            return (party, name) in {(one.party, one.id) for one in evidence.differences}
        case ["statement", position, speaker, date]:
            said = {(one.position, one.speaker, one.date) for one in evidence.statements.values()}
            return (position, speaker, date) in said
        case ["reaction", plan, speaker, date]:
            return (plan, speaker, date) in {(one.plan, one.speaker, one.date) for one in evidence.reactions}
        case _:
            return False


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    """Every run of so many words in a text."""
    words = re.findall(r"[^\W_]+", text.lower())
    return {tuple(words[start : start + length]) for start in range(len(words) - length + 1)}


@pytest.fixture(params=NOTES, ids=lambda file: file.stem)
def note(request: pytest.FixtureRequest) -> Note:
    """Each note in turn."""
    return read(request.param)


def original(note: Note) -> Path:
    """The founding document itself, where it lies beside the checkout."""
    file = FOUNDING / note.head["document"]
    if not file.exists():
        pytest.skip("the founding documents are not published and do not lie beside this checkout")
    return file


def test_there_is_a_note_on_every_founding_document() -> None:
    """Five documents, five notes, five sources."""
    assert len({read(file).head["sha256"] for file in NOTES}) == 5


def test_a_note_is_the_source_it_names(note: Note, loaded: Loaded, request: pytest.FixtureRequest) -> None:
    """The source of a founding document leads to its note and has its grade."""
    source = loaded.evidence.sources[note.head["source"]]
    assert (source.seed, source.reliability) == (request.node.callspec.id, note.head["reliability"])


def test_every_claim_went_somewhere(note: Note, loaded: Loaded) -> None:
    """Each claim of a founding document is in the record where the note says, or the note says why not."""
    lost = [(number, " ".join(words)) for number, words in destinations(note) if not is_there(loaded, words)]
    assert lost == []
    assert len(note.claims) > 10


def test_every_claim_is_graded(note: Note) -> None:
    """A claim has a number, words, a claimant and an Admiralty credibility, each number once."""
    assert [claim.number for claim in note.claims if not re.fullmatch(r"\d+\.\d+", claim.number)] == []
    complete = [claim.number for claim in note.claims if claim.credibility in "123456" and claim.claim and claim.who]
    assert complete == [claim.number for claim in note.claims]
    assert len({claim.number for claim in note.claims}) == len(note.claims)


def test_quotations_are_short(note: Note) -> None:
    """No quotation has more than six words."""
    quoted = re.findall(r"“([^”]+)”|\"([^\"\n]+)\"|(?<![*\w])\*([^*\n]+)\*(?!\*)", note.body)
    assert [text for texts in quoted for text in texts if len(text.split()) > WORDS_QUOTED] == []


def test_a_note_is_on_the_document_it_names(note: Note) -> None:
    """The checksum is that of the founding document."""
    assert hashlib.sha256(original(note).read_bytes()).hexdigest() == note.head["sha256"]


def test_a_note_is_in_our_own_words(note: Note) -> None:
    """A note shares no run of more than six words with its founding document."""
    text = original(note).read_text(encoding="utf-8")
    assert runs(note.body, WORDS_QUOTED + 1) & runs(text, WORDS_QUOTED + 1) == set()


def test_no_paragraph_is_passed_over(note: Note) -> None:
    """Every paragraph of a founding document has its claims, or the note says that it has none."""
    paragraphs = [line for line in original(note).read_text(encoding="utf-8").splitlines() if line.strip()]
    listed = re.findall(r"^Paragraphs without an assertion: (.*)\.$", note.body, re.MULTILINE)
    empty = {int(number) for number in re.findall(r"\d+", " ".join(listed))}
    told = {int(claim.number.split(".")[0]) for claim in note.claims}
    assert (sorted(told | empty), told & empty) == (list(range(1, len(paragraphs) + 1)), set())


def test_the_record_is_in_our_own_words(loaded: Loaded) -> None:
    """Nothing that the record says shares a run of more than six words with a founding document."""
    texts = [original(read(file)).read_text(encoding="utf-8") for file in NOTES]
    taken = set().union(*(runs(text, WORDS_QUOTED + 1) for text in texts))
    record, evidence = loaded
    points = [point for plan in record.plans.values() for point in plan.points]
    sayings: list[Any] = [*evidence.statements.values(), *evidence.reactions, *record.positions.values(), *points]
    assert [one.says for one in sayings if runs(one.says, WORDS_QUOTED + 1) & taken] == []
