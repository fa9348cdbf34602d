"""`peacecli validate` as a page: sound, or every complaint with its place."""

from peacecli.core.results.validate import Validate
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
    note = footnote(result.data) if result.data else f"{len(result.complaints):,} complaints"
    return Page(tuple(blocks), note)


def rows(_: object, result: Validate) -> Rows:
    """One row a complaint, for a spreadsheet."""
    made = tuple(
        (one.file, str(one.line), str(one.column), one.code, one.message, one.hint or "") for one in result.complaints
    )
    return Rows(("file", "line", "column", "code", "message", "hint"), made)


def complaint(one: Complaint) -> str:
    """A complaint on one line."""
    hint = f" ({one.hint})" if one.hint else ""
    return f"{one.file}:{one.line}:{one.column}: {one.message}{hint} [{one.code}]"
