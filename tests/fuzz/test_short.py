"""A short run of every target; `tests/fuzz/__init__.py` says how to make it long."""

import pytest

from tests.fuzz.run import run
from tests.fuzz.targets import TARGETS


@pytest.mark.parametrize("name", TARGETS)
def test_nothing_breaks(name: str) -> None:
    """A few hundred inputs, of which every target takes and refuses some as far as it can."""
    figures = run(name, 300, start=1)
    assert figures.inputs >= 300
    assert figures.taken > 0
