"""A teacher's brief and key quote the article where there is a copy; nothing else does."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from debatekit.cli.main import run
from debatekit.cli.sheets import Order, sheet_for
from debatekit.cli.workspace.course import read_course
from debatekit.cli.workspace.versions import items_of, seed_of
from debatekit.export.formats import EXPORTERS
from debatekit.handout import Layout, Reader
from debatekit.handout.page import KINDS, Form, Kind
from debatekit.handout.passages import TITLE
from debatekit.handout.write import write
from tests.copies import COPY, LONG, make_copied
from tests.handout.pages import Reader as Page

Said = Callable[[Path, Kind, Reader], str]


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_copied(tmp_path_factory.mktemp("copied") / "ws")


@pytest.fixture(scope="module")
def said() -> Said:
    def page(root: Path, kind: Kind, reader: Reader) -> str:
        sheet = sheet_for(read_course(root, "two"), Order(kind=kind, reader=reader))
        return Page(write(sheet, "html", Layout()).content.decode()).said()

    return page


@pytest.mark.parametrize("kind", ["brief", "quiz"])
def test_a_teacher_reads_each_cited_passage_once(copied: Path, said: Said, kind: Kind) -> None:
    shown = said(copied, kind, "teacher")

    assert [shown.count(text) for text in COPY] == [1, 1, 1]


@pytest.mark.parametrize("kind", KINDS)
def test_a_student_reads_none(copied: Path, said: Said, kind: Kind) -> None:
    shown = said(copied, kind, "student")

    assert TITLE not in shown
    assert not [text for text in COPY if text in shown]


@pytest.mark.parametrize("kind", ["flow", "map", "glossary"])
def test_other_sheets_quote_nothing(copied: Path, said: Said, kind: Kind) -> None:
    assert not [text for text in COPY if text in said(copied, kind, "teacher")]


def test_what_no_question_cites_is_not_quoted(copied: Path) -> None:
    course = read_course(copied, "two")
    [item] = items_of(course, seed_of("A"), 1)

    sheet = sheet_for(course, Order(kind="quiz", reader="teacher", size=1))
    page = write(sheet, "html", Layout()).content.decode()

    assert {n for n, text in enumerate(COPY, 1) if text in page} == set(item.paragraphs)
    assert len(item.paragraphs) < len(COPY)


@pytest.mark.parametrize("kind", ["brief", "quiz"])
def test_a_paragraph_that_does_not_fit_is_named_once_and_not_shown(
    tmp_path: Path, said: Said, kind: Kind
) -> None:
    odd = make_copied(tmp_path / "odd", ("A title.", COPY[0], "Another text.", COPY[2]))

    shown = said(odd, kind, "teacher")

    assert shown.count("Not quoted: paragraph 2;") == 1
    assert "Another text." not in shown
    assert COPY[0] in shown


@pytest.mark.parametrize("kind", ["brief", "quiz"])
def test_without_a_copy_there_is_no_such_part(tmp_path: Path, said: Said, kind: Kind) -> None:
    bare = make_copied(tmp_path / "bare")
    (bare / "seeds" / "lind-2024.txt").unlink()

    assert TITLE not in said(bare, kind, "teacher")


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_a_long_passage_stands_in_paper_too(copied: Path, tmp_path: Path, form: Form) -> None:
    sheet = sheet_for(read_course(copied, "two"), Order(kind="brief", reader="teacher"))
    place = tmp_path / f"brief.{form}"

    place.write_bytes(write(sheet, form, Layout()).content)

    if form == "docx":
        with zipfile.ZipFile(place) as found:
            assert LONG in found.read("word/document.xml").decode()
    else:
        from pypdf import PdfReader

        text = " ".join(page.extract_text() for page in PdfReader(place).pages)
        assert "Tram number 53 leaves" in " ".join(text.split())


@pytest.mark.parametrize("form", sorted(EXPORTERS))
def test_no_export_holds_a_passage(copied: Path, tmp_path: Path, form: str) -> None:
    place = tmp_path / "export"

    assert run(["-C", str(copied), "export", "two", "--to", form, "-o", str(place)]) == 0

    held = [place.read_bytes()]
    if zipfile.is_zipfile(place):
        with zipfile.ZipFile(place) as found:
            held += [found.read(name) for name in found.namelist()]
    assert not any(text.encode() in part for text in COPY for part in held)


@pytest.mark.parametrize("form", ["text", "svg", "dot", "json", "argdown"])
def test_no_map_holds_a_passage(
    copied: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["-C", str(copied), "map", "free-trams", "--format", form]) == 0

    drawn = " ".join(capsys.readouterr().out.split())
    assert not [text for text in COPY if text in drawn]
