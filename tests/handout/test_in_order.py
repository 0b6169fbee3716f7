"""Every format tells what stands on a sheet in the sheet's own order, and nothing beside another.

A key's letter beside another question, or an option beside another letter, is the same words.
"""

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from msgspec import Struct

from debatekit.handout import Layout, Reader, Size
from debatekit.handout.page import FORMS, KINDS, READERS, Form
from debatekit.handout.sheet import Choices, Line, Sheet, Span, Table, Term
from debatekit.handout.write import write
from debatekit.model.material import Material
from tests.handout.papers import docx_text, html_text, pdf_text
from tests.handout.sheets import sheet

ENOUGH = 40
"""So many letters of a text are looked for: a longer one may go over a page's end."""


def texts(block: object) -> Iterator[str]:
    """Yield what stands in a part of a sheet, in reading order, what belongs together as one."""
    match block:
        case Span(text=text):
            yield text
        case Choices(options=options):
            yield from (letter + said(line) for letter, line in options)
        case Table(head=head, rows=rows):
            yield "".join(head)
            yield from ("".join(map(said, row)) for row in rows)
        case Term(name=name, meaning=meaning):
            yield name.text + said(meaning)
        case tuple():
            yield from several(block)
        case Struct():
            yield from inside(block)


def several(blocks: tuple[object, ...]) -> Iterator[str]:
    """Yield a line as one text, and what stands in each of other parts."""
    spans = tuple(one for one in blocks if isinstance(one, Span))
    if len(spans) == len(blocks):
        yield said(spans)
    else:
        yield from chain.from_iterable(map(texts, blocks))


def inside(block: Struct) -> Iterator[str]:
    """Yield the title of a block of any other sort, and what stands in it."""
    for field in block.__struct_fields__:
        value = getattr(block, field)
        if field == "title" and isinstance(value, str):
            yield value
        elif isinstance(value, Struct | tuple):
            yield from texts(value)


def said(line: Line) -> str:
    return "".join(span.text for span in line)


def squeezed(text: str) -> str:
    return "".join(text.split())


def told(made: Sheet, form: Form, size: Size, folder: Path) -> str:
    """All text of a file, without its spaces and what stands over and under its pages."""
    content = write(made, form, Layout(size=size)).content
    match form:
        case "html":
            return squeezed(html_text(content))
        case "docx":
            return squeezed(docx_text(content))
        case "pdf":
            return squeezed(pdf_text(content, folder))


def out_of_order(made: Sheet, text: str) -> Iterator[str]:
    """Yield the texts of a sheet that do not follow on those before them."""
    place = 0
    for part in made.parts:
        for one in map(squeezed, texts(part)):
            found = text.find(one[:ENOUGH], place)
            if found < 0:
                yield one
            else:
                place = found + len(one[:ENOUGH])


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_file_tells_its_sheet_in_order(
    trams: Material, kind: str, reader: Reader, form: Form, tmp_path: Path
) -> None:
    made = sheet(trams, kind, reader)

    text = told(made, form, "standard", tmp_path)

    assert list(out_of_order(made, text)) == []


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("size", ["large-print", "dyslexia"])
@pytest.mark.parametrize("kind", ["brief", "quiz"])
def test_a_file_in_large_letters_tells_its_sheet_in_order(
    trams: Material, kind: str, size: Size, form: Form, tmp_path: Path
) -> None:
    made = sheet(trams, kind, "teacher")

    text = told(made, form, size, tmp_path)

    assert list(out_of_order(made, text)) == []
