"""From a path to a negotiation: its files read, validated, checked and compiled."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, TypeVar

from pydantic import ValidationError

from peacecli.authoring import diagnostics
from peacecli.authoring import models as m
from peacecli.authoring.checks import FileModel, Part, check
from peacecli.authoring.compile import Files, compile_record
from peacecli.authoring.compile_evidence import compile_evidence
from peacecli.authoring.documents import KEY, Document, UnreadableError, read
from peacecli.authoring.fields import Authored
from peacecli.authoring.files import KEYS, MAX_TOTAL, NAME, home_of, located, members, misnamed, misplaced, stray_key
from peacecli.core.evidence import Evidence
from peacecli.core.record import Negotiation
from peacecli.errors import MAX_COMPLAINTS, Complaint, DataError

FOLDERS: dict[str, type[FileModel]] = {"parties": m.PartyFile, "plans": m.PlanFile, "sources": m.SourcesFile}
UNSURE: dict[type[FileModel], tuple[str, ...]] = {
    m.NegotiationFile: tuple(f"unknown-{kind}" for kind in ("issue", "party", "plan", "source", "speaker", "position")),
    m.PartyFile: ("unknown-speaker", "unknown-position", "no-party-file"),
    m.PlanFile: ("unknown-plan",),
    m.SourcesFile: ("unknown-source",),
}
"""What cannot be said while a file of the kind is unsound: the thing may stand there."""
_NOTHING_KNOWN = m.NegotiationFile.model_construct(
    negotiation=m.Negotiation.model_construct(as_of="9999-12-31"), topics=(), parties=(), issues=()
)
"""Stands in for an unsound `positions.yaml`, so that the other files are checked for all that needs none."""
_HEAD_FIRST = f"what names the issues, parties and plans of {NAME} is checked once that is sound"
DIGEST_LENGTH = 12

Model = TypeVar("Model", bound=Authored)


class Loaded(NamedTuple):
    """A sound negotiation, compiled."""

    record: Negotiation
    evidence: Evidence


class _File(NamedTuple):
    """A file, or why it is not looked into; `other` is the kind that it may be as well."""

    kind: type[FileModel]
    document: Document | None
    complaints: list[Complaint]
    other: type[FileModel] | None = None


class Sound(NamedTuple):
    """A sound negotiation with the files it came from."""

    loaded: Loaded
    parts: tuple[Part, ...]


def load(path: Path) -> Loaded:
    """The negotiation whose `positions.yaml` is at `path`, with its sibling folders.

    Raises DataError with every complaint found.
    """
    return load_sound(path).loaded


def load_sound(path: Path) -> Sound:
    """The same with its files. Raises DataError with every complaint found."""
    read = list(_files_of(path))
    parts, complaints, unsure = _parts(read)
    files = _files(parts)
    if len(complaints) <= MAX_COMPLAINTS:
        missing = dict(_missing(path, parts))
        hidden = {code for kind in unsure | missing.keys() for code in UNSURE.get(kind, ())}
        complaints += [*missing.values(), *check(files, parts, hidden)]
    if complaints:
        hint = _HEAD_FIRST if m.NegotiationFile in unsure else None
        raise unsound(located(complaints, path.parent), hint)
    digest = _digest(one.document for one in read if one.document)
    return Sound(Loaded(compile_record(files, digest), compile_evidence(files)), tuple(parts))


def unsound(complaints: list[Complaint], hint: str | None = None) -> DataError:
    """The error that carries the complaints in the order of their places, as many as are listed and one more."""
    files = {name: place for place, name in enumerate(dict.fromkeys(one.file for one in complaints))}
    complaints = sorted(complaints, key=lambda one: (files[one.file], one.line, one.column))
    first = complaints[0]
    listed = complaints[: MAX_COMPLAINTS + 1]
    more = ", listed are the first" if len(complaints) > MAX_COMPLAINTS else ""
    count = f"more than {MAX_COMPLAINTS:,}" if more else f"{len(complaints):,}"
    message = f"{count} complaint{'s' * (len(complaints) > 1)}{more}, the first in {first.file}, line {first.line}"
    return DataError("invalid-data", message, hint, listed)


def _files_of(path: Path) -> Iterator[_File]:
    """Every file of the negotiation, or what is wrong with it."""
    home, size = home_of(path), 0
    for member in members(path, FOLDERS):
        kind = FOLDERS[member.folder] if member.folder else m.NegotiationFile
        if wrong := misplaced(member, home):
            yield _File(kind, None, [wrong])
            continue
        try:
            document = read(member.path, member.name)
        except OSError as error:
            named = member.name if member.folder else path
            raise DataError("unreadable", f"cannot read {named}: {error.strerror}") from error
        except UnreadableError as error:
            yield _File(kind, None, error.complaints)
            continue
        size += document.size
        if size > MAX_TOTAL:
            raise DataError("too-large", f"the negotiation is larger than {MAX_TOTAL:,} bytes")
        yield _file(document, member.folder, kind)


def _file(document: Document, folder: str | None, kind: type[FileModel]) -> _File:
    """A file with what is wrong with it as a whole: nothing in it, or something for another folder."""
    if not document.data:
        name = f"'{folder}/*.yaml'" if folder else NAME
        hint = f"`peacecli schema {name}` prints what may stand in it"
        return _File(kind, None, [document.complain((), "empty-file", "there is nothing in this file", hint)])
    if folder and (key := stray_key(document.data, folder)):
        message = f"`{key}` begins a file for the folder {KEYS[key]}, and this is {folder}"
        wrong = document.complain((key, KEY), "wrong-folder", message, f"move it to {KEYS[key]}")
        return _File(kind, None, [wrong], FOLDERS[KEYS[key]])
    return _File(kind, document, [])


def _parts(files: Iterable[_File]) -> tuple[list[Part], list[Complaint], set[type[FileModel]]]:
    """The sound files, what is wrong with the others, and of what kinds these are."""
    parts: list[Part] = []
    complaints: list[Complaint] = []
    unsure: set[type[FileModel]] = set()
    for kind, document, wrong, other in files:
        found = validated(kind, document) if document else wrong
        if document and not isinstance(found, list):
            parts += [Part(found, document), *_inline(found, document)]
        elif isinstance(found, list):
            complaints += found
            unsure |= {kind, other or kind}
        if len(complaints) > MAX_COMPLAINTS:
            break
    return parts, complaints, unsure


def _missing(path: Path, parts: list[Part]) -> Iterator[tuple[type[FileModel], Complaint]]:
    """The folders that are there under another name, with the kind of file that is therefore missing."""
    for folder, kind in FOLDERS.items():
        if not any(isinstance(part.model, kind) for part in parts):
            yield from ((kind, wrong) for wrong in misnamed(path, folder))


def _inline(model: FileModel, document: Document) -> Iterator[Part]:
    """The parties, plans and sources that stand in `positions.yaml` itself."""
    if isinstance(model, m.NegotiationFile):
        for index, party in enumerate(model.positions):
            yield Part(party, document, ("positions", index))
        for index, plan in enumerate(model.plans):
            yield Part(plan, document, ("plans", index))
        if model.sources:
            yield Part(m.SourcesFile(sources=model.sources), document)


def validated(model: type[Model], document: Document) -> Model | list[Complaint]:
    """The document as a model, or what is wrong with its shape and where a value is missing."""
    try:
        made = model.model_validate(document.data)
    except ValidationError as error:
        return [*document.gaps, *diagnostics.complaints(document, model, error)]
    return document.gaps or made


def _files(parts: list[Part]) -> Files:
    models = [part.model for part in parts]
    return Files(
        next((one for one in models if isinstance(one, m.NegotiationFile)), _NOTHING_KNOWN),
        [one for one in models if isinstance(one, m.PartyFile)],
        [one for one in models if isinstance(one, m.PlanFile)],
        [source for one in models if isinstance(one, m.SourcesFile) for source in one.sources],
    )


def _digest(documents: Iterable[Document]) -> str:
    digest = hashlib.sha256()
    for document in documents:
        digest.update(document.name.encode("utf-8", "surrogateescape") + b"\0" + document.digest)
    return digest.hexdigest()[:DIGEST_LENGTH]
