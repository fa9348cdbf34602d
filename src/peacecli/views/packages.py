"""`peacecli packages` as a page: whole packages and what each crosses."""

from collections.abc import Iterator

from peacecli.core import wording
from peacecli.core.record import Negotiation
from peacecli.core.results.packages import Package, Packages
from peacecli.views.conflicts import unclear
from peacecli.views.page import Block, Cell, Heading, Page, Rows, line
from peacecli.views.shared import counted, footnote, package_lines
from peacecli.views.symbols import stances


def page(record: Negotiation, result: Packages) -> Page:
    """The whole answer."""
    counts = result.summary
    sides = [_side(record, side) for side in result.sides]
    what = (
        "The exact frontier: no package crosses fewer positions of one side without crossing more of the other."
        if counts.frontier
        else "For each side the package with the fewest crossings for it, then for the worst-off other; no frontier."
    )
    blocks: list[Block] = [
        Heading(f"Packages on {result.as_of}", 1),
        line(
            f"{counted(counts.positions, 'position')} ({stances(result.stances).lower()}), "
            f"{counted(counts.issues, 'issue')}: {', '.join(sides)}."
        ),
        line(what),
        line("Counts of stated positions, not advice; none is called best."),
        line(unclear(result.strict)),
    ]
    if result.base:
        blocks.append(line(f"What plan {result.base} says stands in every package."))
    if not counts.complete:
        blocks.append(line(Cell("Not complete: others are missing, and better ones may be.", "strong")))
    for number, one in enumerate(result.packages, start=1):
        blocks += _package(record, result, number, one)
    return Page(tuple(blocks), footnote(result.data))


def rows(record: Negotiation, result: Packages) -> Rows:
    """One row an outcome of a package, for a spreadsheet."""
    made = [
        (str(number), " ".join(str(count) for count in one.counts), said.issue,
         wording.outcomes(record.issues[said.issue], said.outcomes))
        for number, one in enumerate(result.packages, start=1)
        for said in one.outcomes
    ]  # fmt: skip
    return Rows(("package", "counts", "issue", "outcome"), tuple(made))


def _side(record: Negotiation, side: tuple[str, ...]) -> str:
    return " + ".join(record.parties[party].label for party in side)


def _package(record: Negotiation, result: Packages, number: int, one: Package) -> Iterator[Block]:
    counts = ", ".join(f"{_side(record, side)} {count}" for side, count in zip(result.sides, one.counts, strict=True))
    best = f" (fewest for {one.best_for})" if one.best_for else ""
    yield Heading(f"Package {number}{best}: crossed {counts}")
    yield from package_lines(record, one.crossed, one.outcomes)
