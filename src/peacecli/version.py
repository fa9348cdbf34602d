"""The version, as a literal: asking the installed metadata costs more than most commands."""

VERSION = "0.1.0"
