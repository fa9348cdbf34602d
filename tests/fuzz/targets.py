"""The targets: each takes bytes and says whether they were taken. What they raise is a bug."""

import io
import json
import re
import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from shutil import copytree
from unittest.mock import patch

from peacecli import inputs
from peacecli.authoring.documents import Document, UnreadableError
from peacecli.authoring.draft import load_draft
from peacecli.authoring.load import Loaded, load
from peacecli.authoring.own_file import STDIN
from peacecli.authoring.reader import MAX_DEPTH
from peacecli.core import select
from peacecli.core.check import check
from peacecli.core.codec import DAMAGED, unpacked
from peacecli.core.diff import diff
from peacecli.core.draft_text import draft_text
from peacecli.core.evidence_codec import decode_evidence
from peacecli.core.record import Plan
from peacecli.core.scope import Scope
from peacecli.errors import Complaint, DataError, UsageError
from peacecli.output import as_json
from peacecli.writers.quoted import complaint_text
from tests.small import FENCE
from tests.writers.pages import WRITERS

FILES = tuple(sorted(path.relative_to(FENCE.parent) for path in FENCE.parent.rglob("*.yaml")))
CONTROLS = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
STYLE = re.compile("\x1b\\[[0-9;]*m")


@cache
def fence() -> Loaded:
    """The small negotiation."""
    return load(FENCE)


@cache
def folder() -> Path:
    """A copy of the small negotiation to break."""
    path = Path(tempfile.mkdtemp(prefix="peacecli-fuzz-", dir="/dev/shm" if Path("/dev/shm").is_dir() else None))  # noqa: S108
    copytree(FENCE.parent, path, dirs_exist_ok=True)
    return path


def scope() -> Scope:
    """Every party, issue and stance of the small negotiation."""
    record = fence().record
    return Scope(tuple(record.parties), frozenset(record.issues), frozenset(["red_line", "demand"]), record.as_of)


def _sound(complaints: tuple[Complaint, ...]) -> None:
    """Every complaint has a place and can be written."""
    assert complaints
    for one in complaints:
        assert min(one.line, one.column) >= 1
        assert not CONTROLS.search(complaint_text(one, 40).replace("\n", ""))
        if one.quote:
            assert 1 <= one.quote.column <= len(one.quote.text) + 1


def yaml(data: bytes) -> bool:
    """The reader of YAML: data of dictionaries, lists and text, or complaints with places."""
    try:
        document = Document("fuzz.yaml", data)
    except UnreadableError as error:
        _sound(tuple(error.complaints))
        return False
    assert _depth(document.data) <= MAX_DEPTH + 1
    document.complain(("a", 0, "b"), "x", "y")
    return True


def _depth(value: object) -> int:
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + max(map(_depth, inside), default=0)


def models(data: bytes) -> bool:
    """Models and checks: one file of a negotiation has this content; the first byte says which."""
    file = folder() / FILES[(data[0] if data else 0) % len(FILES)]
    before = file.read_bytes()
    file.write_bytes(data[1:])
    try:
        record = load(folder() / FENCE.name).record
    except DataError as error:
        if error.complaints:
            _sound(error.complaints)
        return False
    finally:
        file.write_bytes(before)
    return bool(record.plans)


def draft(data: bytes) -> bool:
    """A draft on standard input: judged and compared, or complaints; written out, it reads back as it was."""
    record = fence().record
    try:
        plan = _draft(data)
    except DataError as error:
        _sound(error.complaints)
        return False
    check(record, [plan], scope())
    diff(record, [record.plans["7"], plan], scope(), True)
    again = _draft(draft_text(record, plan).encode())
    assert {name: term.outcomes for name, term in again.terms.items()} == {
        name: term.outcomes for name, term in plan.terms.items()
    }
    return True


def _draft(data: bytes) -> Plan:
    inputs.forget()
    with patch("sys.stdin", io.TextIOWrapper(io.BytesIO(data))):
        return load_draft(fence().record, STDIN)


def selectors(data: bytes) -> bool:
    """What somebody types: an id of the record, or an error with candidates."""
    typed = data.decode("utf-8", "surrogateescape")
    record, evidence = fence()
    taken = False
    calls: tuple[Callable[[], object], ...] = (
        lambda: select.plan(record, typed),
        lambda: record.parties[select.party(record, typed)],
        lambda: record.issues[select.issue(record, typed)],
        lambda: record.positions[select.position(record, typed)],
        lambda: evidence.speakers[select.speaker(evidence.speakers, typed)],
        lambda: evidence.sources[select.source(evidence.sources, typed)],
        lambda: select.issues(record, [typed]),
        *(lambda issue=issue: select.outcome(issue, typed) for issue in record.issues.values()),
    )  # fmt: skip
    for call in calls:
        with suppress(UsageError):
            call()
            taken = True
    return taken


def writers(data: bytes) -> bool:
    """Every writer of pages: nothing steers, rows stay rows, and JSON reads back."""
    text = data.decode("utf-8", "surrogateescape")
    for name, write in WRITERS.items():
        written = STYLE.sub("", write(text)) if name == "terminal" else write(text)
        assert not CONTROLS.search(written), name
    assert json.loads(as_json((text,))) == [text]
    return True


def compiled(data: bytes) -> bool:
    """A compiled file: its rows, or ValueError; rows that a checksum would have kept out fail as damaged rows do."""
    with suppress(*DAMAGED):
        decode_evidence(json.loads(data)["rows"])
    try:
        unpacked(data, "evidence", fence().record.digest)
    except ValueError:
        return False
    return True


TARGETS: dict[str, Callable[[bytes], bool]] = {
    "yaml": yaml,
    "models": models,
    "draft": draft,
    "selectors": selectors,
    "writers": writers,
    "compiled": compiled,
}
