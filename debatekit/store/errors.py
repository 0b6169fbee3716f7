"""StoreError, DamagedError: the scores cannot be read or kept, in one clear message."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import DecodeError

APPLICATION_ID = 0x64626B74
"""Marks a SQLite file as ours ("dbkt"), so that another program's file is never touched."""
_MAGIC = b"SQLite format 3\0"
_MARK = slice(68, 72)
"""Where a SQLite file's header holds its application's mark."""
_READ_ONLY = ("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_CANTOPEN")
_OTHER = "what keeps answers needs a file that can be written: name another with --store"
_NO_SCORES = "{path} is not a score file; name another with --store"
_DAMAGED = "{path} is damaged"
_SAYS = (
    ("SQLITE_NOTADB", _NO_SCORES),
    ("SQLITE_CORRUPT", _NO_SCORES),
    (
        "SQLITE_FULL",
        "the disk is full: what was kept is safe, nothing more can be; make room, then go on",
    ),
    ("SQLITE_READONLY", "{path} cannot be written: it, or its folder, is read-only; {other}"),
    ("SQLITE_PERM", "{path} cannot be written: permission was denied; {other}"),
    ("SQLITE_CANTOPEN", "{path} cannot be opened: its folder is missing, or read-only; {other}"),
    ("SQLITE_BUSY", "{path} is locked by another program; wait for it, then start again"),
    ("SQLITE_LOCKED", "{path} is locked by another program; wait for it, then start again"),
    ("SQLITE_IOERR", "{path} cannot be read or written ({error}); is the disk full or gone?"),
)
"""What SQLite's error names, by their beginning, mean to a learner."""


class StoreError(Exception):
    """The scores cannot be read or kept; everything acknowledged before is safe."""


class ReadOnlyError(StoreError):
    """The score file cannot be written; what is in it can perhaps be read."""


class DamagedError(StoreError):
    """The score file is ours, and damaged; it must be set aside, never written over."""

    def __init__(self, path: Path) -> None:
        super().__init__(_DAMAGED.format(path=path))
        self.path = path


def refusal(error: OSError) -> str:
    """Return the system's reason for a refusal, to stand after a colon."""
    return (error.strerror or str(error)).lower()


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite raises into a StoreError that says what to do."""
    try:
        yield
    except DecodeError as error:
        raise StoreError(f"{_DAMAGED.format(path=path)}: an answer in it is no JSON") from error
    except sqlite3.Error as error:
        name = str(getattr(error, "sqlite_errorname", "") or "")
        if name.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")) and was_ours(path):
            raise DamagedError(path) from error
        said = next((text for start, text in _SAYS if name.startswith(start)), "")
        message = (said or "{path} cannot be used: {error}").format(
            path=path, error=error, other=_OTHER
        )
        raise (ReadOnlyError if name.startswith(_READ_ONLY) else StoreError)(message) from error


def was_ours(path: Path) -> bool:
    """Return whether a damaged file was a score file once, by what is left of its header.

    An empty file, or one of zeros, is what a crash may leave of any file.
    """
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError:
        return False
    if not head.strip(b"\0"):
        return True
    if len(head) < _MARK.stop:
        return head.startswith(_MAGIC) or _MAGIC.startswith(head)
    return int.from_bytes(head[_MARK], "big") == APPLICATION_ID
