"""Which files a negotiation consists of, and how they are opened: bounded, inside its folder, and nothing but files."""

import os
import stat
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from peacecli import inputs
from peacecli.errors import Complaint, DataError

MAX_BYTES = 16 * 1024 * 1024
MAX_TOTAL = 4 * MAX_BYTES
MAX_FILES = 5_000
ENDING = ".yaml"
ENDINGS = (ENDING, ".yml")
NAME = "positions.yaml"
KEYS = {"party": "parties", "plan": "plans", "sources": "sources"}
"""The key that tells what a file is, by the folder in which it stands."""
_NEAR = 0.6


class Member(NamedTuple):
    """A file of a negotiation; `folder` is None for `positions.yaml` itself."""

    path: Path
    name: str
    folder: str | None


def opened(path: Path) -> BinaryIO:
    """The file open for reading, noted as an input. Raises OSError and DataError."""
    if stat.S_ISFIFO(path.stat().st_mode) and not str(path).startswith(inputs.PIPES):
        raise DataError("unreadable", f"cannot read {path}: a named pipe", "give it on standard input, as `-`")
    file = path.open("rb")
    inputs.note(os.fstat(file.fileno()))
    return file


def members(path: Path, folders: Iterable[str]) -> Iterator[Member]:
    """`positions.yaml` at `path` and the YAML files in its sibling folders. Raises DataError where a folder cannot be
    read or is none.
    """
    yield Member(path, path.name, None)
    for folder in folders:
        names = _names(path.parent / folder)
        if len(names) > MAX_FILES:
            raise DataError("too-large", f"more than {MAX_FILES:,} files in {folder}")
        for name in names:
            yield Member(path.parent / folder / name, f"{folder}/{name}", folder)


def _names(folder: Path) -> list[str]:
    """The YAML files of a folder but hidden ones; none where there is no such folder."""
    if not os.path.lexists(folder):
        return []
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 names are enough
    except OSError as error:
        raise DataError("unreadable", f"cannot read the folder {folder.name}: {error.strerror}") from error
    return [name for name in names if name.lower().endswith(ENDINGS) and not name.startswith(".")]


def misplaced(member: Member, home: str) -> Complaint | None:
    """What is wrong with where a file is or what it is called; `home` is the negotiation's folder, resolved."""
    if member.folder and not member.name.endswith(ENDING):
        return Complaint(member.name, 1, 1, "not-read", "only files that end in .yaml are read", "rename it")
    if str(member.path).startswith(inputs.PIPES):
        return None
    return outside(member.path, member.name, home)


def stray_key(data: Any, folder: str) -> str | None:
    """The key that tells that a file belongs to another folder than its own; None where its own key is there too."""
    found = [key for key in KEYS if isinstance(data, dict) and key in data]
    if "sources" in found and len(data) > len(found):
        found.remove("sources")  # a plan has them as well
    return next(iter(found), None) if folder not in [KEYS[key] for key in found] else None


def misnamed(path: Path, folder: str) -> list[Complaint]:
    """What is wrong if a folder beside `positions.yaml` is missing and one of nearly its name has YAML files."""
    home = path.parent
    if str(path).startswith(inputs.PIPES) or os.path.lexists(home / folder):
        return []
    others = (one.name for one in home.iterdir() if one.name not in KEYS.values() and one.is_dir())
    named = {name.lower(): name for name in others}
    near = [named[name] for name in get_close_matches(folder, named, 1, _NEAR)]
    message = f"no folder is called `{folder}`, and this one is not read"
    return [Complaint(one, 1, 1, "wrong-folder", message, f"call it {folder}") for one in near if _names(home / one)]


def outside(path: Path, name: str, home: str) -> Complaint | None:
    """What is wrong with a file that is really in another folder; one that is nowhere is not."""
    real = os.path.realpath(path)
    if os.path.commonpath([home, real]) == home or not os.path.lexists(real):
        return None
    message = "a link that leads out of the negotiation's folder"
    return Complaint(name, 1, 1, "outside-folder", message, "put the file itself into the folder")


def located(complaints: Iterable[Complaint], folder: Path) -> list[Complaint]:
    """Complaints about files of a folder. If it lies below the folder where the command runs, the names of the files
    lead there, so that an editor or GitHub finds them; if not, they stay as they are in the folder.
    """
    whole, here = Path(os.path.normpath(folder.absolute())), Path.cwd()
    seen = whole.relative_to(here) if whole.is_relative_to(here) else Path()
    return [one._replace(file=os.path.normpath(seen / one.file)) for one in complaints]


def home_of(path: Path) -> str:
    """The folder of a negotiation, with every link followed."""
    return os.path.realpath(path.parent)
