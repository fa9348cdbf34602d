"""`peacecli search` as a page."""

from peacecli.core.record import Negotiation
from peacecli.core.results.search import Hit, Search
from peacecli.views.page import Block, Cell, Heading, Page, Rows, line
from peacecli.views.shared import day, footnote, notes, who

WIDTH = 160


def page(record: Negotiation, result: Search) -> Page:
    """The whole answer, kind by kind."""
    blocks: list[Block] = [Heading(f"{' '.join(result.words)}: {result.total} found", 1)]
    kind = ""
    for hit in result.hits:
        if hit.kind != kind:
            kind = hit.kind
            blocks.append(Heading(kind.capitalize()))
        blocks += [
            line(Cell(hit.id, "strong"), f"  {_label(hit)}", indent=2),
            line(_excerpt(hit, result.words), indent=4),
            *notes(hit.note, 4),
        ]
    if len(result.hits) < result.total:
        blocks.append(line(f"The first {len(result.hits)} of {result.total}; --limit shows more."))
    return Page(tuple(blocks), footnote(result.data))


def rows(record: Negotiation, result: Search) -> Rows:
    """One row a hit, for a spreadsheet."""
    made = tuple((hit.kind, hit.id, hit.label, hit.date or "", hit.text, hit.note or "") for hit in result.hits)
    return Rows(("kind", "id", "label", "date", "text", "note"), made)


def _label(hit: Hit) -> str:
    label = who(hit.label, hit.role)
    return f"{label}, {day(hit.date)}" if hit.date else label


def _excerpt(hit: Hit, words: tuple[str, ...]) -> str:
    """The text around the first word found."""
    found = hit.text.casefold().find(words[0].casefold())
    start, end = max(0, found - WIDTH // 2), max(0, found - WIDTH // 2) + WIDTH
    text = hit.text[start:end]
    first = text.find(" ", 0, WIDTH // 2) + 1 if start else 0
    last = text.rfind(" ", WIDTH // 2) if end < len(hit.text) else -1
    return f"{'… ' if start else ''}{text[first : last if last > 0 else None]}{' …' if end < len(hit.text) else ''}"
