"""StoreError: the scores cannot be read or kept, in one clear message."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import DecodeError

_SAYS = (
    ("SQLITE_NOTADB", "{path} is not a score file; name another with --store"),
    ("SQLITE_CORRUPT", "{path} is damaged; keep it, and name another file with --store"),
    (
        "SQLITE_FULL",
        "the disk is full: what was kept is safe, nothing more can be; make room, then go on",
    ),
    ("SQLITE_READONLY", "{path} cannot be written: it, or its folder, is read-only"),
    ("SQLITE_PERM", "{path} cannot be written: permission was denied"),
    ("SQLITE_CANTOPEN", "{path} cannot be opened: its folder is missing, or read-only"),
    ("SQLITE_BUSY", "{path} is locked by another program; wait for it, then start again"),
    ("SQLITE_LOCKED", "{path} is locked by another program; wait for it, then start again"),
    ("SQLITE_IOERR", "{path} cannot be read or written ({error}); is the disk full or gone?"),
)
"""What SQLite's error names, by their beginning, mean to a learner."""


class StoreError(Exception):
    """The scores cannot be read or kept; everything acknowledged before is safe."""


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite raises into a StoreError that says what to do."""
    try:
        yield
    except DecodeError as error:
        raise StoreError(_SAYS[1][1].format(path=path)) from error
    except sqlite3.Error as error:
        name = str(getattr(error, "sqlite_errorname", "") or "")
        said = next((text for start, text in _SAYS if name.startswith(start)), "")
        message = said or "{path} cannot be used: {error}"
        raise StoreError(message.format(path=path, error=error)) from error
