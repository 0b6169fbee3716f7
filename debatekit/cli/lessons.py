"""The command that lists the lessons, with what is known of them."""

from collections.abc import Collection, Sequence
from pathlib import Path

import click
from msgspec import Struct

from debatekit.cli.clock import now
from debatekit.cli.context import Settings, shared_options
from debatekit.cli.screen.bars import show_lines
from debatekit.cli.screen.output import put_json, say
from debatekit.cli.store.due import due_targets
from debatekit.cli.store.score_file import kept, student_option
from debatekit.cli.workspace.places import workspace_of
from debatekit.cli.workspace.tally import due_of, tally
from debatekit.diagnostics import InvalidFileError
from debatekit.model.progress import Attempt
from debatekit.practice.mastery import estimate, evidence_of
from debatekit.read import lesson_ids


class LessonLine(Struct, frozen=True, kw_only=True):
    """One lesson as it is listed; mastery is nothing until something has been answered."""

    id: str
    title: str
    minutes: int
    items: int
    mastery: float | None
    word: str
    due: int
    """How many of its questions are due for review."""
    exercise: bool
    """True if its article was written for practice; such lessons come last."""


@click.command()
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@student_option
@shared_options
@click.pass_obj
def command(settings: Settings, as_json: bool, student: str) -> None:
    """List the lessons."""
    root = workspace_of(settings)
    lines = lesson_lines(settings, root, student)
    if as_json:
        put_json(lines)
    else:
        show_lessons(settings, lines, root)


def lesson_lines(settings: Settings, root: Path, student: str) -> list[LessonLine]:
    """Return a line for each lesson that can be read, by id; the others get a message.

    Lessons on exercise texts come after those on articles.
    """
    lines = []
    answers: dict[str, list[Attempt]] = {}
    for made in kept(settings, student):
        if not made.skipped:
            answers.setdefault(made.lesson, []).append(made)
    due = due_targets(settings, student)
    for name in lesson_ids(root):
        try:
            lines.append(_line(root, name, answers.get(name, ()), due.get(name, frozenset())))
        except InvalidFileError as error:
            count = len(error.diagnostics)
            faults = "a fault" if count == 1 else f"{count} faults"
            say(f"{name} has {faults}; 'debatekit check' shows them")
    return sorted(lines, key=lambda line: line.exercise)


def exercises_last(root: Path, lessons: Sequence[str]) -> list[str]:
    """Return lessons as they are listed; one that cannot be read keeps its place."""
    return sorted(lessons, key=lambda name: _is_exercise(root, name))


def _is_exercise(root: Path, name: str) -> bool:
    try:
        return tally(root, name).exercise
    except InvalidFileError:
        return False


def _line(root: Path, name: str, ours: Sequence[Attempt], due: Collection[str]) -> LessonLine:
    """Return what is known of a lesson from its answers; raises `InvalidFileError`."""
    counted = tally(root, name)
    shown = estimate(evidence_of(ours, now()))
    return LessonLine(
        id=name,
        title=counted.title,
        minutes=counted.minutes,
        items=counted.items,
        mastery=round(shown.value, 4) if ours else None,
        word=shown.word if ours else "not begun",
        due=due_of(root, name, counted, due),
        exercise=counted.exercise,
    )


def show_lessons(settings: Settings, lines: Sequence[LessonLine], root: Path) -> None:
    """Show the lessons, an id and what to know on it; exercises stand apart."""
    if not lines:
        show_lines(settings, [_none(len(lesson_ids(root)))])
    for place, line in enumerate(lines):
        if line.exercise and place and not lines[place - 1].exercise:
            show_lines(settings, ["", "On invented texts, for practice:"])
        show_lines(settings, [line.id])
        show_lines(settings, [line.title, _known(line)], "  ")


def _none(faulty: int) -> str:
    """Return why no lesson is listed, where so many are there that cannot be read."""
    if not faulty:
        return "There are no lessons here."
    there = (
        "is one lesson here, and it has" if faulty == 1 else f"are {faulty} lessons here, all with"
    )
    return f"There {there} faults; 'debatekit check' shows them."


def _known(line: LessonLine) -> str:
    mastery = "" if line.mastery is None else f" ({round(line.mastery * 100)} %)"
    due = f", {line.due} due" if line.due else ""
    return f"{line.minutes} minutes, {line.items} questions{due}, {line.word}{mastery}"
