"""The smallest ways out: sets of positions whose giving up would leave a common package."""

from collections.abc import Sequence

from peacecli.core.cells import Constraints, constraints
from peacecli.core.conflicts import conflict, stated_lines
from peacecli.core.describe import data
from peacecli.core.evidence import Evidence
from peacecli.core.feasible import witness
from peacecli.core.hitting import minimal_hitting_sets
from peacecli.core.minimal import Indices, clusters, conflict_sets
from peacecli.core.outcomes import Outcome, Outcomes
from peacecli.core.record import Issue, Negotiation
from peacecli.core.results.common import SCHEMA_VERSION
from peacecli.core.results.conflicts import Cluster, Concession, Concessions, ConcessionSummary, IssueOutcome
from peacecli.core.scope import Scope, coverage, in_force


def concessions(record: Negotiation, evidence: Evidence, scope: Scope, strict: bool = False) -> Concessions:
    """Per cluster of conflicts, every minimal set of positions in scope whose giving up leaves a common package.

    Minimal corrections are the minimal hitting sets of the minimal conflicts (Reiter, 1987); clusters are never
    multiplied out.
    """
    stated = list(in_force(record, scope, scope.as_of))
    made = constraints(record.issues, stated, strict)
    found = [
        _cluster(record, made, group, together)
        for group in clusters(made)
        for together in _connected(list(conflict_sets(made, group)))
    ]
    named = {position for cluster in found for one in cluster.sets for position in one.positions}
    return Concessions(
        SCHEMA_VERSION,
        "concessions",
        data(record),
        scope.as_of,
        strict,
        scope.parties,
        tuple(sorted(scope.stances)),
        coverage(record, scope, (scope.as_of,)),
        ConcessionSummary(len(stated), len(found), sum(cluster.smallest for cluster in found), complete=True),
        tuple(found),
        stated_lines(record, evidence, stated, named),
    )


def _connected(conflicts: Sequence[Indices]) -> list[list[Indices]]:
    """The conflicts in groups that share no position."""
    groups: list[tuple[set[int], list[Indices]]] = []
    for one in conflicts:
        joined = [group for group in groups if not group[0].isdisjoint(one)]
        groups = [group for group in groups if group not in joined]
        members = set(one).union(*(group[0] for group in joined))
        groups.append((members, [found for group in joined for found in group[1]] + [one]))
    return sorted((sorted(group[1], key=sorted) for group in groups), key=lambda group: sorted(group[0]))


def _cluster(record: Negotiation, made: Constraints, group: Sequence[int], together: Sequence[Indices]) -> Cluster:
    found = sorted(minimal_hitting_sets(together), key=lambda one: (len(one), sorted(one)))
    said = [conflict(made, one) for one in together]
    issues = [issue for issue in made.cells if any(issue in one.issues for one in said)]
    return Cluster(
        "+".join(issues),
        tuple(issues),
        tuple(one.key for one in said),
        len(found[0]),
        tuple(_concession(record, made, group, together, given_up) for given_up in found),
    )


def _concession(
    record: Negotiation, made: Constraints, group: Sequence[int], together: Sequence[Indices], given_up: Indices
) -> Concession:
    """One way out, with a package in which all other positions of the cluster hold."""
    lines = [made.lines[index] for index in sorted(given_up)]
    involved = {index for one in together for index in one}
    kept = [made.lines[index] for index in group if index in involved and index not in given_up]
    left = witness(made, kept) or {}
    ids = tuple(line.id for line in lines)
    return Concession(
        "+".join(ids),
        ids,
        tuple(dict.fromkeys(line.party for line in lines)),
        tuple(
            IssueOutcome(issue, outcomes_of(record.issues[issue], made, left[issue]))
            for issue in made.cells
            if issue in left
        ),
    )


def outcomes_of(issue: Issue, made: Constraints, mask: int) -> tuple[Outcome, ...]:
    """The outcomes of the cells in a mask."""
    outcomes = Outcomes()
    for place, cell in enumerate(made.cells[issue.id]):
        if mask >> place & 1:
            outcomes |= cell
    return issue.space.names(outcomes)
