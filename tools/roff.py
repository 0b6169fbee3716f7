"""Text as roff: nothing that a help text holds is read as a request or an escape."""

import textwrap
from collections.abc import Iterator

_ESCAPES = {
    "\\": r"\e",
    "-": r"\-",
    "'": r"\(aq",
    '"': r"\(dq",
    "`": r"\(ga",
    "^": r"\(ha",
    "~": r"\(ti",
}
_WIDTH = 78


def escaped(text: str) -> str:
    r"""Return text as roff holds it: plain ASCII, each letter what it was.

    A hyphen is written as the one on the keyboard, so that options can be copied.

    >>> print(escaped(r"--seed, C:\new"))
    \-\-seed, C:\enew
    >>> print(escaped("[PATH]…"))
    [PATH]\[u2026]
    """
    return "".join(
        _ESCAPES.get(letter, letter if letter.isascii() else f"\\[u{ord(letter):04X}]")
        for letter in text
    )


def line(text: str) -> str:
    r"""Return escaped text as one line that begins with no request.

    >>> print(line(".TH is a request, and so would \\(aqtr be"))
    \&.TH is a request, and so would \(aqtr be
    """
    return f"\\&{text}" if text.startswith((".", "'")) else text


def paragraph(text: str) -> Iterator[str]:
    """Yield a paragraph as short lines; where they break says nothing."""
    for row in textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False):
        yield line(escaped(row))


def paragraphs(text: str) -> Iterator[str]:
    """Yield a help text: paragraphs, and after click's mark for it (a BS) lines as they are."""
    for number, part in enumerate(text.split("\n\n")):
        if number:
            yield ".PP"
        if part.startswith("\b"):
            yield from (".nf", *(line(escaped(row)) for row in part.splitlines()[1:]), ".fi")
        else:
            yield from paragraph(" ".join(part.split()))


def bold(text: str) -> str:
    """Return text in bold."""
    return f"\\fB{escaped(text)}\\fR"


def italic(text: str) -> str:
    """Return text in italics."""
    return f"\\fI{escaped(text)}\\fR"
