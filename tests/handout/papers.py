"""What stands in a file of each format, as a program that reads it finds it."""

import re
import shutil
import subprocess
from collections import Counter
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn

from tests.handout.pages import Reader


def pdf_text(content: bytes, folder: Path) -> str:
    """The text of a PDF in the order in which it was set."""
    if not (reader := shutil.which("pdftotext")):
        pytest.skip("pdftotext is not installed")
    (folder / "sheet.pdf").write_bytes(content)
    read = subprocess.run(
        [reader, "-raw", str(folder / "sheet.pdf"), "-"], capture_output=True, check=True
    )
    return read.stdout.decode().replace("\u200b", "")


def docx_text(content: bytes) -> str:
    """The text of a DOCX's body, a paragraph a line."""
    body = Document(BytesIO(content)).element.body
    paragraphs = body.iter(qn("w:p"))
    return "\n".join(
        "".join(one.text or "" if one.tag == qn("w:t") else "\t" for one in _letters(paragraph))
        for paragraph in paragraphs
    )


def _letters(paragraph: Any) -> list[Any]:
    return [one for one in paragraph.iter() if one.tag in (qn("w:t"), qn("w:tab"), qn("w:br"))]


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
