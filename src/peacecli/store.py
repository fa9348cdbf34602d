"""Where the record comes from: a named file, a checkout's `data/`, or the compiled record in the package."""

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from peacecli import inputs
from peacecli.core.codec import DAMAGED, Made, Row, decode, unpacked
from peacecli.core.record import Negotiation
from peacecli.errors import DataError

if TYPE_CHECKING:
    from peacecli.core.evidence import Evidence

VARIABLE = "PEACECLI_DATA"
_PACKAGE = Path(__file__).parent
COMPILED = _PACKAGE / "compiled"
MAX_BYTES = 64 * 1024 * 1024
CHECKOUT = _PACKAGE.parent.parent / "data" / "positions.yaml"


class Store:
    """A negotiation's record and, read only when asked for, its evidence."""

    def __init__(self, path: Path | None) -> None:
        """`path` is a `positions.yaml`; None reads the compiled record. Raises DataError."""
        self._path = path
        self._evidence: Evidence | None = None
        self.record: Negotiation = self._load()

    def _load(self) -> Negotiation:
        if self._path is None:
            return _decoded(lambda: decode(_rows("record"), self._plan_row))
        from peacecli.authoring.load import load  # Pydantic and YAML are slow to import

        self.record, self._evidence = load(self._path)
        return self.record

    @property
    def evidence(self) -> "Evidence":
        """Statements, sources, speakers, reactions. Raises DataError."""
        if self._evidence is None:
            from peacecli.core.evidence_codec import decode_evidence  # few commands need it

            self._evidence = _decoded(lambda: decode_evidence(_rows("evidence", self.record.digest)))
        return self._evidence

    def _plan_row(self, name: str) -> Row:
        return _rows(f"plans/{name}", self.record.digest)


def find(named: Path | None) -> Path | None:
    """The `positions.yaml` to read: the one named, else PEACECLI_DATA, else a checkout's; None: the compiled one."""
    if named is None and (variable := os.environ.get(VARIABLE)):
        named = Path(variable)
    if named is not None:
        return in_folder(named)
    return CHECKOUT if not COMPILED.is_dir() and CHECKOUT.is_file() else None


def in_folder(named: Path) -> Path:
    """The `positions.yaml` of a folder; a file is itself."""
    return named / CHECKOUT.name if os.path.isdir(named) else named  # noqa: PTH112 is_dir refuses long names


def _rows(name: str, digest: str = "") -> Row:
    """The rows of a compiled file. Raises OSError and ValueError."""
    path = COMPILED / f"{name}.json"
    status = path.stat()
    if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_BYTES:
        raise ValueError(f"not a file of at most {MAX_BYTES:,} bytes")
    inputs.note(status)
    return unpacked(path.read_bytes(), name, digest)


def _decoded(decoder: Callable[[], Made]) -> Made:
    try:
        return decoder()
    except OSError as error:
        message = f"the installed record is missing: {error.strerror}"
        raise DataError("no-record", message, "reinstall peacecli") from error
    except DAMAGED as error:
        message = f"the installed record is damaged ({error})"
        raise DataError("damaged-record", message, "reinstall peacecli") from error
