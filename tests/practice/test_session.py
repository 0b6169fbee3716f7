"""A session as it goes: asked, answered, taken back, stopped, resumed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from debatekit.model.item import Item, Option, option_tags
from debatekit.model.progress import Attempt
from debatekit.practice.record import Wish, choices_of, fitting, new_record
from debatekit.practice.results import results
from debatekit.practice.session import (
    Answer,
    Session,
    advanced,
    attempt,
    resumed,
    taken_back,
)
from tests.practice.make import choice, multiple

AT = "2026-03-01T10:00:00.000+00:00"
RIGHT, WRONG, SKIP = Answer(response=("a",)), Answer(response=("b",)), Answer()


def session(count: int = 3, *, exam: bool = False) -> Session:
    items: tuple[Item, ...] = tuple(choice(f"q{number}") for number in range(count))
    return Session(id="run", student="Ada", lesson="allies", items=items, exam=exam)


def answered(start: Session, *answers: Answer) -> Session:
    for number, answer in enumerate(answers):
        if start.current is None:
            break
        made = attempt(start, start.current, answer, f"{start.done}-{number}", AT)
        start = advanced(start, made)
    return start


def test_items_are_asked_in_their_order_until_none_is_left() -> None:
    asked = []
    now = session(3)
    while now.current is not None:
        asked.append((now.number, now.current.id))
        now = answered(now, RIGHT)

    assert asked == [(1, "q0"), (2, "q1"), (3, "q2")]


def test_an_attempt_tells_all_that_scores_rest_on() -> None:
    item = choice("q", count=4, strand="structure", bloom="analyse")
    answer = Answer(response=("b",), certainty=2, took_ms=1500, hinted=True)
    made = attempt(session(), item, answer, "id-1", AT)

    assert made == Attempt(
        id="id-1",
        student="Ada",
        lesson="allies",
        item="q",
        target="target-q",
        strand="structure",
        kind="choice",
        generator="who_said",
        response=("b",),
        score=0.0,
        certainty=2,
        took_ms=1500,
        at=AT,
        session="run",
        bloom="analyse",
        chance=0.25,
        hinted=True,
    )


def test_the_tag_of_the_wrong_option_is_kept() -> None:
    base = choice("q")
    tagged = choice("q").__class__(
        id="q",
        generator="authored",
        strand="claims",
        stem="?",
        target="t",
        options=(base.options[0], Option(text="b", flaw="reversed"), Option(text="c")),
    )

    assert attempt(session(), tagged, WRONG, "1", AT).flaw == "reversed"
    assert attempt(session(), tagged, RIGHT, "1", AT).flaw == ""


def test_taking_back_returns_to_the_last_item_and_marks_its_next_answer() -> None:
    before, last = taken_back(answered(session(), RIGHT, WRONG))

    assert ([made.item for made in last], before.number) == (["q1"], 2)
    assert answered(before, RIGHT).attempts[-1].hinted


@pytest.mark.parametrize(("exam", "answer"), [(True, WRONG), (False, SKIP)])
def test_an_answer_taken_back_before_its_feedback_is_as_good_as_new(
    exam: bool, answer: Answer
) -> None:
    before, _ = taken_back(answered(session(exam=exam), answer))

    assert not answered(before, RIGHT).attempts[-1].hinted


def test_at_the_start_there_is_nothing_to_take_back() -> None:
    assert taken_back(session()) == (session(), ())


def test_skipped_items_come_back_once_where_feedback_waits() -> None:
    exam = answered(session(3, exam=True), SKIP, RIGHT, SKIP)
    again = answered(exam, RIGHT)

    assert exam.current is not None
    assert again.current is not None
    assert (exam.current.id, again.current.id) == ("q0", "q2")
    assert answered(again, SKIP).current is None
    assert answered(session(1), SKIP).current is None


@given(st.lists(st.sampled_from([RIGHT, WRONG, SKIP]), max_size=6), st.booleans())
def test_a_session_goes_on_where_it_was_left(answers: list[Answer], exam: bool) -> None:
    left = answered(session(6, exam=exam), *answers)

    assert resumed(session(6, exam=exam), left.attempts) == left


def test_an_answer_keeps_what_was_shown_and_the_first_named_mistake_that_was_made() -> None:
    wrong = (Option(text="plain", tag="2"), Option(text="named", flaw="scope", tag="3"))
    item = replace(multiple(), options=(Option(text="right", correct=True, tag="1"), *wrong))
    made = attempt(session(), item, Answer(response=("a", "b", "c")), "id", AT)

    assert made.flaw == "scope"
    assert made.shown == option_tags(item)
    assert len(made.shown) == len(item.options) == 3


def test_answers_to_items_that_are_gone_do_not_count() -> None:
    kept = answered(session(3), RIGHT, WRONG).attempts
    without_first = Session(id="run", student="Ada", lesson="allies", items=session(3).items[1:])
    now = resumed(without_first, kept)

    assert (now.number, now.done, len(now.items)) == (2, 1, 2)


def test_results_add_up_by_strand_and_leave_skips_out() -> None:
    items = (choice("a"), choice("b"), choice("c", strand="rebuttal"))
    run = Session(id="run", student="Ada", lesson="allies", items=items)
    found = results(answered(run, RIGHT, WRONG, SKIP))

    assert [(r.strand, r.score, r.answered, r.skipped) for r in found] == [
        ("claims", 1.0, 2, 0),
        ("rebuttal", 0.0, 0, 1),
    ]
    assert [r.share for r in found] == [0.5, 0.0]


BEGUN = Wish(strands=("claims", "actors"), size=5, exam=True, seed=9)


@pytest.mark.parametrize(
    ("wish", "fits"),
    [
        (Wish(), True),
        (BEGUN, True),
        (Wish(strands=("actors", "claims")), True),
        (Wish(strands=("claims",)), False),
        (Wish(size=6), False),
        (Wish(seed=8), False),
        (Wish(certainty=True), False),
        (Wish(exam=True), True),
    ],
)
def test_a_session_is_resumed_unless_the_wish_contradicts_it(wish: Wish, fits: bool) -> None:
    record = new_record(session(), "allies", 9, BEGUN, AT)

    assert (fitting([record], "allies", wish) == record) == fits
    assert fitting([record], "other", wish) is None


def test_a_plain_session_is_resumed_but_not_as_an_exam_or_with_certainty() -> None:
    record = new_record(session(), "allies", 9, Wish(), AT)

    assert fitting([record], "allies", Wish()) == record
    assert fitting([record], "allies", Wish(exam=True)) is None
    assert fitting([record], "allies", Wish(certainty=True)) is None


def test_only_a_session_of_several_lessons_is_kept_with_each_item_s_lesson() -> None:
    one, items = session(), session().items
    several = replace(one, lessons={items[0].id: "trade"})

    assert new_record(one, "allies", 9, Wish(), AT).lesson == one.lesson
    assert choices_of(new_record(one, "allies", 9, Wish(), AT)).lessons == ()
    assert choices_of(new_record(several, "", 9, Wish(), AT)).lessons == (
        "trade",
        *[one.lesson] * (len(items) - 1),
    )


def test_a_kept_session_remembers_what_was_chosen() -> None:
    record = new_record(session(), "allies", 9, BEGUN, AT)
    chosen = choices_of(record)

    assert (chosen.strands, chosen.size, chosen.exam, chosen.certainty) == (
        ("claims", "actors"),
        5,
        True,
        False,
    )
    assert (record.id, record.student, record.quiz) == (session().id, session().student, "allies")
    assert record.started_at == AT
    assert record.items == ("q0", "q1", "q2")


def test_a_session_with_certainty_is_resumed_with_it() -> None:
    record = new_record(session(), "allies", 9, Wish(certainty=True), AT)

    assert fitting([record], "allies", Wish(certainty=True)) == record


def test_what_is_on_another_quiz_or_cannot_be_read_is_passed_over() -> None:
    record = new_record(session(), "allies", 9, Wish(), AT)
    other, broken = replace(record, quiz="other"), replace(record, options="{")

    assert fitting([other, broken, record], "allies", Wish()) == record


def test_an_answer_taken_back_before_a_break_counts_as_hinted_after_it() -> None:
    now = resumed(session(), (), seen={"q0"})

    assert answered(now, RIGHT).attempts[-1].hinted
