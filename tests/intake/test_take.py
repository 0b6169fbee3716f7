"""Whatever an article comes in, the same paragraphs are taken out; what is none says so."""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from debatekit.intake import TAKERS, Article, IntakeError, take_article
from tests.intake.made import (
    KINDS,
    PARAGRAPHS,
    TITLE,
    headed_file,
    locked_pdf,
    pdf_file,
    saved,
)


def taken(folder: Path, name: str, content: bytes) -> Article:
    path = folder / name
    path.write_bytes(content)
    return take_article(path)


@pytest.mark.parametrize("name", sorted(KINDS))
def test_title_author_and_paragraphs_are_the_same_from_every_kind_of_file(
    name: str, tmp_path: Path
) -> None:
    article = taken(tmp_path, name, KINDS[name])

    assert (article.title, article.author) == (TITLE, "Ada Moss")
    assert article.paragraphs == PARAGRAPHS


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_the_day_it_appeared_is_taken_where_the_file_says_it(name: str, tmp_path: Path) -> None:
    assert taken(tmp_path, name, KINDS[name]).date == "2024-03-05"


def test_a_web_page_names_its_publisher(tmp_path: Path) -> None:
    assert taken(tmp_path, "a.html", KINDS["a.html"]).publisher == "Millbrook Gazette"


def zip_bomb() -> bytes:
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as packed:
        for number in range(3):
            packed.writestr(f"word/{number}.xml", b"\0" * (70 * 1024 * 1024))
    return content.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "reason", "hint"),
    [
        ("a.txt", b"", "empty", ""),
        ("a.txt", b" \n ", "empty", ""),
        ("a.txt", b"ab\0cd", "no text file", "ending"),
        ("a.txt", b"word " * (5 * 1024 * 1024), "larger than 20 MiB", "alone"),
        ("a.txt", b"word " * 200_000, "longer than an article", "alone"),
        ("a.md", b"# Only a heading\n", "no text in it", ".txt"),
        ("a.odt", b"PK", "'.odt' are not read", ".docx"),
        ("a", b"text", "are not read", ".txt"),
        ("a.html", b"<html></html>", "no article", ".txt"),
        ("a.html", b"<", "no article", ".txt"),
        ("a.docx", b"no zip", "no Word file", ".docx"),
        ("a.docx", saved(Document()), "no text in it", ".txt"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "password", "Word"),
        ("a.docx", zip_bomb(), "unpacks", "alone"),
        ("a.pdf", b"no pdf", "no PDF", ".txt"),
        ("a.pdf", KINDS["a.pdf"][:900], "no PDF", ".txt"),
        ("a.pdf", pdf_file("#rect(width: 5cm)"), "pictures", "OCR"),
        ("a.pdf", locked_pdf(), "password", "without"),
        ("a.pdf", pdf_file("#for n in range(101) [word #pagebreak()]"), "100 pages", "alone"),
    ],
)
def test_what_no_article_can_be_taken_from_says_why_and_what_to_do(
    name: str, content: bytes, reason: str, hint: str, tmp_path: Path
) -> None:
    with pytest.raises(IntakeError) as told:
        taken(tmp_path, name, content)

    assert reason in str(told.value)
    assert hint in told.value.hint


def test_a_file_that_is_not_there_or_a_folder_says_so(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()

    for name, reason in (("none.txt", "no such file"), ("folder.txt", "no ordinary file")):
        with pytest.raises(IntakeError, match=reason):
            take_article(tmp_path / name)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Caf\u00e9 is open.".encode("cp1252"), "Caf\u00e9 is open."),
        ("Caf\u00e9 is open.".encode("utf-16"), "Caf\u00e9 is open."),
        (b"\xef\xbb\xbfCaf\xc3\xa9 is open.", "Caf\u00e9 is open."),
    ],
)
def test_old_encodings_are_read(content: bytes, expected: str, tmp_path: Path) -> None:
    assert taken(tmp_path, "a.txt", content).paragraphs == (expected,)


@pytest.mark.parametrize("ending", sorted(TAKERS))
@given(content=st.binary(max_size=300))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_bring_it_down(ending: str, content: bytes, tmp_path: Path) -> None:
    try:
        article = taken(tmp_path, f"any{ending}", content)
    except IntakeError:
        return
    assert all(paragraph == " ".join(paragraph.split()) for paragraph in article.paragraphs)
    assert all(article.paragraphs)


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.html"])
@given(spoilt=st.dictionaries(st.integers(0, 10**6), st.integers(0, 255), min_size=1, max_size=30))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.filterwarnings("error")
def test_no_damage_brings_it_down_or_makes_a_noise(
    name: str, spoilt: dict[int, int], tmp_path: Path
) -> None:
    content = bytearray(KINDS[name])
    for place, byte in spoilt.items():
        content[place % len(content)] = byte

    try:
        said = " ".join(taken(tmp_path, name, bytes(content)).paragraphs)
    except IntakeError as error:
        said = error.hint

    assert said


@pytest.mark.parametrize(
    "above",
    [
        ("By Ada Moss, Millbrook Gazette, 5 March 2024",),
        ("By Ada Moss | Millbrook Gazette | March 5, 2024",),
        ("By Ada Moss", "Millbrook Gazette, 5 March 2024"),
        ("Ada Moss", "Millbrook Gazette, 2024-03-05"),
        ("Millbrook Gazette, 5 March 2024", "By Ada Moss, who rides home there"),
    ],
)
@pytest.mark.parametrize("ending", [".txt", ".md", ".html", ".docx", ".pdf"])
def test_lines_above_the_text_name_it_and_are_no_paragraphs(
    ending: str, above: tuple[str, ...], tmp_path: Path
) -> None:
    article = taken(tmp_path, f"a{ending}", headed_file(ending, above))

    assert article.paragraphs == PARAGRAPHS
    said = (article.title, article.author, article.publisher, article.date)
    assert said == (TITLE, "Ada Moss", "Millbrook Gazette", "2024-03-05")


@pytest.mark.parametrize(
    "first",
    ["By night, the path is empty.", "Two Quiet Words", "In May, on 5 March 2024, it rained."],
)
def test_what_is_no_byline_stays_a_paragraph(first: str, tmp_path: Path) -> None:
    content = "\n\n".join((TITLE, first, *PARAGRAPHS)).encode()

    assert taken(tmp_path, "a.txt", content).paragraphs == (first, *PARAGRAPHS)
