"""`peacecli list sources --weak` as a page: what is thinly sourced, and why."""

from collections.abc import Iterator, Mapping

from peacecli.core.record import Negotiation
from peacecli.core.results.weak import ListWeak, WeakCount, WeakRow
from peacecli.core.sourcing import Weakness
from peacecli.views.page import Block, Cell, Column, Heading, Page, Rows, line, table, whole
from peacecli.views.shared import footnote

REASONS: Mapping[Weakness, str] = {
    "one_origin": "one origin",
    "below_c": "no source above D",
    "unverified": "unverified",
    "state_alone": "state-owned alone",
}
KEY = (
    "one origin: copies of one report count as one, and sources below C do not count beside better ones; an official "
    "text, or for a position an official statement, is enough by itself.  "
    "no source above D: none that is fairly reliable.  unverified: credibility 6 at best.  "
    "state-owned alone: no source but state-owned ones and networks that relay them."
)
COLUMNS = (
    Column("Says", 9, width=20),
    Column("Why it is thin", 5, width=12),
    Column("Grade"),
    Column("Origins", 6),
)


def page(record: Negotiation, result: ListWeak) -> Page:
    """The whole answer."""
    blocks: list[Block] = [Heading("Thinly sourced", 1)]
    for count in result.summary.kinds:
        blocks += _kind(result, count)
    blocks.append(line(Cell(KEY, "dim")))
    return Page(tuple(blocks), footnote(result.data))


def rows(record: Negotiation, result: ListWeak) -> Rows:
    """One row a position or point, for a spreadsheet."""
    header = (
        "key", "kind", "label", "party", "stance", "plan", "reasons", "thin", "reliability", "credibility", "origins",
        "sources",
    )  # fmt: skip
    made = tuple(
        (one.key, one.kind, one.label, one.party or "", one.stance or "", one.plan or "", _why(one), one.thin or "",
         one.reliability, str(one.credibility), " ".join(one.origins), " ".join(one.sources))
        for one in result.weak
    )  # fmt: skip
    return Rows(header, made)


def _kind(result: ListWeak, count: WeakCount) -> Iterator[Block]:
    if count.of:
        yield Heading(f"{count.kind.capitalize()}s: {count.weak} of {count.of}")
    mine = [one for one in result.weak if one.kind == count.kind]
    if mine:
        yield table((whole("Id", (one.key for one in mine)), *COLUMNS), [_cells(one) for one in mine])


def _cells(one: WeakRow) -> tuple[str | Cell, ...]:
    note = f" ({one.thin})" if one.thin else ""
    return (
        Cell(one.key, "strong"),
        one.label,
        _why(one) + note,
        f"{one.reliability}{one.credibility}",
        ", ".join(one.origins),
    )


def _why(one: WeakRow) -> str:
    return ", ".join(REASONS[reason] for reason in one.reasons)
