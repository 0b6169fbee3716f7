"""`scores export` and `scores import`: answers as a file to hand in, or to take along."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from debatekit.cli.clock import now_text
from debatekit.cli.context import Settings, shared_options
from debatekit.cli.screen.output import counted, force_option, one_line, put, say, shown, write_file
from debatekit.cli.store.opened import opened
from debatekit.cli.store.score_file import (
    has_scores,
    score_file,
    score_file_to_read,
    student_name,
)
from debatekit.cli.waiting import told
from debatekit.diagnostics import NotFoundError
from debatekit.model.text import steerless
from debatekit.store.exchange import (
    MOST_FAULTS,
    Header,
    InvalidExchangeError,
    lines_of,
    read_lines,
    write_lines,
)
from debatekit.store.merge import Contents, Merged, contents, merge, students
from debatekit.store.scores import Scores

F = TypeVar("F", bound=Callable[..., Any])


def inherited_student(command: F) -> F:
    """Let a part of `scores` be told whose answers, before its name or after it."""
    return click.option(
        "--student",
        metavar="NAME",
        callback=_inherited,
        help="Whose answers (or DEBATEKIT_STUDENT).",
    )(command)


def _inherited(ctx: click.Context, option: click.Parameter, value: str | None) -> str:
    if value is not None or ctx.parent is None:
        return student_name(value or "")
    return str(ctx.parent.params["student"])


def require_student(settings: Settings, student: str) -> None:
    """Raise NotFoundError if there is nothing of a student; makes no file."""
    if not has_scores(settings):
        raise NotFoundError("student", student, ())
    with score_file_to_read(settings) as scores:
        known = students(scores)
    if student not in known:
        raise NotFoundError("student", student, known)


@click.command("export")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@inherited_student
@force_option
@shared_options
@click.pass_obj
def export_scores(settings: Settings, file: Path, student: str, force: bool) -> None:
    """Write a student's answers to FILE, to hand in or to take along; - is the screen."""
    require_student(settings, student)
    with score_file_to_read(settings) as scores:
        found = contents(scores, student)
    header = Header(student=student, exported_at=now_text())
    lines = write_lines(header, found.attempts, found.undone)
    if str(file) == "-":
        put(steerless(lines.decode()))
        return
    write_file(file, lines, force)
    say(f"Wrote {counted(len(found.attempts), 'answer')} of {student} to {shown(file)}")


@click.command("import")
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@shared_options
@click.pass_obj
def import_scores(settings: Settings, files: tuple[Path, ...]) -> None:
    """Add the answers in files that 'scores export' wrote.

    An answer that is there already stays as it is, so the same file twice changes nothing.
    A line that cannot be read is told, the others count; the exit code is 1 then.
    """
    with score_file(settings) as scores:
        results: list[str] = []
        try:
            parts = told(settings, "Importing", files, len(files))
            sound = [_import(scores, file, results) for file in parts]
        finally:
            for line in results:
                click.echo(line)
    if not all(sound):
        raise click.exceptions.Exit(1)


def _import(scores: Scores, path: Path, results: list[str]) -> bool:
    """Add one file's answers, and a line on what they were; return if all of it could be read."""
    try:
        with opened(path) as lines:
            found, faults = read_lines(lines_of(lines))
    except OSError as error:
        _say(f"{shown(path)}: cannot be read: {(error.strerror or str(error)).lower()}")
        return False
    except InvalidExchangeError as error:
        for fault in error.faults:
            _say(f"{shown(path)}:{fault}")
        return False
    for fault in faults[:MOST_FAULTS]:
        _say(f"{shown(path)}:{fault}")
    if len(faults) > MOST_FAULTS:
        _say(f"{shown(path)}: {len(faults) - MOST_FAULTS} more lines cannot be read")
    at = now_text()
    more = Contents(attempts=found.attempts, undone=dict.fromkeys(found.undone, at))
    results.append(_merged(found.header.student, path, merge(scores, more)))
    return not faults


def _merged(student: str, path: Path, merged: Merged) -> str:
    known = f", {merged.known} known already" if merged.known else ""
    taken = f", {merged.taken_back} taken back" if merged.taken_back else ""
    new = counted(merged.new, "new answer")
    return one_line(f"{shown(path)}: {new} of {student}{known}{taken}")


def _say(message: str) -> None:
    say(one_line(message))
