"""The gallery: every kind of handout as pictures of its pages, in every mode."""

import pytest

from debatekit.bundled import bundled_workspace
from debatekit.cli.workspace.course import read_course
from debatekit.handout.page import KINDS, READERS
from tools.gallery import LAYOUTS, pages, sheets

LESSON = "tutorial-1-claims"


def test_the_gallery_shows_every_kind_for_everybody() -> None:
    names = [name for name, _ in sheets(read_course(bundled_workspace(), LESSON), "standard")]

    assert names == [f"{kind}-{reader}" for kind in KINDS for reader in READERS]


@pytest.mark.parametrize("mode", LAYOUTS)
def test_a_sheet_becomes_a_picture_of_each_page(mode: str) -> None:
    layout = LAYOUTS[mode]
    course = read_course(bundled_workspace(), LESSON)
    glossary = dict(sheets(course, layout.size))["glossary-student"]

    drawn = pages(glossary, layout)

    assert drawn
    assert all(one.startswith(b"\x89PNG") for one in drawn)
    wide, tall = (int.from_bytes(drawn[0][place : place + 4], "big") for place in (16, 20))
    assert tall / wide == pytest.approx(
        279.4 / 215.9 if layout.paper == "letter" else 297 / 210, abs=0.01
    )
