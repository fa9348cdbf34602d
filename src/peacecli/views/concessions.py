"""`peacecli concessions` as a page: per cluster of conflicts, every minimal way out."""

from collections.abc import Iterator

from peacecli.core import wording
from peacecli.core.record import Negotiation
from peacecli.core.results.conflicts import Cluster, Concession, Concessions, ConcessionSummary, StatedLine
from peacecli.views.conflicts import kind, unclear
from peacecli.views.page import Block, Cell, Heading, Page, Rows, line
from peacecli.views.shared import acceptable, counted, day, footnote, not_covered

HEADER = "Arithmetic of stated positions, not advice: what would have to give for a common outcome to exist."


def page(record: Negotiation, result: Concessions) -> Page:
    """The whole answer."""
    names = ", ".join(record.parties[party].label for party in result.parties)
    counts = result.summary
    blocks: list[Block] = [
        Heading(f"What would have to give on {result.as_of}", 1),
        line(Cell(HEADER, "strong")),
        line(
            f"{counted(counts.positions, 'position')} of {names}; "
            f"{counted(counts.clusters, 'independent cluster')} of conflicts."
        ),
        line(_smallest(counts)),
        line(unclear(result.strict)),
        *not_covered(record, result.coverage),
    ]
    if not counts.complete:
        blocks.append(line(Cell("Not complete: other ways out, or conflicts, are missing.", "strong")))
    lines = {one.position: one for one in result.lines}
    for number, cluster in enumerate(result.clusters, start=1):
        blocks += _cluster(record, lines, number, cluster)
    return Page(tuple(blocks), footnote(result.data))


def _smallest(counts: ConcessionSummary) -> str:
    if counts.smallest is None:
        return "The smallest number of positions given up over all clusters is not proved."
    every = "every minimal set is listed below" if counts.complete else "no smaller set meets every conflict"
    return f"Smallest number of positions given up over all clusters: {counts.smallest}, since {every}."


def rows(record: Negotiation, result: Concessions) -> Rows:
    """One row a way out, for a spreadsheet."""
    header = ("cluster", "size", "positions", "stances", "parties", "common_outcome")
    stances = {one.position: one.stance for one in result.lines}
    made = tuple(
        (cluster.key, str(len(one.positions)), " ".join(one.positions),
         " ".join(stances[position] for position in one.positions), " ".join(one.parties), _witness(record, one))
        for cluster in result.clusters
        for one in cluster.sets
    )  # fmt: skip
    return Rows(header, made)


def _cluster(record: Negotiation, lines: dict[str, StatedLine], number: int, cluster: Cluster) -> Iterator[Block]:
    labels = ", ".join(record.issues[issue].label for issue in cluster.issues)
    yield Heading(f"Cluster {number}: {labels}")
    partial = "" if cluster.complete else " (not all of them)"
    smallest = "" if cluster.smallest is None else f"; the smallest gives up {cluster.smallest}"
    counts = f"{counted(len(cluster.conflicts), 'conflict')}, {counted(len(cluster.sets), 'minimal way')} out"
    yield line(f"{counts}{partial}{smallest}.")
    for way, one in enumerate(cluster.sets, start=1):
        yield line(Cell(f"{number}.{way} ", "strong"), "giving up:", indent=2)
        for position in one.positions:
            said = lines[position]
            stated = f"{kind(said)}, last {day(said.latest.date)}, {said.latest.name}"
            yield line(f"{record.parties[said.party].label} ({stated}): {said.says}", indent=4)
            yield line(f"from: {acceptable(record, said.acceptable)}", indent=6)
        yield line(f"then possible, for example: {_witness(record, one)}", indent=4)


def _witness(record: Negotiation, one: Concession) -> str:
    parts = [
        f"{record.issues[said.issue].label}: {wording.outcomes(record.issues[said.issue], said.outcomes)}"
        for said in one.witness
    ]
    return "; ".join(parts) or "anything on these issues"
