"""A theme's DOCX: a file whose styles, set in a word processor, take the place of ours.

Only how letters, paragraphs and lines look is taken over, by the names of the styles: nothing
else of the file, which may come from a stranger, reaches a handout.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, ZipFile

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn

from debatekit.handout import word_look as look
from debatekit.handout.errors import ThemeError
from debatekit.handout.page import Size
from debatekit.handout.theme import check_inside

if TYPE_CHECKING:
    from docx.document import Document

STYLES = "styles.docx"
_SPACE = qn("w:x").removesuffix("x")
TAKEN = {
    *("normal", "heading 1", "heading 2", "heading 3", "list bullet", "list continue", "caption"),
    *(name.lower() for name in look.NAMED),
}
LARGEST = 4_000_000
"""Bytes of a file's styles; a word processor writes a hundredth of that."""
_RUN = (
    *("rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "color", "spacing", "w"),
    *("kern", "position", "sz", "szCs", "highlight", "u", "shd", "lang"),
)
_PARAGRAPH = (
    *("keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr", "pBdr", "shd", "tabs"),
    *("spacing", "ind", "contextualSpacing", "jc", "outlineLvl"),
)
"""Properties in the order that the format wants."""
_LETTERS = {
    *("rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps"),
    *("color", "spacing", "sz", "szCs", "u"),
}
_LINES = {"keepNext", "keepLines", "pBdr", "shd", "spacing", "ind", "jc"}
"""Those that are taken."""
_OF_A_SIZE = {"rFonts", "sz", "szCs", "spacing", "ind"}
"""What a larger size fixes itself; a theme does not make it smaller again."""
_HINT = (
    f"write a handout as docx without --theme, change its styles in a word processor,"
    f" and save it in the theme's folder as {STYLES}"
)


def dress(document: "Document", folder: Path, size: Size) -> None:
    """Give a document's styles the look of those in the theme's file. Raises ThemeError."""
    theirs = {_name(style): style for style in _styles(folder).iterchildren(qn("w:style"))}
    kept = set() if size == "standard" else _OF_A_SIZE
    for style in document.styles.element.iterchildren(qn("w:style")):
        other = theirs.get(_name(style))
        if other is not None and _name(style) in TAKEN:
            if (letters := other.find(qn("w:rPr"))) is not None:
                _take(style.get_or_add_rPr(), letters, _RUN, _LETTERS - kept)
            if (lines := other.find(qn("w:pPr"))) is not None:
                _take(style.get_or_add_pPr(), lines, _PARAGRAPH, _LINES - kept)


def _styles(folder: Path) -> Any:
    """Return the root of the file's styles."""
    path = folder / STYLES
    if not path.is_file():
        raise ThemeError("", 0, f"holds no {STYLES}, which a theme for docx needs", _HINT)
    check_inside(folder, Path(STYLES))
    try:
        with ZipFile(path) as file:
            if file.getinfo("word/styles.xml").file_size > LARGEST:
                raise ThemeError(STYLES, 0, "its styles are too large to be read")
            return parse_xml(file.read("word/styles.xml"))
    except (BadZipFile, KeyError, SyntaxError, OSError, EOFError, ValueError) as error:
        raise ThemeError(STYLES, 0, "is no docx that can be read", _HINT) from error


def _name(style: Any) -> str:
    """Return a style's name as word processors compare it."""
    name = style.find(qn("w:name"))
    return "" if name is None else str(name.get(qn("w:val"), "")).lower()


def _take(ours: Any, theirs: Any, order: tuple[str, ...], taken: set[str]) -> None:
    """Put their properties in the place of ours, all in the order that the format wants."""
    for tag in (tag for tag in order if tag in taken):
        new, old = theirs.find(qn(f"w:{tag}")), ours.find(qn(f"w:{tag}"))
        if new is None or (tag == "rFonts" and not _has_names(new)):
            continue
        if old is not None:
            ours.remove(old)
        ours.append(_copy(new))
    places = {qn(f"w:{tag}"): place for place, tag in enumerate(order)}
    ours[:] = sorted(ours, key=lambda one: places.get(one.tag, len(order)))


def _copy(theirs: Any) -> Any:
    """Return an element with its attributes and the elements in it, and nothing else."""
    made = OxmlElement(f"w:{theirs.tag.rpartition('}')[2]}")
    for key, value in theirs.attrib.items():
        if key.startswith(_SPACE):
            made.set(key, value)
    for child in theirs.iterchildren(f"{_SPACE}*"):
        made.append(_copy(child))
    return made


def _has_names(fonts: Any) -> bool:
    """Leave fonts by name alone, and say whether there are any.

    The others are told by their place in the theme of a file that is not taken over.
    """
    for key in [key for key in fonts.attrib if key.endswith("Theme")]:
        del fonts.attrib[key]
    return fonts.get(qn("w:ascii")) is not None
