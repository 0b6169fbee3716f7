"""Article: what could be taken out of a file; and the answer where nothing could be."""

import struct
import zlib
from pathlib import Path

from msgspec import Struct

LIMIT_BYTES = 20 * 1024 * 1024
"""The largest file that is opened; an article of ten pages with pictures has a fifth of that."""

MOST_SIGNS = 500_000
"""A copy beside its record is read with a limit of 1 MiB; no article has half of this."""

DAMAGE = (
    ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, NotImplementedError,
    OSError, RecursionError, TypeError, ValueError, struct.error, zlib.error,
)  # fmt: skip
"""What the libraries that open files raise, beside errors of their own, where one is damaged."""


class Article(Struct, frozen=True, kw_only=True):
    """An article's paragraphs in order, and what its file says about it; empty where silent."""

    paragraphs: tuple[str, ...] = ()
    title: str = ""
    author: str = ""
    date: str = ""
    """When it appeared, as year-month-day; never merely when the file was made."""
    publisher: str = ""
    language: str = ""


class IntakeError(Exception):
    """A file that no article can be taken out of; says why, and `hint` what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


def read_bytes(path: Path) -> bytes:
    """Return a file's bytes; raises `IntakeError` if it cannot be opened or is too large."""
    try:
        if path.exists() and not path.is_file():
            raise IntakeError("it is no ordinary file")
        with path.open("rb") as file:
            content = file.read(LIMIT_BYTES + 1)
    except OSError as error:
        reason = (error.strerror or "it cannot be opened").lower()
        raise IntakeError(f"it cannot be read: {reason}") from error
    if len(content) > LIMIT_BYTES:
        raise IntakeError("it is larger than 20 MiB", "save the article alone, without pictures")
    if not content.strip():
        raise IntakeError("it is empty")
    return content
