"""A ZIP file in pieces, with the same bytes whenever it is made."""

from collections.abc import Iterable, Iterator
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_MADE = (1980, 1, 1, 0, 0, 0)
"""The date of every file in it: the first that ZIP knows."""
_RIGHTS = 0o644 << 16


class Archive:
    """Takes files one after the other; what is ready to be written comes back in pieces."""

    def __init__(self) -> None:
        self._ready = _Ready()
        self._zip = ZipFile(self._ready, "w", ZIP_DEFLATED)

    def add(self, name: str, content: Iterable[bytes]) -> Iterator[bytes]:
        """Add a file, piece by piece."""
        entry = ZipInfo(name, _MADE)
        entry.compress_type = ZIP_DEFLATED
        entry.external_attr = _RIGHTS
        entry.create_system = 3
        with self._zip.open(entry, "w", force_zip64=False) as file:
            for piece in content:
                file.write(piece)
                yield self._ready.taken()
        yield self._ready.taken()

    def end(self) -> Iterator[bytes]:
        """Add the list of files, with which a ZIP file ends."""
        self._zip.close()
        yield self._ready.taken()


class _Ready:
    """What the ZIP file has written and nobody has taken yet; it cannot go back."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def write(self, piece: bytes) -> int:
        self._pieces.append(bytes(piece))
        return len(piece)

    def flush(self) -> None:
        """Do nothing: there is nothing behind."""

    def close(self) -> None:
        """Do nothing: what was written is taken."""

    def taken(self) -> bytes:
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)
