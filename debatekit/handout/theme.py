"""Themes: folders of Jinja2 templates; one that is not ours runs in a sandbox.

A theme's folder may hold any of the files of the theme `clear`, and takes the rest from it.
"""

import traceback
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NoReturn

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.loaders import split_template_path
from jinja2.sandbox import ImmutableSandboxedEnvironment
from msgspec import Struct

from debatekit.handout.errors import ThemeError
from debatekit.handout.layout import Layout
from debatekit.handout.sheet import Line, Sheet

_MISTAKES = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What a template's code can raise."""


class Theme(Struct, frozen=True):
    """A theme's folder; without one it is `clear`, which comes with the program."""

    folder: Path | None = None


def templates(theme: Theme, finalize: Callable[[object], object]) -> Environment:
    """Return a theme's templates; `finalize` makes each value fit for the format."""
    check_theme(theme)
    kind = Environment if theme.folder is None else ImmutableSandboxedEnvironment
    found = kind(
        loader=_loader(theme),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    found.filters["sort_of"] = sort_of
    found.filters["sorts_of"] = sorts_of
    found.filters["letters_of"] = letters_of
    if theme.folder is not None:
        for name in ("safe", "attr", "map", "pprint"):
            del found.filters[name]
    return found


def check_theme(theme: Theme) -> None:
    """Raise ThemeError if the folder holds none of a theme's templates."""
    if theme.folder is not None and not any(theme.folder.glob("*.j2")):
        raise ThemeError(
            "", 0, "holds no template for html or pdf", "copy one of 'clear' into it and change it"
        )


def _loader(theme: Theme) -> BaseLoader:
    ours = PackageLoader("debatekit.handout", "themes/clear")
    if theme.folder is None:
        return ours
    return ChoiceLoader([_OwnFiles(theme.folder), ours])


class _OwnFiles(FileSystemLoader):
    """Loads the templates that lie in a theme's folder; a link that leads out of it is refused."""

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """Return a template's text, its path and whether it is as it was. Raises ThemeError."""
        pieces = split_template_path(template)
        for folder in self.searchpath:
            check_inside(Path(folder), Path(*pieces))
        try:
            return super().get_source(environment, template)
        except TemplateNotFound:  # is an OSError too, and means that ours is taken
            raise
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise ThemeError(template, 0, f"cannot be read: {reason}") from error


def check_inside(folder: Path, name: Path) -> None:
    """Raise ThemeError if a file of a theme's folder is a link that leads out of it."""
    try:
        inside = (folder / name).resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        inside = False
    if not inside:
        hint = "put a copy of the file into the folder, in place of the link"
        raise ThemeError(name.as_posix(), 0, "leads out of the theme's folder", hint)


def sort_of(block: object) -> str:
    """Return which sort of block it is, in small letters."""
    return type(block).__name__.lower()


def sorts_of(blocks: Iterable[object]) -> list[str]:
    """Return which sorts of block they are, each once."""
    return list(dict.fromkeys(map(sort_of, blocks)))


def letters_of(line: Line) -> int:
    """Return how many letters stand in a line."""
    return sum(len(span.text) for span in line)


def rendered(
    environment: Environment, theme: Theme, name: str, sheet: Sheet, layout: Layout
) -> str:
    """Return what a template makes of the sheet. Raises ThemeError."""
    try:
        page = environment.get_template(name)
        return page.render(sheet=sheet, paper=layout.paper, size=layout.size)
    except _MISTAKES as error:
        if theme.folder is None:
            raise
        _tell(theme.folder, error)


def _tell(folder: Path, error: Exception) -> NoReturn:
    """Raise what is wrong with a theme, with the template's name and line."""
    if isinstance(error, TemplateSyntaxError):
        name, line = error.name or "?", error.lineno
    else:
        name, line = _place(folder, error)
    message = getattr(error, "message", None) or str(error) or type(error).__name__
    raise ThemeError(name, line, message, _hint(error)) from error


def _place(folder: Path, error: Exception) -> tuple[str, int]:
    """Return the last template on the way to the mistake, and its line."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename.endswith(".j2"):
            path = Path(frame.filename)
            name = path.relative_to(folder) if path.is_relative_to(folder) else path.name
            return str(name), frame.lineno or 1
    return getattr(error, "name", None) or "sheet.html.j2", 1


def _hint(error: Exception) -> str:
    kind = type(error).__name__
    return {
        "UndefinedError": "templates know 'sheet', 'paper', 'size' and what they set themselves",
        "SecurityError": "a theme may not reach into Python's own names",
        "TemplateNotFound": "a theme's folder holds templates with the names of those of 'clear'",
        "TemplateSyntaxError": "close each '{% … %}', and each 'if' and 'for' with its 'end…'",
        "TemplateAssertionError": "a filter or test of that name does not exist here",
    }.get(kind, "")
