"""`debatekit preview`: a lesson as one local page for its teacher, opened in the browser."""

import sys
import webbrowser
from io import BytesIO
from pathlib import Path

import click

from debatekit.cli.context import Settings, shared_options
from debatekit.cli.preview_look import Look, look
from debatekit.cli.preview_watch import watch as watch_files
from debatekit.cli.screen.output import check_place, say, shown, write_file
from debatekit.cli.workspace.places import workspace_of
from debatekit.handout.preview import MARK, preview_html


@click.command("preview")
@click.argument("lesson_id", metavar="LESSON")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, allow_dash=True),
    help="The file to write; - is standard output. Without it, LESSON-preview.html.",
)
@click.option(
    "--open/--no-open",
    "opened",
    default=None,
    help="Open it in the browser; on a terminal that is so without asking.",
)
@click.option("--watch", is_flag=True, help="Go on: write it anew after each save.")
@click.option("--force", is_flag=True, help="Write over a file that is no preview.")
@shared_options
@click.pass_obj
def command(
    settings: Settings,
    lesson_id: str,
    output: Path | None,
    opened: bool | None,
    watch: bool,
    force: bool,
) -> None:
    """Show a lesson, its map, its questions and its faults as one page.

    The page is for the teacher: it has the keys, and passages where a copy of the article
    is at hand. It is a file that needs no network. With --watch it reloads itself after
    each save, shows what cannot be read, and Ctrl-C ends it.
    """
    root = workspace_of(settings)
    if str(output) == "-":
        if watch or opened:
            raise click.UsageError("--watch and --open need a file; leave out '-o -'")
        sys.stdout.buffer.write(page_of(lesson_id, look(root, lesson_id), live=False))
        return
    place = output or Path(f"{lesson_id}-preview.html")
    check_place(place, force or is_preview(place))

    def write(seen: Look) -> None:
        write_file(place, page_of(lesson_id, seen, live=watch), force=True)

    def show() -> None:
        say(f"Wrote {shown(place)}")
        if opened or (opened is None and sys.stdin.isatty() and sys.stdout.isatty()):
            _open(place)

    if watch:
        watch_files(root, lesson_id, write, show)
    else:
        write(look(root, lesson_id))
        show()


def page_of(name: str, seen: Look, *, live: bool) -> bytes:
    """Return the file's bytes."""
    page = preview_html(seen.preview, seen.findings, seen.faults, name=name, live=live)
    return page.encode("utf-8", "replace")


def is_preview(path: Path) -> bool:
    """Return whether a file is a preview that was written before."""
    try:
        with path.open("rb") if path.is_file() else BytesIO() as file:
            return MARK.encode() in file.read(500)
    except OSError:
        return False


def _open(path: Path) -> None:
    """Open the page in the browser; say so where there is none."""
    if not webbrowser.open(path.resolve().as_uri()):
        say("No browser could be started; open the file yourself.")
