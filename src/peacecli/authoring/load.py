"""From a path to a negotiation: its files read, validated, checked and compiled."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, TypeVar

from pydantic import ValidationError

from peacecli.authoring import models as m
from peacecli.authoring.checks import FileModel, Part, check
from peacecli.authoring.compile import Files, compile_evidence, compile_record
from peacecli.authoring.documents import KEY, Document, Loc, UnreadableError, read
from peacecli.authoring.fields import Authored
from peacecli.authoring.names import nearest
from peacecli.core.evidence import Evidence
from peacecli.core.record import Negotiation
from peacecli.errors import Complaint, DataError

FOLDERS: dict[str, type[FileModel]] = {"parties": m.PartyFile, "plans": m.PlanFile, "sources": m.SourcesFile}
DIGEST_LENGTH = 12
_MAX_COMPLAINTS = 1000

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
    documents = [*_documents(path)]
    parts, complaints = _parts(documents)
    if not complaints:
        files = _files(parts)
        complaints = check(files, parts)
        if not complaints:
            loaded = Loaded(compile_record(files, _digest(documents)), compile_evidence(files))
            return Sound(loaded, tuple(parts))
    raise unsound(complaints)


def unsound(complaints: list[Complaint]) -> DataError:
    """The error that carries the complaints."""
    first = complaints[0]
    return DataError(
        "invalid-data",
        f"{len(complaints)} complaint{'s' * (len(complaints) > 1)}, the first in {first.file}, line {first.line}",
        "`peacecli validate` lists them all",
        complaints[:_MAX_COMPLAINTS],
    )


def _documents(path: Path) -> Iterator[tuple[Document, type[FileModel]]]:
    complaints: list[Complaint] = []
    for file, name, model in _files_of(path):
        try:
            yield read(file, name), model
        except OSError as error:
            raise DataError("unreadable", f"cannot read {name}: {error.strerror}") from error
        except UnreadableError as error:
            complaints += error.complaints
    if complaints:
        raise unsound(complaints)


def _files_of(path: Path) -> Iterator[tuple[Path, str, type[FileModel]]]:
    yield path, path.name, m.NegotiationFile
    for folder, model in FOLDERS.items():
        for file in sorted((path.parent / folder).glob("*.yaml")):
            yield file, f"{folder}/{file.name}", model


def _parts(documents: list[tuple[Document, type[FileModel]]]) -> tuple[list[Part], list[Complaint]]:
    parts: list[Part] = []
    complaints: list[Complaint] = []
    for document, model in documents:
        found = validated(model, document)
        if isinstance(found, list):
            complaints += found
        else:
            parts += [Part(found, document), *_inline(found, document)]
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
        return [_complaint(document, dict(one), model) for one in error.errors(include_url=False)]


def _complaint(document: Document, error: dict[str, object], model: type[Authored]) -> Complaint:
    loc: Loc = tuple(error["loc"])  # type: ignore[arg-type]
    what = str(error["type"])
    key = str(loc[-1]) if loc else ""
    if what == "extra_forbidden":
        return document.complain((*loc, KEY), "unknown-key", f"no key `{key}` here", nearest(key, _keys(model)))
    if what == "missing":
        return document.complain(loc, "missing-key", f"`{key}` is missing")
    message = str(error["msg"]).removeprefix("Value error, ")
    return document.complain(loc, "wrong-value", f"{key}: {message}" if isinstance(loc[-1:], str) else message)


def _keys(model: type[Authored]) -> set[str]:
    """Every key that the file's models have."""
    schema = model.model_json_schema()
    shapes = [schema, *schema.get("$defs", {}).values()]
    return {key for shape in shapes for key in shape.get("properties", {})}


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
        digest.update(document.name.encode() + b"\0" + document.digest)
    return digest.hexdigest()[:DIGEST_LENGTH]
