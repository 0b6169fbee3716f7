"""Kept: what was read from files, so that a file is read again only after it was written."""

import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from debatekit.diagnostics import InvalidFileError

T = TypeVar("T")

Stamp = tuple[int, int, int]
"""When a file was last written, in nanoseconds; its size; its number on the disk."""


class Kept:
    """The outcomes of reading files: what each of them said, or the faults that it had."""

    def __init__(self) -> None:
        self._known: dict[Path, tuple[Stamp, Any]] = {}

    def of(self, path: Path, read: Callable[[], T]) -> T:
        """Return what reading gives; the very same object as before if the file is the same.

        Raises what reading raises; an `InvalidFileError` of an unchanged file is kept too.
        """
        stamp = _stamp(path)
        outcome: T | InvalidFileError
        if stamp is not None and (before := self._known.get(path)) and before[0] == stamp:
            outcome = before[1]
        else:
            outcome = _outcome(read)
            if stamp is not None:
                self._known[path] = (stamp, outcome)
        if isinstance(outcome, InvalidFileError):
            raise InvalidFileError(outcome.diagnostics)
        return outcome


def _outcome(read: Callable[[], T]) -> T | InvalidFileError:
    try:
        return read()
    except InvalidFileError as error:
        return error


def _stamp(path: Path) -> Stamp | None:
    """Return what tells a file's state from its others; nothing for a link, or where none is."""
    try:
        state = path.lstat()
    except OSError:
        return None
    if not stat.S_ISREG(state.st_mode):
        return None
    return state.st_mtime_ns, state.st_size, state.st_ino
