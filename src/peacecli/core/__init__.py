"""The engine: standard library only, pure; nothing is printed, read or timed here."""
