"""The smallest ways out: sets of positions whose giving up would leave a common package."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from peacecli.core.deal.cells import Constraints, constraints
from peacecli.core.deal.conflicts import conflict, stated_lines
from peacecli.core.deal.elimination import Indices
from peacecli.core.deal.feasible import Witness, witness
from peacecli.core.deal.hitting import HittingSets
from peacecli.core.deal.minimal import Finder, clusters, conflict_sets, linked
from peacecli.core.deal.stopping import Stop, never
from peacecli.core.describe import data
from peacecli.core.evidence import Evidence
from peacecli.core.outcomes import Outcome, Outcomes
from peacecli.core.record import Issue, Negotiation
from peacecli.core.results.common import SCHEMA_VERSION
from peacecli.core.results.conflicts import Cluster, Concession, Concessions, ConcessionSummary, IssueOutcome
from peacecli.core.scope import Scope, coverage, in_force, issues_asked

Prove = Callable[[Constraints, Sequence[int]], int]
"""What proves how few of a cluster's lines must be given up, without listing every way."""


def concessions(
    record: Negotiation,
    evidence: Evidence,
    scope: Scope,
    strict: bool = False,
    limit: int | None = None,
    stop: Stop = never,
    find: Finder = conflict_sets,
    prove: Prove | None = None,
) -> Concessions:
    """Per cluster of conflicts, every minimal set of positions in scope whose giving up leaves a common package, or the
    `limit` smallest of each cluster; those found so far when asked to stop.

    Minimal corrections are the minimal hitting sets of the minimal conflicts (Reiter, 1987); clusters are never
    multiplied out.
    """
    stated = list(in_force(record, scope, scope.as_of))
    made = constraints(record.issues, stated, strict)
    knots, all_conflicts = _knots(made, find, stop)
    found = [_cluster(record, made, knot, limit, stop) for knot in knots]
    smallest = [cluster.smallest for cluster in found if cluster.smallest is not None]
    proved = all_conflicts and len(smallest) == len(found)
    fewest = sum(smallest) if proved else sum(prove(made, one) for one in clusters(made)) if prove else None
    complete = all_conflicts and all(cluster.complete for cluster in found)
    return Concessions(
        SCHEMA_VERSION,
        "concessions",
        data(record),
        scope.as_of,
        strict,
        scope.parties,
        issues_asked(record, scope),
        tuple(sorted(scope.stances)),
        coverage(record, scope, (scope.as_of,)),
        ConcessionSummary(len(stated), len(found), fewest, complete),
        tuple(found),
        stated_lines(record, evidence, stated, {name for one in found for way in one.sets for name in way.positions}),
    )


class _Knot(NamedTuple):
    """Conflicts that share lines; the other lines that are linked to theirs and in no other conflict."""

    conflicts: tuple[Indices, ...]
    bystanders: Indices
    complete: bool


def _knots(made: Constraints, find: Finder, stop: Stop) -> tuple[list[_Knot], bool]:
    """All knots, in the order of the lines, and whether no conflict is missing."""
    knots: list[_Knot] = []
    complete = True
    for cluster in clusters(made):
        found = find(made, cluster, stop)
        complete = complete and found.complete
        bystanders = frozenset(cluster).difference(*found.sets)
        knots += [_Knot(group, bystanders, found.complete) for group in together(found.sets)]
    return knots, complete


def together(conflicts: Sequence[Indices]) -> list[tuple[Indices, ...]]:
    """The conflicts in groups that share no line, each group and the groups in the order of the lines."""
    groups = [tuple(sorted((conflicts[number] for number in group), key=sorted)) for group in linked(conflicts)]
    return sorted(groups, key=lambda group: sorted(frozenset[int]().union(*group)))


def _cluster(record: Negotiation, made: Constraints, knot: _Knot, limit: int | None, stop: Stop) -> Cluster:
    search = HittingSets(knot.conflicts, stop)
    ways = _ways_out(made, knot, search)
    found = sorted(islice(ways, limit), key=lambda way: (len(way[0]), sorted(way[0])))
    complete = knot.complete and next(ways, None) is None and search.complete
    said = [conflict(made, one) for one in knot.conflicts]
    issues = [issue for issue in made.cells if any(issue in one.issues for one in said)]
    return Cluster(
        "+".join(issues),
        tuple(issues),
        tuple(one.key for one in said),
        len(found[0][0]) if found else None,
        complete,
        tuple(_concession(record, made, given_up, left) for given_up, left in found),
    )


def _ways_out(made: Constraints, knot: _Knot, search: Iterable[Indices]) -> Iterator[tuple[Indices, Witness]]:
    """Ways out with what is then possible; none that a conflict not found would block."""
    involved = frozenset[int]().union(*knot.conflicts) | knot.bystanders
    for given_up in search:
        left = witness(made, [made.lines[index] for index in sorted(involved - given_up)])
        if left is not None:
            yield given_up, left


def _concession(record: Negotiation, made: Constraints, given_up: Indices, left: Witness) -> Concession:
    lines = [made.lines[index] for index in sorted(given_up)]
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
