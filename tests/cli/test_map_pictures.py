"""Maps on paper: letters that can be read, and the names by which a brief calls its parts."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from debatekit.bundled import bundled_workspace
from debatekit.cli.course import read_course
from debatekit.cli.sheets import Order, sheet_for
from debatekit.handout.layout import Layout
from debatekit.handout.page import Paper
from debatekit.handout.sheet import Card, Figure, Pair, Sheet
from debatekit.handout.write import write
from debatekit.maps.boxes import HEAD_SIZE
from debatekit.read import lesson_ids

SMALLEST = 8.0
"""In points; smaller letters are hard to read on paper."""
ROOM: dict[Paper, tuple[float, float]] = {"a4": (515.9, 754.0), "letter": (532.6, 704.0)}
"""How wide and tall a sheet is between its margins, in points."""
LESSONS = tuple(lesson_ids(bundled_workspace()))


@pytest.fixture(scope="module")
def sheets() -> dict[str, Sheet]:
    """Every bundled lesson's map for students."""
    root = bundled_workspace()
    order = Order(kind="map", reader="student")
    return {lesson: sheet_for(read_course(root, lesson), order) for lesson in LESSONS}


@pytest.mark.parametrize("paper", ROOM)
@pytest.mark.parametrize("lesson", LESSONS)
def test_no_letter_of_a_map_is_too_small_to_read(
    sheets: dict[str, Sheet], lesson: str, paper: Paper
) -> None:
    small = [
        size
        for part in sheets[lesson].parts
        for figure in part.blocks
        if isinstance(figure, Figure)
        if (size := HEAD_SIZE * scale(figure, paper, part.broad)) < SMALLEST
    ]

    assert small == []


def scale(figure: Figure, paper: Paper, broad: bool) -> float:
    """How large a picture can be at most; one that fills its page has a title above it."""
    wide, tall = ROOM[paper]
    if broad:
        wide, tall = tall, wide
    taken = 125.0 if figure.fills else 40.0
    fitting = min(wide / figure.wide, (tall - taken) / figure.tall)
    return fitting if figure.fills else min(1.0, fitting)


@pytest.mark.parametrize(("lesson", "paper"), [("common-enemy", "a4"), ("new-partners", "letter")])
def test_the_letters_of_a_printed_map_have_the_size_that_is_promised(
    sheets: dict[str, Sheet], lesson: str, paper: Paper
) -> None:
    content = write(sheets[lesson], "pdf", Layout(paper=paper)).content
    with pikepdf.open(BytesIO(content)) as file:
        sizes = [size for page in file.pages for size in letter_sizes(page, 1.0)]

    assert len(sizes) > 100
    assert min(sizes) >= SMALLEST


def letter_sizes(place: Any, scaled: float) -> Iterator[float]:
    """Yield how tall letters are, in points, on a page and in the pictures on it."""
    kept: list[float] = []
    size = 0.0
    for one in pikepdf.parse_content_stream(place):
        operands: Any = one.operands
        match str(one.operator):
            case "q":
                kept.append(scaled)
            case "Q":
                scaled = kept.pop()
            case "cm":
                scaled *= abs(float(operands[3]))
            case "Tf":
                size = float(operands[1])
            case "Tm":
                yield size * scaled * abs(float(operands[3]))
            case "Do":
                yield from inside(place.Resources.XObject[str(operands[0])], scaled)


def inside(inner: Any, scaled: float) -> Iterator[float]:
    """Yield how tall letters are in a picture that is drawn at that scale."""
    if inner.Subtype == "/Form":
        taller = abs(float(inner.get("/Matrix", [1, 0, 0, 1, 0, 0])[3]))
        yield from letter_sizes(inner, scaled * taller)


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_counterargument_is_called_on_its_map_as_in_the_brief(
    sheets: dict[str, Sheet], lesson: str
) -> None:
    brief = sheet_for(
        read_course(bundled_workspace(), lesson), Order(kind="brief", reader="student")
    )
    pairs = [block for block in brief.parts[0].blocks if isinstance(block, Pair)]
    cards = [one for pair in pairs for one in (*pair.lead, *pair.right) if isinstance(one, Card)]
    drawn = " ".join(
        figure.svg
        for part in sheets[lesson].parts
        for figure in part.blocks
        if isinstance(figure, Figure)
    )

    named = [card.title.split(",")[0] for card in cards]
    assert len(named) > 1
    assert [name for name in named if f">{heads(name)}" not in drawn] == []


def heads(name: str) -> str:
    """How a box begins that a brief calls `Reason 1A` or `Counterargument 1.1`."""
    return name.replace("Reason", "Author's reason")
