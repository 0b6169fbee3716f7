"""What stands in a file of each format, as a program that reads it finds it."""

import re
import shutil
import subprocess
from collections import Counter
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn

from tests.handout.pages import Reader

_SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\t", qn("w:noBreakHyphen"): "-"}
"""Signs that stand in a DOCX as elements."""


def pdf_text(content: bytes, folder: Path) -> str:
    """The text of a PDF in the order in which it was set."""
    if not (reader := shutil.which("pdftotext")):
        pytest.skip("pdftotext is not installed")
    (folder / "sheet.pdf").write_bytes(content)
    read = subprocess.run(
        [reader, "-raw", str(folder / "sheet.pdf"), "-"], capture_output=True, check=True
    )
    return read.stdout.decode().replace("\u200b", "")


class Word(NamedTuple):
    """A word of a PDF, with its place on its page in points from the top left."""

    page: int
    text: str
    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other: "Word") -> bool:
        """Whether two words are printed across one another."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return self.page == other.page and across > 1 and down > 0.4 * (self.bottom - self.top)


_PLACED = re.compile(
    r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
)


def placed_words(file: Path) -> list[Word]:
    """The words of a PDF in the order in which they stand in the file."""
    if not (reader := shutil.which("pdftotext")):
        pytest.skip("pdftotext is not installed")
    read = subprocess.run(
        [reader, "-bbox", str(file), "-"], capture_output=True, text=True, check=True
    )
    pages = read.stdout.split("<page ")[1:]
    return [
        Word(number, unescape(text), *map(float, place))
        for number, page in enumerate(pages, start=1)
        for *place, text in _PLACED.findall(page)
    ]


def docx_text(content: bytes) -> str:
    """The text of a DOCX's body, a paragraph a line."""
    body = Document(BytesIO(content)).element.body
    paragraphs = body.iter(qn("w:p"))
    return "\n".join(
        "".join(_SIGNS.get(one.tag) or one.text or "" for one in _letters(paragraph))
        for paragraph in paragraphs
    )


def _letters(paragraph: Any) -> list[Any]:
    return [one for one in paragraph.iter() if one.tag in (qn("w:t"), *_SIGNS)]


def html_text(content: bytes) -> str:
    """The text of a page, without its style sheet and its link for keyboards."""
    page = Reader(content.decode())
    shown = (text for tag, text in page.texts if tag not in ("style", "title"))
    return " ".join(shown).replace("Skip to the sheet", "")


def words(text: str) -> Counter[str]:
    """How often each word occurs, wherever lines were broken."""
    return Counter(re.findall(r"[^\W_]+", text.replace("\xad", "")))


def parts(content: bytes) -> str:
    """Everything that a DOCX holds, metadata and all, as one text."""
    with ZipFile(BytesIO(content)) as files:
        return "\n".join(
            files.read(name).decode("utf-8", "replace")
            for name in files.namelist()
            if name.endswith((".xml", ".rels"))
        )
