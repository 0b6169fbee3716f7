"""Reading scores where nothing can be written: a read-only file, folder or disk."""

import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from debatekit.store.damage import refuse_cut
from debatekit.store.errors import StoreError, explained, refusal
from debatekit.store.migrate import migrate, migrations, refuse_strangers, schema_of
from debatekit.store.scores import Scores


def open_to_read(path: Path) -> Scores:
    """Open a score file of which nothing can be written, and write nothing of it.

    It holds what the log beside it holds too. A file of an older schema is read as a copy in
    memory. Raises StoreError if the file is not ours, or too new, DamagedError if it is damaged.
    """
    refuse_cut(path)
    with explained(path):
        connection = _connected(path)
        try:
            refuse_strangers(connection, path)
            if schema_of(connection) < max(migrations()):
                connection = _newest(connection)
            return Scores(connection, path)
        except BaseException:
            connection.close()
            raise


def _connected(path: Path) -> sqlite3.Connection:
    """Return a connection that reads all of it.

    SQLite needs to write an index of the log before it reads a file with one. Where there is
    no log, nobody is writing, and the file can be taken for one that never changes; a log that
    cannot be read in its place is read in a copy.
    """
    with suppress(sqlite3.OperationalError):
        return _tried(f"{path.resolve().as_uri()}?mode=ro")
    log = path.with_name(f"{path.name}-wal")
    if not (log.is_file() and log.stat().st_size):
        return _tried(f"{path.resolve().as_uri()}?mode=ro&immutable=1")
    try:
        return _copied(path, log)
    except OSError as error:
        message = f"{path} can be read only as a copy, and that failed: {refusal(error)}"
        raise StoreError(message) from error


def _copied(path: Path, log: Path) -> sqlite3.Connection:
    """Return what a file and its log hold, in memory."""
    with TemporaryDirectory(prefix="debatekit-") as folder:
        copy = Path(folder, "scores.db")
        shutil.copyfile(log, copy.with_name(f"{copy.name}-wal"))
        shutil.copyfile(path, copy)
        with closing(_tried(copy.as_uri())) as connection:
            return _in_memory(connection)


def _tried(uri: str) -> sqlite3.Connection:
    """Return a connection that has read something."""
    connection = sqlite3.connect(uri, uri=True, isolation_level=None)
    try:
        schema_of(connection)
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def _in_memory(connection: sqlite3.Connection) -> sqlite3.Connection:
    copy = sqlite3.connect(":memory:", isolation_level=None)
    connection.backup(copy)
    return copy


def _newest(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Return a copy in memory with the newest schema; the connection is closed."""
    copy = _in_memory(connection)
    connection.close()
    migrate(copy)
    return copy
