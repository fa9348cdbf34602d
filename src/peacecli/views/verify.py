"""`peacecli verify` as a page."""

from peacecli.core.record import Negotiation
from peacecli.core.results.verify import Verification
from peacecli.views.page import Block, Cell, Heading, Page, Rows, line
from peacecli.views.shared import footnote


def page(record: Negotiation, result: Verification) -> Page:
    """The whole answer: a count, then every claim that does not hold."""
    failed = [one for one in result.checks if not one.holds]
    blocks: list[Block] = [
        Heading(f"{result.verified}: {len(result.checks) - len(failed)} of {len(result.checks)} claims hold", 1)
    ]
    if not result.same_record:
        blocks.append(line(Cell("The answer was saved from another state of the record.", "strong")))
    blocks += [line(Cell(f"does not hold: {one.key}", "crossed"), indent=2) for one in failed]
    return Page(tuple(blocks), footnote(result.data))


def rows(record: Negotiation, result: Verification) -> Rows:
    """One row a claim, for a spreadsheet."""
    return Rows(("key", "holds"), tuple((one.key, str(one.holds).lower()) for one in result.checks))
