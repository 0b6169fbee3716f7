"""Text as Typst reads it: always a string, never markup, so that it prints as it is."""

import re

from markupsafe import Markup

from debatekit.model.text import printable

FORBIDDEN = ("import", "include", "eval", "std")
"""Typst's only ways to reach code and files that are not in the sheet itself."""
_FORBIDDEN = re.compile(rf"\b({'|'.join(FORBIDDEN)})\b")
_LONG_WORD = re.compile(r"[^\s\u200b]{24,}")
_HALO = ' stroke="#FFFFFF" stroke-width="3" paint-order="stroke"'
"""Browsers draw it behind a word; Typst would draw it over the word."""
_RUN = 16
_SPACE_OF_NO_WIDTH = "\u200b"


def literal(text: str, breakable: bool = True) -> Markup:
    r"""Return the text as a string of Typst's code.

    Words by which code could reach out are written so that only a theme can contain them
    as they are; a word too long for a line may be broken anywhere.

    >>> literal('say "#read(1)"\n\\ import')
    Markup('"say \\"#read(1)\\"\\n\\\\ \\u{69}mport"')
    """
    shown = printable(text)
    if breakable:
        shown = _LONG_WORD.sub(_breakable, shown)
    for sign, written in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t")):
        shown = shown.replace(sign, written)
    shown = _FORBIDDEN.sub(lambda found: f"\\u{{{ord(found[0][0]):x}}}{found[0][1:]}", shown)
    return Markup('"{}"').format(Markup(shown))


def _breakable(word: re.Match[str]) -> str:
    """Return a long word with places where it may be broken, after signs if it has any."""
    parts = re.split(r"(?<=[/?&=_.#%+-])(?=[^/?&=_.#%+-])", word[0])
    return _SPACE_OF_NO_WIDTH.join(
        part[place : place + _RUN] for part in parts for place in range(0, len(part), _RUN)
    )


def svg_literal(svg: str) -> Markup:
    """Return a picture as a string of Typst's code, in letters that are always there.

    The other family is a variable font, which Typst draws hair-thin inside a picture.
    """
    ours = svg.replace('font-family="', "font-family=\"'Atkinson Hyperlegible', ", 1)
    return literal(ours.replace(_HALO, ""), breakable=False)


def as_content(value: object) -> object:
    """Return what a template prints as Typst's content: any text as a string."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return Markup("#{};").format(literal(value))
    return value
