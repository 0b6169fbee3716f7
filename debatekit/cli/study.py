"""`debatekit study`: a lesson on the screen, both sides of it, one contention a page."""

import shutil
from collections.abc import Sequence

import click

from debatekit.cli.context import Settings, shared_options
from debatekit.cli.screen.wrap import wrapped
from debatekit.cli.study_pages import Page, study_pages
from debatekit.cli.study_passages import with_passages
from debatekit.cli.study_plain import plain_lines
from debatekit.cli.workspace.places import workspace_of
from debatekit.handout.brief import brief_page
from debatekit.logic.derive import derive
from debatekit.read import read_material, read_passages

PLAIN_WIDTH = 80
_AROUND_FOOT = 2
"""Lines kept free besides the foot's own: a blank one above it, and the cursor's below."""
_MANY = 99
"""How many parts a page may have for its foot to fit all the same."""


@click.command("study")
@click.argument("lesson_id", metavar="LESSON")
@click.option(
    "--width",
    type=click.IntRange(20, 400),
    help="How many columns to use; the terminal's own, if left out.",
)
@shared_options
@click.pass_obj
def command(settings: Settings, lesson_id: str, width: int | None) -> None:
    """Read a lesson on screen, both sides of it.

    Where a copy of the article lies beside its record, what it says is quoted.
    On a terminal: Enter for the next page, b to go back, q to stop. Plain mode and pipes
    get all pages as lines.
    """
    root = workspace_of(settings)
    material = read_material(root, lesson_id)
    brief = brief_page(material, derive(material), "student")
    passages = read_passages(root, material.lesson.source, material.source)
    pages = with_passages(study_pages(brief, material.lesson.objectives), material, passages)
    if settings.plain:
        _write(pages, width or min(settings.width, PLAIN_WIDTH), lesson_id)
    else:
        _turn(pages, width or settings.width, settings.color)


def _write(pages: Sequence[Page], width: int, lesson_id: str) -> None:
    """Write all pages one after another."""
    for page in pages:
        click.echo("\n".join((*plain_lines(page, width), "")))
    for line in wrapped(f"Practise it: debatekit quiz {lesson_id}", width):
        click.echo(line)


def _turn(pages: Sequence[Page], width: int, color: bool) -> None:
    """Show one screenful at a time, and turn the pages by keys."""
    from debatekit.cli.study_screen import joined, screens

    lines = shutil.get_terminal_size().lines
    shown = [
        (screen, page_foot(page, part, len(parts)))
        for page in pages
        for parts in [screens(page, width, room_above_foot(page, width, lines), color)]
        for part, screen in enumerate(parts, start=1)
    ]
    place = 0
    while 0 <= place < len(shown):
        screen, foot = shown[place]
        click.clear()
        click.echo(joined(screen), color=color)
        click.echo("\n" + "\n".join(wrapped(foot, width)))
        place = _next(place, len(shown))


def room_above_foot(page: Page, width: int, lines: int) -> int:
    """Return how many lines a screen has for a page, above its foot; at least 5."""
    foot = wrapped(page_foot(page, _MANY, _MANY), width)
    return max(5, lines - len(foot) - _AROUND_FOOT)


def page_foot(page: Page, part: int, parts: int) -> str:
    """Return where the reader is, and which keys work."""
    where = f"{page.title}, part {part} of {parts}" if parts > 1 else page.title
    return f"{where} [Enter: next, b: back, q: stop]"


def _next(place: int, total: int) -> int:
    """Wait for a key that means something; return the place to go to, `total` for the end."""
    while True:
        match click.getchar():
            case "\r" | "\n" | " " | "n":
                return place + 1
            case "b":
                return max(0, place - 1)
            case "q" | "":
                return total
