"""Rules on the article's own text, for those who have a copy of it beside the record."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from debatekit.check.findings import error, warning
from debatekit.diagnostics import Diagnostic
from debatekit.model.document import Document, Workspace
from debatekit.model.passage import fingerprint, levelled
from debatekit.model.source import Source, Wording

_NEAR = 0.6
"""A row of words that is less alike than this is no other form of a quotation."""
_MOST_COMPARED = 3000
"""So many rows of words are compared with a quotation; an article has about a thousand."""


def paragraphs_that_differ(
    document: Document[Source], workspace: Workspace
) -> Iterator[Diagnostic]:
    """Yield DK320: a paragraph of the copy is not the one of that number in the record."""
    copy = workspace.copies.get(document.id)
    if copy is None:
        return
    records, marks = document.content.paragraphs, [fingerprint(one) for one in copy]
    if len(copy) != len(records):
        message = f"the copy has {len(copy)} paragraphs, the record {len(records)}"
        hint = _shift([one.fingerprint for one in records], marks)
        yield warning(document.at("paragraphs"), "DK320", message, hint)
        return
    for i, record in enumerate(records):
        if record.fingerprint and record.fingerprint != marks[i]:
            where = document.at("paragraphs", i, "fingerprint")
            message = f"paragraph {i + 1} of the copy is not the one that the record describes"
            yield warning(where, "DK320", message, _where_else(record.fingerprint, marks, i))


def _shift(records: Sequence[str], marks: Sequence[str]) -> str:
    """Return which paragraphs of the copy the record does not have."""
    known = set(records)
    extra = [str(number) for number, mark in enumerate(marks, 1) if mark not in known]
    if len(extra) == len(marks):
        return "take the copy from where the record was made, or make the record anew"
    if extra:
        return f"the record has not the copy's paragraph {', '.join(extra[:6])}: a title, a notice?"
    return "a paragraph of the record is missing in the copy"


def _where_else(mark: str, marks: Sequence[str], here: int) -> str:
    """Return where the copy has a paragraph, or what its fingerprint would be here."""
    if mark in marks:
        return f"it is paragraph {marks.index(mark) + 1} of the copy"
    return f"if the copy is right, write fingerprint: '{marks[here]}'"


def quotations_that_differ(
    document: Document[Source], workspace: Workspace
) -> Iterator[Diagnostic]:
    """Yield DK321: charged words that the article does not have where the record says.

    Quotes, dashes, case and white space may differ. A copy with other paragraphs than the
    record is told of as a whole.
    """
    copy = workspace.copies.get(document.id, ())
    if len(copy) != len(document.content.paragraphs):
        return
    texts = {0: levelled(document.content.title)}
    texts.update((number, levelled(text)) for number, text in enumerate(copy, 1))
    for i, wording in enumerate(document.content.wording):
        places = [number for number in wording.paragraphs or (0,) if number in texts]
        quote = levelled(wording.quote)
        missing = [number for number in places if quote not in texts[number]]
        if missing:
            yield error(
                document.at("wording", i, "quote"),
                "DK321",
                f"{_named(missing[0])} has no {wording.quote!r}",
                _nearest(wording, copy, [number for number in missing if number]),
            )


def _named(number: int) -> str:
    return f"paragraph {number}" if number else "the title"


def _nearest(wording: Wording, copy: Sequence[str], places: Sequence[int]) -> str:
    """Return where the words stand, or the row of words that comes nearest to them."""
    quote = levelled(wording.quote)
    elsewhere = [str(number) for number, text in enumerate(copy, 1) if quote in levelled(text)]
    if elsewhere:
        return f"it stands in paragraph {', '.join(elsewhere[:6])}"
    size, best, found = len(quote.split()), _NEAR, ""
    for row in _rows([copy[number - 1] for number in places], size):
        alike = SequenceMatcher(None, quote, levelled(row))
        if alike.quick_ratio() > best and (ratio := alike.ratio()) > best:
            best, found = ratio, row
    if found:
        return f"the nearest there is {found!r}"
    return "quote the article as it is, and give the paragraph of the words"


def _rows(paragraphs: Sequence[str], size: int) -> Iterator[str]:
    """Yield the rows of so many words, one more and one less, as far as is sensible."""
    left = _MOST_COMPARED
    for text in paragraphs:
        words = text.split()
        for length in (size, size + 1, size - 1):
            for start in range(len(words) - length + 1 if length else 0):
                if not (left := left - 1):
                    return
                yield " ".join(words[start : start + length]).strip(".,;:!?")


def gists_left_open(document: Document[Source], workspace: Workspace) -> Iterator[Diagnostic]:
    """Yield DK318: a paragraph of which the record does not yet say what it says."""
    copy = workspace.copies.get(document.id, ())
    fits = len(copy) == len(document.content.paragraphs)
    for i, record in enumerate(document.content.paragraphs):
        if not record.gist.strip():
            first = f"; it begins {' '.join(copy[i].split()[:5])!r}" if fits else ""
            yield warning(
                document.at("paragraphs", i, "gist"),
                "DK318",
                f"paragraph {i + 1} has no gist yet{first}",
                "say in a sentence or two of your own what it says",
            )


def claims_left_open(document: Document[Source], workspace: Workspace) -> Iterator[Diagnostic]:
    """Yield DK319: a record that does not yet say what the article claims."""
    if not document.content.claims:
        yield warning(
            document.at("claims"),
            "DK319",
            "the record has no claims yet",
            "list under 'claims' what the article says, one sentence each, by an id",
        )


PASSAGE_RULES = (
    paragraphs_that_differ,
    quotations_that_differ,
    gists_left_open,
    claims_left_open,
)
