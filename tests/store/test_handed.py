"""Whose answers are whose: names, copies, and one student's several files."""

import pytest

from debatekit.model.progress import Attempt
from debatekit.store.exchange import Handed, Header
from debatekit.store.handed import joined
from tests.store.make import attempt


def handed(student: str, *attempts: Attempt, undone: tuple[str, ...] = ()) -> Handed:
    header = Header(student=student, exported_at="2026-01-01T00:00:00+00:00")
    return Handed(header=header, attempts=attempts, undone=undone)


def students(*files: tuple[str, Handed]) -> list[str]:
    return [made.student for made in joined(files).attempts]


@pytest.mark.parametrize(
    ("said", "name"),
    [("Ada", "Ada"), ("Zoe\u0308", "Zo\u00eb"), (" A  da ", "A da"), ("\x1b", "?")],
)
def test_a_name_is_one_line_in_one_spelling_and_every_answer_goes_by_it(
    said: str, name: str
) -> None:
    assert students(("a", handed(said, attempt(1, student=said)))) == [name]


def test_files_without_a_name_are_told_apart_by_what_they_are_called() -> None:
    files = [(file, handed("me", attempt(n, student="me"))) for n, file in enumerate("aaab")]

    assert students(*files) == ["me (a)", "me (a, 2)", "me (a, 3)", "me (b)"]


def test_a_file_without_a_name_that_repeats_another_is_of_the_same_student() -> None:
    first, later = attempt(1, student="me"), attempt(2, student="me")
    found = joined([("mon", handed("me", first)), ("fri", handed("me", first, later))])

    assert [made.id for made in found.attempts] == [first.id, later.id]
    assert {made.student for made in found.attempts} == {"me (mon)"}
    assert found.copies == ()


def test_answers_under_another_name_are_a_copy_which_is_left_out_whole() -> None:
    ours, own = attempt(1, student="Ada"), attempt(2, student="Ben")
    stolen = attempt(1, student="Ben")
    other = attempt(3, student="Cleo")
    files = [("a", handed("Ada", ours)), ("b", handed("Ben", stolen, own))]
    found = joined([*files, ("c", handed("Cleo", other))])

    assert (found.attempts, found.copies) == ((ours, other), (1,))


def test_what_one_file_takes_back_is_gone_from_the_others_too() -> None:
    first, second = attempt(1, student="Ada"), attempt(2, student="Ada")
    early, late = handed("Ada", first, second), handed("Ada", first, undone=(first.id,))

    assert joined([("e", early), ("l", late)]).attempts == (second,)


def test_several_files_are_put_in_order_by_the_clock() -> None:
    first = attempt(1, student="Ada", at="2026-01-01T23:00:00-05:00")
    second = attempt(2, student="Ada", at="2026-01-02T05:00:00+00:00")
    found = joined([("l", handed("Ada", second)), ("e", handed("Ada", first))])

    assert found.attempts == (first, second)


def test_one_file_leaves_out_what_it_takes_back_and_keeps_its_order_whatever_the_clock_said() -> (
    None
):
    late = attempt(1, student="Ada", at="2026-01-02T00:00:00+00:00")
    gone, early = attempt(2, student="Ada"), attempt(3, student="Ada", at="2026-01-01T00:00:00Z")
    found = joined([("a", handed("Ada", late, gone, early, undone=(gone.id,)))])

    assert found.attempts == (late, early)
