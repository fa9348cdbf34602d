"""What `peacecli validate` answers."""

from typing import Literal, NamedTuple

from peacecli.core.results.common import Data
from peacecli.errors import Complaint


class Counts(NamedTuple):
    plans: int
    points: int
    terms: int
    parties: int
    positions: int
    red_lines: int
    statements: int
    sources: int
    issues: int


class Validate(NamedTuple):
    """`peacecli validate`. `counts` is null where the files are not sound."""

    schema_version: int
    command: Literal["validate"]
    data: Data | None
    sound: bool
    counts: Counts | None
    complaints: tuple[Complaint, ...]
