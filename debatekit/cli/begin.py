"""How a run begins: where an unfinished one was left, or anew."""

from pathlib import Path
from random import Random
from uuid import uuid4

import click
from msgspec import Struct

from debatekit.cli.clock import now_text
from debatekit.generate import generate_items
from debatekit.logic.derive import derive
from debatekit.model.item import Item
from debatekit.model.material import Material
from debatekit.model.progress import SessionRecord
from debatekit.model.quiz import Quiz
from debatekit.practice.arrange import arrange
from debatekit.practice.plan import plan
from debatekit.practice.session import (
    Choices,
    Session,
    Wish,
    choices_of,
    fitting,
    new_record,
    resumed,
)
from debatekit.read import read_material, read_quiz_of
from debatekit.store.scores import Scores

_SEED_BITS = 31


class Course(Struct, frozen=True, kw_only=True):
    """A lesson or quiz by the name that was asked for, read and ready to make items."""

    name: str
    material: Material
    quiz: Quiz | None

    def items(self, seed: int) -> tuple[Item, ...]:
        """Return all its items; the same seed gives the same items."""
        return generate_items(self.material, derive(self.material), seed, self.quiz)


class Run(Struct, frozen=True, kw_only=True):
    """A session that can be asked, and what must be known around it."""

    session: Session
    choices: Choices
    gists: tuple[str, ...]
    """What each paragraph of the article says, from the first."""
    resumed: bool = False
    gone: int = 0
    """How many planned items the lesson no longer has."""


def read_course(root: Path, name: str) -> Course:
    """Return the lesson or quiz of that name, with all that its items are made from."""
    lesson, quiz = read_quiz_of(root, name)
    return Course(name=name, material=read_material(root, lesson), quiz=quiz)


def begin(scores: Scores, course: Course, student: str, wish: Wish, new: bool) -> Run:
    """Return the unfinished session that fits the wish, else a new one, already kept.

    Asking for a new session ends the older ones on the same quiz, so that they do not
    come back after it.
    """
    unfinished = scores.unfinished(student)
    if not new and (record := fitting(unfinished, course.name, wish)) is not None:
        return _resume(scores, course, record)
    run, record = _start(course, student, wish)
    for old in unfinished if new else ():
        if old.quiz == course.name:
            scores.end_session(old.id, now_text())
    scores.add_session(record)
    return run


def _resume(scores: Scores, course: Course, record: SessionRecord) -> Run:
    choices = choices_of(record)
    at_hand = {item.id: item for item in course.items(record.seed)}
    planned = [at_hand[name] for name in record.items if name in at_hand]
    session = Session(
        id=record.id,
        student=record.student,
        lesson=record.lesson,
        items=_arranged(planned, record.seed),
        revisits=choices.exam,
    )
    shown = [] if choices.exam else [made.item for made in scores.undone(record.id)]
    return Run(
        session=resumed(session, scores.attempts(session=record.id), shown),
        choices=choices,
        gists=_gists(course),
        resumed=True,
        gone=len(record.items) - len(planned),
    )


def _start(course: Course, student: str, wish: Wish) -> tuple[Run, SessionRecord]:
    seed = Random().getrandbits(_SEED_BITS) if wish.seed is None else wish.seed
    planned = plan(
        course.items(seed),
        Random(f"{seed}/plan"),
        mix=course.quiz.mix if course.quiz else {},
        strands=wish.strands,
        size=wish.size,
    )
    if not planned:
        of_strand = f" on {' or '.join(wish.strands)}" if wish.strands else ""
        raise click.ClickException(f"{course.name} has no questions{of_strand}")
    session = Session(
        id=str(uuid4()),
        student=student,
        lesson=course.material.id,
        items=_arranged(planned, seed),
        revisits=wish.exam,
    )
    record = new_record(session, course.name, seed, wish, now_text())
    return Run(session=session, choices=choices_of(record), gists=_gists(course)), record


def _arranged(planned: list[Item] | tuple[Item, ...], seed: int) -> tuple[Item, ...]:
    return arrange(planned, Random(f"{seed}/options"))


def _gists(course: Course) -> tuple[str, ...]:
    return tuple(paragraph.gist for paragraph in course.material.source.paragraphs)
