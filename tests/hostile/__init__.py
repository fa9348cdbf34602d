"""Input from anywhere: each hostile case ends in a clear error or in harmless output."""
