"""The files that this run has read, so that no answer is written over one of them."""

import os

_read: set[tuple[int, int]] = set()


def note(status: os.stat_result) -> None:
    """Remember a file that was opened for reading."""
    _read.add((status.st_dev, status.st_ino))


def was_read(status: os.stat_result) -> bool:
    """Whether the file was read, whatever name it had."""
    return (status.st_dev, status.st_ino) in _read


def forget() -> None:
    """Begin a new run."""
    _read.clear()
