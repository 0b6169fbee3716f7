"""What can be asked of `debatekit handout`, and what of it fits together."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from debatekit.handout import Layout, Size
from debatekit.handout.page import FORMS, KINDS, READERS
from debatekit.model.speech import SPEECH_FORMATS
from debatekit.model.text import printable
from debatekit.model.words import STRANDS

F = TypeVar("F", bound=Callable[..., Any])
MOST_ITEMS = 100
"""As many as `quiz -n` takes; that module is not imported for it, because it opens scores."""
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_FILE = click.Path(path_type=Path, allow_dash=True)
_QUIZ_ONLY = {"versions": "--version", "count": "-n", "strands": "--strand"}


def _letter(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    """Return the versions' letters as capitals, each once."""
    letters = tuple(dict.fromkeys(one.upper() for one in given))
    for letter in letters:
        if len(letter) != 1 or not ("A" <= letter <= "Z"):
            raise click.BadParameter(f"{letter!r} is no letter from A to Z")
    return letters


def _option(*names: str, **settings: Any) -> Callable[[F], F]:
    return click.option(*names, **settings)


_OPTIONS: tuple[Callable[[F], F], ...] = (
    _option("--kind", type=click.Choice(KINDS), default="brief", help="What to write."),
    _option(
        "--for",
        "reader",
        type=click.Choice(READERS),
        default="student",
        show_default=True,
        help="The teacher's file has keys, notes and timing; the student's has none.",
    ),
    _option(
        "--format",
        "form",
        type=click.Choice(FORMS),
        help="The format; without it, the one that the name after -o ends in, or html.",
    ),
    _option(
        "--version",
        "versions",
        multiple=True,
        callback=_letter,
        metavar="LETTER",
        help="A version of the quiz, A to Z; may be given again.",
    ),
    _option(
        "-n",
        "count",
        type=click.IntRange(1, MOST_ITEMS),
        help="How many questions each version of the quiz has.",
    ),
    _option(
        "--strand",
        "strands",
        multiple=True,
        type=click.Choice(STRANDS),
        help="Only this strand in the quiz; may be given again.",
    ),
    _option(
        "--speeches",
        "style",
        type=click.Choice(list(SPEECH_FORMATS)),
        default="pf",
        show_default=True,
        help="The speech format of a flow sheet.",
    ),
    _option(
        "--paper",
        type=click.Choice(["a4", "letter"]),
        default="a4",
        show_default=True,
        help="The size of the sheets.",
    ),
    _option("--large-print", is_flag=True, help="18 point, in one column."),
    _option("--dyslexia", is_flag=True, help="14 point, widely set, for cream paper."),
    _option(
        "--theme",
        type=_FOLDER,
        help="A folder of templates, and of styles for docx, in place of ours.",
    ),
    _option("--all", "pack", is_flag=True, help="Every kind for everybody, into the folder -o."),
    _option("-o", "--output", type=_FILE, help="The file to write; - is standard output."),
    _option("--force", is_flag=True, help="Write over files that are there already."),
)


def handout_options(command: F) -> F:
    """Let a command take all that can be asked of a handout."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def layout_of(asked: dict[str, Any]) -> Layout:
    """Return the sheet's size and the letters'."""
    return Layout(paper=asked["paper"], size=_size(asked["large_print"], asked["dyslexia"]))


def _size(large_print: bool, dyslexia: bool) -> Size:
    """Return how large the letters are to be; only one of the two can be asked for."""
    if large_print and dyslexia:
        raise click.UsageError("--large-print and --dyslexia exclude each other")
    if large_print:
        return "large-print"
    return "dyslexia" if dyslexia else "standard"


def form_of(asked: dict[str, Any]) -> str:
    """Return the format: the one that was asked for, or that the file's name ends in, or html.

    A name that ends in one format while another is asked for is a slip of the pen, and so is a
    name that ends in none of them while none is asked for.
    """
    output: Path | None = asked["output"]
    form: str = asked["form"] or ""
    ending = output.suffix.lower().lstrip(".") if output and not asked["pack"] else ""
    ending = "html" if ending == "htm" else ending
    if ending and not form and ending not in FORMS:
        kinds = ", ".join(f".{one}" for one in FORMS)
        message = f"no handout ends in .{ending}; use {kinds}, or say which it is with --format"
        raise click.UsageError(printable(message))
    if ending not in FORMS:
        return form or "html"
    if form and form != ending:
        raise click.UsageError(f"the file's name ends in .{ending}, but --format says {form}")
    return ending


def check_quiz_options(asked: dict[str, Any]) -> None:
    """Raise if something is asked of a quiz where none is written."""
    given = [option for name, option in _QUIZ_ONLY.items() if asked[name]]
    if given and asked["kind"] != "quiz" and not asked["pack"]:
        raise click.UsageError(f"{given[0]} is for a quiz: add --kind quiz")
