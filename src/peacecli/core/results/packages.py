"""What `peacecli packages` answers."""

from typing import Literal, NamedTuple

from peacecli.core.record import Date
from peacecli.core.results.common import Coverage, Data
from peacecli.core.results.conflicts import IssueOutcome


class PartyCrossed(NamedTuple):
    """The positions of a party that a package crosses."""

    party: str
    crossed: tuple[str, ...]


class Package(NamedTuple):
    """Outcomes for every issue, any of which will do with any of the others, and what they cross. `best_for`: the side
    whose crossings it makes fewest, null on a frontier of two.
    """

    key: str
    best_for: str | None
    counts: tuple[int, ...]
    outcomes: tuple[IssueOutcome, ...]
    crossed: tuple[PartyCrossed, ...]


class PackageSummary(NamedTuple):
    """`frontier`: the packages are the exact Pareto frontier of two sides; otherwise each is the one with the fewest
    crossings for one side. Where it is not `complete`, others are missing and better ones may be.
    """

    positions: int
    issues: int
    frontier: bool
    packages: int
    complete: bool


class Packages(NamedTuple):
    """`peacecli packages`. `sides` are the parties, or camps of parties, whose crossings are counted; `fixed` is what
    stands in every package: on the issues in `fixes` what was asked for, on others what the plan `base` says.
    """

    schema_version: int
    command: Literal["packages"]
    data: Data
    as_of: Date
    strict: bool
    base: str | None
    fixed: tuple[IssueOutcome, ...]
    fixes: tuple[str, ...]
    sides: tuple[tuple[str, ...], ...]
    issues: tuple[str, ...]
    stances: tuple[str, ...]
    coverage: tuple[Coverage, ...]
    summary: PackageSummary
    packages: tuple[Package, ...]
