"""Which answers count as first ones."""

from msgspec.structs import replace

from debatekit.practice.firsts import first_answers
from debatekit.practice.known import misses_in_a_row
from tests.practice.make import attempt


def test_only_the_first_answer_of_a_session_counts_and_skips_are_none() -> None:
    skip = attempt(1, id="skip", skipped=True, response=())
    first = attempt(1, score=0.0)
    second = attempt(1, id="second")
    later = attempt(1, id="later", session="another")

    assert list(first_answers([skip, first, second, later])) == [first, later]


def test_answers_of_two_students_are_told_apart() -> None:
    ada, bob = attempt(1), attempt(1, id="bob", student="Bob")

    assert list(first_answers([ada, bob])) == [ada, bob]


def test_misses_in_a_row_begin_anew_after_a_pass() -> None:
    scores = [0.0, 0.5, 1.0, 0.0, 0.74]
    log = [attempt(number, score=score) for number, score in enumerate(scores)]

    assert misses_in_a_row(log) == {("structure", "recall"): 2}
    assert misses_in_a_row(log[:2], {("structure", "recall"): 1}) == {("structure", "recall"): 3}


def test_each_skill_has_a_row_of_its_own() -> None:
    log = [replace(attempt(1, score=0.0), bloom="analyse"), attempt(2, score=0.0)]

    assert misses_in_a_row(log) == {("structure", "analyse"): 1, ("structure", "recall"): 1}
