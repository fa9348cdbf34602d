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
from peacecli.authoring.documents import Document, UnreadableError, read
from peacecli.authoring.fields import Authored
from peacecli.authoring.files import MAX_TOTAL, home_of, located, members, misplaced
from peacecli.core.evidence import Evidence
from peacecli.core.record import Negotiation
from peacecli.errors import MAX_COMPLAINTS, Complaint, DataError

FOLDERS: dict[str, type[FileModel]] = {"parties": m.PartyFile, "plans": m.PlanFile, "sources": m.SourcesFile}
DIGEST_LENGTH = 12

Model = TypeVar("Model", bound=Authored)


class Loaded(NamedTuple):
    """A sound negotiation, compiled."""

    record: Negotiation
    evidence: Evidence


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
    documents: list[tuple[Document, type[FileModel]]] = []
    unread: list[Complaint] = []
    for found in _documents(path):
        if isinstance(found, list):
            unread += found
        else:
            documents.append(found)
    parts, complaints = _parts(documents)
    complaints = unread + complaints
    if not complaints:
        files = _files(parts)
        complaints = check(files, parts)
        if not complaints:
            loaded = Loaded(compile_record(files, _digest(documents)), compile_evidence(files))
            return Sound(loaded, tuple(parts))
    raise unsound(located(complaints, path.parent))


def unsound(complaints: list[Complaint]) -> DataError:
    """The error that carries the complaints in the order of their places, as many as are listed and one more."""
    files = {name: place for place, name in enumerate(dict.fromkeys(one.file for one in complaints))}
    complaints = sorted(complaints, key=lambda one: (files[one.file], one.line, one.column))
    first = complaints[0]
    listed = complaints[: MAX_COMPLAINTS + 1]
    more = ", listed are the first" if len(complaints) > MAX_COMPLAINTS else ""
    count = f"more than {MAX_COMPLAINTS:,}" if more else f"{len(complaints):,}"
    message = f"{count} complaint{'s' * (len(complaints) > 1)}{more}, the first in {first.file}, line {first.line}"
    return DataError("invalid-data", message, None, listed)


def _documents(path: Path) -> Iterator[tuple[Document, type[FileModel]] | list[Complaint]]:
    """Every file of the negotiation, or what is wrong with it."""
    home, size = home_of(path), 0
    for member in members(path, FOLDERS):
        if wrong := misplaced(member, home):
            yield [wrong]
            continue
        try:
            document = read(member.path, member.name)
        except OSError as error:
            raise DataError("unreadable", f"cannot read {member.name}: {error.strerror}") from error
        except UnreadableError as error:
            yield error.complaints
            continue
        size += document.size
        if size > MAX_TOTAL:
            raise DataError("too-large", f"the negotiation is larger than {MAX_TOTAL:,} bytes")
        yield document, FOLDERS[member.folder] if member.folder else m.NegotiationFile


def _parts(documents: Iterable[tuple[Document, type[FileModel]]]) -> tuple[list[Part], list[Complaint]]:
    parts: list[Part] = []
    complaints: list[Complaint] = []
    for document, model in documents:
        found = validated(model, document)
        if isinstance(found, list):
            complaints += found
        else:
            parts += [Part(found, document), *_inline(found, document)]
        if len(complaints) > MAX_COMPLAINTS:
            break
    return parts, complaints


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
    """The document as a model, or what is wrong with its shape."""
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        return diagnostics.complaints(document, model, error)


def _files(parts: list[Part]) -> Files:
    models = [part.model for part in parts]
    return Files(
        next(one for one in models if isinstance(one, m.NegotiationFile)),
        [one for one in models if isinstance(one, m.PartyFile)],
        [one for one in models if isinstance(one, m.PlanFile)],
        [source for one in models if isinstance(one, m.SourcesFile) for source in one.sources],
    )


def _digest(documents: list[tuple[Document, type[FileModel]]]) -> str:
    digest = hashlib.sha256()
    for document, _ in documents:
        digest.update(document.name.encode("utf-8", "surrogateescape") + b"\0" + document.digest)
    return digest.hexdigest()[:DIGEST_LENGTH]
