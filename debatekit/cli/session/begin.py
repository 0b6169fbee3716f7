"""How a run begins: where an unfinished one was left, or anew."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from random import Random
from uuid import uuid4

import click
from msgspec import Struct
from msgspec.structs import replace

from debatekit.cli.clock import now, now_text
from debatekit.cli.store.due import refresh
from debatekit.cli.workspace.course import Course
from debatekit.model.item import Item
from debatekit.model.progress import Attempt, SessionRecord
from debatekit.model.words import Strand
from debatekit.practice.arrange import arrange
from debatekit.practice.example import examples
from debatekit.practice.known import Known, known_of, misses_in_a_row
from debatekit.practice.mastery import SkillKey
from debatekit.practice.plan import askable, plan
from debatekit.practice.record import Choices, Wish, choices_of, fitting, new_record
from debatekit.practice.session import Session, resumed
from debatekit.practice.turns import wants_sibling
from debatekit.store.cards import Cards
from debatekit.store.scores import Scores

_SEED_BITS = 31


class Run(Struct, frozen=True, kw_only=True):
    """A session that can be asked, and what must be known around it."""

    session: Session
    choices: Choices
    seed: int
    name: str
    """What it was begun on: a lesson's or quiz's name; nothing for a review."""
    courses: Mapping[str, Course]
    """By id, the lessons that its items come from."""
    since: str
    """When this sitting began, ISO 8601 in UTC."""
    resumed: bool = False
    gone: int = 0
    """How many planned items the lesson no longer has."""

    def course_of(self, item: Item) -> Course:
        """Return the lesson that an item comes from."""
        return self.courses[self.session.lesson_of(item)]


def begin(scores: Scores, course: Course, student: str, wish: Wish, new: bool) -> Run:
    """Return the unfinished session that fits the wish, else a new one, already kept.

    Asking for a new session ends the older ones on the same quiz, so that they do not
    come back after it.
    """
    unfinished = scores.unfinished(student)
    if not new and (record := fitting(unfinished, course.name, wish)) is not None:
        return _resume(scores, course, record)
    run = _start(scores, course, student, wish)
    keep_new(scores, run, wish, unfinished if new else ())
    return run


def keep_new(scores: Scores, run: Run, wish: Wish, older: Iterable[SessionRecord]) -> None:
    """Keep a run that begins, and end the older ones on the same quiz."""
    for old in older:
        if old.quiz == run.name:
            scores.end_session(old.id, now_text())
    scores.add_session(new_record(run.session, run.name, run.seed, wish, now_text()))


def new_seed(wish: Wish) -> int:
    """Return the seed that was asked for, else any."""
    return Random().getrandbits(_SEED_BITS) if wish.seed is None else wish.seed


def _resume(scores: Scores, course: Course, record: SessionRecord) -> Run:
    choices = choices_of(record)
    strands = _strands(course, choices.strands, ())
    at_hand = {item.id: item for item in course.items(record.seed, strands)}
    if strands is not None and not at_hand.keys() >= set(record.items):
        at_hand = {item.id: item for item in course.items(record.seed)}
    planned = [at_hand[name] for name in record.items if name in at_hand]
    session = Session(
        id=record.id,
        student=record.student,
        lesson=record.lesson,
        items=arranged(planned, record.seed),
        exam=choices.exam,
        examples=examples(askable(at_hand.values()), planned, record.seed),
    )
    run = Run(
        session=session,
        choices=choices,
        seed=record.seed,
        name=record.quiz,
        courses={course.material.id: course},
        since=now_text(),
        resumed=True,
        gone=len(record.items) - len(planned),
    )
    return caught_up(scores, run)


def caught_up(scores: Scores, run: Run) -> Run:
    """Return a resumed run after the attempts that were kept."""
    attempts = scores.attempts(session=run.session.id)
    shown = [] if run.choices.exam else [made.item for made in scores.undone(run.session.id)]
    cards, session = Cards(scores), run.session
    today = [made for made in _today(cards, session.student) if made.session != session.id]
    misses = {} if run.choices.strands else misses_in_a_row(today)
    session = replace(session, misses=misses, met=_met(cards, session, run.choices))
    for made in attempts:
        item = next((item for item in session.items if item.id == made.item), None)
        if item is not None:
            session = with_sibling(replace(run, session=session), item, made)
    return replace(run, session=resumed(session, attempts, shown))


def with_sibling(run: Run, item: Item, made: Attempt) -> Session:
    """Return the session with the question at hand that a miss brings on the same target."""
    session = run.session
    if session.exam or session.again or item.id in session.siblings or made.skipped:
        return session
    if not wants_sibling(item, made) or item not in session.items:
        return session
    there = (*session.items, *session.siblings.values(), *session.examples.values())
    found = run.course_of(item).sibling(item, run.seed, {one.target for one in there})
    if found is None or found.id in {one.id for one in there}:
        return session
    lessons = {**session.lessons, found.id: session.lesson_of(item)}
    return replace(session, siblings={**session.siblings, item.id: found}, lessons=lessons)


def _start(scores: Scores, course: Course, student: str, wish: Wish) -> Run:
    seed = new_seed(wish)
    known, due_strands = _known(scores, student, course.material.id, wish)
    pool = askable(course.items(seed, _strands(course, wish.strands, due_strands)))
    planned = plan(
        pool,
        Random(f"{seed}/plan"),
        mix=course.quiz.mix if course.quiz else {},
        strands=wish.strands,
        size=wish.size,
        known=known,
    )
    if not planned:
        raise click.ClickException(_nothing(course, wish, known))
    session = Session(
        id=str(uuid4()),
        student=student,
        lesson=course.material.id,
        items=arranged(planned, seed),
        exam=wish.exam,
        misses={} if wish.strands else known.misses,
        examples=examples(pool, planned, seed),
    )
    return Run(
        session=replace(session, met=_met(Cards(scores), session, Choices())),
        choices=Choices(
            strands=wish.strands, size=wish.size, exam=wish.exam, certainty=wish.certainty
        ),
        seed=seed,
        name=course.name,
        courses={course.material.id: course},
        since=now_text(),
    )


def _met(cards: Cards, session: Session, choices: Choices) -> frozenset[Strand]:
    """Return those strands of the session's examples that the student has met before."""
    return cards.strands_met(session.student, session.examples) | frozenset(choices.examples)


def _nothing(course: Course, wish: Wish, known: Known) -> str:
    if known.stopped and not wish.strands:
        return f"enough for today: what is left of {course.name} went wrong three times in a row"
    of_strand = f" on {' or '.join(wish.strands)}" if wish.strands else ""
    return f"{course.name} has no questions{of_strand}"


def _strands(
    course: Course, wanted: Sequence[Strand], due: Collection[Strand]
) -> frozenset[Strand] | None:
    """Return the strands that a session on the course can have items of; nothing for all."""
    if wanted:
        return frozenset(wanted)
    mix = course.quiz.mix if course.quiz else {}
    return frozenset(s for s, count in mix.items() if count) | frozenset(due) if mix else None


def _known(
    scores: Scores, student: str, lesson: str, wish: Wish
) -> tuple[Known, frozenset[Strand]]:
    """Return what is known of a learner on a lesson, and the strands of what is due.

    Whoever names a seed wants the same questions as everybody, whatever they know.
    """
    if wish.seed is not None:
        return Known(), frozenset()
    cards = Cards(scores)
    attempts = cards.attempts_on(student, lesson)
    if not attempts:
        return Known(misses=misses_in_a_row(_today(cards, student))), frozenset()
    refresh(cards, student)
    due = cards.due(student, now_text(), lesson)
    known = known_of(attempts, _today(cards, student), [card.target for card in due], now())
    return known, frozenset(card.strand for card in due)


def _today(cards: Cards, student: str) -> tuple[Attempt, ...]:
    """Return the attempts made since midnight, UTC."""
    midnight = now().replace(hour=0, minute=0, second=0, microsecond=0)
    return cards.attempts_since(student, midnight)


def misses_today(scores: Scores, student: str) -> Mapping[SkillKey, int]:
    """Return how many questions in a row went wrong today, by skill."""
    return misses_in_a_row(_today(Cards(scores), student))


def arranged(planned: Sequence[Item], seed: int) -> tuple[Item, ...]:
    """Return the items with their options in the order in which this session shows them."""
    return arrange(planned, Random(f"{seed}/options"))
