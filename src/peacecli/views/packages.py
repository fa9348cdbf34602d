"""`peacecli packages` as a page: whole packages and what each crosses."""

from collections.abc import Iterable, Iterator

from peacecli.core import wording
from peacecli.core.record import Negotiation
from peacecli.core.results.packages import Package, Packages
from peacecli.views.conflicts import unclear
from peacecli.views.page import Block, Cell, Heading, Line, Page, Rows, line
from peacecli.views.shared import NOT_COVERED, counted, footnote, not_covered, package_lines
from peacecli.views.symbols import crossed, stances


def page(record: Negotiation, result: Packages) -> Page:
    """The whole answer."""
    counts = result.summary
    sides = [_side(record, side) for side in result.sides]
    word = crossed(result.stances)
    what = (
        f"The exact frontier: no package has fewer positions of one side {word} without more of the other."
        if counts.frontier
        else f"For each side the package with the fewest positions {word} of its own, then of the worst-off other's; "
        "no frontier."
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
        *not_covered(record, result.coverage),
    ]
    blocks += _fixed(record, result)
    if not counts.complete:
        blocks.append(line(Cell("Not complete: others are missing, and better ones may be.", "strong")))
    for number, one in enumerate(result.packages, start=1):
        blocks += _package(record, result, number, one)
    return Page(tuple(blocks), footnote(result.data))


def _fixed(record: Negotiation, result: Packages) -> Iterator[Line]:
    fixes = [
        f"{record.issues[one.issue].label}: {wording.outcomes(record.issues[one.issue], one.outcomes)}"
        for one in result.fixed
        if one.issue in result.fixes
    ]
    if fixes:
        yield line(f"Fixed in every package: {'; '.join(fixes)}.")
    if result.base:
        rest = "On other issues, what" if fixes else "What"
        yield line(f"{rest} plan {result.base} says stands in every package.")


def rows(record: Negotiation, result: Packages) -> Rows:
    """One row an outcome of a package, for a spreadsheet."""
    made = [
        (str(number), " ".join(str(count) for count in one.counts), said.issue,
         wording.outcomes(record.issues[said.issue], said.outcomes))
        for number, one in enumerate(result.packages, start=1)
        for said in one.outcomes
    ]  # fmt: skip
    return Rows(("package", "counts", "issue", "outcome"), tuple(made))


def _side(record: Negotiation, side: Iterable[str]) -> str:
    return " + ".join(record.parties[party].label for party in side)


def _package(record: Negotiation, result: Packages, number: int, one: Package) -> Iterator[Block]:
    covered = {party.party for party in result.coverage if party.covered}
    counts = ", ".join(
        f"{_side(record, side)} {NOT_COVERED if covered.isdisjoint(side) else count}"
        for side, count in zip(result.sides, one.counts, strict=True)
    )
    least = one.best_for.split("+") if one.best_for else []
    best = "" if covered.isdisjoint(least) else f" (fewest for {_side(record, least)})"
    yield Heading(f"Package {number}{best}: {crossed(result.stances)} {counts}")
    yield from package_lines(record, one.crossed, one.outcomes)
