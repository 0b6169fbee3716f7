"""A theme for DOCX: its styles are worn, and nothing else of its file is."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.shared import Pt, RGBColor

from debatekit.handout import Layout, Size
from debatekit.handout.errors import ThemeError
from debatekit.handout.write import write
from debatekit.model.material import Material
from tests.handout.papers import docx_text, parts
from tests.handout.sheets import sheet

BLUE = RGBColor(0x10, 0x20, 0x90)


def themed(folder: Path, trams: Material) -> Path:
    """A theme made as a teacher makes one: a handout, its styles changed, saved."""
    file = Document(BytesIO(write(sheet(trams, "brief", "teacher"), "docx", Layout()).content))
    heading, normal = file.styles["Heading 2"], file.styles["Normal"]
    heading.font.name, heading.font.color.rgb, heading.font.size = "Georgia", BLUE, Pt(20)
    normal.font.size, normal.paragraph_format.line_spacing = Pt(10), 1.2
    file.core_properties.keywords = "of-the-theme"
    file.save(str(folder / "styles.docx"))
    return folder


def worn(trams: Material, folder: Path, size: Size = "standard") -> bytes:
    return write(sheet(trams, "brief", "student"), "docx", Layout(size=size), folder).content


def test_a_theme_changes_how_letters_and_lines_look(trams: Material, tmp_path: Path) -> None:
    content = worn(trams, themed(tmp_path, trams))

    styles = Document(BytesIO(content)).styles
    font = styles["Heading 2"].font
    assert (font.name, font.color.rgb, font.size) == ("Georgia", BLUE, Pt(20))
    assert styles["Normal"].font.size == Pt(10)
    assert styles["Normal"].paragraph_format.line_spacing == 1.2
    assert styles["Heading 1"].font.name == "Arial"


def test_a_theme_changes_the_styles_that_are_a_handouts_own(
    trams: Material, tmp_path: Path
) -> None:
    file = Document(BytesIO(write(sheet(trams, "quiz", "teacher"), "docx", Layout()).content))
    for name in ("Kicker", "Explained Question", "Teaching Note"):
        file.styles[name].font.color.rgb = BLUE
    file.save(str(tmp_path / "styles.docx"))

    styles = Document(BytesIO(worn(trams, tmp_path))).styles

    for name in ("Kicker", "Explained Question", "Teaching Note"):
        assert styles[name].font.color.rgb == BLUE
    assert styles["Question"].font.color.rgb != BLUE


def test_a_theme_changes_no_word_and_brings_nothing_else_along(
    trams: Material, tmp_path: Path
) -> None:
    content = worn(trams, themed(tmp_path, trams))

    plain = write(sheet(trams, "brief", "student"), "docx", Layout()).content
    assert docx_text(content) == docx_text(plain)
    assert "of-the-theme" not in parts(content)
    with ZipFile(BytesIO(content)) as ours, ZipFile(BytesIO(plain)) as without:
        assert ours.namelist() == without.namelist()


@pytest.mark.parametrize("size", ["large-print", "dyslexia"])
def test_a_theme_does_not_make_large_letters_small(
    trams: Material, tmp_path: Path, size: Size
) -> None:
    content = worn(trams, themed(tmp_path, trams), size)

    plain = write(sheet(trams, "brief", "student"), "docx", Layout(size=size)).content
    dressed, ours = (Document(BytesIO(one)).styles for one in (content, plain))
    for name in ("Normal", "Heading 2"):
        assert dressed[name].font.size == ours[name].font.size
        assert dressed[name].font.name == ours[name].font.name
    assert dressed["Heading 2"].font.color.rgb == BLUE


def archive(**files: str) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w") as file:
        for name, text in files.items():
            file.writestr(f"word/{name}.xml", text)
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "holds no styles.docx"),
        (b"no archive", "/styles.docx: is no docx that can be read"),
        (archive(document="<a/>"), "/styles.docx: is no docx that can be read"),
        (archive(styles="<a><b></a>"), "/styles.docx: is no docx that can be read"),
        (archive(styles=f"<a>{' ' * 5_000_000}</a>"), "/styles.docx: its styles are too large"),
    ],
)
def test_a_mistake_in_a_theme_for_docx_is_said(
    trams: Material, tmp_path: Path, content: bytes | None, said: str
) -> None:
    if content is not None:
        (tmp_path / "styles.docx").write_bytes(content)

    with pytest.raises(ThemeError) as found:
        worn(trams, tmp_path)

    assert str(found.value).strip().startswith(said)


def test_styles_cannot_read_a_file(trams: Material, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("Verysecret", encoding="utf-8")
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    styles = (
        f'<!DOCTYPE w:styles [<!ENTITY x SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]>'
        f'<w:styles xmlns:w="{space}"><w:style><w:name w:val="Normal"/>'
        '<w:rPr><w:color w:val="112233">&x;</w:color></w:rPr></w:style></w:styles>'
    )
    (tmp_path / "styles.docx").write_bytes(archive(styles=styles))

    content = worn(trams, tmp_path)

    assert "Verysecret" not in parts(content)
    assert Document(BytesIO(content)).styles["Normal"].font.color.rgb == RGBColor(0x11, 0x22, 0x33)
