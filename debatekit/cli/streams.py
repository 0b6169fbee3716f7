"""Standard streams that are closed, full, of few letters, or no longer read by anybody."""

import codecs
import errno
import os
import sys
import unicodedata
from contextlib import suppress

import click


def open_closed_streams() -> None:
    """Put an empty stream where one was closed before the start; Python has None there."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8"))


_LIKE = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u2032", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb\u2033", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212\u2500\u2501", "-"),
        **dict.fromkeys("\u2192\u25b6", "->"),
        **dict.fromkeys("\u2022\u00b7", "*"),
        **dict.fromkeys("\u2502\u2503", "|"),
        **dict.fromkeys("\u250c\u2510\u2514\u2518\u251c\u2524\u252c\u2534\u253c", "+"),
        "\u2026": "...",
        "\u00d7": "x",
        "\u2713": "+",
        "\u2264": "<=",
        "\u2265": ">=",
        "\u00df": "ss",
        "\u00e6": "ae",
        "\u0153": "oe",
        "\u00f8": "o",
        "\u0142": "l",
    }
)
"""What stands for a character that a code page does not have."""


def soften() -> None:
    """Let a stream write any character, by one that is like it where its code page has it not.

    Only streams in UTF-8, as everywhere but on Windows, have all of them.
    """
    codecs.register_error("debatekit-like", _like)
    for stream in (sys.stdout, sys.stderr):
        if codecs.lookup(stream.encoding or "utf-8").name != "utf-8":
            stream.reconfigure(errors="debatekit-like")  # type: ignore[union-attr]


def _like(error: UnicodeError) -> tuple[str, int]:
    """Return what is written for characters that an encoding does not have, and where to go on."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lost = error.object[error.start : error.end].translate(_LIKE)
    bare = unicodedata.normalize("NFKD", lost)
    return "".join(_letter(one) for one in bare if not unicodedata.combining(one)), error.end


def _letter(one: str) -> str:
    return one if one.isascii() else "?"


def output_lost(error: OSError) -> int:
    """Return the exit code where standard output takes no more; raise any other error again.

    A reader who has seen enough (`| head`) is no fault; a full disk is one message.
    """
    if error.errno not in (errno.EPIPE, errno.ENOSPC):
        raise error
    _drop_the_rest()
    if error.errno == errno.EPIPE:
        return 0
    click.ClickException("the output found no room: no space left").show()
    return 1


def _drop_the_rest() -> None:
    """Send what is still waiting nowhere: Python would try it again when it ends, and complain."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
