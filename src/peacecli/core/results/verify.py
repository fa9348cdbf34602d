"""What `peacecli verify` answers."""

from typing import Literal, NamedTuple

from peacecli.core.results.common import Data


class Checked(NamedTuple):
    """One claim of a saved answer, by its key, and whether it holds."""

    key: str
    holds: bool


class Verification(NamedTuple):
    """`peacecli verify`. `same_record`: the saved answer came from a record with the same digest."""

    schema_version: int
    command: Literal["verify"]
    data: Data
    verified: str
    same_record: bool
    holds: bool
    checks: tuple[Checked, ...]
