"""How wide letters are, so that texts can be broken into lines without a font at hand."""

import unicodedata
from functools import lru_cache

_WIDTHS = {
    letter: width
    for letters, width in (
        ("'", 191),
        ("ijl", 222),
        ("|", 260),
        (" !,./:;I[\\]ft", 278),
        ("()-`r{}", 333),
        ('"', 355),
        ("*", 389),
        ("^", 469),
        ("Jcksvxyz", 500),
        ("#$0123456789?L_abdeghnopqu", 556),
        ("+<=>~", 584),
        ("FTZ", 611),
        ("&ABEKPSVXY", 667),
        ("CDHNRUw", 722),
        ("GOQ", 778),
        ("Mm", 833),
        ("%", 889),
        ("W", 944),
        ("@", 1015),
    )
    for letter in letters
}
"""Advance widths of Helvetica in thousandths of the size; Arial and Liberation Sans share them."""

_BOLD = 1.08


def width_of(text: str, size: float, bold: bool = False) -> float:
    """Return about how wide a text is, in the unit of `size`."""
    total = sum(_WIDTHS.get(letter) or _width_of_other(letter) for letter in text)
    return total * size / 1000 * (_BOLD if bold else 1)


def _width_of_other(letter: str) -> int:
    """Return the width of a letter outside ASCII: that of its base, of an em, or none."""
    if unicodedata.combining(letter):
        return 0
    if unicodedata.east_asian_width(letter) in "WF":
        return 1000
    base = unicodedata.normalize("NFD", letter)[0]
    return _WIDTHS.get(base, 600)


@lru_cache(maxsize=4096)
def broken(text: str, size: float, width: float, bold: bool = False) -> tuple[str, ...]:
    """Return a text in lines no wider than `width`, broken between words; long words are cut."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if width_of(longer, size, bold) <= width:
            line = longer
            continue
        lines += [line] if line else []
        line = word
        while width_of(line, size, bold) > width and len(line) > 1:
            fit = _fitting(line, size, width, bold)
            lines.append(line[:fit])
            line = line[fit:]
    return (*lines, line) if line or not lines else tuple(lines)


def _fitting(word: str, size: float, width: float, bold: bool) -> int:
    """Return how many letters of a word fit, at least one."""
    fit = 1
    while fit < len(word) and width_of(word[: fit + 1], size, bold) <= width:
        fit += 1
    return fit
