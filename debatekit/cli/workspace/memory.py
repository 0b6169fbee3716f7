"""What was made of a workspace's files, remembered until one of them, or the program, changes.

Reading a lesson's files is a quarter of a session's start. What is remembered lies in the
user's cache folder and can be deleted at any time. Whether it still holds is told from the
bytes of the files; where anything is amiss they are read anew.
"""

import os
import stat
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import sha1
from pathlib import Path
from typing import Literal, TypeVar

from msgspec import DecodeError, Raw, Struct, msgpack

from debatekit import __version__

T = TypeVar("T")

Sort = Literal["lesson", "tally"]
"""What can be remembered, each sort in a folder of its own."""
MOST: Mapping[Sort, int] = {"lesson": 50, "tally": 2000}
"""When more is remembered than this, what was made longest ago is forgotten."""
SETTLED_S = 2.0
"""A file that changed so shortly before it was read may be changing still."""
_LARGEST_BYTES = 1024 * 1024
_ENDING = ".kept"
_PACKAGE = Path(__file__).parents[2]
_MAKERS = ("model", "read", "logic", "generate", "practice")
"""The parts of the program that decide what is made of a file."""


class _Kept(Struct, frozen=True):
    """What was made, by which program, and of which bytes."""

    program: str
    files: tuple[tuple[str, str], ...]
    """Each path below the workspace, and its digest; empty where there is nothing."""
    digest: str
    """Of what was made."""
    made: Raw


def recalled(root: Path, sort: Sort, name: str, form: type[T]) -> T | None:
    """Return what was remembered by that name, if all it was made of is as it was."""
    try:
        kept = msgpack.decode(_place(root, sort, name).read_bytes(), type=_Kept)
        if kept.program != _program() or sha1(kept.made).hexdigest() != kept.digest:
            return None
        if any(_digest(root / name) != digest for name, digest in kept.files):
            return None
        return msgpack.decode(kept.made, type=form)
    except (OSError, DecodeError, UnicodeDecodeError):
        return None


def remember(
    root: Path, sort: Sort, name: str, files: Iterable[str], made: object, begun: float
) -> None:
    """Remember what was made of files and folders, given as paths below the workspace.

    `begun` is when they began to be read, in seconds since 1970. Nothing is remembered where
    one has changed since, or just before, nor where nothing can be written.
    """
    names = tuple(files)
    content = msgpack.encode(made)
    try:
        if any(_changed(root / file) > begun - SETTLED_S for file in names):
            return
        digests = tuple((file, _digest(root / file)) for file in names)
        kept = _Kept(_program(), digests, sha1(content).hexdigest(), Raw(content))
        _write(_place(root, sort, name), msgpack.encode(kept), MOST[sort])
    except OSError:
        return


def _write(place: Path, content: bytes, most: int) -> None:
    """Write a file whole or not at all: others may read and write it at the same time."""
    place.parent.mkdir(parents=True, exist_ok=True)
    new = place.with_name(f"{place.stem}-{os.getpid()}.new")
    try:
        new.write_bytes(content)
        new.replace(place)
    finally:
        new.unlink(missing_ok=True)
    kept = [entry for entry in place.parent.iterdir() if entry.suffix == _ENDING]
    for old in sorted(kept, key=_changed)[:-most] if len(kept) > most else ():
        old.unlink(missing_ok=True)


def _place(root: Path, sort: Sort, name: str) -> Path:
    """Return where something of a workspace is remembered."""
    from platformdirs import user_cache_path

    key = sha1(f"{root.absolute()}\n{name}".encode("utf-8", "surrogateescape")).hexdigest()
    return user_cache_path("debatekit", appauthor=False) / sort / f"{key}{_ENDING}"


def _program() -> str:
    """Return what tells this program from one that might read the same files otherwise."""
    digest = sha1(__version__.encode())
    for part in _MAKERS:
        for entry in sorted(os.scandir(_PACKAGE / part), key=lambda found: found.name):
            if entry.is_file():
                found = entry.stat()
                digest.update(f"{entry.name} {found.st_mtime_ns} {found.st_size}\n".encode())
    return digest.hexdigest()


def _changed(path: Path) -> float:
    """Return when a file or folder changed, in seconds since 1970; 0 where there is none."""
    with suppress(FileNotFoundError):
        return path.stat().st_mtime
    return 0.0


def _digest(path: Path) -> str:
    """Return a digest of a file's bytes or of a folder's names; empty where there is neither."""
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            names = sorted(entry.name for entry in path.iterdir())
            return sha1("\n".join(names).encode("utf-8", "surrogateescape")).hexdigest()
        if not stat.S_ISREG(found.st_mode) or found.st_size > _LARGEST_BYTES:
            return "not read"
        return sha1(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return ""
