"""A ZIP file in pieces, with the same bytes whenever it is made.

Its list of files, with which a ZIP file ends, waits in a temporary file where it grows long,
so that memory does not grow with the number of files.
"""

from collections.abc import Iterable, Iterator
from tempfile import SpooledTemporaryFile
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from msgspec import json

_MADE = (1980, 1, 1, 0, 0, 0)
"""The date of every file in it: the first that ZIP knows."""
_RIGHTS = 0o644 << 16
_UNIX = 3
_IN_MEMORY = 1 << 16
_LISTED = ("flag_bits", "CRC", "compress_size", "file_size", "header_offset")
"""What the list says of a file beyond what all have in common."""


class Lines:
    """Pieces that wait until all are there, in a temporary file where they grow long."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 (it lives as long as we)

    def add(self, line: bytes) -> None:
        """Add a line, which ends with its only line feed."""
        self._file.write(line)

    def take(self, lines: Iterable[bytes]) -> None:
        """Add lines one by one."""
        for line in lines:
            self.add(line)

    def __iter__(self) -> Iterator[bytes]:
        self._file.seek(0)
        yield from self._file


class Archive:
    """Takes files one after the other; what is ready to be written comes back in pieces."""

    def __init__(self) -> None:
        self._ready = _Ready()
        self._zip = ZipFile(self._ready, "w", ZIP_DEFLATED)
        self._zip.filelist = _Entries()  # type: ignore[assignment]

    def add(self, name: str, content: Iterable[bytes]) -> Iterator[bytes]:
        """Add a file, piece by piece."""
        with self._zip.open(_entry(name), "w") as file:
            for piece in content:
                file.write(piece)
                yield self._ready.taken()
        self._zip.NameToInfo.clear()
        yield self._ready.taken()

    def end(self) -> Iterator[bytes]:
        """Add the list of files, with which a ZIP file ends."""
        yield self._ready.taken()
        with SpooledTemporaryFile(_IN_MEMORY) as listed:
            self._ready.aside = listed
            self._zip.close()
            listed.seek(0)
            yield from iter(lambda: listed.read(_IN_MEMORY), b"")


def _entry(name: str) -> ZipInfo:
    """Return what a file's entry says before anything of the file is written."""
    entry = ZipInfo(name, _MADE)
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = _RIGHTS
    entry.create_system = _UNIX
    return entry


class _Entries:
    """Stands in for the list of entries that a ZipFile keeps."""

    def __init__(self) -> None:
        self._lines, self._count = Lines(), 0

    def append(self, entry: ZipInfo) -> None:
        self._count += 1
        said: dict[str, Any] = {field: getattr(entry, field) for field in _LISTED}
        self._lines.add(json.encode({"filename": entry.filename, **said}) + b"\n")

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[ZipInfo]:
        for line in self._lines:
            said = json.decode(line)
            entry = _entry(said["filename"])
            for field in _LISTED:
                setattr(entry, field, said[field])
            yield entry


class _Ready:
    """What the ZIP file has written and nobody has taken yet; it cannot go back."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self.aside: IO[bytes] | None = None
        """Where to put what is too long to be held."""

    def write(self, piece: bytes) -> int:
        if self.aside is not None:
            return self.aside.write(piece)
        self._pieces.append(bytes(piece))
        return len(piece)

    def flush(self) -> None:
        """Do nothing: there is nothing behind."""

    def close(self) -> None:
        """Do nothing: what was written is taken."""

    def taken(self) -> bytes:
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)
