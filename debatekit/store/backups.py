"""Backups: whole copies beside the score file, one a day and one before each migration.

They lie in a folder `backups`, are named by the moment in UTC at which they were made, and
are kept for two weeks. Only a copy that SQLite finds sound is kept, so that a damaged file
never takes the place of a good backup.
"""

import os
import re
import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from msgspec import Struct

from debatekit.store.errors import DamagedError, StoreError, explained, refusal
from debatekit.store.stamps import stamp, stamped

FOLDER = "backups"
KEPT = timedelta(days=14)
KEPT_ALWAYS = 3
"""So many of the newest stay whatever their age: a clock that runs ahead must not take all."""


class Backup(Struct, frozen=True, order=True):
    """A backup, and when it was made."""

    made: datetime
    path: Path


def backups(path: Path) -> tuple[Backup, ...]:
    """Return the backups of a score file, the oldest first."""
    return _found(path, "", "")


def daily_backup(connection: sqlite3.Connection, path: Path, now: datetime) -> None:
    """Make a backup unless there is one of today, by the date in UTC; remove those too old."""
    today = now.astimezone(UTC).date()
    if any(found.made.date() == today for found in backups(path)):
        return
    make_backup(connection, path, now)
    _remove_old(path, now)


def make_backup(
    connection: sqlite3.Connection, path: Path, now: datetime, reason: str = ""
) -> Path:
    """Return a new backup, which is whole, sound and on the disk.

    Raises DamagedError if the copy is not sound, StoreError if it cannot be made.
    """
    target = path.parent / FOLDER / f"{path.stem}-{stamp(now)}{reason}{path.suffix}"
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        target.parent.mkdir(exist_ok=True)
        _copy(connection, path, part)
        shutil.copymode(path, part)
        part.replace(target)
    except OSError as error:
        message = f"no backup can be made in {target.parent}: {refusal(error)}"
        raise StoreError(message) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return target


def _copy(connection: sqlite3.Connection, path: Path, part: Path) -> None:
    """Copy what the connection sees; writing goes on meanwhile in other programs."""
    with explained(part), closing(sqlite3.connect(part, isolation_level=None)) as copy:
        with explained(path):
            connection.backup(copy)
        # A copy of one file only: without the log, which it would inherit.
        copy.execute("PRAGMA journal_mode = DELETE")
        sound = copy.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
    if not sound:
        raise DamagedError(path)


def _remove_old(path: Path, now: datetime) -> None:
    """Remove backups older than two weeks, and copies that were broken off long ago.

    One that cannot be removed stays.
    """
    for old in (*backups(path)[:-KEPT_ALWAYS], *_found(path, r"\.", r"\.\d+\.part")):
        if now - old.made > KEPT:
            with suppress(OSError):
                old.path.unlink()


def _found(path: Path, before: str, after: str) -> tuple[Backup, ...]:
    """Return the files named like a backup, with something before and after."""
    stem, suffix = re.escape(path.stem), re.escape(path.suffix)
    found = stamped(path.parent / FOLDER, f"{before}{stem}-", rf"(?:-before-\d+)?{suffix}{after}")
    return tuple(Backup(made, file) for made, file in found)
