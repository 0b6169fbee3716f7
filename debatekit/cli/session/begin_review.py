"""How a review begins: fresh questions on what is due, from whichever lessons it is."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from uuid import uuid4

from msgspec.structs import replace

from debatekit.cli.clock import now_text
from debatekit.cli.screen.output import one_line, say
from debatekit.cli.session.begin import Run, arranged, caught_up, keep_new, misses_today, new_seed
from debatekit.cli.store.due import refresh
from debatekit.cli.workspace.course import Course, read_lesson
from debatekit.diagnostics import InvalidFileError, NotFoundError
from debatekit.model.item import Item
from debatekit.model.progress import Card, SessionRecord
from debatekit.model.words import Strand
from debatekit.practice.known import Known
from debatekit.practice.record import Choices, Wish, choices_of, fitting
from debatekit.practice.review import Due, plan_review
from debatekit.practice.session import Session
from debatekit.store.cards import Cards
from debatekit.store.scores import Scores

QUESTIONS = 12
_BATCH = 4
"""How many times as many cards are looked at, where lessons have lost some of them."""


class Shelf:
    """The lessons of a workspace, each read once; one that cannot be read is left out."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._courses: dict[str, Course | None] = {}

    def course(self, name: str) -> Course | None:
        """Return a lesson, or nothing where there is none or it has faults."""
        if name not in self._courses:
            try:
                self._courses[name] = read_lesson(self._root, name)
            except (InvalidFileError, NotFoundError):
                self._courses[name] = None
                message = f"The lesson {name} cannot be read; it is passed over."
                say(one_line(message))
        return self._courses[name]

    @property
    def courses(self) -> Mapping[str, Course]:
        """All lessons that were read, by id."""
        return {name: course for name, course in self._courses.items() if course}


def begin_review(scores: Scores, root: Path, student: str, wish: Wish) -> Run | None:
    """Return the unfinished review, else a new one, already kept; nothing if nothing is due."""
    shelf = Shelf(root)
    record = fitting(scores.unfinished(student), "", wish)
    if record is not None:
        run = _resume(scores, shelf, record)
        if run.session.items:
            return run
        scores.end_session(record.id, now_text())  # nothing of it is left to ask
    refresh(Cards(scores), student)
    seed = new_seed(wish)
    found = _picked(scores, shelf, student, wish.size or QUESTIONS, seed)
    if not found:
        return None
    run = _run(shelf, _session(student, found, seed), Choices(size=wish.size), seed)
    keep_new(scores, run, wish, ())
    return run


def next_day(scores: Scores, student: str) -> str:
    """Return in a sentence when something is due next, or nothing."""
    due = Cards(scores).next_due(student)
    if not due:
        return ""
    if due <= now_text():
        return " What is due belongs to lessons that this workspace does not have."
    return f" The next question is due on {due[:10]}, at {due[11:16]} UTC."


def _picked(scores: Scores, shelf: Shelf, student: str, wanted: int, seed: int) -> tuple[Due, ...]:
    """Return fresh items on the cards longest overdue, in the order in which they are asked."""
    cards, most = Cards(scores), wanted
    known = Known(misses=misses_today(scores, student))
    while True:
        due = cards.due(student, now_text(), most=most)
        found = plan_review(_items(shelf, due, seed), due, Random(f"{seed}/plan"), wanted, known)
        if len(found) >= wanted or len(due) < most:
            return found
        most *= _BATCH


def _items(shelf: Shelf, due: Sequence[Card], seed: int) -> Mapping[str, Sequence[Item]]:
    """Return the items of the strands that are due, by lesson."""
    strands: dict[str, set[Strand]] = {}
    for card in due:
        strands.setdefault(card.lesson, set()).add(card.strand)
    return {
        lesson: course.items(seed, wanted)
        for lesson, wanted in strands.items()
        if (course := shelf.course(lesson))
    }


def _session(student: str, found: Sequence[Due], seed: int) -> Session:
    return Session(
        id=str(uuid4()),
        student=student,
        lesson="",
        items=arranged([one.item for one in found], seed),
        lessons={one.item.id: one.lesson for one in found},
    )


def _run(shelf: Shelf, session: Session, choices: Choices, seed: int) -> Run:
    return Run(
        session=session,
        choices=choices,
        seed=seed,
        name="",
        courses=shelf.courses,
        since=now_text(),
    )


def _resume(scores: Scores, shelf: Shelf, record: SessionRecord) -> Run:
    """Return an unfinished review where it was left."""
    choices = choices_of(record)
    lessons = dict(zip(record.items, choices.lessons, strict=False))
    at_hand = {
        (lesson, item.id): item
        for lesson in dict.fromkeys(choices.lessons)
        if (course := shelf.course(lesson))
        for item in course.items(record.seed)
    }
    keys = [(lessons.get(name, ""), name) for name in record.items]
    planned = [at_hand[key] for key in keys if key in at_hand]
    session = Session(
        id=record.id,
        student=record.student,
        lesson="",
        items=arranged(planned, record.seed),
        lessons=lessons,
    )
    run = _run(shelf, session, choices, record.seed)
    run = replace(run, resumed=True, gone=len(record.items) - len(planned))
    return caught_up(scores, run)
