"""Sets of small numbers as the bits of an integer."""

from collections.abc import Iterable, Iterator


def bits(mask: int) -> Iterator[int]:
    """The bits of a mask, each as a mask of its own, the lowest first."""
    while mask:
        bit = mask & -mask
        yield bit
        mask ^= bit


def places(mask: int) -> list[int]:
    """The numbers in a mask."""
    return [bit.bit_length() - 1 for bit in bits(mask)]


def mask_of(numbers: Iterable[int]) -> int:
    """The mask of different numbers."""
    return sum(1 << number for number in numbers)
