"""Which stated positions cannot hold together, each set as small as can be."""

from collections.abc import Iterable, Sequence

from peacecli.core.deal.cells import Constraints, constraints
from peacecli.core.deal.minimal import Finder, clusters, conflict_sets
from peacecli.core.deal.stopping import Stop, never
from peacecli.core.describe import alternatives_said, data
from peacecli.core.evidence import Evidence
from peacecli.core.record import Negotiation, Period, Position
from peacecli.core.results.common import SCHEMA_VERSION
from peacecli.core.results.conflicts import Conflict, Conflicts, ConflictSummary, StatedLine
from peacecli.core.scope import Scope, coverage, in_force, issues_asked
from peacecli.core.sourced import latest, statement_said

Stated = Sequence[tuple[Position, Period]]


def conflicts(
    record: Negotiation,
    evidence: Evidence,
    scope: Scope,
    strict: bool = False,
    limit: int | None = None,
    stop: Stop = never,
    find: Finder = conflict_sets,
) -> Conflicts:
    """All minimal sets of positions in scope that no package meets, or the `limit` smallest of them; those found so
    far when asked to stop.
    """
    stated = list(in_force(record, scope, scope.as_of))
    made = constraints(record.issues, stated, strict)
    found = [find(made, cluster, stop) for cluster in clusters(made)]
    sets = [one for cluster in found for one in cluster.sets]
    kept = set(sorted(sets, key=len)[:limit])
    bounds = [cluster.up_to for cluster in found if not cluster.complete]
    bounds += [min(len(one) for one in sets if one not in kept) - 1] if len(kept) < len(sets) else []
    return Conflicts(
        SCHEMA_VERSION,
        "conflicts",
        data(record),
        scope.as_of,
        strict,
        scope.parties,
        issues_asked(record, scope),
        tuple(sorted(scope.stances)),
        coverage(record, scope, (scope.as_of,)),
        ConflictSummary(len(stated), len(kept), not bounds, min(bounds, default=None)),
        tuple(conflict(made, one) for one in sets if one in kept),
        stated_lines(record, evidence, stated, {made.lines[index].id for one in kept for index in one}),
    )


def conflict(made: Constraints, indices: Iterable[int]) -> Conflict:
    """A conflict set with the issues that its positions share, and whose they are."""
    lines = [made.lines[index] for index in sorted(indices)]
    spoken = [issue for line in lines for issue in line.issues]
    shared = [issue for issue in made.cells if spoken.count(issue) > 1] or sorted(set(spoken))
    ids = tuple(line.id for line in lines)
    return Conflict("+".join(ids), ids, tuple(shared), tuple(dict.fromkeys(line.party for line in lines)))


def stated_lines(record: Negotiation, evidence: Evidence, stated: Stated, named: set[str]) -> tuple[StatedLine, ...]:
    """The positions named, in the order of the record, each with its latest statement in full."""
    return tuple(
        StatedLine(
            position.id,
            position.party,
            position.stance,
            position.strength,
            position.basis,
            position.thin,
            position.says,
            period.issues,
            alternatives_said(record.issues, period.alternatives),
            statement_said(evidence, latest(evidence, position)),
            position.statements,
        )
        for position, period in stated
        if position.id in named
    )
