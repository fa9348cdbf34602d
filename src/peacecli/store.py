"""Where the record comes from: a named file, a checkout's `data/`, or the compiled record in the package."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from peacecli.core.codec import Made, Row, decode, unpacked
from peacecli.core.record import Negotiation
from peacecli.errors import DataError

if TYPE_CHECKING:
    from peacecli.core.evidence import Evidence

VARIABLE = "PEACECLI_DATA"
_PACKAGE = Path(__file__).parent
COMPILED = _PACKAGE / "compiled"
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
            return _decoded("record", lambda row: decode(row, _plan_row))
        from peacecli.authoring.load import load  # Pydantic and YAML are slow to import

        self.record, self._evidence = load(self._path)
        return self.record

    @property
    def evidence(self) -> "Evidence":
        """Statements, sources, speakers, reactions. Raises DataError."""
        if self._evidence is None:
            from peacecli.core.evidence_codec import decode_evidence  # few commands need it

            self._evidence = _decoded("evidence", decode_evidence)
        return self._evidence


def find(named: Path | None) -> Path | None:
    """The `positions.yaml` to read: the one named, else PEACECLI_DATA, else a checkout's; None: the compiled one."""
    if named is None and (variable := os.environ.get(VARIABLE)):
        named = Path(variable)
    if named is not None:
        return named / CHECKOUT.name if named.is_dir() else named
    return CHECKOUT if not COMPILED.is_dir() and CHECKOUT.is_file() else None


def _plan_row(name: str) -> Row:
    return unpacked((COMPILED / "plans" / f"{name}.json").read_bytes())


def _decoded(name: str, decoder: Callable[[Row], Made]) -> Made:
    try:
        return decoder(unpacked((COMPILED / f"{name}.json").read_bytes()))
    except OSError as error:
        message = f"the installed record is missing: {error.strerror}"
        raise DataError("no-record", message, "reinstall peacecli") from error
    except (ValueError, TypeError, KeyError, IndexError, RecursionError) as error:
        message = f"the installed record is damaged ({error})"
        raise DataError("damaged-record", message, "reinstall peacecli") from error
