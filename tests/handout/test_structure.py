"""How a handout is built up, block by block, in each format: not how it looks."""

from collections.abc import Iterator
from io import BytesIO
from itertools import groupby

import pikepdf
import pytest
from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph
from syrupy.assertion import SnapshotAssertion

from debatekit.handout import Layout, Reader
from debatekit.handout.page import FORMS, READERS, Form
from debatekit.handout.write import write
from debatekit.model.material import Material
from tests.handout.pages import Reader as Page
from tests.handout.sheets import KINDS, sheet

HEADINGS = {"h1", "h2", "h3", "H1", "H2", "H3"}
ELEMENTS = {*HEADINGS, "ul", "ol", "dl", "table", "figure", "tr", "li", "dt"}
TAGS = {*HEADINGS, "L", "LI", "Table", "TR", "Figure"}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("kind", KINDS)
def test_the_order_of_headings_lists_tables_and_pictures(
    trams: Material, kind: str, reader: Reader, form: Form, snapshot: SnapshotAssertion
) -> None:
    content = write(sheet(trams, kind, reader), form, Layout()).content

    parts = {"html": html_parts, "pdf": pdf_parts, "docx": docx_parts}[form](content)
    assert shortened(parts) == snapshot


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_pdf_has_a_list_entry_wherever_a_page_for_the_screen_has_one(
    trams: Material, kind: str, reader: Reader
) -> None:
    made = sheet(trams, kind, reader)
    screen = list(html_parts(write(made, "html", Layout()).content))
    paper = list(pdf_parts(write(made, "pdf", Layout()).content))

    entries = sum(part in ("li", "dt") for part in screen)
    assert paper.count("LI") == entries
    assert (entries > 0) == (kind != "flow")


def shortened(parts: Iterator[str]) -> str:
    """The parts as lines, each from a heading on, with how often one follows itself."""
    text = ""
    for part, alike in groupby(parts):
        number = sum(1 for _ in alike)
        text += "\n" if part in HEADINGS else " "
        text += part + (f" x{number}" if number > 1 else "")
    return text.strip()


def html_parts(content: bytes) -> Iterator[str]:
    yield from (tag for tag in Page(content.decode()).tags if tag in ELEMENTS)


def pdf_parts(content: bytes) -> Iterator[str]:
    with pikepdf.open(BytesIO(content)) as file:
        yield from _tags(file.Root.StructTreeRoot)


def _tags(element: pikepdf.Object) -> Iterator[str]:
    """Yield the tags of a PDF in reading order."""
    if not isinstance(element, pikepdf.Dictionary):
        return
    if "/S" in element and (tag := str(element.S).removeprefix("/")) in TAGS:
        yield tag
    below = element.get("/K", pikepdf.Array())
    for each in below if isinstance(below, pikepdf.Array) else pikepdf.Array([below]):
        if isinstance(each, pikepdf.Object):
            yield from _tags(each)


def docx_parts(content: bytes) -> Iterator[str]:
    yield from _word(Document(BytesIO(content)))


def _word(place: object) -> Iterator[str]:
    for block in place.iter_inner_content():  # type: ignore[attr-defined]
        match block:
            case Paragraph():
                style = block.style.name if block.style else ""
                if heading := _heading(block.style):
                    yield heading
                elif style and "Bullet" in style:
                    yield "li"
                elif block._p.xpath(".//pic:pic"):
                    yield "figure"
            case Table():
                yield f"table {len(block.rows)} by {len(block.columns)}:"
                for cell in (cell for row in block.rows for cell in row.cells):
                    yield from _word(cell)


def _heading(style: object) -> str:
    """Return h1 to h3 for a heading, or a style that is based on one; nothing for others."""
    while style is not None:
        if (name := str(style.name)).startswith("Heading"):  # type: ignore[attr-defined]
            return name.replace("Heading ", "h")
        style = style.base_style  # type: ignore[attr-defined]
    return ""
