"""`peacecli validate` as a page: sound, or every complaint with its place."""

from peacecli.core.results.validate import Strict, Validate
from peacecli.views.page import Block, Heading, Page, Rows, line
from peacecli.views.shared import counted, footnote


def page(_: object, result: Validate) -> Page:
    """The whole answer."""
    blocks: list[Block] = [*result.complaints]
    if result.data and result.counts:
        names = (name.replace("_", " ") for name in result.counts._fields)
        blocks.append(Heading(f"{result.data.title}: the record is sound", 1))
        blocks.append(line(", ".join(f"{count:,} {name}" for name, count in zip(names, result.counts, strict=True))))
    if result.strict:
        blocks.append(line(_strict(result.strict)))
    note = footnote(result.data) if result.data else ""
    if result.draft:
        blocks.append(Heading(f"{result.draft.title}: the draft is sound", 1))
        blocks.append(line(f"{counted(result.draft.terms, 'term')}; silent on {counted(result.draft.silent, 'issue')}"))
    if result.complaints:
        note = counted(len(result.complaints), "complaint") + " listed, and there are more" * result.more
        note += f"; {result.hint}" if result.hint else ""
    return Page(tuple(blocks), note)


def rows(_: object, result: Validate) -> Rows:
    """One row a complaint, for a spreadsheet."""
    made = tuple(
        (one.file, str(one.line), str(one.column), one.code, one.message, one.hint or "", one.expected or "")
        for one in result.complaints
    )
    return Rows(("file", "line", "column", "code", "message", "hint", "expected"), made)


def _strict(one: Strict) -> str:
    """What the strict checks looked at, and what they could not."""
    words = "words not compared: the founding documents are not at hand (--originals DIR)"
    if one.documents is not None:
        words = f"words compared with {one.documents} founding documents"
    return (
        f"Strict: {one.red_lines} hard or firm red lines and {one.points} points of the featured plans, of which "
        f"{one.thin_red_lines} and {one.thin_points} say that they are thinly sourced; {one.sources} sources; {words}."
    )
