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

from debatekit.store.errors import DamagedError, StoreError, explained

FOLDER = "backups"
KEPT = timedelta(days=14)
KEPT_ALWAYS = 3
"""So many of the newest stay whatever their age: a clock that runs ahead must not take all."""
_STAMP = "%Y%m%dT%H%M%SZ"


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
    stamp = now.astimezone(UTC).strftime(_STAMP)
    target = path.parent / FOLDER / f"{path.stem}-{stamp}{reason}{path.suffix}"
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        target.parent.mkdir(exist_ok=True)
        _copy(connection, path, part)
        shutil.copymode(path, part)
        part.replace(target)
    except OSError as error:
        said = (error.strerror or str(error)).lower()
        raise StoreError(f"no backup can be made in {target.parent}: {said}") from error
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
    name = re.compile(rf"{before}{stem}-(\d{{8}}T\d{{6}}Z)(?:-before-\d+)?{suffix}{after}")
    folder = path.parent / FOLDER
    files = folder.iterdir() if folder.is_dir() else ()
    found = ((name.fullmatch(file.name), file) for file in files)
    return tuple(sorted(Backup(_moment(match[1]), file) for match, file in found if match))


def _moment(stamp: str) -> datetime:
    return datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
