"""Where a page of a PDF may end: after no heading and inside no row; a table's head comes again."""

from collections.abc import Callable
from pathlib import Path

import pytest

from debatekit.handout import Layout, Size
from debatekit.handout.say import own, paragraph, plain
from debatekit.handout.sheet import Block, Card, Head, Part, Section, Sheet, Table
from debatekit.handout.write import write
from tests.handout.papers import pdf_text

SIZES: tuple[Size, ...] = ("standard", "large-print")
MANY = 40
Headed = Callable[[int], tuple[Block, ...]]


def pages(blocks: tuple[Block, ...], size: Size, folder: Path) -> list[str]:
    """The text of each page of a PDF with these blocks, without spaces."""
    part = Part(title=own("Title"), kicker="", running="", blocks=blocks)
    made = Sheet(kind="x", reader="student", language="en", title="T", running="", parts=(part,))
    text = pdf_text(write(made, "pdf", Layout(size=size)).content, folder)
    return ["".join(page.split()) for page in text.split("\f")[:-1]]


def page_of(word: str, found: list[str]) -> int:
    [place] = [place for place, page in enumerate(found) if word in page]
    return place


def after_text(number: int, *blocks: Block) -> tuple[Block, ...]:
    """The blocks under lines of text, so that each time they begin elsewhere on a page."""
    return (*(plain(f"Text {number} {n}.") for n in range(number * 7 % 11)), *blocks)


def contention(number: int) -> tuple[Block, ...]:
    said = Card(
        side="author", id=f"c{number}", over="", title="Card", blocks=(plain(f"c{number}."),)
    )
    return Head(id=f"h{number}", over="Over", title=own(f"h{number}.")), said


def section(number: int) -> tuple[Block, ...]:
    said = paragraph(f"c{number}. ", "And so on. " * 5)
    return (Section(id=f"h{number}", title=f"h{number}.", blocks=(said,)),)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("headed", [contention, section])
def test_no_page_ends_after_a_heading(headed: Headed, size: Size, tmp_path: Path) -> None:
    blocks = [one for n in range(MANY) for one in after_text(n, *headed(n))]

    found = pages(tuple(blocks), size, tmp_path)

    assert len(found) > 4
    parted = [n for n in range(MANY) if page_of(f"h{n}.", found) != page_of(f"c{n}.", found)]
    assert parted == []


@pytest.mark.parametrize("size", SIZES)
def test_no_page_ends_inside_a_row_and_each_begins_with_the_head(
    size: Size, tmp_path: Path
) -> None:
    said = [f"b{n}. {'word ' * (5 + n * 7 % 60)} e{n}." for n in range(MANY)]
    rows = tuple(((own(f"{n}"),), (own(text),)) for n, text in enumerate(said))
    table = Table(head=("Number", "Theword"), rows=rows, shares=(30, 70))

    found = pages((table,), size, tmp_path)

    assert len(found) > 2
    assert [n for n in range(MANY) if page_of(f"b{n}.", found) != page_of(f"e{n}.", found)] == []
    assert [page.count("Theword") for page in found] == [1] * len(found)
