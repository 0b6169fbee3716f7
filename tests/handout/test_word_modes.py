"""A DOCX in every mode: paper, letters, language, what stands over and under its pages."""

import re
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.document import Document as Made
from docx.oxml.ns import qn
from docx.shared import Length
from msgspec.structs import replace

from debatekit.handout import Layout, Paper, Size
from debatekit.handout.write import write
from debatekit.model.material import Material
from tests.handout.papers import parts
from tests.handout.sheets import KINDS, sheet

SHEETS: dict[Paper, tuple[int, int]] = {"a4": (210, 297), "letter": (216, 279)}
"""How wide and tall the papers are, in millimetres."""
TEXT: dict[Size, float] = {"standard": 12, "large-print": 18, "dyslexia": 14}
"""How tall the letters of running text are, in points."""
FURNITURE = 11
"""The smallest letters of all, those of running heads and codes, in points."""
GAPS = {"Between Tables"}
"""Styles of paragraphs that hold no letters."""


_WRITTEN: dict[tuple[str, Layout], bytes] = {}


def content_of(trams: Material, kind: str, layout: Layout | None = None) -> bytes:
    """A teacher's handout; each is written once."""
    wanted = (kind, layout or Layout())
    if wanted not in _WRITTEN:
        _WRITTEN[wanted] = write(sheet(trams, kind, "teacher"), "docx", wanted[1]).content
    return _WRITTEN[wanted]


def made(trams: Material, kind: str, layout: Layout | None = None) -> Made:
    return Document(BytesIO(content_of(trams, kind, layout)))


@pytest.mark.parametrize("paper", SHEETS)
@pytest.mark.parametrize("kind", ["brief", "flow"])
def test_a_page_has_the_size_that_was_asked_for_and_a_flow_lies_on_its_side(
    trams: Material, kind: str, paper: Paper
) -> None:
    file = made(trams, kind, Layout(paper=paper))

    wide, tall = SHEETS[paper] if kind == "brief" else SHEETS[paper][::-1]
    found = {
        (round(Length(one.page_width or 0).mm), round(Length(one.page_height or 0).mm))
        for one in file.sections
    }
    assert found == {(wide, tall)}


@pytest.mark.parametrize("size", TEXT)
@pytest.mark.parametrize("kind", ["brief", "quiz", "glossary"])
def test_letters_are_as_large_as_the_mode_promises(trams: Material, kind: str, size: Size) -> None:
    file = made(trams, kind, Layout(size=size))

    text = file.styles["Normal"].font.size
    assert text is not None
    assert text.pt == TEXT[size]
    small = 11 if size == "standard" else TEXT[size]
    sizes = {name: points_of(file, name) for name in used_styles(file) if name not in GAPS}
    assert len(sizes) > 3
    assert {name: points for name, points in sizes.items() if points < small} == {}
    told = {int(found) / 2 for found in re.findall(r'<w:sz w:val="(\d+)"', file.element.xml)}
    assert all(points >= FURNITURE for points in told)


def used_styles(file: Made) -> set[str]:
    """The names of the styles that paragraphs wear."""
    worn = set(re.findall(r'<w:pStyle w:val="(\w+)"', file.element.xml))
    return {str(one.name) for one in file.styles if one.style_id in worn}


def points_of(file: Made, name: str) -> float:
    """How tall the letters of a style are, by itself or by the one that it follows."""
    style: Any = file.styles[name]
    while style.font.size is None:
        style = style.base_style
    return float(style.font.size.pt)


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_says_in_which_language_it_is(trams: Material, kind: str) -> None:
    source = replace(trams.source, language="pt-BR")
    told = sheet(replace(trams, source=source), kind, "student")
    file = Document(BytesIO(write(told, "docx", Layout()).content))

    default = file.styles.element.find(f"{qn('w:docDefaults')}//{qn('w:lang')}")
    assert default.get(qn("w:val")) == "pt-BR"
    assert file.core_properties.language == "pt-BR"


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_has_its_running_head_and_its_number(trams: Material, kind: str) -> None:
    told = sheet(trams, kind, "teacher")
    file = made(trams, kind)

    assert len(file.sections) == len(told.parts)
    for section, part in zip(file.sections, told.parts, strict=True):
        head = "".join(one.text for one in section.header.paragraphs)
        assert told.running in head
        assert part.running in head
        fields = section.footer._element.iter(qn("w:fldSimple"))
        assert next(one.get(qn("w:instr")) for one in fields) == "PAGE"


def test_the_sides_differ_in_the_edge_that_is_thick(trams: Material) -> None:
    thick: dict[str, set[str]] = {"Author’s side": set(), "Counter side": set()}
    for table in made(trams, "brief").tables:
        for cell in (one for row in table.rows for one in row.cells):
            side = cell.text.partition(" · ")[0]
            borders = cell._tc.find(f"{qn('w:tcPr')}/{qn('w:tcBorders')}")
            if side in thick and borders is not None:
                sizes = {one.tag: int(one.get(qn("w:sz"))) for one in borders}
                thick[side].add(max(sizes, key=sizes.__getitem__).rpartition("}")[2])

    assert thick == {"Author’s side": {"left"}, "Counter side": {"right"}}


@pytest.mark.parametrize("kind", ["brief", "quiz", "flow"])
def test_no_page_ends_inside_a_row_or_after_a_heading_and_a_head_is_said_again(
    trams: Material, kind: str
) -> None:
    file = made(trams, kind)

    rows = [row._tr for table in file.tables for row in table.rows]
    assert len(rows) > 3
    assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)
    for level in (1, 2, 3):
        assert file.styles[f"Heading {level}"].paragraph_format.keep_with_next
    assert "<w:tblHeader/>" in file.element.xml


def test_a_link_of_a_file_leads_to_https_alone(trams: Material) -> None:
    content = parts(content_of(trams, "brief"))

    targets = re.findall(r'Target="([^"]+)" TargetMode="External"', content)
    assert targets
    assert all(target.startswith("https://") for target in targets)
