"""What a record must meet besides being sound, so that it can be published: how well it is sourced, in whose words."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from peacecli.authoring import models as m
from peacecli.authoring.checks import FileModel
from peacecli.authoring.copying import Originals, copied, copied_in_note, originals_in
from peacecli.authoring.load import Sound
from peacecli.authoring.names import Problem
from peacecli.authoring.prose import Note, notes
from peacecli.core.evidence import Evidence
from peacecli.core.record import Position
from peacecli.core.results.validate import Strict
from peacecli.core.sourcing import FIRST_HAND_OF_A_POINT, FIRST_HAND_OF_A_POSITION, LEAST, stated, thin
from peacecli.errors import Complaint

FEWER = f"fewer than two origins in sources graded {LEAST} or better"


class Judged(NamedTuple):
    """The complaints, and what was looked at."""

    complaints: list[Complaint]
    strict: Strict


def strict(sound: Sound, path: Path, folder: Path | None) -> Judged:
    """The strict checks of the negotiation at `path`; `folder` holds the founding documents, where they are at hand.
    Raises DataError where what they need cannot be read.
    """
    beside = tuple(notes(path.absolute().parent))
    cited = _cited(sound, beside)
    complaints = [part.complaint(problem) for part in sound.parts for problem in _problems(part.model, sound, cited)]
    originals = originals_in(folder, path.parent)
    if originals:
        complaints += _copied(sound, beside, originals)
    return Judged(complaints, _looked_at(sound, originals))


def _problems(model: FileModel, sound: Sound, cited: frozenset[str]) -> Iterator[Problem]:
    match model:
        case m.PartyFile():
            for index, position in enumerate(model.positions):
                yield from _line(sound.loaded.record.positions[position.id], sound.loaded.evidence, index)
        case m.PlanFile():
            featured = model.plan in sound.loaded.record.featured
            for index, point in enumerate(model.points):
                yield from _point(point, sound.loaded.evidence, featured, index)
        case m.SourcesFile():
            for index, source in enumerate(model.sources):
                if source.id not in cited:
                    yield Problem(("sources", index, "id"), "orphan-source", f"nothing cites the source `{source.id}`")
        case m.NegotiationFile():
            pass


# --- how well something is sourced ------------------------------------------------------------------


def _line(position: Position, evidence: Evidence, index: int) -> Iterator[Problem]:
    """A hard or firm red line rests on two origins or something official, or says that it does not."""
    enough = not thin(evidence, stated(evidence, position), FIRST_HAND_OF_A_POSITION)
    loc = ("positions", index)
    if position.thin and enough:
        yield Problem((*loc, "thin"), "not-thin", f"`{position.id}` says that it is thin, but is well sourced")
    elif not position.thin and not enough and position.stance == "red_line" and position.strength != "soft":
        message = f"the {position.strength} red line `{position.id}` rests on {FEWER} and nothing official"
        yield Problem((*loc, "strength"), "thin-line", message, "say so in `thin` and take a step off its strength")


def _point(point: m.Point, evidence: Evidence, featured: bool, index: int) -> Iterator[Problem]:
    """A point of a featured plan rests on two origins or an official text, or says that it does not."""
    enough = not thin(evidence, point.sources, FIRST_HAND_OF_A_POINT)
    loc = ("points", index)
    if point.thin and enough:
        yield Problem((*loc, "thin"), "not-thin", f"point {point.number} says that it is thin, but is well sourced")
    elif not point.thin and not enough and featured:
        message = f"point {point.number} rests on {FEWER} and no official text"
        yield Problem((*loc, "sources"), "thin-point", message, "say so in `thin`")


# --- sources that nothing cites ---------------------------------------------------------------------


def _cited(sound: Sound, beside: Iterable[Note]) -> frozenset[str]:
    """Every id under a key `sources`, and every word of the notes that could be one."""
    in_notes = (word.strip(".,;:") for note in beside for word in note.text.split())
    in_files = (name for part in sound.parts if not part.loc for name in _under_sources(part.document.data))
    return frozenset(in_files) | frozenset(in_notes)


def _under_sources(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            if key == "sources":
                yield from (one for one in value if isinstance(one, str))
            yield from _under_sources(value)
    elif isinstance(data, list):
        for item in data:
            yield from _under_sources(item)


# --- words of others --------------------------------------------------------------------------------


def _copied(sound: Sound, beside: Iterable[Note], originals: Originals) -> Iterator[Complaint]:
    documents = {part.document.name: part.document for part in sound.parts}
    for document in documents.values():
        for problem in copied(document.data, originals):
            yield document.complain(problem.loc, problem.code, problem.message)
    for note in beside:
        yield from copied_in_note(note, originals)


def _looked_at(sound: Sound, originals: Originals | None) -> Strict:
    record, evidence = sound.loaded
    lines = [one for one in record.positions.values() if one.stance == "red_line"]
    points = [point for name in record.featured for point in record.plans[name].points]
    return Strict(
        sum(one.strength != "soft" for one in lines),
        _thin(one.thin for one in lines),
        len(points),
        _thin(one.thin for one in points),
        len(evidence.sources),
        originals.documents if originals else None,
    )


def _thin(reasons: Iterable[str | None]) -> int:
    return sum(reason is not None for reason in reasons)
