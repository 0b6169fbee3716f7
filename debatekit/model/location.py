"""Location: a place in a file."""

from msgspec import Struct

Step = str | int
"""A key of a mapping, or the place of an entry in a list, from 0."""


class Location(Struct, frozen=True, order=True):
    """A place in a file; lines and columns count from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"
