"""A sheet as a file's bytes, with what stood in the way said in one message."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import click

from debatekit.cli.screen.output import one_line, shown
from debatekit.cli.sheets import Order
from debatekit.cli.workers import FOREIGN_S, LateError, LostError, Task, made
from debatekit.handout.errors import ThemeError
from debatekit.handout.layout import Layout
from debatekit.handout.page import Form
from debatekit.handout.sheet import Sheet
from debatekit.handout.write import write


def file_name(lesson: str, order: Order, form: str) -> str:
    """Return what a handout's file is called; a quiz is called by its versions too."""
    versions = "".join(order.versions) if order.kind == "quiz" else ""
    speeches = order.style.replace("_", "-") if order.kind == "flow" else ""
    parts = (lesson, order.kind, speeches, versions, order.reader)
    return f"{'-'.join(filter(None, parts))}.{form}"


def written(sheet: Sheet, form: Form, layout: Layout, theme: Path | None) -> tuple[bytes, str]:
    """Return the file's bytes, and a warning if there are letters that no font has."""
    try:
        printed = write(sheet, form, layout, theme)
    except ThemeError as error:
        place = shown(theme) if theme else ""
        hint = f"\n  hint: {one_line(error.hint)}" if error.hint else ""
        raise click.ClickException(f"{place}{one_line(str(error))}{hint}") from error
    return printed.content, _warning(printed.missing)


def apart(sheet: Sheet, form: Form, layout: Layout, theme: Path | None) -> tuple[bytes, str]:
    """Return the same; where a theme's code is run for it, in a process that can be stopped."""
    if theme is None:
        return written(sheet, form, layout, None)
    with no_file(theme):
        make = partial(written, form=form, layout=layout, theme=theme)
        [(_, answer)] = made([Task(what=sheet)], make, foreign=True)
    return answer


@contextmanager
def no_file(theme: Path | None) -> Iterator[None]:
    """Say in one message why a process made no file."""
    try:
        yield
    except LateError as error:
        raise click.ClickException(
            f"{shown(theme or Path())} takes longer than {FOREIGN_S:.0f} seconds for a sheet;"
            " does a loop in a template never end?"
        ) from error
    except LostError as error:
        why = (
            f"its process ended early; does {shown(theme)} use very much memory?"
            if theme
            else "its process was stopped; is there memory enough?"
        )
        raise click.ClickException(f"a file could not be made: {why}") from error


def _warning(missing: Sequence[str]) -> str:
    if not missing:
        return ""
    return (
        f"Warning: no font on this machine has {one_line(' '.join(missing))};"
        " where they belong the file shows a mark instead"
    )
