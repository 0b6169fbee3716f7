"""A sheet as PDF through Typst: tagged, with its title, its language and its bookmarks."""

import re
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from jinja2 import Environment
from markupsafe import Markup

from debatekit.handout.errors import ThemeError
from debatekit.handout.fonts import fonts
from debatekit.handout.layout import Layout
from debatekit.handout.literal import FORBIDDEN, as_content, literal, svg_literal
from debatekit.handout.room import ended, is_short
from debatekit.handout.sheet import Sheet
from debatekit.handout.theme import Theme, rendered, templates

if TYPE_CHECKING:
    from typst import PDFStandard, TypstError

_MISSING = re.compile(r"the text `\"(.+?)\"` could not be displayed")
_REACHES_OUT = re.compile(rf"\b({'|'.join(FORBIDDEN)})\b")
_PLACE = re.compile(r"\.typ:(\d+):")
TEMPLATE = "sheet.typ.j2"
_TRIES: tuple[tuple[bool, "Sequence[PDFStandard]"], ...] = (
    (False, ("ua-1",)),
    (True, ("ua-1",)),
    (True, ()),
)
"""Whether to look at this machine's fonts, and what the file is to keep to."""


def pdf(sheet: Sheet, layout: Layout, theme: Theme) -> tuple[bytes, tuple[str, ...]]:
    """Return the sheet as PDF, and the letters that no font on this machine has.

    It keeps to PDF/UA-1, and says so; only where letters are missing it makes no such claim.

    Fonts of this machine are looked at only where ours lack a letter. Raises ThemeError.
    """
    from typst import TypstError

    source = typst_source(sheet, layout, theme)
    missing: tuple[str, ...] = ()
    for system, standards in _TRIES:
        try:
            return _compiled(source, system, standards), missing
        except TypstError as error:
            missing = missing_letters(error)
            if not missing:
                if theme.folder is None:
                    raise
                raise _mistake(error, source) from error
    raise AssertionError("without a standard no letter can be missing")


def missing_letters(error: "TypstError") -> tuple[str, ...]:
    """Return the letters that could not be shown, each once."""
    return tuple(dict.fromkeys(_MISSING.findall(error.diagnostic)))


def _compiled(source: str, system: bool, standards: Sequence["PDFStandard"]) -> bytes:
    """Return what Typst makes of the source; it sees an empty folder and no package."""
    import typst

    with TemporaryDirectory() as nothing:
        done = typst.compile(  # type: ignore[type-var]
            source.encode(),
            root=nothing,
            font_paths=fonts(system),
            pdf_standards=list(standards),
            package_path=nothing,
            package_cache_path=nothing,
            timestamp=0,
        )
    return bytes(done)


def typst_source(sheet: Sheet, layout: Layout, theme: Theme) -> str:
    """Return the sheet as Typst's markup. Raises ThemeError."""
    source = rendered(environment(theme), theme, TEMPLATE, sheet, layout)
    if theme.folder is not None and (found := _REACHES_OUT.search(source)):
        line = _line_of(theme.folder, found[0])
        hint = "write text of your own as {{ 'text' }}; code of other files cannot be used"
        raise ThemeError(*line, f"'{found[0]}' is not allowed in a theme", hint)
    return source


def _line_of(folder: Path, word: str) -> tuple[str, int]:
    """Return where a word stands in the theme's templates; the main one, if it is put together."""
    for path in sorted(folder.glob("*.typ.j2")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if re.search(rf"\b{word}\b", line):
                return path.name, number
    return TEMPLATE, 1


def environment(theme: Theme) -> Environment:
    """Return the theme's templates for Typst; every text in them becomes a string."""
    found = templates(theme, finalize=as_content)
    found.filters["literal"] = literal
    found.filters["language"] = language
    found.filters["truth"] = truth
    found.filters["ended"] = ended
    found.filters["is_short"] = is_short
    found.filters["svg_literal"] = svg_literal
    return found


def truth(value: bool) -> Markup:
    """Return a truth value as Typst writes it."""
    return Markup("true" if value else "false")


def language(tag: str) -> Markup:
    """Return a language tag as Typst's arguments; English where it is none.

    >>> language("pt-BR")
    Markup('lang: "pt", region: "BR"')
    """
    found = re.fullmatch(r"([a-zA-Z]{2,3})(?:-[A-Za-z]{4})?(?:-([a-zA-Z]{2}))?(?:-.*)?", tag)
    if found is None:
        return Markup('lang: "en"')
    region = f', region: "{found[2].upper()}"' if found[2] else ""
    return Markup(f'lang: "{found[1].lower()}"{region}')


def _mistake(error: "TypstError", source: str) -> ThemeError:
    """Return what is wrong in a theme's Typst, with the line that Typst stumbled over."""
    place = _PLACE.search(error.diagnostic)
    number = int(place[1]) if place else 1
    lines = source.splitlines()
    line = lines[number - 1].strip()[:60] if number <= len(lines) else ""
    return ThemeError(TEMPLATE, number, f"{error.message}, at {line!r}", "; ".join(error.hints))
