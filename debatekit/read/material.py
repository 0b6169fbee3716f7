"""A lesson with all it draws on, and the quiz that belongs to it, by their ids."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from debatekit.diagnostics import Diagnostic, InvalidFileError, NotFoundError, did_you_mean
from debatekit.model.document import Document
from debatekit.model.lesson import Lesson
from debatekit.model.material import Material, join_material
from debatekit.model.quiz import Quiz
from debatekit.model.source import Source
from debatekit.read.files import (
    read_bibliography,
    read_glossary,
    read_lesson,
    read_quiz,
    read_source,
)
from debatekit.read.ids import BIBLIOGRAPHY, GLOSSARY, lesson_ids, quiz_ids, source_ids
from debatekit.read.schemes import read_schemes
from debatekit.read.workspace import read_inside

T = TypeVar("T")

UNKNOWN_SOURCE = "DK311"
"""A lesson names a source that the workspace has not; `check` tells of it by the same code."""


def read_material(root: Path, lesson_id: str) -> Material:
    """Return a lesson with its source, references, terms and schemes.

    Raises `NotFoundError` if there is no such lesson, and `InvalidFileError` with the faults
    of all files that it draws on.
    """
    if lesson_id not in (known := lesson_ids(root)):
        raise NotFoundError("lesson", lesson_id, known)
    faults: list[Diagnostic] = []
    lesson = _tried(faults, lambda: read_inside(root, "lessons", lesson_id, read_lesson))
    source = _tried(faults, lambda: _source_of(root, lesson)) if lesson else None
    bibliography = _tried(faults, lambda: _if_there(root, BIBLIOGRAPHY, read_bibliography))
    glossary = _tried(faults, lambda: _if_there(root, GLOSSARY, read_glossary))
    if lesson is None or source is None or faults:
        raise InvalidFileError(faults)
    entries = bibliography.content.references if bibliography else ()
    return join_material(
        lesson_id,
        lesson.content,
        source.content,
        {entry.id: entry for entry in entries},
        glossary.content.terms if glossary else {},
        read_schemes(),
    )


def read_quiz_of(root: Path, name: str) -> tuple[str, Quiz | None]:
    """Return the id of a lesson and its quiz, found by the id of either.

    A quiz of that id comes first, then one that names the lesson of that id; a lesson
    without a quiz has None. Raises `NotFoundError` if there is neither.
    """
    quizzes, lessons = quiz_ids(root), lesson_ids(root)
    if name in quizzes:
        quiz = read_inside(root, "quizzes", name, read_quiz).content
        return quiz.lesson, quiz
    if name not in lessons:
        raise NotFoundError("lesson or quiz", name, {*lessons, *quizzes})
    for quiz_id in quizzes:
        # A broken quiz hides nothing: `check` tells of it, and others may still fit.
        quiz_file = partial(read_inside, root, "quizzes", quiz_id, read_quiz)
        if (found := _tried([], quiz_file)) is not None and found.content.lesson == name:
            return name, found.content
    return name, None


def read_quizzes_of(root: Path, lesson_id: str) -> tuple[Quiz, ...]:
    """Return all quizzes on a lesson, by their ids; broken ones are passed over."""
    files = (partial(read_inside, root, "quizzes", name, read_quiz) for name in quiz_ids(root))
    found = (_tried([], file) for file in files)
    return tuple(quiz.content for quiz in found if quiz and quiz.content.lesson == lesson_id)


def _source_of(root: Path, lesson: Document[Lesson]) -> Document[Source]:
    """Return the record that a lesson is about; a fault of the lesson if there is none."""
    name, known = lesson.content.source, source_ids(root)
    if name not in known:
        message = f"there is no source {name!r} in seeds/"
        hint = did_you_mean(name, known) or f"write its record: seeds/{name}.yaml"
        raise InvalidFileError([Diagnostic(lesson.at("source"), UNKNOWN_SOURCE, message, hint)])
    return read_inside(root, "seeds", name, read_source)


def _if_there(root: Path, name: str, read: Callable[[Path], Document[T]]) -> Document[T] | None:
    """Return one of the workspace's lists; nothing if it has none."""
    if not (root / "seeds" / f"{name}.yaml").exists():
        return None
    return read_inside(root, "seeds", name, read)


def _tried(faults: list[Diagnostic], read: Callable[[], T]) -> T | None:
    """Return what is read; nothing, and its faults in the list, if it cannot be."""
    try:
        return read()
    except InvalidFileError as error:
        faults.extend(error.diagnostics)
        return None
