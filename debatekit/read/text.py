"""A file's bytes to text: the guards that hold before any YAML is looked at."""

import os
import re
from pathlib import Path

from debatekit.diagnostics import Diagnostic, InvalidFileError
from debatekit.model.location import Location

LIMIT_BYTES = 1024 * 1024
"""The largest file that is read; a lesson of 300 lines has about 15,000 bytes."""

LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


def read_text(path: Path, shown: str) -> str:
    """Return a file's text; raises `InvalidFileError` where it cannot be read as UTF-8."""
    try:
        raw = _read_bytes(path)
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else "it cannot be opened"
        hint = "give yourself the right to read it" if isinstance(error, PermissionError) else ""
        raise _unreadable(shown, "DK001", f"the file cannot be read: {reason}", hint) from error
    if raw is None:
        message = "the file cannot be read: it is no ordinary file"
        hint = "put a text file in its place, or give it another name"
        raise _unreadable(shown, "DK001", message, hint)
    if len(raw) > LIMIT_BYTES:
        raise _unreadable(shown, "DK004", "the file is larger than 1 MiB", "split it up")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = place_after(raw[: error.start].decode("utf-8-sig"), shown)
        message = f"the byte 0x{raw[error.start]:02x} is not UTF-8 text"
        fault = Diagnostic(place, "DK002", message, "save the file as UTF-8")
        raise InvalidFileError([fault]) from error


def place_after(before: str, shown: str) -> Location:
    """Return the place of what follows a text, with lines as YAML counts them."""
    *lines, last = LINE_END.split(before)
    return Location(shown, len(lines) + 1, len(last) + 1)


def _read_bytes(path: Path) -> bytes | None:
    """Return at most one byte more than the limit; nothing for a folder, pipe or device."""
    if path.exists() and not path.is_file():
        return None
    with path.open("rb") as file:
        return file.read(LIMIT_BYTES + 1)


def _unreadable(shown: str, code: str, message: str, hint: str = "") -> InvalidFileError:
    """Return the one fault of a file that cannot be looked into."""
    return InvalidFileError([Diagnostic(Location(shown), code, message, hint)])
