"""The few lines at an article's head that name it: title, author, date and publisher."""

import re
from collections.abc import Iterator

from msgspec import Struct

from debatekit.intake.article import Article
from debatekit.intake.dates import day_in

_BYLINE = re.compile(r"by[ \t]+(\S.+)", re.IGNORECASE)
_PERSON = re.compile(r"[^\W\d_][\w.'\u2019-]*(?: [^\W\d_][\w.'\u2019-]*){1,3}")
"""Two to four words; that they are somebody's name, the day below them shows."""
_BETWEEN = re.compile(r"(?:[,|\u00b7]|\s[-\u2013\u2014])\s+")
_NO_END_OF_A_TITLE = (".", ":", ";", ",")
_NO_END_OF_A_BYLINE = (*_NO_END_OF_A_TITLE, "!", "?")
_MOST_WORDS_OF_A_TITLE = 20
_MOST_WORDS_OF_A_NAME = 8
_LONGEST = 120
"""Signs of a line above the text; what is longer is text."""
_LINES_ABOVE = 4
"""Author, date and publisher stand in so many lines at most."""


class Line(Struct, frozen=True):
    """What a line above the text says; empty where it is silent."""

    author: str = ""
    publisher: str = ""
    date: str = ""


def headed(article: Article) -> Article:
    """Return an article without the lines that name it, and with what they say.

    An author whom a line names comes before the one of the file, who may be whoever saved it.
    One paragraph is left in any case.
    """
    rest = list(article.paragraphs)
    title = article.title
    if len(rest) > 1 and _is_title(rest[0]) and _names(rest[0], title):
        title = rest.pop(0)
    said = list(_lines_above(rest))
    return Article(
        paragraphs=tuple(rest[len(said) :]),
        title=title,
        author=next((line.author for line in said if line.author), article.author),
        date=article.date or next((line.date for line in said if line.date), ""),
        publisher=article.publisher
        or next((line.publisher for line in said if line.publisher), ""),
        language=article.language,
    )


def _lines_above(paragraphs: list[str]) -> Iterator[Line]:
    """Yield what the lines before the text say, until one that is text; the last is text."""
    above = [line_above(text) for text in paragraphs[: min(_LINES_ABOVE, len(paragraphs) - 1)]]
    for line, below, text in zip(above, [*above[1:], None], paragraphs, strict=False):
        if line is None and below and below.date and _PERSON.fullmatch(text):
            line = Line(author=text)
        if line is None:
            return
        yield line


def line_above(text: str) -> Line | None:
    """Return what a line says if it is a byline or ends in a day, and nothing if it is text.

    >>> line_above("By Ada Moss, The Gazette, 5 March 2024")
    Line(author='Ada Moss', publisher='The Gazette', date='2024-03-05')
    >>> line_above("The Gazette, March 5, 2024")
    Line(author='', publisher='The Gazette', date='2024-03-05')
    >>> line_above("By night, the path is empty.")
    """
    if len(text) > _LONGEST:
        return None
    byline = _BYLINE.fullmatch(text)
    between = _BETWEEN.split(byline[1] if byline else text)
    parts, day = _dated([part.strip() for part in between])
    if byline and not text.endswith(_NO_END_OF_A_BYLINE):
        publisher = parts[1] if day and len(parts) == 2 else ""
        return Line(parts[0].strip() if parts else "", publisher, day)
    if day and len(parts) < 2 and all(_is_name(part) for part in parts):
        return Line("", parts[0] if parts else "", day)
    return None


def _dated(parts: list[str]) -> tuple[list[str], str]:
    """Return the parts of a line before the day that ends it, and the day, if one does.

    A day may itself hold a comma, as in 'May 3, 2024'.
    """
    for size in (1, 2):
        if day := day_in(", ".join(parts[-size:])):
            return parts[:-size], day
    return parts, ""


def _is_name(text: str) -> bool:
    return 0 < len(text.split()) <= _MOST_WORDS_OF_A_NAME and not text.endswith(_NO_END_OF_A_BYLINE)


def _names(line: str, title: str) -> bool:
    """Return whether a line may be the title that a file gives, perhaps with its paper's name."""
    return not title or title.casefold().startswith(line.casefold())


def _is_title(line: str) -> bool:
    return len(line.split()) <= _MOST_WORDS_OF_A_TITLE and not line.endswith(_NO_END_OF_A_TITLE)
