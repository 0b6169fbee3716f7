"""A DOCX that a teacher goes on editing: what stays together, which styles, and no tricks."""

import re
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.document import Document as Made
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from msgspec.structs import replace

from debatekit.handout import Layout, Reader, Size
from debatekit.handout.page import READERS
from debatekit.handout.write import write
from debatekit.model.lesson import Motion
from debatekit.model.material import Material
from tests.handout.papers import docx_text, parts
from tests.handout.sheets import KINDS, sheet

Block = Paragraph | Table
ORDER = {
    "pPr": (
        *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl"),
        *("numPr", "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens"),
        *("spacing", "ind", "contextualSpacing", "mirrorIndents", "jc", "outlineLvl", "rPr"),
        "sectPr",
    ),
    "rPr": (
        *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "color"),
        *("spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "shd"),
        *("vertAlign", "rtl", "cs", "lang"),
    ),
    "tcPr": ("tcW", "gridSpan", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "vAlign"),
    "tblPr": (
        *("tblStyle", "tblStyleRowBandSize", "tblStyleColBandSize", "tblW", "jc"),
        *("tblCellSpacing", "tblInd", "tblBorders", "shd", "tblLayout", "tblCellMar", "tblLook"),
    ),
    "sectPr": (
        *("headerReference", "footerReference", "type", "pgSz", "pgMar", "pgNumType", "cols"),
        *("titlePg", "docGrid"),
    ),
}
"""The order that the format wants; Word offers to repair a file that has another."""


_WRITTEN: dict[tuple[str, Reader, Size], bytes] = {}


def made(
    trams: Material, kind: str = "quiz", reader: Reader = "student", size: Size = "standard"
) -> Made:
    """A handout as a file to look at; each is written once."""
    wanted = (kind, reader, size)
    if wanted not in _WRITTEN:
        one = sheet(trams, kind, reader)
        _WRITTEN[wanted] = write(one, "docx", Layout(size=size)).content
    return Document(BytesIO(_WRITTEN[wanted]))


def blocks(file: Made) -> list[Block]:
    return list(file.iter_inner_content())


def style(block: Block) -> str:
    return str(block.style.name) if isinstance(block, Paragraph) and block.style else ""


def is_kept(paragraph: Paragraph) -> bool:
    """Whether a paragraph is kept with the next, by itself or by its style."""
    told = paragraph.paragraph_format.keep_with_next
    by_style = paragraph.style.paragraph_format.keep_with_next if paragraph.style else None
    return bool(by_style if told is None else told)


def row_is_kept(row: Any) -> bool:
    """Whether a row stays with the next: programs look at its first paragraph."""
    return is_kept(row.cells[0].paragraphs[0])


def stays(block: Block) -> bool:
    """Whether all of a block stays with what follows it."""
    if isinstance(block, Paragraph):
        return is_kept(block)
    return all(row_is_kept(row) for row in block.rows)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("size", ["standard", "large-print"])
def test_a_question_stays_on_one_page_and_does_not_hold_the_next(
    trams: Material, reader: Reader, size: Size
) -> None:
    questions: list[list[Block]] = []
    for block in blocks(made(trams, "quiz", reader, size)):
        if style(block) in ("Question", "Explained Question"):
            questions.append([block])
        elif style(block) in ("Heading 1", "Heading 2", "Kicker"):
            questions.append([])
        elif questions:
            questions[-1].append(block)

    asked = [one for one in questions if one and style(one[0]).endswith("Question")]
    assert len(asked) == 28
    assert all(re.match(r"\d+\t\w.+\t\w+,\s[0-9a-f]{4}$", one[0].text) for one in asked)  # type: ignore[union-attr]
    for question in asked:
        assert all(stays(block) for block in question[:-1])
        assert not stays(question[-1])


@pytest.mark.parametrize("reader", READERS)
def test_a_claim_stays_with_the_first_reason_for_it(trams: Material, reader: Reader) -> None:
    found = blocks(made(trams, "brief", reader))
    places = [at for at, one in enumerate(found) if "· Contention" in getattr(one, "text", "")]

    assert places
    for place in places:
        table = next(at for at in range(place, len(found)) if isinstance(found[at], Table))
        assert all(stays(block) for block in found[place:table])


@pytest.mark.parametrize("size", ["standard", "large-print"])
def test_no_page_ends_inside_a_card_and_none_draws_what_follows_along(
    trams: Material, size: Size
) -> None:
    cards = [
        table
        for table in made(trams, "brief", "teacher", size).tables
        if any("· " in cell.text for cell in table.rows[0].cells)
    ]

    assert len(cards) > 3
    for table in cards:
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
        kept = [row_is_kept(row) for row in table.rows]
        assert kept == [*(True for _ in kept[1:]), False]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("kind", KINDS)
def test_no_empty_paragraph_makes_room(trams: Material, kind: str, reader: Reader) -> None:
    """One parts two tables, or ends a section after one: the format cannot do without it."""
    found = blocks(made(trams, kind, reader))

    for place, block in enumerate(found):
        if isinstance(block, Table) or block.text or block._p.xpath(".//pic:pic"):
            continue
        if style(block) == "Writing Line":
            continue
        assert style(block) == "Between Tables"
        assert isinstance(found[place - 1], Table)
        after = found[place + 1] if place + 1 < len(found) else None
        assert isinstance(after, Table) or after is None or block._p.xpath("./w:pPr/w:sectPr")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("reader", READERS)
def test_properties_stand_in_the_order_that_the_format_wants(
    trams: Material, kind: str, reader: Reader
) -> None:
    file = made(trams, kind, reader)
    roots = [file.element, file.styles.element]
    roots += [one._element for part in file.sections for one in (part.header, part.footer)]

    for tag, order in ORDER.items():
        for properties in (one for root in roots for one in root.iter(qn(f"w:{tag}"))):
            names = [child.tag.rpartition("}")[2] for child in properties]
            places = [order.index(name) for name in names if name in order]
            assert places == sorted(places), names
            if tag == "sectPr":
                assert names.count("pgNumType") <= 1


def test_the_pages_of_a_version_are_counted_to_the_mark_at_its_end(trams: Material) -> None:
    file = made(trams, "quiz")
    at_end = [
        (mark.get(qn("w:name")), bool(mark.getparent().xpath("./w:pPr/w:sectPr")))
        for mark in file.element.iter(qn("w:bookmarkStart"))
        if mark.get(qn("w:name")).startswith("end_")
    ]

    fields = [
        [one.get(qn("w:instr")) for one in part.footer._element.iter(qn("w:fldSimple"))]
        for part in file.sections
    ]
    assert fields == [["PAGE", f"PAGEREF {name}"] for name, _ in at_end]
    assert [ends for _, ends in at_end] == [True, False]
    last = file.paragraphs[-1]._p
    assert last.find(qn("w:bookmarkStart")).get(qn("w:name")) == at_end[-1][0]


def test_marks_of_one_file_have_numbers_of_their_own(trams: Material) -> None:
    marks = [
        (mark.get(qn("w:id")), mark.get(qn("w:name")))
        for mark in made(trams, "brief", "teacher").element.iter(qn("w:bookmarkStart"))
    ]

    assert len(marks) > 2
    assert len({id_ for id_, _ in marks}) == len({name for _, name in marks}) == len(marks)


def test_a_hyphen_in_the_name_of_a_debate_does_not_end_a_line(trams: Material) -> None:
    motions = (Motion(text="Trams first.", format="ld"),)
    debated = replace(trams, lesson=replace(trams.lesson, motions=motions))
    content = write(sheet(debated, "brief", "student"), "docx", Layout()).content
    motion = next(one for one in Document(BytesIO(content)).paragraphs if "Douglas" in one.text)

    assert motion.text.endswith("(Lincoln-Douglas)")
    assert motion._p.findall(f".//{qn('w:noBreakHyphen')}")
    assert "(Lincoln-Douglas)" in docx_text(content)


def test_pictures_have_captions_and_descriptions(trams: Material) -> None:
    file = made(trams, "map")
    pictures = file.element.xpath("//wp:docPr")

    assert pictures
    assert all(one.get("descr") for one in pictures)
    assert len({one.get("id") for one in pictures}) == len(pictures)
    assert file.styles["Caption"].paragraph_format.keep_with_next


@pytest.mark.parametrize("kind", KINDS)
def test_tables_are_as_wide_as_their_columns_and_no_wider_than_the_page(
    trams: Material, kind: str
) -> None:
    file = made(trams, kind, "teacher")
    section = file.sections[0]
    room = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)

    for table in file.tables:
        wide = int(table._tbl.tblPr.find(qn("w:tblW")).get(qn("w:w"))) * 635
        columns = sum(column.width or 0 for column in table.columns)
        assert abs(wide - columns) < 20_000
        assert wide <= room + 1_000


def test_the_file_tells_nothing_of_the_template_it_began_as(trams: Material) -> None:
    content = write(sheet(trams, "brief", "student"), "docx", Layout()).content
    told = Document(BytesIO(content)).core_properties

    assert (told.created, told.modified) == (None, None)
    assert "Macintosh" not in parts(content)
    settings = Document(BytesIO(content)).settings.element
    mode = settings.xpath("//w:compatSetting[@w:name='compatibilityMode']/@w:val")
    assert mode == ["15"]


def test_no_page_begins_with_the_last_line_of_a_list_or_the_last_row_of_a_table(
    trams: Material,
) -> None:
    brief, glossary = (made(trams, kind, "teacher") for kind in ("brief", "glossary"))
    outline = [one for one in blocks(made(trams, "map")) if "Bullet" in style(one)]
    words = [one for one in blocks(glossary) if style(one) == "Small"]
    tables = [one for one in (*brief.tables, *glossary.tables) if len(one.rows) > 4]

    assert len(outline) > 6
    assert [stays(one) for one in outline[-4:]] == [True, True, True, False]
    assert stays(words[-2])
    assert tables
    assert all(row_is_kept(table.rows[-2]) and row_is_kept(table.rows[1]) for table in tables)


def test_tables_of_cards_begin_with_a_bar_so_that_they_stand_under_one_another(
    trams: Material,
) -> None:
    tables = [one for one in made(trams, "brief").tables if "·" in one.cell(-1, 0).text]
    bars = [
        table.rows[0].cells[0]._tc.xpath("./w:tcPr/w:tcBorders/w:left/@w:sz")[0] for table in tables
    ]

    assert len(bars) > 1
    assert set(bars) == {"32"}


@pytest.mark.parametrize("size", ["large-print", "dyslexia"])
def test_a_column_of_a_table_is_as_wide_as_its_longest_word(trams: Material, size: Size) -> None:
    file = made(trams, "brief", "student", size)
    points = file.styles["Normal"].font.size.pt
    [table] = [one for one in file.tables if "Verdict" in [cell.text for cell in one.rows[0].cells]]

    words = {word for cell in table.columns[1].cells for word in cell.text.split()}
    longest = max(words, key=len)
    wide = table.columns[1].width
    assert len(longest) > 6
    assert wide is not None
    assert wide.pt - 9 > len(longest) * points * 0.6
