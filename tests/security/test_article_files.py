"""An article's file can be made to overwhelm whatever opens it; it costs one message at most."""

import io
import time
import zipfile
import zlib
from pathlib import Path

import pytest
from docx import Document

from debatekit.cli.confined import TooMuchError, confined
from debatekit.cli.main import run
from debatekit.intake import IntakeError, read_argdown, take_article
from debatekit.intake.article import MOST_SIGNS

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
SECRET = "a line of a file that is nobody's business"


def word_file(path: Path, xml: str = "", extra: dict[str, bytes] | None = None) -> Path:
    """Write a Word file whose text part is the given XML, with more members if asked."""
    made = io.BytesIO()
    document = Document()
    document.add_paragraph("The path stays open at night.")
    document.save(made)
    with zipfile.ZipFile(made) as sound, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as odd:
        for part in sound.infolist():
            other = xml if part.filename == "word/document.xml" else ""
            odd.writestr(part.filename, other or sound.read(part))
        for name, content in (extra or {}).items():
            odd.writestr(name, content)
    return path


def body(inside: str, before: str = "") -> str:
    return f"{before}<w:document {WORD}><w:body>{inside}</w:body></w:document>"


def pdf_file(path: Path, content: bytes, resources: bytes = b"", *more: bytes) -> Path:
    """Write a PDF file of one page that shows the content."""
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<<%s>>/Contents 4 0 R>>"
        % resources,
        b"<</Length %d/Filter/FlateDecode>>\nstream\n%s\nendstream" % (len(content), content),
        *more,
    ]
    text, places = b"%PDF-1.7\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(text))
        text += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    path.write_bytes(
        text
        + b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
        + table
        + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(parts) + 1, len(text))
    )
    return path


def test_a_word_file_that_unpacks_to_far_more_is_refused_before_it_is_opened(
    tmp_path: Path,
) -> None:
    path = word_file(tmp_path / "bomb.docx", body("<w:p/>" * 6_000_000))
    assert path.stat().st_size < 200_000
    with pytest.raises(IntakeError, match="unpacks to more than 32 MiB"):
        take_article(path)


def test_entities_of_a_word_file_are_neither_multiplied_nor_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET, encoding="utf-8")
    many = body(
        "<w:p><w:r><w:t>&a11;</w:t></w:r></w:p>", f'<!DOCTYPE x [<!ENTITY a0 "ha">{LAUGHS}]>'
    )
    with pytest.raises(IntakeError, match="damaged"):
        take_article(word_file(tmp_path / "laughs.docx", many))
    outside = body(
        "<w:p><w:r><w:t>The path &s; stays open.</w:t></w:r></w:p>",
        f'<!DOCTYPE x [<!ENTITY s SYSTEM "{secret.as_uri()}">]>',
    )
    said = take_article(word_file(tmp_path / "outside.docx", outside)).paragraphs
    assert SECRET not in "".join(said)


def test_members_of_an_archive_that_lead_elsewhere_are_written_nowhere(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    names = {"../slipped.txt": b"x", f"{tmp_path.as_posix()}/slipped.txt": b"x"}
    take_article(word_file(inner / "slip.docx", extra=names))
    assert {path.name for path in tmp_path.rglob("*")} == {"inner", "slip.docx"}


@pytest.mark.parametrize(
    "content",
    [
        zlib.compress(b"\0" * 200_000_000, 9),
        zlib.compress(b"[" * 200_000),
        zlib.compress(b"<<" * 200_000),
        zlib.compress(b"BT (" + b"(" * 200_000),
    ],
    ids=["a stream of 200 MB", "brackets", "braces", "a string that never ends"],
)
def test_a_pdf_made_to_overwhelm_its_reader_is_refused(content: bytes, tmp_path: Path) -> None:
    with pytest.raises(IntakeError):
        take_article(pdf_file(tmp_path / "odd.pdf", content))


def test_pages_of_a_pdf_that_contain_one_another_are_refused(tmp_path: Path) -> None:
    path = pdf_file(tmp_path / "loop.pdf", b"")
    path.write_bytes(path.read_bytes().replace(b"/Kids[3 0 R]", b"/Kids[2 0 R]"))
    with pytest.raises(IntakeError):
        take_article(path)


@pytest.mark.parametrize("tag", ["<div>", "<p>word</p>", "<b>x</b>"])
def test_a_page_of_a_hundred_thousand_elements_is_refused(tag: str, tmp_path: Path) -> None:
    path = tmp_path / "odd.html"
    path.write_text(f"<html><body>{tag * 100_001}", encoding="utf-8")
    with pytest.raises(IntakeError, match="far longer than an article's page"):
        take_article(path)


def test_entities_of_a_page_fetch_no_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(SECRET, encoding="utf-8")
    page = tmp_path / "page.html"
    page.write_text(
        f'<!DOCTYPE html [<!ENTITY s SYSTEM "{secret.as_uri()}">]><html><body><article><p>'
        + "The path &s; stays open at night, and so it should. " * 20,
        encoding="utf-8",
    )
    assert SECRET not in "".join(take_article(page).paragraphs)


@pytest.mark.parametrize(
    "text",
    [
        "# " + "#" * 200_000 + "x",
        "![" * 200_000,
        "[" * 400_000,
        "![](" * 20_000,
        "*a " * 40_000,
        "- " * 200_000 + "x",
        "---\n" + "---x\n" * 100_000,
        ("\n" + " " * 1000 + "x") * 400,
    ],
    ids=["heading", "images", "links", "targets", "emphasis", "rule", "front matter", "blanks"],
)
def test_marks_that_never_close_do_not_keep_a_text_from_being_read(
    text: str, tmp_path: Path
) -> None:
    path = tmp_path / "odd.md"
    path.write_text(f"{text}\n\nThe path stays open.\n", encoding="utf-8")
    try:
        assert take_article(path).paragraphs
    except IntakeError as error:
        assert "longer than an article" in str(error)  # noqa: PT017 (either answer is one)


def test_a_text_longer_than_any_article_is_refused_before_marks_are_looked_for(
    tmp_path: Path,
) -> None:
    path = tmp_path / "odd.md"
    path.write_text("*a " * MOST_SIGNS, encoding="utf-8")
    with pytest.raises(IntakeError, match="longer than an article"):
        take_article(path)


@pytest.mark.parametrize(
    "text",
    [
        "/* " * 150_000,
        "<!-- " * 90_000,
        "/* <!-- " * 60_000,
        "[a]: " + "#( " * 150_000,
        "[a]: " + "{}" * 200_000 + "x",
        "===\n" * 100_000,
        "[a]: " + "\\" * 400_000,
    ],
    ids=["comments", "other comments", "both", "tags", "data", "front matter", "backslashes"],
)
def test_marks_that_never_close_do_not_keep_a_map_from_being_read(text: str) -> None:
    assert len(read_argdown(text).nodes) <= 1


def test_a_map_of_thousands_of_claims_is_refused() -> None:
    with pytest.raises(IntakeError, match="more than 1000 claims"):
        read_argdown("[a]\n" + "\n".join(f"  - [b{number}]: t" for number in range(2000)))
    with pytest.raises(IntakeError, match="longer than a lesson's map"):
        read_argdown("[a]: " + "x" * MOST_SIGNS)


def test_a_comment_in_a_map_says_nothing_and_one_never_closed_is_text() -> None:
    found = read_argdown("[a]: one /* not\nthis */ two\n\n[b]: three <!-- four\n/* five")
    assert found.nodes[False, "a"].text == "one two"
    assert found.nodes[False, "b"].text == "three <!-- four /* five"


def test_work_that_never_ends_or_wants_all_memory_is_given_up() -> None:
    assert confined(abs, -42) == 42
    with pytest.raises(TooMuchError):
        confined(time.sleep, 600, seconds=0.2)
    with pytest.raises(TooMuchError):
        confined(bytearray, 2**31, space=2**30)


def test_a_file_that_takes_too_long_is_one_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "lessons").mkdir()
    page = tmp_path / "page.html"
    page.write_text("<html><body><p>Words.</p></body></html>", encoding="utf-8")
    monkeypatch.setattr(confined, "__defaults__", (0, 2**33))
    assert run(["-C", str(tmp_path), "new", "source", "odd", "--from", str(page)]) == 1
    said = capfd.readouterr().err
    assert "takes too much time or memory" in said
    assert "copy its text into a .txt file" in said
    assert not (tmp_path / "seeds" / "odd.yaml").exists()
