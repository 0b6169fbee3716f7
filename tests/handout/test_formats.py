"""The three formats say the same, and a student's file holds no key in any of them."""

import re
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from msgspec.structs import replace

from debatekit.handout import Layout, Reader, Size
from debatekit.handout.page import FORMS, READERS, Form
from debatekit.handout.quiz_key import key_text
from debatekit.handout.quiz_sheet import Version, item_codes, quiz_sheet
from debatekit.handout.write import write
from debatekit.model.item import Choice, Item, Match, Multiple, Option, Order, Short
from debatekit.model.material import Material
from tests.handout.papers import docx_text, html_text, parts, pdf_text, words
from tests.handout.sheets import KINDS, items, picture, sheet


def said(material: Material, kind: str, reader: Reader, form: Form, folder: Path) -> str:
    content = write(sheet(material, kind, reader), form, Layout()).content
    match form:
        case "html":
            return html_text(content)
        case "pdf":
            return pdf_text(content, folder)
        case _:
            return docx_text(content)


def furniture(material: Material, kind: str, reader: Reader) -> set[str]:
    """The words of running heads and feet, and those inside pictures."""
    made = sheet(material, kind, reader)
    heads = " ".join([made.running, *(part.running for part in made.parts)])
    drawn = picture(material).svg if kind == "map" else ""
    return set(words(heads)) | set(words(re.sub("<[^>]*>", " ", drawn))) | {"Page", "of"}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("kind", KINDS)
def test_the_three_formats_say_the_same(
    trams: Material, kind: str, reader: Reader, tmp_path: Path
) -> None:
    found = [words(said(trams, kind, reader, form, tmp_path)) for form in FORMS]

    passed_over = furniture(trams, kind, reader)
    html, pdf, docx = (
        {word: n for word, n in one.items() if word not in passed_over and not word.isdigit()}
        for one in found
    )
    assert html == docx
    assert html == pdf
    assert len(html) > 20


@pytest.mark.parametrize("kind", KINDS)
def test_a_pdf_keeps_to_the_standard_for_accessible_files(trams: Material, kind: str) -> None:
    made = sheet(trams, kind, "teacher")
    with pikepdf.open(BytesIO(write(made, "pdf", Layout()).content)) as file:
        told = str(file.open_metadata())
        assert file.Root.MarkInfo.Marked
        assert str(file.Root.Lang).lower().startswith("en")
        with file.open_outline() as outline:
            bookmarks = [entry.title for entry in outline.root]

    assert "<pdfuaid:part>1</pdfuaid:part>" in told
    assert made.title in told
    assert [part.title.text for part in made.parts] == bookmarks


@pytest.mark.parametrize("kind", KINDS)
def test_a_docx_has_real_headings_that_go_down_one_level_at_a_time(
    trams: Material, kind: str
) -> None:
    content = write(sheet(trams, kind, "student"), "docx", Layout()).content

    styles = re.findall(r'<w:pStyle w:val="Heading(\d)"/>', parts(content))
    levels = [int(level) for level in styles]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert "vbaProject" not in parts(content)


@pytest.mark.parametrize("kind", ["brief", "flow"])
def test_a_docx_says_a_tables_head_again_and_names_itself(trams: Material, kind: str) -> None:
    made = sheet(trams, kind, "student")
    content = write(made, "docx", Layout()).content

    assert "<w:tblHeader/>" in parts(content)
    told = Document(BytesIO(content)).core_properties
    assert (told.title, told.author, told.language) == (made.title, "debatekit", "en")


def test_each_version_in_a_docx_counts_its_own_pages(trams: Material) -> None:
    made = sheet(trams, "quiz", "student")
    file = Document(BytesIO(write(made, "docx", Layout()).content))

    assert len(file.sections) == len(made.parts) == 2
    for section, part in zip(file.sections, made.parts, strict=True):
        assert section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"
        foot = "".join(section.footer._element.itertext())
        assert foot.startswith(part.running)
        assert "Page" in foot
        assert " of " in foot


@pytest.mark.parametrize("form", ["pdf", "docx", "html"])
def test_a_map_is_described_where_it_cannot_be_seen(trams: Material, form: Form) -> None:
    content = write(sheet(trams, "map", "student"), form, Layout()).content
    wanted = picture(trams).alt

    match form:
        case "pdf":
            with pikepdf.open(BytesIO(content)) as file:
                found = [str(one.Alt) for one in file.objects if _is_described(one)]
            assert any(wanted in alt for alt in found)
        case "docx":
            assert f'descr="{wanted}' in parts(content)
        case _:
            assert f'alt="{wanted}' in content.decode()


def _is_described(one: object) -> bool:
    return isinstance(one, pikepdf.Dictionary) and "/Alt" in one


@pytest.mark.parametrize("form", FORMS)
def test_a_students_quiz_holds_no_reason_and_no_key(
    trams: Material, form: Form, tmp_path: Path
) -> None:
    content = write(sheet(trams, "quiz", "student"), form, Layout()).content

    whole = {
        "html": lambda: content.decode(),
        "docx": lambda: parts(content),
        "pdf": lambda: pdf_text(content, tmp_path) + _metadata(content),
    }[form]()
    flat = " ".join(whole.split())
    asked = [item for seed in (ord("A"), ord("B")) for item in items(trams, seed)]
    shown = {option.text for item in asked for option in item.options}
    whys = {option.why for item in asked for option in item.options} | {one.why for one in asked}
    leaked = [why for why in whys if why and why in flat and not any(why in one for one in shown)]
    assert leaked == []
    assert "Key" not in whole.replace("Keywords", "")
    assert "Right" not in whole
    assert [item.id for item in asked if item.id in flat] == []


def _metadata(content: bytes) -> str:
    with pikepdf.open(BytesIO(content)) as file:
        info = " ".join(f"{name} {value}" for name, value in file.docinfo.items())
        return f"{info} {file.open_metadata()}"


def turned(item: Item) -> Item:
    """The same question with other right answers, and nothing said of them."""
    blank = replace(item, why="y", proof=(), paragraphs=())
    match blank:
        case Choice() | Multiple():
            return replace(blank, options=tuple(map(unsaid, blank.options)))
        case Match(partners=partners):
            said = tuple(map(unsaid, blank.options))
            return replace(blank, options=said, partners=partners[::-1])
        case Order(ranks=ranks):
            return replace(blank, options=tuple(map(unsaid, blank.options)), ranks=ranks[::-1])
        case Short():
            return replace(blank, accepted=("Somebody else",))


def every_other_kind(trams: Material) -> tuple[Item, ...]:
    """A question of each kind that has more than one answer, or one that is typed."""
    options = next(one for one in items(trams) if isinstance(one, Choice)).options
    common: dict[str, Any] = {
        "strand": "claims",
        "generator": "authored",
        "stem": "Who?",
        "target": "t",
    }
    return (
        Multiple(id="multiple", options=options, **common),
        Match(id="match", options=options, prompts=("One", "Two"), partners=(0, 2), **common),
        Order(id="order", options=options, ranks=(2, 0, 1), **common),
        Short(id="short", accepted=("Lind",), **common),
    )


def unsaid(option: Option) -> Option:
    return replace(option, correct=not option.correct, why="x", proof=())


def test_a_students_quiz_is_the_same_whichever_answer_is_right(trams: Material) -> None:
    asked = (*items(trams), *every_other_kind(trams))
    other = tuple(map(turned, asked))

    assert {type(one) for one in asked} == {Choice, Multiple, Match, Order, Short}
    assert [key_text(one) for one in asked] != [key_text(one) for one in other]
    one, two = (
        quiz_sheet(trams, "T", [Version(letter="A", items=these)], "student")
        for these in (asked, other)
    )
    assert one == two


@pytest.mark.parametrize("form", FORMS)
def test_the_teachers_quiz_holds_every_key_of_every_version(
    trams: Material, form: Form, tmp_path: Path
) -> None:
    text = "".join(said(trams, "quiz", "teacher", form, tmp_path).split())

    _, of_a, of_b = re.split(r"ThekeyofversionA|ThekeyofversionB", text)
    for of_version, letter in ((of_a, "A"), (of_b, "B")):
        asked = items(trams, ord(letter))
        rows = zip(item_codes(asked), map(key_text, asked), strict=True)
        wanted = ["".join(f"{n}{code}{key}".split()) for n, (code, key) in enumerate(rows, 1)]
        assert [row for row in wanted if row not in of_version] == []


@pytest.mark.parametrize("size", ["standard", "large-print", "dyslexia"])
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_pdfs_sheets_have_the_size_that_was_asked_for(
    trams: Material, size: Size, paper: str
) -> None:
    layout = Layout(paper="a4" if paper == "a4" else "letter", size=size)
    with pikepdf.open(
        BytesIO(write(sheet(trams, "brief", "student"), "pdf", layout).content)
    ) as pdf:
        boxes = {tuple(round(float(n)) for n in page.mediabox) for page in pdf.pages}

    assert boxes == ({(0, 0, 595, 842)} if paper == "a4" else {(0, 0, 612, 792)})


def test_in_a_docx_a_letter_with_a_line_before_it_keeps_its_distance_from_the_words(
    trams: Material,
) -> None:
    ticked, _ = items(trams)[:2]
    assert isinstance(ticked, Choice)
    common = {name: getattr(ticked, name) for name in ("id", "strand", "target", "generator")}
    lined = Order(**common, stem="Order them.", options=ticked.options, ranks=(0, 1, 2))
    made = quiz_sheet(trams, "T", [Version(letter="A", items=(ticked, lined))], "student")

    file = Document(BytesIO(write(made, "docx", Layout()).content))

    indents = {
        sign: {_indent(one) for one in file.paragraphs if one.text[0:1] == sign} for sign in "○_"
    }
    assert [len(found) for found in indents.values()] == [1, 1]
    assert indents["_"].pop() > indents["○"].pop()


def _indent(paragraph: Paragraph) -> int:
    """Where a paragraph's words begin, by its style."""
    assert paragraph.style is not None
    return paragraph.style.paragraph_format.left_indent or 0
