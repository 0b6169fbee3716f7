"""Texts of a lesson, which may hold anything, made fit for files of other tools."""

import re
from html import escape

from debatekit.model.text import printable

_NO_XML = re.compile("[\ufffe\uffff]")
_NOTHING = "(no text)"


def cleaned(text: str) -> str:
    r"""Return a text without control characters and without space round it.

    Lines end with a line feed. Characters that XML forbids are left out, so that the same
    text arrives by every format.

    >>> cleaned(" a\r\nb\x00 ")
    'a\nb'
    """
    return _NO_XML.sub("", printable(text.replace("\r\n", "\n").replace("\r", "\n"))).strip()


def worded(text: str) -> str:
    """Return a clean text that is never empty: a tool may refuse an option without words."""
    return cleaned(text) or _NOTHING


def in_line(text: str) -> str:
    """Return a clean text on one line."""
    return " ".join(worded(text).split())


def in_category(text: str) -> str:
    """Return a title as one step of a path of Moodle's categories, where it writes / as //."""
    return in_line(text).replace("/", "//")


def in_html(text: str) -> str:
    r"""Return a text as HTML that shows it and holds no markup but line breaks.

    >>> in_html("a < b\nc")
    'a &lt; b<br>c'
    """
    return escape(worded(text), quote=False).replace("\n", "<br>")


def in_menu(text: str) -> str:
    """Return a text as HTML on one line: Moodle takes all markup out of an entry of a menu."""
    return escape(in_line(text), quote=False)


def in_xml(text: str) -> str:
    """Return a text as XML content or attribute; line breaks stay as references.

    >>> in_xml('"]]>"')
    '&quot;]]&gt;&quot;'
    """
    safe = escape(_NO_XML.sub("", text), quote=False).replace('"', "&quot;")
    return safe.replace("\n", "&#10;").replace("\t", "&#9;")


def shortened(text: str, length: int) -> str:
    """Return a text on one line, cut after a word where it is longer than `length`."""
    line = in_line(text)
    return line if len(line) <= length else f"{line[: length - 1].rsplit(' ', 1)[0]}…"
