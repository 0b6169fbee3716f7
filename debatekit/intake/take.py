"""One file to an article, by the ending of its name."""

import logging
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from debatekit.intake.article import MOST_SIGNS, Article, IntakeError, read_bytes
from debatekit.intake.heading import headed
from debatekit.intake.pdf_file import from_pdf
from debatekit.intake.plain_text import from_markdown, from_text
from debatekit.intake.web_page import from_html
from debatekit.intake.word_file import from_docx

Taker = Callable[[bytes], Article]
"""Take an article out of a file's bytes; raises `IntakeError` where there is none."""

TAKERS: Mapping[str, Taker] = {
    ".txt": from_text,
    ".md": from_markdown,
    ".html": from_html,
    ".htm": from_html,
    ".docx": from_docx,
    ".pdf": from_pdf,
}
"""By the ending of a file's name."""

OPENED_BY_LIBRARIES = frozenset({".html", ".htm", ".docx", ".pdf"})
"""Files whose makers can keep the library that opens them busy for hours."""

MOST_PARAGRAPHS = 400
_OF_WORD_PROCESSORS = frozenset({".doc", ".odt", ".rtf", ".pages", ".wpd"})
"""Files whose programs can save a .docx."""


def take_article(path: Path) -> Article:
    """Return the article that a file holds; raises `IntakeError` with a reason and a hint."""
    taker = TAKERS.get(path.suffix.lower())
    if taker is None:
        kinds = f"debatekit reads {', '.join(TAKERS)}"
        of_a_writer = path.suffix.lower() in _OF_WORD_PROCESSORS
        hint = f"save it as .docx; {kinds}" if of_a_writer else kinds
        raise IntakeError(f"files that end in {path.suffix!r} are not read", hint)
    with _in_silence():
        article = headed(taker(read_bytes(path)))
    if not article.paragraphs:
        raise IntakeError("there is no text in it", "copy the article's text into a .txt file")
    signs = sum(len(paragraph) for paragraph in article.paragraphs)
    if len(article.paragraphs) > MOST_PARAGRAPHS or signs > MOST_SIGNS:
        raise IntakeError("it is longer than an article", "save the one article alone")
    return article


@contextmanager
def _in_silence() -> Iterator[None]:
    """Keep what the libraries say about odd files from the screen; what counts is raised."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(before)
