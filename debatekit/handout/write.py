"""A sheet to a file's bytes, in the format that was asked for."""

from pathlib import Path

from msgspec import Struct

from debatekit.handout.layout import Layout
from debatekit.handout.page import Form
from debatekit.handout.sheet import Sheet
from debatekit.handout.theme import Theme
from debatekit.handout.two_sheets import for_letters


class Printed(Struct, frozen=True, kw_only=True):
    """A file's bytes, and the letters that no font on this machine has."""

    content: bytes
    missing: tuple[str, ...] = ()


def write(sheet: Sheet, form: Form, layout: Layout, theme: Path | None = None) -> Printed:
    """Return the sheet as a file; a theme's folder changes its look. Raises ThemeError."""
    sheet = for_letters(sheet, layout.size)
    match form:
        case "html":
            from debatekit.handout.html import html

            return Printed(content=html(sheet, layout, Theme(theme)).encode())
        case "pdf":
            from debatekit.handout.pdf import pdf

            content, missing = pdf(sheet, layout, Theme(theme))
            return Printed(content=content, missing=missing)
        case "docx":
            from debatekit.handout.word import docx

            return Printed(content=docx(sheet, layout, Theme(theme)))
