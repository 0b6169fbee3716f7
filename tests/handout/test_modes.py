"""What every paper and size of letters promise: letters as large as said, and whose page it is."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from debatekit.handout import Layout, Paper, Reader, Size
from debatekit.handout.sheet import Choices, Part, Question, Sheet
from debatekit.handout.write import write
from debatekit.model.material import Material
from tests.cli.test_map_pictures import letter_sizes
from tests.handout.papers import pdf_text
from tests.handout.sheets import KINDS, sheet

SIZES: dict[Size, tuple[float, float]] = {
    "standard": (11.0, 11.0),
    "large-print": (18.0, 12.6),
    "dyslexia": (14.0, 11.0),
}
"""The smallest letters of what is read, and of page numbers, running heads and codes."""
MODES: tuple[tuple[Paper, Size], ...] = (
    ("a4", "standard"),
    ("letter", "standard"),
    ("letter", "large-print"),
    ("a4", "dyslexia"),
)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", ["brief", "quiz", "flow", "glossary"])
def test_the_letters_of_a_pdf_are_as_large_as_its_mode_promises(
    trams: Material, kind: str, size: Size
) -> None:
    made = sheet(trams, kind, "teacher")

    with pikepdf.open(BytesIO(write(made, "pdf", Layout(size=size)).content)) as file:
        sizes = [round(found, 1) for page in file.pages for found in letter_sizes(page, 1.0)]

    text, furniture = SIZES[size]
    assert len(sizes) > 20
    assert {found for found in sizes if found < text} <= {furniture}
    assert sum(found >= text for found in sizes) > len(sizes) / 2


@pytest.mark.parametrize(("paper", "size"), MODES)
@pytest.mark.parametrize("reader", ["student", "teacher"])
def test_every_page_of_a_quiz_says_which_version_it_is(
    trams: Material, tmp_path: Path, reader: Reader, paper: Paper, size: Size
) -> None:
    made = sheet(trams, "quiz", reader)

    pages = pages_of(made, Layout(paper=paper, size=size), tmp_path)

    letters = [re.findall(r"\bversion ([A-Z])\b", page) for page in pages]
    assert [len(set(found)) for found in letters] == [1] * len(pages)
    assert [found[0] for found in letters] == sorted(found[0] for found in letters)
    for number, page in enumerate(pages):
        begins = any(part.kicker in page for part in made.parts)
        over = f"{made.running} {running_of(made, page)}"
        assert page.startswith(over) is not begins, f"page {number + 1}"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_students_paper_has_room_for_a_name_and_a_teachers_none(
    trams: Material, tmp_path: Path, kind: str, size: Size
) -> None:
    def rooms(reader: Reader) -> list[bool]:
        made = sheet(trams, kind, reader)
        pages = pages_of(made, Layout(size=size), tmp_path)
        return ["Name Date" in page for part in made.parts for page in pages if part.kicker in page]

    named = rooms("student")
    assert named
    assert named == [kind != "map"] * len(named)
    assert not any(rooms("teacher"))


def running_of(made: Sheet, page: str) -> str:
    [running] = [part.running for part in made.parts if part.running in page]
    return running


@pytest.mark.parametrize(("paper", "size"), MODES)
def test_a_question_stands_on_one_page_with_its_number_strand_and_code(
    trams: Material, tmp_path: Path, paper: Paper, size: Size
) -> None:
    made = sheet(trams, "quiz", "student")

    pages = pages_of(made, Layout(paper=paper, size=size), tmp_path)

    for part in made.parts:
        of_part = [page for page in pages if part.running in page]
        for block in questions(part):
            [page] = [page for page in of_part if block.code in page]
            assert re.search(rf"\b{block.number}\b", page)
            assert block.strand in page
            options = ["".join(text.split()) for text in options_of(block)]
            assert [one for one in options if one not in "".join(page.split())] == []


def questions(part: Part) -> Iterator[Question]:
    for block in part.blocks:
        if isinstance(block, Question):
            yield block


def options_of(question: Question) -> Iterator[str]:
    for block in question.blocks:
        if isinstance(block, Choices):
            for letter, line in block.options:
                yield letter + "".join(span.text for span in line)


def pages_of(made: Sheet, layout: Layout, folder: Path) -> list[str]:
    """The text of each page, with single spaces."""
    text = pdf_text(write(made, "pdf", layout).content, folder)
    return [" ".join(page.split()) for page in text.split("\f")[:-1]]
