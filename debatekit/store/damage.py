"""A damaged score file: how it is recognised, and how it is set aside, never written over."""

import re
import sqlite3
from contextlib import closing
from datetime import datetime
from itertools import count
from pathlib import Path

from debatekit.store.backups import Backup, backups
from debatekit.store.errors import DamagedError, StoreError, refusal, was_ours
from debatekit.store.stamps import stamp, stamped

_PARTS = ("-wal", "-shm", "")
"""What SQLite keeps of one database; the log first, which a new database would delete."""


def refuse_cut(path: Path) -> None:
    """Raise DamagedError for a file that has lost its end, and that SQLite would take as it is.

    It takes an empty file for a new one and drops the log beside it; where a part of the
    last page is missing it reads zeros. Raises StoreError where nobody may look.
    """
    try:
        cut = _cut(path)
    except OSError as error:
        raise StoreError(f"{path} cannot be reached: {refusal(error)}") from error
    if cut:
        raise DamagedError(path)


def _cut(path: Path) -> bool:
    if not path.is_file():
        return False
    size, log = path.stat().st_size, path.with_name(f"{path.name}-wal")
    logged = log.is_file() and log.stat().st_size > 0
    if not size:
        return logged or bool(backups(path))
    # While there is a log, it may hold the last page still.
    return not logged and was_ours(path) and size % _page_size(path) != 0


def _page_size(path: Path) -> int:
    """Return the size of a page by the file's header, whose own 1 means 65536."""
    with path.open("rb") as file:
        said = int.from_bytes(file.read(18)[16:], "big")
    return 65536 if said == 1 else said or 65536


def is_damaged(path: Path) -> bool:
    """Return whether SQLite finds fault with the whole file."""
    if _cut(path):
        return True
    try:
        with closing(sqlite3.connect(path, timeout=15)) as connection:
            return bool(connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok")
    except sqlite3.DatabaseError as error:
        name = str(getattr(error, "sqlite_errorname", ""))
        return name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB"))


def set_aside(path: Path, now: datetime) -> Path | None:
    """Rename a damaged file, with its log, and return its new place.

    Returns None and leaves the file if it is sound: another program may have set the damaged
    one aside already.
    """
    if not is_damaged(path):
        return None
    aside = _free(path, stamp(now))
    try:
        for part in _PARTS:
            if (old := path.with_name(path.name + part)).exists():
                old.rename(aside.with_name(aside.name + part))
    except OSError as error:
        message = f"{path} is damaged, and cannot be set aside: {refusal(error)}"
        raise StoreError(message) from error
    return aside


def damaged_before(path: Path) -> tuple[Path, ...]:
    """Return the files that were set aside, the oldest first."""
    return tuple(file for _, file in _aside(path))


def best_backup(path: Path) -> Backup | None:
    """Return the newest backup of what was set aside last, else the newest of all.

    A file that was begun after the damage has backups too, with little in them.
    """
    known, damaged = backups(path), _aside(path)
    before = [found for found in known if damaged and found.made <= damaged[-1][0]]
    return next(iter(reversed(before or known)), None)


def _aside(path: Path) -> tuple[tuple[datetime, Path], ...]:
    """Return when each damaged file was set aside, and the file, the oldest first."""
    stem, suffix = re.escape(path.stem), re.escape(path.suffix)
    return stamped(path.parent, rf"{stem}\.damaged-", rf"(?:-\d+)?{suffix}")


def _free(path: Path, when: str) -> Path:
    """Return a name for a damaged file that nothing has yet."""
    more = ("" if number == 1 else f"-{number}" for number in count(1))
    names = (path.with_name(f"{path.stem}.damaged-{when}{part}{path.suffix}") for part in more)
    return next(name for name in names if not name.exists())
