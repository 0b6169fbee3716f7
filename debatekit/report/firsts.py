"""First answers, and the students and questions that an item analysis can take."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from debatekit.model.progress import Attempt
from debatekit.report.measures import FEWEST_ITEMS, FEWEST_STUDENTS
from debatekit.report.outline import Question

Firsts = Mapping[Question, Mapping[str, Attempt]]
"""Each question's first answers, by student."""

MOST = 2 / 3
"""What so large a share of the students answered is taken to be one test."""


class Block(Struct, frozen=True, kw_only=True):
    """Students who answered the same questions, every one of them."""

    questions: tuple[Question, ...] = ()
    students: tuple[str, ...] = ()


def first_answers(attempts: Iterable[Attempt]) -> Firsts:
    """Return each student's first answer to each question; a skip is no answer.

    What is said after an answer teaches, so only the first one is a measurement. A
    student's attempts come in the order in which they were made.
    """
    found: dict[Question, dict[str, Attempt]] = {}
    for made in attempts:
        if not made.skipped:
            found.setdefault((made.generator, made.target), {}).setdefault(made.student, made)
    return {question: found[question] for question in sorted(found)}


def complete_block(firsts: Firsts) -> Block:
    """Return complete cases: students who answered the same questions, and those questions.

    Where all took one test, it is the whole test: what two thirds answered belongs to it,
    and whoever left one of these questions out is dropped. If that would drop most, each
    student drew other questions, and it is the largest part that some have in common.
    """
    names = sorted({name for answers in firsts.values() for name in answers})
    places = {name: place for place, name in enumerate(names)}
    all_ = (1 << len(names)) - 1
    masks = {
        question: all_ if len(answers) == len(names) else sum(1 << places[name] for name in answers)
        for question, answers in firsts.items()
    }
    questions = _common_test(masks, len(names)) or _largest_part(masks)
    kept = _shared(masks, questions) if questions else 0
    return Block(
        questions=questions,
        students=tuple(name for name, place in places.items() if kept >> place & 1),
    )


def _common_test(masks: Mapping[Question, int], students: int) -> tuple[Question, ...]:
    """Return what most answered; nothing if too few of them answered all of it."""
    common = tuple(
        question for question, mask in masks.items() if mask.bit_count() >= MOST * students
    )
    if len(common) < FEWEST_ITEMS:
        return ()
    left = _shared(masks, common).bit_count()
    return common if left >= max(FEWEST_STUDENTS, students / 2) else ()


def _largest_part(masks: Mapping[Question, int]) -> tuple[Question, ...]:
    """Return the questions that, joined from the most answered one on, keep most answers."""
    ranked = sorted(masks, key=lambda question: (-masks[question].bit_count(), question))
    shared, best, most = -1, 0, 0
    for size, question in enumerate(ranked, 1):
        shared &= masks[question]
        students = shared.bit_count()
        if students < FEWEST_STUDENTS:
            break
        if size >= FEWEST_ITEMS and students * size >= most:
            best, most = size, students * size
    return tuple(sorted(ranked[:best]))


def _shared(masks: Mapping[Question, int], questions: Iterable[Question]) -> int:
    """Return who answered all of the questions, as bits."""
    shared = -1
    for question in questions:
        shared &= masks[question]
    return shared
