"""First answers, and the students and questions that an item analysis can take."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from debatekit.model.progress import Attempt
from debatekit.report.measures import FEWEST_ITEMS, FEWEST_STUDENTS
from debatekit.report.outline import Question

Firsts = Mapping[Question, Mapping[str, Attempt]]
"""Each question's first answers, by student."""


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
    """Return complete cases: the largest block of students with the same questions.

    Questions join from the most answered one on; of the blocks that come about, the one
    with the most answers is taken. Where all took one test, that is the whole test, and
    whoever left a question out is dropped; where each student drew questions of his own,
    it is what they have in common.
    """
    places = {name: place for place, name in enumerate(sorted(_names(firsts)))}
    masks = {
        question: sum(1 << places[name] for name in answers) for question, answers in firsts.items()
    }
    ranked = sorted(masks, key=lambda question: (-masks[question].bit_count(), question))
    shared, best, most = -1, 0, 0
    kept = 0
    for size, question in enumerate(ranked, 1):
        shared &= masks[question]
        students = shared.bit_count()
        if students < FEWEST_STUDENTS:
            break
        if size >= FEWEST_ITEMS and students * size >= most:
            best, most, kept = size, students * size, shared
    return Block(
        questions=tuple(sorted(ranked[:best])),
        students=tuple(name for name, place in places.items() if kept >> place & 1),
    )


def _names(firsts: Firsts) -> set[str]:
    return {name for answers in firsts.values() for name in answers}
