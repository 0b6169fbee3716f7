"""A PDF file: its lines put together into paragraphs, by pypdf."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from io import BytesIO
from itertools import chain, pairwise
from statistics import median
from typing import Any

from debatekit.intake.article import DAMAGE, Article, IntakeError

MOST_PAGES = 100
_FEWEST_SIGNS_A_PAGE = 40
"""A page with fewer letters than this is most likely a picture of text."""
_PAGE_NUMBER = re.compile(r"(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?", re.IGNORECASE)
_ENDS = (".", "!", "?", ":", '"', "\u201d", "\u2019", ")")
_WIDE = 1.25
"""Lines this much further apart than most belong to two paragraphs."""
_SHORT = 0.85
"""A line shorter than this share of the longest usual line may end a paragraph."""


def from_pdf(content: bytes) -> Article:
    """Return what a PDF file holds; raises `IntakeError` for scans, passwords and damage."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, DeprecationError, PyPdfError

    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise _locked()
        if len(reader.pages) > MOST_PAGES:
            hint = "save the article's pages alone"
            raise IntakeError(f"it has more than {MOST_PAGES} pages", hint)
        pages = [_lines(page) for page in reader.pages]
        named = reader.metadata
        title = (named.title or "") if named else ""
        author = (named.author or "") if named else ""
    except DependencyError as error:
        # AES needs a library of ciphers, which is not among ours.
        raise _locked() from error
    except (PyPdfError, DeprecationError, *DAMAGE) as error:
        hint = "save it again, or copy its text into a .txt file"
        raise IntakeError("it is no PDF file, or is damaged", hint) from error
    _refuse_scans(pages)
    return Article(
        paragraphs=tuple(joined(_without_margins(pages))),
        title=" ".join(str(title).split()),
        author=" ".join(str(author).split()),
    )


def _locked() -> IntakeError:
    hint = "save a copy without the password, or print it to PDF"
    return IntakeError("it is locked with a password", hint)


def _lines(page: Any) -> list[str]:
    """Return a page's lines, with an empty one wherever two stand further apart than most."""
    lines: list[tuple[float, str]] = []

    def add(text: str, matrix: Any, text_matrix: Any, _: Any, size: float) -> None:
        height = text_matrix[5] * matrix[3] + matrix[5]
        if lines and (not text.strip() or abs(lines[-1][0] - height) < size / 2):
            lines[-1] = (lines[-1][0], lines[-1][1] + text)
        elif text.strip():
            lines.append((height, text))

    page.extract_text(visitor_text=add)
    steps = [above[0] - below[0] for above, below in pairwise(lines)]
    usual = median([step for step in steps if step > 0] or [0])
    apart = [step > usual * _WIDE for step in (*steps, 0)]
    parts = (
        (" ".join(text.split()), *("",) * wide)
        for (_, text), wide in zip(lines, apart, strict=False)
    )
    return list(chain.from_iterable(parts))


def _refuse_scans(pages: Sequence[Sequence[str]]) -> None:
    """Raise `IntakeError` if the pages hold hardly any letters."""
    letters = sum(sign.isalnum() for page in pages for line in page for sign in line)
    if letters < _FEWEST_SIGNS_A_PAGE * max(1, len(pages)):
        hint = "run text recognition (OCR) on it, or copy the text into a .txt file"
        raise IntakeError("it holds pictures of pages, not text", hint)


def _without_margins(pages: Sequence[Sequence[str]]) -> list[str]:
    """Return all lines without page numbers and the lines that head or foot most pages."""
    said = [[line for line in page if line] for page in pages]
    edges = Counter(line for page in said for line in {*page[:2], *page[-2:]})
    repeated = {line for line, times in edges.items() if times > 1 and times * 2 > len(pages)}
    return [
        line
        for page in pages
        for line in page
        if line not in repeated and not _PAGE_NUMBER.fullmatch(line)
    ]


def joined(lines: Iterable[str]) -> list[str]:
    """Return the paragraphs that lines make up.

    A blank line ends a paragraph, and so does a short line that ends a sentence. A word that
    was parted at the end of a line is put together again.

    >>> joined(["The path along the river is wi-", "de and green.", "It stays open all the year."])
    ['The path along the river is wide and green.', 'It stays open all the year.']
    """
    kept = list(lines)
    widths = sorted(len(line) for line in kept if line)
    usual = widths[len(widths) * 3 // 4] if widths else 0
    paragraphs, current = [], ""
    for line in kept:
        current = _continued(current, line)
        ends = len(line) < _SHORT * usual and line.endswith(_ENDS)
        if current and (not line or ends):
            paragraphs.append(current)
            current = ""
    return [*paragraphs, current] if current else paragraphs


def _continued(text: str, line: str) -> str:
    """Return a paragraph with its next line."""
    if text.endswith("-") and not text.endswith(" -") and line[:1].islower():
        return text[:-1] + line
    return f"{text} {line}".strip()
