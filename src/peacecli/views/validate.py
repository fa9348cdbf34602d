"""`peacecli validate` as a page: sound, or every complaint with its place."""

from peacecli.core.results.validate import Strict, Validate
from peacecli.errors import Complaint
from peacecli.views.page import Block, Heading, Page, Rows, line
from peacecli.views.shared import footnote


def page(_: object, result: Validate) -> Page:
    """The whole answer."""
    blocks: list[Block] = [line(complaint(one)) for one in result.complaints]
    if result.data and result.counts:
        names = (name.replace("_", " ") for name in result.counts._fields)
        blocks.append(Heading(f"{result.data.title}: the record is sound", 1))
        blocks.append(line(", ".join(f"{count:,} {name}" for name, count in zip(names, result.counts, strict=True))))
    if result.strict:
        blocks.append(line(_strict(result.strict)))
    note = footnote(result.data) if result.data else ""
    if result.complaints:
        note = f"{len(result.complaints):,} complaints"
    return Page(tuple(blocks), note)


def rows(_: object, result: Validate) -> Rows:
    """One row a complaint, for a spreadsheet."""
    made = tuple(
        (one.file, str(one.line), str(one.column), one.code, one.message, one.hint or "") for one in result.complaints
    )
    return Rows(("file", "line", "column", "code", "message", "hint"), made)


def _strict(one: Strict) -> str:
    """What the strict checks looked at, and what they could not."""
    words = "words not compared: the founding documents are not at hand (--originals DIR)"
    if one.documents is not None:
        words = f"words compared with {one.documents} founding documents"
    return (
        f"Strict: {one.red_lines} hard or firm red lines and {one.points} points of the featured plans, of which "
        f"{one.thin_red_lines} and {one.thin_points} say that they are thinly sourced; {one.sources} sources; {words}."
    )


def complaint(one: Complaint) -> str:
    """A complaint on one line."""
    hint = f" ({one.hint})" if one.hint else ""
    return f"{one.file}:{one.line}:{one.column}: {one.message}{hint} [{one.code}]"
