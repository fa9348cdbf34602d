"""What this run has read, so that no answer is written over it, nor standard input asked for twice."""

import os

PIPES = ("/dev/", "/proc/")
"""Where the pipes live that a shell hands over, as in `peacecli check <(command)`."""
_STDIN = (-1, -1)
_read: set[tuple[int, int]] = set()


def note(status: os.stat_result) -> None:
    """Remember a file that was opened for reading."""
    _read.add((status.st_dev, status.st_ino))


def was_read(status: os.stat_result) -> bool:
    """Whether the file was read, whatever name it had."""
    return (status.st_dev, status.st_ino) in _read


def take_stdin() -> bool:
    """Whether standard input is still to be read; from then on it is not."""
    left = _STDIN not in _read
    _read.add(_STDIN)
    return left


def forget() -> None:
    """Begin a new run."""
    _read.clear()
