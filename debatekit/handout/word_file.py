"""What a DOCX says of itself: its title and language, and nothing of the template it began as."""

from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from debatekit.handout import word_xml as xml
from debatekit.handout.sheet import Sheet
from debatekit.handout.word_look import safe
from debatekit.model.text import printable

if TYPE_CHECKING:
    from docx.document import Document

LAYOUT_OF_WORD = "15"
"""As which edition of Word a page is laid out, so that it opens in no mode for older files."""
_ABOUT = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns='
    b'"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>debatekit</Application></Properties>"
)


def tell(document: "Document", sheet: Sheet) -> None:
    """Fill in what the file says of itself."""
    told = document.core_properties
    told.title = safe(printable(sheet.title))[:255]
    told.author, told.comments, told.keywords = "debatekit", "", ""
    told.language = sheet.language
    for date in ("dcterms:created", "dcterms:modified"):  # the template's own
        for old in told._element.findall(qn(date)):
            told._element.remove(old)
    xml.speak(document, sheet.language)
    _drop_template(document)
    _set_layout(document)


def _drop_template(document: "Document") -> None:
    """Leave out the picture of an empty page, and the program that the template was made with."""
    package = document.part.package
    for id_, relation in list(package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            del package.rels[id_]
        elif relation.reltype.endswith("/extended-properties"):
            relation.target_part._blob = _ABOUT


def _set_layout(document: "Document") -> None:
    settings = document.settings.element
    for zoom in settings.iter(qn("w:zoom")):
        zoom.set(qn("w:percent"), "100")
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), LAYOUT_OF_WORD)
