"""Another negotiation to start from: a small complete example, carried in the package."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import PurePosixPath

ENDING = ".template"


def starter() -> dict[str, str]:
    """The files of the example by their place in the new folder."""
    root = files("peacecli") / "templates"
    return {str(place).removesuffix(ENDING): text for place, text in sorted(_texts(root, PurePosixPath()))}


def _texts(folder: Traversable, place: PurePosixPath) -> Iterator[tuple[PurePosixPath, str]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _texts(entry, place / entry.name)
        elif entry.name.endswith(ENDING):
            yield place / entry.name, entry.read_text(encoding="utf-8")
