"""Text in lines that fit the screen: broken between words, measured in cells."""

import unicodedata
from collections.abc import Iterator

from debatekit.model.text import printable


def wrapped(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """Return the text, made safe to show, in lines of at most `width` cells.

    The first line starts with `first`, the others with `rest`, or as much space.
    A word that is too long for a line is cut.
    """
    rest = " " * cells(first) if rest is None else rest
    lines, line = [], first
    bare = True
    for word in _pieces(printable(text).split(), max(1, width - max(cells(first), cells(rest)))):
        gap = "" if bare else " "
        if not bare and cells(line) + 1 + cells(word) > width:
            lines.append(line.rstrip())
            line, gap = rest, ""
        line += gap + word
        bare = False
    return [*lines, line.rstrip()]


def cells(text: str) -> int:
    """Return how many columns a text takes; wide letters take two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(sign) else 2 if _wide(sign) else 1
        for sign in text
        if unicodedata.category(sign) != "Cf"
    )


def _wide(sign: str) -> bool:
    return unicodedata.east_asian_width(sign) in "WF"


def _pieces(words: list[str], most: int) -> Iterator[str]:
    """Yield the words, those that are too long in pieces."""
    for word in words:
        piece = ""
        for sign in word if cells(word) > most else ():
            if cells(piece + sign) > most:
                yield piece
                piece = ""
            piece += sign
        yield piece or word
