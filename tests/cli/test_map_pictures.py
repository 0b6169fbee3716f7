"""Maps on paper: letters that can be read, and the names by which a brief calls its parts."""

import re
import subprocess
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from docx import Document
from docx.shared import Length

from debatekit.bundled import bundled_workspace
from debatekit.cli.map_pictures import map_pictures
from debatekit.cli.sheets import Order, sheet_for
from debatekit.cli.workspace.course import read_course
from debatekit.handout.layout import Layout
from debatekit.handout.map_sheet import map_sheet
from debatekit.handout.page import Paper, Size
from debatekit.handout.sheet import Card, Figure, Pair, Sheet
from debatekit.handout.write import write
from debatekit.logic.derive import derive
from debatekit.model.material import Material
from debatekit.read import lesson_ids, read_material
from tests.handout.browser import QUIET, chromium
from tests.handout.conftest import TRAMS
from tests.handout.papers import docx_text, html_text, pdf_text, words
from tests.handout.test_bad_input import counter, with_counters

HEADS: dict[Size, set[float]] = {"standard": set(), "large-print": {12.6}, "dyslexia": {11.0}}
"""How tall the letters at the head and foot of a page are, if smaller than those of its maps."""
SAID = "What was counted there was another hour, and another season of the year."
SMALLEST: dict[Size, float] = {"standard": 8.0, "large-print": 16.0, "dyslexia": 12.0}
"""In points; smaller letters are hard to read on paper for those for whom a size is meant."""
ROOM: dict[Paper, tuple[float, float]] = {"a4": (510.2, 740.0), "letter": (510.2, 689.0)}
"""How wide and tall a sheet is between its margins in every format, in points."""
LESSONS = tuple(lesson_ids(bundled_workspace()))


@cache
def map_of(lesson: str, size: Size) -> Sheet:
    """A bundled lesson's map for students."""
    course = read_course(bundled_workspace(), lesson)
    return sheet_for(course, Order(kind="map", reader="student"), size=size)


def figures(sheet: Sheet) -> Iterator[tuple[Figure, bool]]:
    """Each picture, and whether its sheet lies on its side."""
    for part in sheet.parts:
        yield from ((block, part.broad) for block in part.blocks if isinstance(block, Figure))


@pytest.mark.parametrize("size", SMALLEST)
@pytest.mark.parametrize("paper", ROOM)
@pytest.mark.parametrize("lesson", LESSONS)
def test_no_letter_of_a_map_is_too_small_to_read(lesson: str, paper: Paper, size: Size) -> None:
    small = [
        letters
        for figure, broad in figures(map_of(lesson, size))
        if (letters := smallest(figure) * scale(figure, paper, broad, size)) < SMALLEST[size]
    ]

    assert small == []


def smallest(figure: Figure) -> float:
    """How tall the smallest letters of a picture are in its own size, in points."""
    viewed = re.search(r'viewBox="0 0 ([0-9.]+) ', figure.svg)
    assert viewed is not None
    sizes = [float(size) for size in re.findall(r'font-size="([0-9.]+)"', figure.svg)]
    return min(sizes) * figure.wide / float(viewed[1])


def scale(figure: Figure, paper: Paper, broad: bool, size: Size) -> float:
    """How large a picture can be at most; one that fills its page has a title above it."""
    wide, tall = ROOM[paper]
    if broad:
        wide, tall = tall, wide
    caption = {"standard": 40.0, "large-print": 90.0, "dyslexia": 80.0}[size]
    taken = 125.0 if figure.fills else caption
    fitting = min(wide / figure.wide, (tall - taken) / figure.tall)
    return fitting if figure.fills else min(1.0, fitting)


PRINTED: list[tuple[str, Paper, Size]] = [
    ("common-enemy", "a4", "standard"),
    ("new-partners", "letter", "standard"),
    ("why-invade", "a4", "large-print"),
    ("common-enemy", "letter", "large-print"),
    ("korea", "letter", "dyslexia"),
]


@pytest.mark.parametrize(("lesson", "paper", "size"), PRINTED)
def test_the_letters_of_a_printed_map_have_the_size_that_is_promised(
    lesson: str, paper: Paper, size: Size
) -> None:
    content = write(map_of(lesson, size), "pdf", Layout(paper=paper, size=size)).content
    with pikepdf.open(BytesIO(content)) as file:
        sizes = [round(found, 1) for page in file.pages for found in letter_sizes(page, 1.0)]

    assert len(sizes) > 100
    assert {found for found in sizes if found < SMALLEST[size]} <= HEADS[size]


@pytest.mark.parametrize(("lesson", "paper", "size"), PRINTED)
def test_the_first_picture_stands_under_its_title(
    lesson: str, paper: Paper, size: Size, tmp_path: Path
) -> None:
    sheet = map_of(lesson, size)
    content = write(sheet, "pdf", Layout(paper=paper, size=size)).content

    pages = pdf_text(content, tmp_path).split("\f")
    titled = [page for page in pages if "Argument map for the student" in page]
    assert len(titled) == len(sheet.parts)
    for page, part in zip(titled, sheet.parts, strict=True):
        [first, *_] = [block for block in part.blocks if isinstance(block, Figure)]
        name = first.caption[0].text if first.caption else ""
        assert name in page


def test_a_browser_prints_large_letters_as_large_as_they_are_meant(tmp_path: Path) -> None:
    layout = Layout(paper="letter", size="large-print")
    page, printed = tmp_path / "map.html", tmp_path / "map.pdf"
    page.write_bytes(write(map_of("tutorial-4-debate", "large-print"), "html", layout).content)

    to_paper = ("--no-pdf-header-footer", f"--print-to-pdf={printed}", page.as_uri())
    own = f"--user-data-dir={tmp_path / 'profile'}"
    subprocess.run([chromium(), *QUIET, own, *to_paper], capture_output=True, check=True)

    with pikepdf.open(printed) as file:
        sizes = [round(found, 1) for page in file.pages for found in letter_sizes(page, 1.0)]
    assert len(sizes) > 100
    assert {found for found in sizes if found < SMALLEST["large-print"]} == {11.0}


@pytest.mark.parametrize(("size", "paper"), [("large-print", "letter"), ("dyslexia", "a4")])
def test_a_word_processor_shows_large_letters_as_large_as_they_are_meant(
    size: Size, paper: Paper
) -> None:
    sheet = map_of("tutorial-3-attacks", size)
    content = write(sheet, "docx", Layout(paper=paper, size=size)).content

    shown = [Length(shape.width).pt for shape in Document(BytesIO(content)).inline_shapes]
    drawn = [figure for figure, _ in figures(sheet)]
    assert len(shown) == len(drawn)
    for wide, figure in zip(shown, drawn, strict=True):
        assert smallest(figure) * wide / figure.wide >= SMALLEST[size]


def test_the_three_formats_say_the_same_in_large_print(tmp_path: Path) -> None:
    order = Order(kind="map", reader="teacher")
    course = read_course(bundled_workspace(), "tutorial-1-claims")
    sheet = sheet_for(course, order, size="large-print")
    html, pdf, docx = (
        write(sheet, form, Layout(size="large-print")).content for form in ("html", "pdf", "docx")
    )

    heads = " ".join([sheet.running, *(part.running for part in sheet.parts)])
    drawn = " ".join(re.sub("<[^>]*>", " ", figure.svg) for figure, _ in figures(sheet))
    passed_over = {*words(heads), *words(drawn), "Page", "of"}
    said = [
        {word: n for word, n in words(text).items() if word not in passed_over}
        for text in (html_text(html), pdf_text(pdf, tmp_path), docx_text(docx))
    ]
    assert len(said[0]) > 20
    assert [without_numbers(one) for one in said] == [without_numbers(said[0])] * 3


def without_numbers(counted: dict[str, int]) -> dict[str, int]:
    return {word: n for word, n in counted.items() if not word.isdigit()}


@pytest.fixture(scope="module")
def trams() -> Material:
    return read_material(TRAMS, "free-trams")


@pytest.mark.parametrize("size", ["large-print", "dyslexia"])
def test_sixty_counterarguments_fit_their_sheets_in_large_letters(
    trams: Material, size: Size
) -> None:
    material = with_counters(trams, *(counter(f"c{n}", f"Number{n}. {SAID}") for n in range(60)))
    made = map_sheet(
        material, "student", list(map_pictures(material, derive(material), None, size))
    )

    drawn = [figure for figure, _ in figures(made)]
    for paper in ROOM:
        sizes = [smallest(one) * scale(one, paper, False, size) for one in drawn]
        assert min(sizes) >= SMALLEST[size]
    shown = " ".join(figure.svg for figure in drawn)
    assert [n for n in range(60) if f">Number{n}. " not in shown] == []
    names = [figure.caption[0].text for figure in drawn]
    assert sorted(set(names)) == sorted(names)


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


@pytest.mark.parametrize("size", ["standard", "large-print"])
@pytest.mark.parametrize("lesson", LESSONS)
def test_a_counterargument_is_called_on_its_map_as_in_the_brief(lesson: str, size: Size) -> None:
    brief = sheet_for(
        read_course(bundled_workspace(), lesson), Order(kind="brief", reader="student")
    )
    pairs = [block for block in brief.parts[0].blocks if isinstance(block, Pair)]
    cards = [one for pair in pairs for one in (*pair.lead, *pair.right) if isinstance(one, Card)]
    drawn = " ".join(in_one_line(figure.svg) for figure, _ in figures(map_of(lesson, size)))

    named = [card.title.split(",")[0] for card in cards]
    assert len(named) > 1
    assert [name for name in named if f">{heads(name)}" not in drawn] == []


def in_one_line(picture: str) -> str:
    return re.sub(r"</text>\s*<text [^>]*>", " ", picture)


def heads(name: str) -> str:
    """How a box begins that a brief calls `Reason 1A` or `Counterargument 1.1`."""
    return name.replace("Reason", "Author's reason")
