"""What `peacecli conflicts` and `peacecli concessions` answer."""

from typing import Literal, NamedTuple

from peacecli.core.outcomes import Outcome
from peacecli.core.record import Basis, Date, Stance, Strength
from peacecli.core.results.common import AtomSaid, Coverage, Data
from peacecli.core.results.sources import StatementSaid


class StatedLine(NamedTuple):
    """A position in its party's own terms, with its latest statement and that statement's sources in full."""

    position: str
    party: str
    stance: Stance
    strength: Strength
    basis: Basis
    thin: str | None
    says: str
    issues: tuple[str, ...]
    acceptable: tuple[tuple[AtomSaid, ...], ...]
    latest: StatementSaid
    statements: tuple[str, ...]


class Conflict(NamedTuple):
    """Positions that no package meets together, though every smaller set of them can be met."""

    key: str
    positions: tuple[str, ...]
    issues: tuple[str, ...]
    parties: tuple[str, ...]


class ConflictSummary(NamedTuple):
    """How many positions were looked at, and how many sets cannot hold. Where the list is not `complete`, every set
    of up to `all_up_to` positions is in it.
    """

    positions: int
    conflicts: int
    complete: bool
    all_up_to: int | None


class Conflicts(NamedTuple):
    """`peacecli conflicts`. The conflict sets are their own certificates: `peacecli verify` re-checks them."""

    schema_version: int
    command: Literal["conflicts"]
    data: Data
    as_of: Date
    strict: bool
    parties: tuple[str, ...]
    issues: tuple[str, ...]
    stances: tuple[str, ...]
    coverage: tuple[Coverage, ...]
    summary: ConflictSummary
    conflicts: tuple[Conflict, ...]
    lines: tuple[StatedLine, ...]


class IssueOutcome(NamedTuple):
    """An outcome of an issue in a package; for numbers a range, any of which will do."""

    issue: str
    outcomes: tuple[Outcome, ...]


class Concession(NamedTuple):
    """Positions whose giving up leaves a common package, while giving up fewer of them does not. In the `witness` all
    other positions on these issues hold, but for those of other clusters.
    """

    key: str
    positions: tuple[str, ...]
    parties: tuple[str, ...]
    witness: tuple[IssueOutcome, ...]


class Cluster(NamedTuple):
    """Conflicts that share positions, and the minimal ways out of them, the smallest first; `smallest` counts its
    positions, null where no way out was found in time. Where the list is not `complete`, others are missing. Clusters
    are independent: any way out of one goes with any way out of another.
    """

    key: str
    issues: tuple[str, ...]
    conflicts: tuple[str, ...]
    smallest: int | None
    complete: bool
    sets: tuple[Concession, ...]


class ConcessionSummary(NamedTuple):
    """The smallest number of positions over all clusters; null where it is not proved, since conflicts may be missing.
    `complete`: every conflict and every minimal way out is listed.
    """

    positions: int
    clusters: int
    smallest: int | None
    complete: bool


class Concessions(NamedTuple):
    """`peacecli concessions`: arithmetic of stated positions, not advice."""

    schema_version: int
    command: Literal["concessions"]
    data: Data
    as_of: Date
    strict: bool
    parties: tuple[str, ...]
    issues: tuple[str, ...]
    stances: tuple[str, ...]
    coverage: tuple[Coverage, ...]
    summary: ConcessionSummary
    clusters: tuple[Cluster, ...]
    lines: tuple[StatedLine, ...]
