"""Lessons and quizzes as an exporter takes them, and what it could not carry."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from debatekit.cli.context import Settings
from debatekit.cli.screen.output import counted
from debatekit.cli.screen.wrap import wrapped
from debatekit.cli.waiting import told
from debatekit.cli.workspace.course import Course, read_course
from debatekit.export import EXPORTERS, Batch
from debatekit.model.item import AUTHORED, Item
from debatekit.practice.plan import askable
from debatekit.read import lesson_ids, quiz_ids, read_quiz_of

LEFT_OUT = "items that cannot be answered are left out; debatekit check says why"
_NAMED = 3
"""How many items a message names."""
_WIDTH = 80


class Losses:
    """What a format could not carry, gathered to be said once."""

    def __init__(self) -> None:
        self._told: dict[str, list[str]] = {}
        self._counts: dict[str, int] = {}

    def tell(self, message: str, item: str) -> None:
        """Take note of a message about an item, or, with no name, about all."""
        named = self._told.setdefault(message, [])
        if item:
            self._counts[message] = self._counts.get(message, 0) + 1
        if item and len(named) < _NAMED:
            named.append(item)

    def lines(self, form: str) -> Iterator[str]:
        """Yield the messages, each with how many items it is about and the first of them."""
        for message, named in self._told.items():
            count = self._counts.get(message, 0)
            more = ", …" if count > len(named) else ""
            about = f" ({counted(count, 'item')}: {', '.join(named)}{more})"
            yield from wrapped(f"{form}: {message}{about if count else ''}", _WIDTH)


def written(
    root: Path,
    name: str | None,
    form: str,
    seed: int,
    losses: Losses,
    settings: Settings | None = None,
) -> Iterator[bytes]:
    """Return the file's content in pieces; all that can be wrong is raised before the first.

    With settings it is told how far it is, so that must not go to the screen as well.
    """
    homes = _all(root) if name is None else [_one(root, name)]
    if not homes:
        raise click.ClickException("there are no lessons here")
    if form == "argdown":
        return _maps([course for home, course in homes if name or home == course.material.id])
    batches = [_batch(home, course, seed, losses, whole=name is None) for home, course in homes]
    if settings is None:
        return EXPORTERS[form](batches, losses.tell)
    return EXPORTERS[form](told(settings, "Exporting", batches, len(batches)), losses.tell)


def _one(root: Path, name: str) -> tuple[str, Course]:
    """Return a lesson or quiz with the id under which its written items go out.

    That is the lesson's id for the quiz which the lesson itself is asked with, so that an
    item has one name by whichever id it was asked for.
    """
    course = read_course(root, name)
    lesson = course.material.id
    own = name == lesson or read_quiz_of(root, lesson)[1] == course.quiz
    return (lesson if own else name), course


def _all(root: Path) -> list[tuple[str, Course]]:
    """Return every lesson with its own quiz, then the quizzes that are left."""
    lessons = [_one(root, lesson) for lesson in lesson_ids(root)]
    others = [_one(root, quiz) for quiz in quiz_ids(root)]
    known = {home for home, _ in lessons}
    return lessons + [(home, course) for home, course in others if home not in known]


def _batch(home: str, course: Course, seed: int, losses: Losses, *, whole: bool) -> Batch:
    """Return a batch; in a whole export a second quiz brings only what its lesson has not."""
    material = course.material
    title = course.quiz.title if course.quiz else material.lesson.title
    written_only = whole and home != material.id
    items = _Items(home, course, seed, written_only, losses)
    return Batch(quiz=home, title=title, material=material, items=items)


class _Items:
    """A course's items that can be answered, made when they are asked for."""

    def __init__(
        self, home: str, course: Course, seed: int, written_only: bool, losses: Losses
    ) -> None:
        self._home, self._course, self._seed = home, course, seed
        self._written_only, self._losses = written_only, losses

    def __iter__(self) -> Iterator[Item]:
        made = self._course.items(self._seed)
        kept = askable(made)
        self._tell_of_others(made, kept)
        for item in kept:
            if not self._written_only or item.generator == AUTHORED:
                yield item

    def _tell_of_others(self, made: Iterable[Item], kept: Iterable[Item]) -> None:
        """Say which items no tool could mark."""
        known = {item.id for item in kept}
        for item in made:
            if item.id not in known:
                self._losses.tell(LEFT_OUT, f"{self._home}/{item.id}")


def _maps(courses: list[Course]) -> Iterator[bytes]:
    """Yield each lesson's argument map as Argdown; several share no name."""
    from debatekit.maps import argdown, prefixed

    for course in courses:
        graph = course.graph if len(courses) == 1 else prefixed(course.graph, course.material.id)
        yield argdown(graph, course.material.lesson.title).encode()
