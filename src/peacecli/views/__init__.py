"""Answers as pages: headings, lines and tables that any writer can put on a terminal, in a pipe or in Markdown."""
