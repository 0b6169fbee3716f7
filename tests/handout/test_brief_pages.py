"""Pages of a brief: what goes over is named again, lists leave no single line, titles fit."""

import re
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace

from debatekit.handout import Layout, brief_sheet
from debatekit.handout.page import Reader
from debatekit.handout.write import write
from debatekit.logic.derive import derive
from debatekit.model.claim import Evidence
from debatekit.model.lesson import Motion
from debatekit.model.material import Material
from tests.handout.papers import pdf_text
from tests.handout.test_pdf import CARDS, evidenced

WORD = re.compile(r'xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax=".+?">(.*?)</word>')
TITLE = "Should all of the trams of this town be free of charge for"


def brief(material: Material, reader: Reader = "student") -> bytes:
    return write(brief_sheet(material, derive(material), reader), "pdf", Layout()).content


def pages(material: Material, folder: Path, reader: Reader = "student") -> list[str]:
    return pdf_text(brief(material, reader), folder).split("\f")[:-1]


def with_lesson(material: Material, **changes: object) -> Material:
    return replace(material, lesson=replace(material.lesson, **changes))


def sourced(material: Material, number: int, pieces: int) -> Material:
    """The lesson with so many more sources, cited in so many pieces of evidence."""
    [first, *_] = material.references.values()
    more = {f"r{n}": replace(first, id=f"r{n}", title=f"Entry{n}.") for n in range(number)}
    [contention] = material.lesson.contentions
    source, *others = contention.counterarguments
    shown = tuple(
        Evidence(text=f"Piece {n}.", kind="document", cite=tuple(more) if n == 0 else ())
        for n in range(pieces)
    )
    changed = replace(contention, counterarguments=(replace(source, evidence=shown), *others))
    told = replace(material, references={**material.references, **more})
    return with_lesson(told, contentions=(changed,))


def test_a_card_that_goes_over_is_named_again_on_the_next_sheet(
    trams: Material, tmp_path: Path
) -> None:
    found = pages(evidenced(trams), tmp_path)

    flat = ["".join(text.split()) for text in found]
    over = 0
    for number in range(CARDS):
        [begins] = [place for place, text in enumerate(flat) if f"Text{number}." in text]
        [ends] = [place for place, text in enumerate(flat) if f"Last{number}." in text]
        again = f"Counterargument1.{number + 1},continued"
        named = [place for place, text in enumerate(flat) if again in text]
        assert named == ([ends] if ends != begins else [])
        over += ends != begins
    assert over > CARDS / 4, "few go over"


def test_a_name_said_again_is_no_second_bookmark(trams: Material, tmp_path: Path) -> None:
    (tmp_path / "brief.pdf").write_bytes(brief(evidenced(trams)))

    with pikepdf.open(tmp_path / "brief.pdf") as file, file.open_outline() as outline:
        titles = [str(deep.title) for top in outline.root for deep in _under(top)]

    cards = [title for title in titles if "Counterargument 1." in title]
    assert len(cards) == len(set(cards)) == CARDS
    assert [title for title in titles if "continued" in title] == []


def _under(item: pikepdf.OutlineItem) -> list[pikepdf.OutlineItem]:
    return [item, *(deep for child in item.children for deep in _under(child))]


def test_a_box_of_words_that_goes_over_is_named_again(trams: Material, tmp_path: Path) -> None:
    [first, *_] = trams.terms.values()
    many = {f"t{n}": replace(first, name=f"word {n}") for n in range(90)}
    material = with_lesson(replace(trams, terms=many), terms=tuple(many))

    found = pages(material, tmp_path)

    told = [("Words to know" in text, "Words to know, continued" in text) for text in found]
    assert told[:2] == [(True, False), (True, True)]
    assert sum(again for _, again in told) == sum(named for named, _ in told) - 1


@pytest.mark.parametrize("number", range(40, 76, 12))
def test_no_sheet_holds_a_single_source(trams: Material, tmp_path: Path, number: int) -> None:
    found = pages(sourced(trams, number, 4), tmp_path)

    held = [len(re.findall(r"Entry\d+\.", text)) for text in found]
    assert sum(held) == number
    assert [count for count in held if count] == [count for count in held if count > 1]


def test_a_short_list_of_sources_is_never_broken(trams: Material, tmp_path: Path) -> None:
    parted = set()
    for pieces in range(8, 40, 5):
        found = pages(sourced(trams, 4, pieces), tmp_path)
        [head] = [n for n, text in enumerate(found) if re.search(r"^Sources$", text, re.M)]
        holders = {n for n, text in enumerate(found) for _ in re.findall(r"Entry\d\.", text)}
        assert holders == {head}
        parted.add(head)
    assert len(parted) > 1, "the list always stands on one page"


def test_the_name_of_a_format_is_never_broken_at_its_hyphen(
    trams: Material, tmp_path: Path
) -> None:
    many = tuple(Motion(text=f"Resolved: {'x ' * n}.", format="ld") for n in range(30, 60))

    text = "\n".join(pages(with_lesson(trams, motions=many), tmp_path))

    assert text.count("(Lincoln-Douglas)") == len(many)


@pytest.mark.parametrize("more", ["all", "all of us who live and work in it and pay its taxes"])
def test_the_lines_of_a_title_are_about_as_long_as_one_another(
    trams: Material, tmp_path: Path, more: str
) -> None:
    if not (reader := shutil.which("pdftotext")):
        pytest.skip("pdftotext is not installed")
    title = f"{TITLE} {more}"
    (tmp_path / "brief.pdf").write_bytes(brief(with_lesson(trams, title=title)))

    command = [reader, "-l", "1", "-bbox", str(tmp_path / "brief.pdf"), "-"]
    read = subprocess.run(command, capture_output=True, text=True, check=True)

    lines: dict[str, list[float]] = {}
    for left, top, right, _ in WORD.findall(read.stdout)[: len(title.split()) + 7]:
        lines.setdefault(top, []).extend((float(left), float(right)))
    [*_, first, second] = [max(ends) - min(ends) for ends in list(lines.values())[:3]]
    assert second > 0.7 * first


def test_room_for_notes_beside_what_goes_over_has_its_name_on_both_sheets(
    trams: Material, tmp_path: Path
) -> None:
    [contention] = evidenced(trams).lesson.contentions
    [reply, *_] = trams.lesson.contentions[0].counterarguments[0].replies
    answered = tuple(
        replace(one, replies=(replace(reply, id=f"a{n}", text="No."),))
        for n, one in enumerate(contention.counterarguments)
    )
    changed = replace(contention, reasons=(), counterarguments=answered)

    found = pages(with_lesson(trams, contentions=(changed,)), tmp_path)

    broken = [n for n, text in enumerate(found) if text.count(", continued") == 1]
    roomy = [n for n in broken if len(re.findall(r"More\d+ \d+\.", _over(found[n]))) > 6]
    assert len(roomy) > 3, "few go over by much"
    assert [n for n in roomy if "Your notes" not in found[n]] == []


def _over(page: str) -> str:
    """What a page shows of the card that began on the page before."""
    after = page[page.index(", continued") :]
    return re.split(r"Counter side · ", after)[0]
