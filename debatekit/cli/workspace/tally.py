"""What is told of a lesson in a list: counted once, and remembered until its files change."""

from collections.abc import Collection
from pathlib import Path

from msgspec import Struct

from debatekit.cli.clock import now
from debatekit.cli.workspace.course import read_course, read_lesson
from debatekit.cli.workspace.memory import recalled, remember
from debatekit.practice.plan import askable


class Tally(Struct, frozen=True, kw_only=True):
    """A lesson in a list; counting its items takes as long as making them all."""

    title: str
    minutes: int
    items: int
    exercise: bool
    """True if its article was written for practice."""
    targets: tuple[str, ...]
    """What its items test."""


def tally(root: Path, lesson: str) -> Tally:
    """Return what is told of a lesson; raises `InvalidFileError` with its faults."""
    found = recalled(root, "tally", lesson, Tally)
    if found is None:
        begun = now().timestamp()
        found, files = _counted(root, lesson)
        remember(root, "tally", lesson, files, found, begun)
    return found


def due_of(root: Path, lesson: str, counted: Tally, due: Collection[str]) -> int:
    """Return how many of the targets that are due the lesson still has, in any of its quizzes."""
    found = set(due).intersection(counted.targets)
    if len(found) < len(due):
        written = askable(read_lesson(root, lesson).items(0, ()))
        found |= {item.target for item in written}.intersection(due)
    return len(found)


def _counted(root: Path, lesson: str) -> tuple[Tally, tuple[str, ...]]:
    """Return what is told of a lesson, and the files that it was counted from."""
    course = read_course(root, lesson)
    if course.material.id != lesson:  # another lesson's quiz is called like this one
        course = read_lesson(root, lesson)
    items = askable(course.items(0))
    counted = Tally(
        title=course.material.lesson.title,
        minutes=course.material.lesson.minutes,
        items=len(items),
        exercise=course.material.source.genre == "exercise",
        targets=tuple(sorted({item.target for item in items})),
    )
    return counted, course.files
