"""Rows: attempts and sessions as SQLite keeps them, to the file and back."""

from typing import Any

from msgspec import DecodeError, json, to_builtins
from msgspec.structs import fields

from debatekit.model.progress import Attempt, SessionRecord
from debatekit.model.words import STRANDS
from debatekit.store.errors import StoreError
from debatekit.store.exchange import is_moment

NEVER_OURS = (
    "the score file holds an answer that debatekit never wrote; 'debatekit scores restore' brings"
    " a backup back, or name another file with --store"
)
_ATTEMPT = tuple(field.name for field in fields(Attempt))
_SESSION = tuple(field.name for field in fields(SessionRecord))


def _insert(table: str, columns: tuple[str, ...]) -> str:
    marks = ", ".join("?" * len(columns))
    names = ", ".join(columns)
    # Not INSERT OR IGNORE, which would drop a row that a CHECK refuses without a word.
    return f"INSERT INTO {table} ({names}) VALUES ({marks}) ON CONFLICT (id) DO NOTHING"


SELECT_ATTEMPT = f"SELECT {', '.join(_ATTEMPT)} FROM attempt"
SELECT_SESSION = f"SELECT {', '.join(_SESSION)} FROM session"
INSERT_ATTEMPT = _insert("attempt", _ATTEMPT)
INSERT_SESSION = _insert("session", _SESSION)
UNDONE = "EXISTS (SELECT 1 FROM undone WHERE undone.attempt = attempt.id)"
NOT_UNDONE = f"NOT {UNDONE}"


def row_of(record: Attempt | SessionRecord) -> tuple[Any, ...]:
    """Return a record's values in the order of its columns; lists become JSON."""
    values = to_builtins(record)
    return tuple(_plain(values[column]) for column in record.__struct_fields__)


def _plain(value: Any) -> Any:
    return json.encode(value).decode() if isinstance(value, list | tuple) else value


def attempt_of(row: tuple[Any, ...]) -> Attempt:
    """Return a row as an attempt; raises StoreError for one that was never ours."""
    values = dict(zip(_ATTEMPT, row, strict=True))
    values["response"] = _texts(values["response"])
    values["shown"] = _texts(values["shown"])
    values["skipped"], values["hinted"] = bool(values["skipped"]), bool(values["hinted"])
    if values["strand"] not in STRANDS or not 0 <= values["chance"] <= 1:
        raise StoreError(NEVER_OURS)
    if not is_moment(values["at"]):
        raise StoreError(NEVER_OURS)
    return Attempt(**values)


def session_of(row: tuple[Any, ...]) -> SessionRecord:
    """Return a row as a session; raises StoreError for one that was never ours."""
    values = dict(zip(_SESSION, row, strict=True))
    values["items"] = _texts(values["items"])
    return SessionRecord(**values)


def _texts(value: str) -> tuple[str, ...]:
    try:
        return json.decode(value, type=tuple[str, ...])
    except DecodeError as error:
        raise StoreError(NEVER_OURS) from error
