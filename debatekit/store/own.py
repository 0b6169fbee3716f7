"""What a score file may consist of: our tables and triggers, and nothing that could act for others.

A file from a stranger could bring triggers that delete answers, and views that never end.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import lru_cache
from pathlib import Path

from debatekit.store.errors import StoreError

_PARTS = (
    "SELECT type, name, sql FROM sqlite_schema"
    " WHERE type IN ('table', 'trigger', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
)


def refuse_changed(connection: sqlite3.Connection, path: Path, steps: tuple[str, ...]) -> None:
    """Raise StoreError if the file has a table, trigger or view that our steps do not make."""
    ours = _made_by(steps)
    for part in _parts(connection):
        if part not in ours:
            raise StoreError(
                f"{path} holds a {part[0]} {part[1]!r} that debatekit did not make;"
                " name another file with --store"
            )


@lru_cache(maxsize=8)
def _made_by(steps: tuple[str, ...]) -> frozenset[tuple[str, str, str]]:
    """Return the parts of an empty file to which these steps were applied."""
    with closing(sqlite3.connect(":memory:")) as connection:
        for step in steps:
            connection.executescript(step)
        return frozenset(_parts(connection))


def _parts(connection: sqlite3.Connection) -> Iterator[tuple[str, str, str]]:
    for kind, name, sql in connection.execute(_PARTS):
        yield str(kind), str(name), " ".join(str(sql).split())
