"""A Word file: its paragraphs and the title and author that it names, by python-docx."""

from io import BytesIO
from zipfile import BadZipFile, ZipFile

from debatekit.intake.article import DAMAGE, Article, IntakeError

_MOST_UNPACKED = 200 * 1024 * 1024
_MOST_WRITTEN = 32 * 1024 * 1024
"""Of XML, which takes up to fifty times as much memory as on the disk."""
_ENCRYPTED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How an OLE container begins: Word keeps files with a password, and its old .doc, in one."""


def from_docx(content: bytes) -> Article:
    """Return what a Word file holds; raises `IntakeError` if it is locked, old or damaged."""
    if content.startswith(_ENCRYPTED):
        hint = "open it in Word, take the password away, and save it as .docx"
        raise IntakeError("it has a password, or is an old .doc file", hint)
    _refuse_damaged(content)
    from docx import Document
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        document = Document(BytesIO(content))
        named = document.core_properties
        said = [(part.style.name if part.style else "", part.text) for part in document.paragraphs]
    except (OpcError, LxmlError, BadZipFile, *DAMAGE) as error:
        raise IntakeError("it is no Word file, or is damaged", "save it again as .docx") from error
    titles = [text for style, text in said if style == "Title"]
    skipped = ("Title", "Subtitle", "Heading")
    texts = (text for style, text in said if not (style or "").startswith(skipped))
    return Article(
        paragraphs=tuple(" ".join(text.split()) for text in texts if text.strip()),
        title=" ".join((titles[0] if titles else named.title).split()),
        author=named.author.strip() if named.author != "python-docx" else "",
        language=named.language.strip(),
    )


def _refuse_damaged(content: bytes) -> None:
    """Raise `IntakeError` for what is no ZIP file, or would unpack to far more than an article."""
    try:
        with ZipFile(BytesIO(content)) as packed:
            parts = packed.infolist()
            unpacked = sum(part.file_size for part in parts)
            written = sum(part.file_size for part in parts if part.filename.endswith(".xml"))
    except (BadZipFile, *DAMAGE) as error:
        raise IntakeError("it is no Word file, or is damaged", "save it again as .docx") from error
    if unpacked > _MOST_UNPACKED:
        raise IntakeError("it unpacks to more than 200 MiB", "save the article alone")
    if written > _MOST_WRITTEN:
        raise IntakeError("its text unpacks to more than 32 MiB", "save the article alone")
