"""Stamps: moments in UTC within the names of files."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from debatekit.store.errors import StoreError, refusal

_FORM = "%Y%m%dT%H%M%SZ"
_DIGITS = "([0-9]{8}T[0-9]{6}Z)"


def stamp(moment: datetime) -> str:
    """Return a moment as it stands in a name.

    >>> stamp(datetime(2026, 11, 24, 12, tzinfo=UTC))
    '20261124T120000Z'
    """
    return moment.astimezone(UTC).strftime(_FORM)


def stamped(folder: Path, before: str, after: str) -> tuple[tuple[datetime, Path], ...]:
    """Return the files whose names have a stamp between two patterns, each after its moment.

    The oldest comes first, of one moment the one with the shortest name. Digits that are no
    moment are no stamp. Raises StoreError if the folder cannot be read.
    """
    name = re.compile(before + _DIGITS + after)
    found = ((name.fullmatch(file.name), file) for file in _files(folder))
    moments = ((_moment(match[1]), file) for match, file in found if match)
    named = ((moment, len(file.name), file) for moment, file in moments if moment)
    return tuple((moment, file) for moment, _, file in sorted(named))


def _files(folder: Path) -> Sequence[Path]:
    try:
        return tuple(folder.iterdir()) if folder.is_dir() else ()
    except OSError as error:
        raise StoreError(f"the folder {folder} cannot be read: {refusal(error)}") from error


def _moment(digits: str) -> datetime | None:
    try:
        return datetime.strptime(digits, _FORM).replace(tzinfo=UTC)
    except ValueError:
        return None
