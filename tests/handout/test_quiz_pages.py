"""A quiz on paper: how its questions are shared out over the pages."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from debatekit.handout import Layout, Size
from debatekit.handout.page import Reader
from debatekit.handout.quiz_sheet import Version, item_codes, quiz_sheet
from debatekit.handout.write import write
from debatekit.model.material import Material
from tests.handout.sheets import items


def pages_of(content: bytes, folder: Path) -> list[str]:
    """Each page's text."""
    if not (reader := shutil.which("pdftotext")):
        pytest.skip("pdftotext is not installed")
    (folder / "quiz.pdf").write_bytes(content)
    command = [reader, str(folder / "quiz.pdf"), "-"]
    read = subprocess.run(command, capture_output=True, text=True, check=True)
    return read.stdout.split("\f")[:-1]


@pytest.mark.parametrize(
    ("size", "reader"),
    [("standard", "student"), ("dyslexia", "student"), ("large-print", "teacher")],
)
def test_no_question_stands_alone_on_the_last_page(
    trams: Material, tmp_path: Path, size: Size, reader: Reader
) -> None:
    asked = items(trams)
    versions = [
        Version(letter=letter, items=asked[:number])
        for letter, number in zip("ABCDE", range(len(asked) - 4, len(asked) + 1), strict=True)
    ]

    made = quiz_sheet(trams, "Trams", versions, reader)
    pages = pages_of(write(made, "pdf", Layout(size=size)).content, tmp_path)

    for version in versions:
        codes = item_codes(version.items)
        own = [text for text in pages if re.search(rf"version {version.letter}\n", text)]
        shown = [sum(code in text for code in codes) for text in own]
        assert len(shown) > 1
        assert shown[-1] > 1
        assert sum(shown) >= len(codes)
