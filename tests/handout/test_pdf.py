"""The brief as a PDF on sheets of paper: what is kept together, and what does not fit."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace

from debatekit.handout import Layout, Paper, Size, brief_sheet
from debatekit.handout.write import write
from debatekit.logic.derive import derive
from debatekit.model.claim import Evidence
from debatekit.model.lesson import Counterargument, Reply
from debatekit.model.material import Material
from tests.handout.papers import pdf_text
from tests.handout.sheets import sheet
from tests.handout.test_paper import crowded

HEADINGS = (
    "What the record says",
    "Motions",
    "Sources",
    "Who is who",
    "Each side at its strongest",
)


def sheets(content: bytes, folder: Path) -> list[str]:
    return pdf_text(content, folder).split("\f")[:-1]


@pytest.mark.parametrize(
    ("paper", "size"),
    [("a4", "standard"), ("letter", "standard"), ("a4", "large-print"), ("letter", "dyslexia")],
)
def test_no_heading_ends_a_sheet_and_every_sheet_is_numbered(
    trams: Material, tmp_path: Path, paper: Paper, size: Size
) -> None:
    material = crowded(trams)
    made = brief_sheet(material, derive(material), "teacher")

    found = sheets(write(made, "pdf", Layout(paper=paper, size=size)).content, tmp_path)

    for number, text in enumerate(found, 1):
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        assert f"Page {number} of {len(found)}" in " ".join(lines)
        body = [line for line in lines if not line.startswith(("Page ", "Brief for the"))]
        assert body[-1] not in HEADINGS
        assert not body[-1].startswith(("Author’s side · ", "Counter side · "))
    assert all(f"Startof{n}." in "".join(found) for n in range(30))
    assert all(f"Endof{n}." in "".join(found) for n in range(30))


def test_a_question_is_never_broken_over_two_sheets(trams: Material, tmp_path: Path) -> None:
    made = sheet(trams, "quiz", "student")

    found = sheets(write(made, "pdf", Layout()).content, tmp_path)

    for part in made.parts:
        for block in part.blocks:
            code = getattr(block, "code", "")
            options = [one for each in getattr(block, "blocks", ()) for one in _texts(each)]
            [place] = [n for n, text in enumerate(found) if _within(code, text, part.running)]
            flat = "".join(found[place].split())
            assert [one for one in options if "".join(one.split()) not in flat] == []


def _within(code: str, text: str, running: str) -> bool:
    return code in text and running in text


def _texts(block: object) -> list[str]:
    lines = [line for _, line in getattr(block, "options", ())]
    return ["".join(span.text for span in line) for line in lines]


def test_a_version_counts_its_own_pages(trams: Material, tmp_path: Path) -> None:
    found = sheets(write(sheet(trams, "quiz", "student"), "pdf", Layout()).content, tmp_path)

    for letter in "AB":
        own = [" ".join(text.split()) for text in found if f"Quiz, version {letter}" in text]
        assert own
        assert all(f"Page {n} of {len(own)}" in text for n, text in enumerate(own, 1))


def test_sixty_counterarguments_are_all_printed(trams: Material, tmp_path: Path) -> None:
    many = tuple(
        Counterargument(
            id=f"c{n}",
            text=f"Number{n}.",
            attacks="make-trams-free",
            replies=(Reply(id=f"r{n}", text="No.", answers="dismisses"),),
        )
        for n in range(60)
    )
    [contention] = trams.lesson.contentions
    lesson = replace(trams.lesson, contentions=(replace(contention, counterarguments=many),))
    material = replace(trams, lesson=lesson)

    content = write(brief_sheet(material, derive(material), "student"), "pdf", Layout()).content

    text = pdf_text(content, tmp_path)
    assert [n for n in range(60) if f"Number{n}." not in text] == []


def test_a_link_leads_to_https_alone(trams: Material) -> None:
    content = write(sheet(trams, "brief", "teacher"), "pdf", Layout()).content
    with pikepdf.open(BytesIO(content)) as file:
        found = {
            str(note.A.URI)
            for page in file.pages
            for note in page.get("/Annots", [])
            if "/A" in note and "/URI" in note.A
        }

    assert found
    assert all(address.startswith("https://") for address in found)


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_card_that_is_broken_leaves_some_lines_on_either_sheet(
    trams: Material, tmp_path: Path, paper: Paper
) -> None:
    material = evidenced(trams)
    made = brief_sheet(material, derive(material), "student")

    found = sheets(write(made, "pdf", Layout(paper=paper)).content, tmp_path)

    flat = ["".join(text.split()) for text in found]

    def at(word: str) -> int:
        [place] = [place for place, text in enumerate(flat) if word in text]
        return place

    cards = [
        [at(f"{name}{n}.") for name in ("Text", "First", "Next", "Last")] for n in range(CARDS)
    ]
    assert [n for n, (begin, first, _, _) in enumerate(cards) if begin != first] == []
    assert [n for n, (_, _, before, last) in enumerate(cards) if before != last] == []
    assert sum(first != last for _, first, _, last in cards) > CARDS / 4, "few are broken"


CARDS = 40


def evidenced(material: Material) -> Material:
    """The lesson with counterarguments too tall to be kept whole, each in pieces of one line."""
    [contention] = material.lesson.contentions
    source = contention.counterarguments[0]
    many = []
    for number in range(CARDS):
        names = [f"First{number}.", *(f"More{number} {n}." for n in range(17 + number % 11))]
        names += [f"Next{number}.", f"Last{number}."]
        shown = tuple(Evidence(text=one, kind="document") for one in names)
        one = replace(source, id=f"c{number}", text=f"Text{number}.", evidence=shown)
        many.append(replace(one, reasons=(), replies=()))
    changed = replace(contention, counterarguments=tuple(many))
    return replace(material, lesson=replace(material.lesson, contentions=(changed,)))


def test_a_teaching_note_stands_on_the_sheet_of_what_it_is_about(
    trams: Material, tmp_path: Path
) -> None:
    [contention] = trams.lesson.contentions
    many = tuple(
        replace(contention, claim=one, notes=f"Note{n}. {'word ' * 40 * n}")
        for n, one in enumerate([contention.claim] * 8)
    )
    material = replace(trams, lesson=replace(trams.lesson, contentions=many))
    made = brief_sheet(material, derive(trams), "teacher")

    found = sheets(write(made, "pdf", Layout()).content, tmp_path)

    for number in range(8):
        [text] = [text for text in found if f"Note{number}." in text]
        after = text[text.index(f"Note{number}.") :]
        assert "Reason" in after, f"nothing follows note {number} on its sheet"
