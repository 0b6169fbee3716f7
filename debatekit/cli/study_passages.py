"""Passages as study pages: after each contention what the article says there, word for word."""

from collections.abc import Iterator, Sequence

from debatekit.cli.session.passages import misfit_text
from debatekit.cli.study_pages import Line, Page
from debatekit.logic.cited import cited_by
from debatekit.model.material import Material
from debatekit.model.passage import Passages

_OWNER = "Quoted from your copy of the article; the words are their owner’s, so pass none on."


def with_passages(
    pages: Sequence[Page], material: Material, passages: Passages
) -> tuple[Page, ...]:
    """Return the pages, each contention's followed by the passages that it cites.

    A passage is shown once; later contentions say where. Paragraphs of which the copy has
    no text are named once, on the first page.
    """
    contentions = material.lesson.contentions
    cited = [cited_by(one, material) for one in contentions]
    everything = {number for numbers in cited for number in numbers}
    first, *rest = pages
    if said := misfit_text(passages, everything, material.lesson.source):
        first = Page(title=first.title, lines=(*first.lines, Line(text=said)), rows=first.rows)
    found, shown = [first], dict[int, int]()
    for place, page in enumerate(rest):
        found.append(page)
        if place < len(contentions) and passages.cited(cited[place]):
            lines = tuple(_lines(cited[place], passages, place + 1, shown))
            found.append(Page(title=f"{page.title}: the article’s own words", lines=lines))
    return tuple(found)


def _lines(
    numbers: Sequence[int], passages: Passages, here: int, shown: dict[int, int]
) -> Iterator[Line]:
    """Yield the passages, and where those stand that were shown before."""
    yield Line(text=_OWNER)
    for number, text in passages.cited(numbers):
        label = f"Paragraph {number}:"
        if number in shown:
            yield Line(label=label, text=f"stands with contention {shown[number]}.")
        else:
            yield Line(label=label, text=f"“{text}”")
            shown[number] = here
