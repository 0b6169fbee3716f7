"""A saved web page: the article without menus and notices, by trafilatura."""

from typing import Any

from debatekit.intake.article import Article, IntakeError
from debatekit.intake.dates import day_in

MOST_TAGS = 100_000
_PARAGRAPHS = frozenset({"p", "item", "quote", "code"})


def from_html(content: bytes) -> Article:
    """Return what a saved web page holds; raises `IntakeError` where no text is found in it."""
    if content.count(b"<") > MOST_TAGS:
        raise IntakeError("it is far longer than an article's page", "save the article alone")
    from trafilatura import bare_extraction

    found: Any = bare_extraction(
        content,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        # Otherwise a day is guessed from any number in the page.
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if found is None or found.body is None:
        hint = "open the article itself, save it as a web page, or copy its text into a .txt file"
        raise IntakeError("no article can be found in it", hint)
    return Article(
        paragraphs=tuple(_paragraphs(found.body)),
        title=found.title or "",
        author=found.author or "",
        date=day_in(found.date or ""),
        publisher=found.sitename or "",
        language=found.language or "",
    )


def _paragraphs(body: Any) -> list[str]:
    """Return the texts of the page's paragraphs, entries of lists and quotations, in order."""
    texts = []
    for part in body.iter():
        if part.tag not in _PARAGRAPHS or any(inner.tag in _PARAGRAPHS for inner in part[:]):
            continue
        text = " ".join(" ".join(part.itertext()).split()) if len(part) else (part.text or "")
        if text.strip():
            texts.append(" ".join(text.split()))
    return texts
