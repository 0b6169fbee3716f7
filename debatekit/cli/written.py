"""A sheet as a file's bytes, with what stood in the way said in one message."""

from collections.abc import Sequence
from pathlib import Path

import click

from debatekit.cli.faults import one_line
from debatekit.cli.output import shown
from debatekit.cli.sheets import Order
from debatekit.handout.errors import ThemeError
from debatekit.handout.layout import Layout
from debatekit.handout.sheet import Sheet
from debatekit.handout.write import Form, write


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


def _warning(missing: Sequence[str]) -> str:
    if not missing:
        return ""
    return (
        f"Warning: no font on this machine has {one_line(' '.join(missing))};"
        " where they belong the file shows a mark instead"
    )
