"""What `peacecli packages --preferences` answers."""

from typing import Literal, NamedTuple

from peacecli.core.record import Date
from peacecli.core.results.common import Coverage, Data
from peacecli.core.results.conflicts import IssueOutcome
from peacecli.core.results.packages import PartyCrossed

Mark = Literal["nash", "kalai_smorodinsky"]


class WeighedParty(NamedTuple):
    """One of the two parties that the user's file weighs for, and what it gets without agreement."""

    party: str
    reservation: float


class WeighedPackage(NamedTuple):
    """One point of the frontier: what either party gets, an outcome for every issue weighed, and what they cross
    whatever becomes of other issues. `marks` says which solution of bargaining theory it is.
    """

    key: str
    marks: tuple[Mark, ...]
    values: tuple[float, ...]
    outcomes: tuple[IssueOutcome, ...]
    crossed: tuple[PartyCrossed, ...]


class WeighedSummary(NamedTuple):
    """How many packages there are in all, how many points their frontier has, and among how many positions what they
    cross was counted. Where it is not `complete`, points are left out of the list.
    """

    positions: int
    issues: int
    combinations: int
    frontier: int
    complete: bool


class Weighed(NamedTuple):
    """`peacecli packages --preferences`. The weights are the user's: peacecli has none. Crossed positions are those
    of the parties in `coverage` on `issues`.
    """

    schema_version: int
    command: Literal["packages-preferences"]
    data: Data
    as_of: Date
    strict: bool
    preferences: str
    parties: tuple[WeighedParty, ...]
    stances: tuple[str, ...]
    issues: tuple[str, ...]
    coverage: tuple[Coverage, ...]
    summary: WeighedSummary
    packages: tuple[WeighedPackage, ...]
