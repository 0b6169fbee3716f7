"""Flow sheets on paper: every row has room for a hand, and a page is filled to its foot."""

import re
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace

from debatekit.handout import Layout, Size
from debatekit.handout.flow_sheet import flow_sheet
from debatekit.handout.sheet import Table
from debatekit.handout.write import write
from debatekit.logic.derive import derive
from debatekit.model.material import Material
from debatekit.model.speech import SPEECH_FORMATS, Style
from tests.handout.pages import Reader
from tests.handout.sheets import sheet

LABEL = re.compile(r'yMin="([\d.]+)"[^>]*>(?:1([A-Z])|(Page))</word>')
BOX = re.compile(r'xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)</word>')
POINTS_PER_MM = 72 / 25.4
TWO_LINES_MM = 16


def with_reasons(material: Material, number: int) -> Material:
    """The lesson with so many reasons, and nothing said against them."""
    [contention] = material.lesson.contentions
    reasons = tuple(
        replace(contention.reasons[n % len(contention.reasons)], id=f"reason-{n}")
        for n in range(number)
    )
    changed = replace(contention, reasons=reasons, counterarguments=())
    return replace(material, lesson=replace(material.lesson, contentions=(changed,)))


def pages_of(content: bytes, folder: Path) -> list[str]:
    """Each page's words with their boxes, as pdftotext finds them."""
    if not (reader := shutil.which("pdftotext")):
        pytest.skip("pdftotext is not installed")
    (folder / "flow.pdf").write_bytes(content)
    command = [reader, "-bbox", str(folder / "flow.pdf"), "-"]
    read = subprocess.run(command, capture_output=True, text=True, check=True)
    return read.stdout.split("<page ")[1:]


def row_places_mm(page: str) -> list[float]:
    """Where the reasons begin on a page, and last where its foot does, from the top."""
    return [float(found[1]) / POINTS_PER_MM for found in LABEL.finditer(page)]


def overlaps(page: str) -> list[str]:
    """The words of a page that stand in part on the word before them in their line."""
    found = [one.groups() for one in BOX.finditer(page)]
    return [
        f"{before}/{after}"
        for (left, line, right, _, before), (begin, its_line, _, _, after) in pairwise(found)
        if line == its_line and float(left) < float(begin) < float(right)
    ]


@pytest.mark.parametrize(("reasons", "pages"), [(3, 1), (9, 2), (26, 3)])
def test_the_rows_of_a_flow_take_even_shares_of_its_pages(
    trams: Material, tmp_path: Path, reasons: int, pages: int
) -> None:
    material = with_reasons(trams, reasons)
    made = flow_sheet(material, derive(material), "student", "ld")

    content = write(made, "pdf", Layout()).content
    found = [row_places_mm(page) for page in pages_of(content, tmp_path)]

    assert len(found) == pages
    assert sum(len(page) - 1 for page in found) == reasons
    for page in found:
        assert all(below - above >= TWO_LINES_MM for above, below in pairwise(page))
    if pages > 1:
        heights = [(page[-1] - page[0]) / (len(page) - 1) for page in found[:-1]]
        assert max(heights) < 2 * min(heights)
        assert len(found[-1]) > 2


@pytest.mark.parametrize("size", ["standard", "large-print", "dyslexia"])
@pytest.mark.parametrize("style", list(SPEECH_FORMATS))
def test_no_name_of_a_speech_stands_on_the_next(
    trams: Material, tmp_path: Path, style: Style, size: Size
) -> None:
    made = flow_sheet(trams, derive(trams), "teacher", style)

    pages = pages_of(write(made, "pdf", Layout(size=size)).content, tmp_path)

    assert [overlaps(page) for page in pages] == [[]] * len(pages)
    said = " ".join(found[5] for page in pages for found in BOX.finditer(page))
    for speech in SPEECH_FORMATS[style].flowed:
        assert set(speech.name.split()) <= set(said.split())


@pytest.mark.parametrize("size", ["standard", "large-print", "dyslexia"])
def test_no_word_of_a_table_of_a_brief_stands_on_the_next(
    trams: Material, tmp_path: Path, size: Size
) -> None:
    [fact] = trams.lesson.facts
    told = replace(trams.lesson, facts=(replace(fact, verdict="inaccurate"),))
    made = sheet(replace(trams, lesson=told), "brief", "teacher")

    pages = pages_of(write(made, "pdf", Layout(size=size)).content, tmp_path)

    [page] = [page for page in pages if ">Verdict</word>" in page]
    assert ">inaccurate</word>" in page
    assert [overlaps(page) for page in pages] == [[]] * len(pages)


def test_on_a_phone_each_answer_is_told_with_the_name_of_its_speech(trams: Material) -> None:
    made = flow_sheet(trams, derive(trams), "teacher", "pf")
    [table] = [block for block in made.parts[0].blocks if isinstance(block, Table)]

    page = Reader(write(made, "html", Layout()).content.decode())

    told = [attributes.get("data-speech") for _, tag, attributes in page.elements if tag == "td"]
    cells = [(name, cell) for row in table.rows for name, cell in zip(table.head, row, strict=True)]
    assert told == [name if cell else None for name, cell in cells]
    assert any(told)
