"""The article's own words at the end of a teacher's sheet, on pages that can be left out."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from debatekit.handout.say import paragraph, plain
from debatekit.handout.sheet import Block, Part, Section, Sheet, Span
from debatekit.model.passage import Passages

TITLE = "The article’s own words"
_OWNER = (
    "Quoted from your copy, for you alone: the words are their owner’s. Leave these pages out"
    " when you hand the rest on."
)


def with_passages(
    sheet: Sheet, passages: Passages, numbers: Iterable[int], note: str = ""
) -> Sheet:
    """Return a teacher's sheet with the passages that it cites; any other as it is.

    `note` says which of them cannot be quoted. Without a copy nothing is added.
    """
    cited = passages.cited(numbers)
    if sheet.reader != "teacher" or not (cited or note):
        return sheet
    part = Part(
        title=Span(TITLE),
        kicker="Passages for the teacher",
        running="Passages",
        opening=(paragraph(_OWNER, tone="quiet"),) if cited else (),
        blocks=tuple(_blocks(cited, note)),
    )
    return replace(sheet, parts=(*sheet.parts, part))


def _blocks(cited: Iterable[tuple[int, str]], note: str) -> Iterator[Block]:
    if note:
        yield paragraph(note)
    for number, text in cited:
        yield Section(id=f"passage-{number}", title=f"Paragraph {number}", blocks=(plain(text),))
