"""Rows as CSV that no spreadsheet takes for formulas."""

import csv
import io

from peacecli.views.page import Rows
from peacecli.writers.safe import safe

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def as_csv(rows: Rows) -> str:
    """The header and rows; a cell that would start a formula is set behind an apostrophe (OWASP, CSV injection)."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(rows.header)
    writer.writerows([cell(text) for text in row] for row in rows.rows)
    return file.getvalue()


def cell(text: str) -> str:
    """The text with control characters as escapes, and behind an apostrophe where it would start a formula."""
    return f"'{safe(text)}" if text.startswith(FORMULA_STARTS) else safe(text)
