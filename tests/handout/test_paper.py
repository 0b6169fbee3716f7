"""The brief on sheets of paper, as a browser prints it."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from msgspec.structs import replace

from debatekit.handout import Layout, Paper, Size, brief_html
from debatekit.handout.write import write
from debatekit.logic.derive import derive
from debatekit.model.claim import Evidence
from debatekit.model.material import Material
from tests.handout.browser import QUIET, chromium
from tests.handout.papers import Word, placed_words
from tests.handout.sheets import sheet


def crowded(material: Material, least: int = 0, steps: int = 1) -> Material:
    """The lesson with thirty counterarguments of several lengths, each with a last word.

    The shortest shows `least` pieces of evidence, the others up to six steps more.
    """
    [contention] = material.lesson.contentions
    many = []
    for number in range(30):
        source = contention.counterarguments[number % 3]
        shown = ("Some evidence. " * (least + steps * (number % 7))) + f"Endof{number}."
        many.append(
            replace(
                source,
                id=f"{source.id}-{number}",
                text=f"Startof{number}. {source.text}",
                evidence=(Evidence(text=shown, kind="document"),),
                replies=tuple(replace(one, id=f"{one.id}-{number}") for one in source.replies),
            )
        )
    changed = replace(contention, counterarguments=tuple(many))
    return replace(material, lesson=replace(material.lesson, contentions=(changed,)))


def printed(html: str, folder: Path) -> list[str]:
    """The text of each sheet."""
    if not (reader := shutil.which("pdftotext")):
        pytest.skip("pdftotext is not installed")
    read = subprocess.run(
        [reader, str(pdf(html, folder)), "-"], capture_output=True, text=True, check=True
    )
    return read.stdout.split("\f")[:-1]


def pdf(html: str, folder: Path) -> Path:
    """The file that the browser prints."""
    page, sheet = folder / "page.html", folder / "page.pdf"
    page.write_text(html, encoding="utf-8")
    subprocess.run(
        [
            chromium(),
            *QUIET,
            f"--user-data-dir={folder / 'profile'}",
            "--no-pdf-header-footer",
            f"--print-to-pdf={sheet}",
            page.as_uri(),
        ],
        capture_output=True,
        timeout=120,
        check=True,
    )
    return sheet


@pytest.mark.parametrize(
    ("paper", "size"),
    [("a4", "standard"), ("letter", "standard"), ("a4", "large-print"), ("letter", "dyslexia")],
)
def test_every_counterargument_stands_on_one_numbered_sheet(
    trams: Material, tmp_path: Path, paper: Paper, size: Size
) -> None:
    material = crowded(trams)

    sheets = printed(
        brief_html(material, derive(material), "student", paper=paper, size=size), tmp_path
    )

    for number in range(30):
        begins = [place for place, text in enumerate(sheets) if f"Startof{number}." in text]
        ends = [place for place, text in enumerate(sheets) if f"Endof{number}." in text]
        assert begins == ends
    assert [f"Page {n} of {len(sheets)}" in text for n, text in enumerate(sheets, 1)] == [
        True
    ] * len(sheets)
    assert all("Should trams be free?" in text for text in sheets)


@pytest.fixture(scope="module")
def long_winded(trams: Material, tmp_path_factory: pytest.TempPathFactory) -> list[Word]:
    """The words of a teacher's brief whose counterarguments are taller than a third of a sheet."""
    material = crowded(trams, least=28, steps=10)
    page = brief_html(material, derive(material), "teacher")
    return placed_words(pdf(page, tmp_path_factory.mktemp("long")))


def test_where_a_pair_goes_over_a_sheet_nothing_is_printed_across_it(
    long_winded: list[Word],
) -> None:
    across = [
        (one.text, other.text)
        for place, one in enumerate(long_winded)
        for other in long_winded[place + 1 : place + 400]
        if one.covers(other)
    ]

    assert across == []
    assert {f"Endof{n}." for n in range(30)} <= {word.text for word in long_winded}


def test_no_sheet_of_long_counterarguments_is_left_half_empty(long_winded: list[Word]) -> None:
    [*sheets] = range(1, max(word.page for word in long_winded) + 1)
    foot = {n: {word.bottom for word in long_winded if word.page == n} for n in sheets}
    filled = {n: sorted(found)[-2] for n, found in foot.items()}
    of_arguments = {word.page for word in long_winded if word.text.startswith("Endof")}

    assert len(of_arguments) > 5
    assert [n for n in sorted(of_arguments)[:-1] if filled[n] < 842 * 0.6] == []


def test_no_heading_is_the_last_line_of_a_sheet(trams: Material, tmp_path: Path) -> None:
    material = crowded(trams)

    sheets = printed(brief_html(material, derive(material), "teacher"), tmp_path)

    for text in sheets:
        lines = [line for line in text.splitlines() if line.strip()]
        body = [line for line in lines if not re.match(r"Page \d+ of|Brief for the", line)]
        assert not re.match(
            r"(What the record says|Motions|Sources|Who is who|Each side at|Author.s side ·)",
            body[-1],
        )


def test_each_version_counts_its_own_sheets(trams: Material, tmp_path: Path) -> None:
    page = write(sheet(trams, "quiz", "student"), "html", Layout()).content.decode()

    sheets = printed(page, tmp_path)

    of_version = {letter: [one for one in sheets if f"version {letter}" in one] for letter in "AB"}
    assert sum(map(len, of_version.values())) == len(sheets)
    for own in of_version.values():
        assert len(own) > 1
        assert all(re.search(rf"Page {n}$", text, re.M) for n, text in enumerate(own, 1))


def test_the_first_sheet_has_its_title_in_the_place_of_a_running_head(
    trams: Material, tmp_path: Path
) -> None:
    made = sheet(trams, "quiz", "student")

    first, second, *_ = printed(write(made, "html", Layout()).content.decode(), tmp_path)

    assert made.parts[0].running not in first
    assert made.parts[0].running in second


@pytest.mark.parametrize("size", ["large-print", "dyslexia"])
def test_in_large_letters_a_note_to_the_teacher_stands_whole_with_what_it_is_about(
    trams: Material, tmp_path: Path, size: Size
) -> None:
    [contention] = trams.lesson.contentions
    noted = replace(contention, notes=f"{contention.notes} Endofnote.")
    material = replace(trams, lesson=replace(trams.lesson, contentions=(noted,)))

    sheets = printed(brief_html(material, derive(material), "teacher", size=size), tmp_path)

    [begun] = [text for text in sheets if "Teaching note:" in text]
    assert "Endofnote." in begun
    assert re.search(r"Reason\s1A", begun)
