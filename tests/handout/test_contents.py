"""The contents page of a pack."""

import shutil
import subprocess
from pathlib import Path

import pytest

from debatekit.handout import Layout
from debatekit.handout.contents_sheet import Listed, contents_sheet
from debatekit.handout.write import write


def test_the_name_of_a_file_stands_in_one_line(tmp_path: Path) -> None:
    if not (reader := shutil.which("pdftotext")):
        pytest.skip("pdftotext is not installed")
    names = [f"words-and-isolation-glossary-{who}.pdf" for who in ("student", "teacher")]
    files = [Listed(path=names[0], kind="glossary", reader="student")]
    files.append(Listed(path=names[1], kind="glossary", reader="teacher"))

    made = contents_sheet({"War, words and isolation": files}, "en")
    (tmp_path / "contents.pdf").write_bytes(write(made, "pdf", Layout()).content)

    command = [reader, "-layout", str(tmp_path / "contents.pdf"), "-"]
    read = subprocess.run(command, capture_output=True, text=True, check=True)
    lines = [line.replace("\u200b", "").split() for line in read.stdout.splitlines()]
    assert [line for line in lines if set(names) <= set(line)]
