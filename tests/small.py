"""The small negotiation that tests read and break: two neighbours, a council and a fence, in `tests/fence/`."""

import shutil
from pathlib import Path
from typing import NamedTuple

FENCE = Path(__file__).parent / "fence" / "positions.yaml"
MARK = "«"
"""Stands in changed text just before the thing that a complaint points at; it is taken out again."""


class Change(NamedTuple):
    """Text that replaces the one place where `old` stands in a file; with no `old` it goes to the end."""

    file: str
    old: str
    new: str


class Place(NamedTuple):
    """A place in a file, counted from 1."""

    file: str
    line: int
    column: int


def negotiation(folder: Path, *changes: Change) -> tuple[Path, list[Place]]:
    """A changed copy of the small negotiation in `folder`, and the places that the changes marked."""
    shutil.copytree(FENCE.parent, folder, dirs_exist_ok=True)
    for change in changes:
        file = folder / change.file
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        if change.old and text.count(change.old) != 1:
            raise AssertionError(f"{change.old!r} stands {text.count(change.old)} times in {change.file}")
        made = text.replace(change.old, change.new) if change.old else text + change.new
        file.write_text(made, encoding="utf-8")
    return folder / FENCE.name, [place for name in _names(changes) for place in _unmarked(folder, name)]


def _names(changes: tuple[Change, ...]) -> list[str]:
    """The files in the order in which peacecli reads them."""
    names = sorted({change.file for change in changes})
    return sorted(names, key=lambda name: name != FENCE.name)


def _unmarked(folder: Path, name: str) -> list[Place]:
    file, places = folder / name, []
    before, *parts = file.read_text(encoding="utf-8").split(MARK)
    for part in parts:
        line = before.count("\n") + 1
        places.append(Place(name, line, len(before) - (before.rfind("\n") + 1) + 1))
        before += part
    file.write_text(before, encoding="utf-8")
    return places


def one_file(folder: Path) -> Path:
    """The small negotiation with its parties, plans and sources written into `positions.yaml` itself."""
    folders = {"positions": "parties", "plans": "plans"}
    text = FENCE.read_text(encoding="utf-8")
    for key, name in folders.items():
        text += f"{key}:\n" + "".join(_item(file) for file in sorted((FENCE.parent / name).glob("*.yaml")))
    text += "".join(file.read_text(encoding="utf-8") for file in (FENCE.parent / "sources").glob("*.yaml"))
    path = folder / FENCE.name
    path.write_text(text, encoding="utf-8")
    return path


def _item(file: Path) -> str:
    first, *rest = file.read_text(encoding="utf-8").splitlines()
    return "".join(f"{line}\n" for line in [f"  - {first}", *(f"    {line}" for line in rest)])
