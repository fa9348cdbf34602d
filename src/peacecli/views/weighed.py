"""`peacecli packages --preferences` as a page: the points that bargaining theory names, then the frontier."""

from collections.abc import Iterator

from peacecli.core import wording
from peacecli.core.record import Negotiation
from peacecli.core.results.weighed import Weighed, WeighedPackage
from peacecli.views.conflicts import unclear
from peacecli.views.page import Block, Cell, Heading, Page, Rows, line, table
from peacecli.views.shared import counted, footnote, not_covered, package_lines
from peacecli.views.symbols import crossed, stances

MARKS = {"nash": "Nash", "kalai_smorodinsky": "Kalai-Smorodinsky"}


def page(record: Negotiation, result: Weighed) -> Page:
    """The whole answer."""
    names = [record.parties[one.party].label for one in result.parties]
    counts = result.summary
    without = ", ".join(f"{name} {one.reservation}" for name, one in zip(names, result.parties, strict=True))
    blocks: list[Block] = [
        Heading(f"Packages by the weights in {result.preferences}, on {result.as_of}", 1),
        line("The weights are those of the file, not of the record: peacecli has none."),
        line(
            f"{counted(counts.issues, 'issue')}, {counted(counts.combinations, 'package')}, "
            f"{counted(counts.frontier, 'point')} on the exact frontier."
        ),
        line(f"Without agreement: {without}."),
        line(_counted(record, result)),
        line(unclear(result.strict)),
        *not_covered(record, result.coverage),
    ]
    if not counts.complete:
        blocks.append(line(Cell("Not complete: points of the frontier are left out.", "strong")))
    marked = [one for one in result.packages if one.marks]
    if not marked:
        blocks.append(line("No package gives both parties what they have without agreement."))
    for one in marked:
        blocks += _package(record, result, one)
    rows: list[tuple[str | Cell, ...]] = [(*map(str, one.values), str(_count(one))) for one in result.packages]
    blocks += [Heading("Frontier"), table((*names, f"Positions {crossed(result.stances)}"), rows)]
    return Page(tuple(blocks), footnote(result.data))


def rows(record: Negotiation, result: Weighed) -> Rows:
    """One row an outcome of a package, for a spreadsheet."""
    made = [
        (str(number), " ".join(one.marks), *map(str, one.values), said.issue,
         wording.outcomes(record.issues[said.issue], said.outcomes))
        for number, one in enumerate(result.packages, start=1)
        for said in one.outcomes
    ]  # fmt: skip
    return Rows(("package", "marks", *(one.party for one in result.parties), "issue", "outcome"), tuple(made))


def _counted(record: Negotiation, result: Weighed) -> str:
    """Whose crossed positions are counted, and on which issues where not on all."""
    parties = ", ".join(record.parties[one.party].label for one in result.coverage)
    some = f" on {', '.join(result.issues)}" if len(result.issues) < len(record.issues) else ""
    kinds = stances(result.stances).lower()
    return f"Crossings are counted among {counted(result.summary.positions, 'position')} ({kinds}) of {parties}{some}."


def _count(one: WeighedPackage) -> int:
    return sum(len(party.crossed) for party in one.crossed)


def _package(record: Negotiation, result: Weighed, one: WeighedPackage) -> Iterator[Block]:
    gets = ", ".join(
        f"{record.parties[party.party].label} {value}" for party, value in zip(result.parties, one.values, strict=True)
    )
    yield Heading(f"{' and '.join(MARKS[mark] for mark in one.marks)} point: {gets}")
    yield from package_lines(record, one.crossed, one.outcomes)
