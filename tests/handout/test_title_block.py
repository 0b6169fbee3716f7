"""What stands over a sheet's title: what the sheet is, and the room for the name."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from debatekit.handout import Layout
from debatekit.handout.write import write
from debatekit.model.material import Material
from tests.handout.sheets import sheet

WORD = re.compile(r'yMin="(.+?)" xMax=".+?" yMax=".+?">(.*?)</word>')


@pytest.mark.parametrize("kind", ["brief", "quiz", "flow", "glossary"])
def test_what_a_students_sheet_is_stands_in_one_line_with_the_room_for_the_name(
    trams: Material, tmp_path: Path, kind: str
) -> None:
    if not (reader := shutil.which("pdftotext")):
        pytest.skip("pdftotext is not installed")
    (tmp_path / "sheet.pdf").write_bytes(
        write(sheet(trams, kind, "student"), "pdf", Layout()).content
    )

    command = [reader, "-l", "1", "-bbox", str(tmp_path / "sheet.pdf"), "-"]
    read = subprocess.run(command, capture_output=True, text=True, check=True)

    [place] = [float(tall) for tall, word in WORD.findall(read.stdout) if word == "Name"]
    beside = [word for tall, word in WORD.findall(read.stdout) if abs(float(tall) - place) < 1]
    assert any(word.startswith("student") for word in beside)
    assert "Date" in beside
    assert ("Score" in beside) == (kind == "quiz")
