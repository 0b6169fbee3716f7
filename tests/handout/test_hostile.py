"""Hostile text in every field prints as its characters, in every kind, format and file."""

import re
from base64 import b64decode
from collections import Counter
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from docx import Document
from msgspec import Struct

from debatekit.handout import Layout, Reader
from debatekit.handout.page import READERS
from debatekit.handout.sheet import Sheet
from debatekit.handout.write import write
from debatekit.model.material import Material
from debatekit.model.text import printable
from tests.handout.pages import Reader as Page
from tests.handout.papers import docx_text, html_text, pdf_text
from tests.handout.sheets import KINDS, sheet

HOSTILE = (
    '<script>x</script> #read("/etc/passwd") $x$ \\ {{ x }} {% x %} =1+1 ]]> `*_@~'
    " e\u0301 \u05e2\u05d1\u05e8\u05d9\u05ea \u202e\x1b[31m"
)
MARKS = "<>#$\\{}%=*@~]`\u0301\u05e2"
"""Signs of which a sheet of ours has none or few of its own."""
PROSE = frozenset({"text", "title", "short", "name", "role", "record", "charity", "notes", "note"})


def spiked(part: object) -> object:
    """The part with hostile text after every prose of it."""
    if isinstance(part, Struct):
        fields = {name: getattr(part, name) for name in part.__struct_fields__}
        return type(part)(
            **{
                name: f"{value} {HOSTILE}"
                if name in PROSE and isinstance(value, str) and value
                else spiked(value)
                for name, value in fields.items()
            }
        )
    if isinstance(part, tuple):
        return tuple(spiked(one) for one in part)
    if isinstance(part, dict):
        return {key: spiked(one) for key, one in part.items()}
    return part


@pytest.fixture(scope="module")
def hostile(trams: Material) -> Material:
    made = spiked(trams)
    assert isinstance(made, Material)
    return made


def marks(text: str) -> Counter[str]:
    return Counter(sign for sign in text if sign in MARKS)


def running(made: Sheet) -> str:
    return " ".join([made.running, *(part.running for part in made.parts)])


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_format_prints_hostile_text_as_its_characters(
    hostile: Material, kind: str, reader: Reader, tmp_path: Path
) -> None:
    made = sheet(hostile, kind, reader)
    html, pdf, docx = (write(made, form, Layout()).content for form in ("html", "pdf", "docx"))

    page = marks(html_text(html))
    assert min(page[sign] for sign in MARKS) > 0
    assert page == marks(docx_text(docx))
    # Heads of pages hold the title again, and a map its words inside the picture.
    printed = marks(pdf_text(pdf, tmp_path))
    assert all(printed[sign] >= page[sign] for sign in MARKS)
    with pikepdf.open(BytesIO(pdf)) as file:
        pages = len(file.pages)
    if kind != "map":
        heads = marks(running(made))
        assert all(printed[sign] <= page[sign] + pages * heads[sign] for sign in MARKS)


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_text_makes_no_element_of_a_page(
    trams: Material, hostile: Material, kind: str
) -> None:
    content = write(sheet(hostile, kind, "teacher"), "html", Layout()).content.decode()

    tags = set(Page(content).tags)
    assert tags <= set(
        Page(write(sheet(trams, kind, "teacher"), "html", Layout()).content.decode()).tags
    )
    assert "script" not in tags
    for picture in re.findall(r"data:image/svg\+xml;base64,([^\"]+)", content):
        assert "<script" not in b64decode(picture).decode()


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_text_stands_in_what_a_file_says_of_itself_as_it_is(
    hostile: Material, kind: str
) -> None:
    made = sheet(hostile, kind, "student")
    titles = [" ".join(printable(part.title.text).split()) for part in made.parts]

    with pikepdf.open(BytesIO(write(made, "pdf", Layout()).content)) as file:
        assert "/JavaScript" not in str(file.Root.get("/Names", ""))
        with file.open_outline() as outline:
            found = [" ".join(str(one.title).split()) for one in outline.root]
    file_of_word = Document(BytesIO(write(made, "docx", Layout()).content))
    headings = [p.text for p in file_of_word.paragraphs if p.style and p.style.name == "Heading 1"]

    assert [one.replace("\u200b", "") for one in found] == titles
    assert [" ".join(one.split()) for one in headings] == titles
    assert file_of_word.core_properties.title == printable(made.title)[:255]
