"""Second tries, siblings, skills that stop, flags of an exam: all follow from the attempts."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from debatekit.model.item import Item
from debatekit.model.words import STRANDS, Strand
from debatekit.practice.feedback import feedback, first_verdict
from debatekit.practice.results import results
from debatekit.practice.session import (
    Answer,
    Session,
    advanced,
    attempt,
    over,
    resumed,
    taken_back,
)
from debatekit.practice.turns import sibling_among, tries_again, wants_sibling
from tests.practice.make import choice, match, multiple, order, short

AT = "2026-03-01T10:00:00.000+00:00"
RIGHT, WRONG, SKIP = Answer(response=("a",)), Answer(response=("b",)), Answer()
FLAG = Answer(response=("a",), flagged=True)


def mixed(count: int, options: int = 3) -> tuple[Item, ...]:
    """Return questions that change their strand each time."""
    return tuple(choice(f"q{n}", options, strand=STRANDS[n % 6]) for n in range(count))


def session(items: Sequence[Item], **more: object) -> Session:
    return Session(id="run", student="Ada", lesson="allies", items=tuple(items), **more)  # type: ignore[arg-type]


def say(now: Session, answer: Answer) -> Session:
    """Return the session after an answer to its current question, as the screens keep it."""
    item = now.current
    assert item is not None
    number = len(now.attempts)
    now = advanced(now, attempt(now, item, answer, f"id-{number}", AT))
    if answer.flagged:
        now = advanced(now, attempt(now, item, SKIP, f"id-{number}-flag", AT))
    return now


def after(now: Session, *answers: Answer) -> Session:
    for answer in answers:
        now = say(now, answer)
    return now


def asked(now: Session) -> str:
    return now.current.id if now.current else ""


@pytest.mark.parametrize(
    ("item", "again"),
    [
        (choice(count=2), False),
        (choice(count=3), False),
        (choice(count=4), True),
        (multiple(3), True),
        (match(), True),
        (order(), True),
        (short(), False),
    ],
)
def test_a_second_try_is_no_coin_flip(item: Item, again: bool) -> None:
    assert tries_again(item) == again
    now = say(session([item, choice("next")]), Answer(response=("z",)))
    assert (asked(now) == item.id) == again


@pytest.mark.parametrize(
    ("item", "answer", "wanted"),
    [
        (choice(), WRONG, True),
        (choice(), RIGHT, False),
        (choice(count=4), WRONG, False),
        (multiple(), WRONG, False),
        (short(), WRONG, False),
    ],
)
def test_a_miss_among_three_options_wants_another_question(
    item: Item, answer: Answer, wanted: bool
) -> None:
    now = session([item])

    assert wants_sibling(item, attempt(now, item, answer, "id", AT)) == wanted


@pytest.mark.parametrize(
    ("before", "last", "gone"),
    [
        ([RIGHT], RIGHT, 1),
        ([RIGHT], SKIP, 1),
        ([RIGHT], FLAG, 2),
        ([RIGHT, WRONG, SKIP], RIGHT, 1),
        ([RIGHT, WRONG, FLAG], FLAG, 2),
        ([], FLAG, 2),
    ],
)
def test_in_an_exam_the_last_answer_is_taken_back_with_its_flag_and_no_more(
    before: list[Answer], last: Answer, gone: int
) -> None:
    left = after(session(mixed(8), exam=True), *before)
    now, taken = taken_back(say(left, last))

    assert now.attempts == left.attempts
    assert len(taken) == gone


def test_a_right_answer_brings_no_sibling() -> None:
    sibling = choice("sibling", target="target-q0")
    now = session(mixed(12), siblings={"q0": sibling})

    assert after(now, RIGHT).order == now.items
    assert sibling in after(now, WRONG).order


def test_a_second_try_shows_half_its_score_and_is_the_last() -> None:
    now = after(session(mixed(2, options=4)), WRONG, RIGHT)

    assert asked(now) == "q1"
    assert next((r.score, r.in_the_end, r.answered) for r in results(now)) == (0.0, 0.5, 1)
    assert [made.score for _, made in now.answered] == [0.0]
    assert [item.id for item in now.missed] == ["q0"]


def test_a_second_try_never_costs_what_the_first_was_worth() -> None:
    item = multiple(4, (0, 1))
    now = after(session([item]), Answer(response=("a",)), Answer(response=("c",)))

    assert now.shown_score(item) == 0.5


def test_a_second_try_can_be_left_out_or_taken_back() -> None:
    first = say(session(mixed(2, options=4)), WRONG)
    skipped = say(first, SKIP)
    second = say(first, RIGHT)

    assert (asked(skipped), skipped.shown_score(first.items[0])) == ("q1", 0.0)
    assert taken_back(second)[0].attempts == first.attempts
    assert asked(taken_back(second)[0]) == "q0"


def test_before_a_second_try_nothing_gives_the_answer_away() -> None:
    item = choice("q", 4, right=2, paragraphs=(3,))
    said = " ".join(first_verdict(item, 0.0))

    assert "paragraph 3" in said
    assert "answer" not in said
    assert "answer: C" in feedback(item, ("a",), 0.0).verdict


def test_a_miss_brings_a_sibling_five_questions_later_in_the_place_of_another() -> None:
    items = mixed(12)
    sibling = choice("sibling", target="target-q1", strand="actors")
    now = session(items, siblings={"q1": sibling})
    missed = after(now, RIGHT, WRONG)

    assert now.order == items
    assert [item.id for item in missed.order].index("sibling") == 6
    assert len(missed.order) == 12
    assert taken_back(missed)[0].order == items


def test_a_miss_near_the_end_brings_nothing_and_the_last_question_stays() -> None:
    sibling = choice("sibling", target="target-q2", strand="actors")
    items = mixed(7)
    now = after(session(items, siblings={"q2": sibling}), RIGHT, RIGHT, WRONG)

    assert now.order == items


@pytest.mark.parametrize(
    ("generator", "expected"),
    [("who_said", "other"), ("whatif_one", "same"), ("authored", "same")],
)
def test_a_sibling_is_on_the_same_target_and_of_another_generator_if_there_is_one(
    generator: str, expected: str
) -> None:
    missed = choice("missed", target="t", generator=generator)
    same = choice("same", target="t", generator="who_said")
    other = choice("other", target="t", generator="whatif_one")
    written = choice("written", target="t", generator="authored")

    found = sibling_among([written, same, other, choice("elsewhere")], missed, taken=())

    assert found is not None
    assert found.id == expected


def test_the_sibling_of_a_written_question_shares_most_claims_and_no_taken_target() -> None:
    missed = choice("missed", generator="authored", about=("a", "b"))
    pool = [
        choice("one", about=("a",)),
        choice("both", about=("a", "b")),
        choice("none", about=("c",)),
    ]

    assert sibling_among(pool, missed, taken=()) == pool[1]
    assert sibling_among(pool, missed, taken={pool[1].target}) == pool[0]
    assert sibling_among(pool[2:], missed, taken=()) is None
    assert sibling_among(pool, choice("made", about=("a", "b")), taken=()) is None


@pytest.mark.parametrize(("near", "place"), [(2, 7), (3, 8), (5, 10), (10, 5), (11, 5)])
def test_a_sibling_keeps_its_distance_from_other_questions_on_its_target(
    near: int, place: int
) -> None:
    items = list(mixed(14))
    items[near] = choice("near", strand=STRANDS[near % 6], target="target-q0")
    sibling = choice("sibling", target="target-q0")
    order = say(session(items, siblings={"q0": sibling}), WRONG).order

    assert [item.id for item in order].index("sibling") == place


def session_of(*strands: Strand) -> list[Item]:
    return [choice(f"q{n}", strand=strand) for n, strand in enumerate(strands)]


def place_of_sibling(items: Sequence[Item], target: str = "") -> int:
    """Return where a sibling on claims stands after the first question went wrong."""
    sibling = choice("sibling", target=target or items[0].target)
    order = say(session(items, siblings={items[0].id: sibling}), WRONG).order
    return [item.id for item in order].index("sibling")


def test_the_sibling_of_a_written_question_comes_five_questions_later_too() -> None:
    written = [choice("q0", generator="authored"), *mixed(9)[1:]]

    assert place_of_sibling(written, target="another") == 5


def test_a_sibling_makes_no_third_of_its_strand_in_a_row() -> None:
    mix = session_of(
        "claims",
        "actors",
        "structure",
        "actors",
        "structure",
        "actors",
        "claims",
        "claims",
        "actors",
        "structure",
    )

    assert place_of_sibling(mix) == 6


def test_runs_that_stand_there_already_keep_no_sibling_away() -> None:
    mix = session_of(
        "claims",
        "rebuttal",
        "rebuttal",
        "rebuttal",
        "structure",
        "evidence",
        "actors",
        "actors",
        "actors",
        "structure",
    )

    assert place_of_sibling(mix) == 5


def test_where_no_place_is_far_enough_from_its_target_no_sibling_comes() -> None:
    items = list(mixed(14))
    items[9] = choice("near", strand=STRANDS[3], target="target-q0")
    now = session(items, siblings={"q0": choice("sibling", target="target-q0")})

    assert say(now, WRONG).order == tuple(items)


def test_a_generated_question_gives_way_before_one_written_by_hand() -> None:
    written = [choice(f"q{n}", strand=STRANDS[n % 6], generator="authored") for n in range(12)]
    sibling = choice("sibling", target="target-q0", strand="rhetoric")
    mixed_in = [*written[:10], choice("made", strand=STRANDS[4]), written[11]]

    made = say(session(mixed_in, siblings={"q0": sibling}), WRONG).order
    by_hand = say(session(written, siblings={"q0": sibling}), WRONG).order
    assert [item.id for item in made].index("sibling") == 10
    assert [item.id for item in by_hand].index("sibling") == 5


def test_three_misses_in_a_row_take_a_skill_out_for_the_rest_of_the_day() -> None:
    claims = [choice(f"c{n}") for n in range(4)]
    others = [choice(f"o{n}", strand="actors") for n in range(4)]
    items = [item for pair in zip(claims, others, strict=True) for item in pair]
    now = after(session(items), WRONG, RIGHT, WRONG, RIGHT, WRONG)

    assert now.stopped == {("claims", "recall")}
    assert [item.id for item in now.order] == ["c0", "o0", "c1", "o1", "c2", "o2", "o3"]
    assert taken_back(now)[0].order == tuple(items)


def test_what_was_answered_stays_when_three_misses_follow_one_another() -> None:
    items = [*(choice(f"c{n}") for n in range(4)), choice("o", strand="actors")]
    now = after(session(items), WRONG, WRONG, WRONG)

    assert [item.id for item in now.order] == ["c0", "c1", "c2", "o"]


def test_what_was_stopped_earlier_goes_too_when_another_skill_is_stopped() -> None:
    actors = [choice(f"a{n}", strand="actors") for n in range(3)]
    now = session([*actors, choice("c"), choice("e", strand="evidence")])
    before = replace(now, misses={("claims", "recall"): 3})

    assert [item.id for item in after(before, WRONG, WRONG, WRONG).order] == ["a0", "a1", "a2", "e"]


def test_misses_of_earlier_sessions_of_the_day_count() -> None:
    now = session([choice("a"), choice("b")], misses={("claims", "recall"): 2})

    assert asked(say(now, WRONG)) == ""
    assert asked(say(now, RIGHT)) == "b"


ANSWERS = st.lists(st.sampled_from([RIGHT, WRONG, SKIP]), max_size=14)


@given(ANSWERS, st.integers(2, 5))
def test_targets_stay_five_apart_and_strands_change_whatever_is_answered(
    answers: list[Answer], options: int
) -> None:
    items = mixed(12, options)
    siblings = {
        f"q{n}": choice(f"s{n}", target=f"target-q{n}", strand=STRANDS[n % 6]) for n in range(12)
    }
    now = session(items, siblings=siblings)
    for answer in answers:
        now = say(now, answer) if now.current else now
    targets = [item.target for item in now.order]
    strands = [item.strand for item in now.order]

    assert all(len(set(targets[n : n + 5])) == len(targets[n : n + 5]) for n in range(12))
    assert not [n for n in range(len(strands) - 2) if len(set(strands[n : n + 3])) == 1]
    assert len(targets) <= 12
    assert now.order[-1] == items[-1] or ("rebuttal", "recall") in now.stopped


@given(ANSWERS, st.booleans(), st.integers(3, 4))
def test_a_session_with_second_tries_and_siblings_goes_on_where_it_was_left(
    answers: list[Answer], exam: bool, options: int
) -> None:
    siblings = {"q0": choice("s0", target="target-q0"), "q2": choice("s2", target="target-q2")}
    now = start = session(mixed(9, options), exam=exam, siblings=siblings)
    for answer in answers:
        now = say(now, answer) if now.current else now

    again = resumed(start, now.attempts)
    assert (again.current, again.number, again.order) == (now.current, now.number, now.order)


@given(ANSWERS)
def test_taking_everything_back_leads_to_the_first_question(answers: list[Answer]) -> None:
    now = start = session(mixed(5, options=4))
    for answer in answers:
        now = say(now, answer) if now.current else now
    while now.attempts:
        now, gone = taken_back(now)
        assert gone

    assert (now.current, now.order) == (start.current, start.order)


def test_what_is_flagged_in_an_exam_comes_back_once_and_keeps_its_answer_if_skipped() -> None:
    exam = session(mixed(3), exam=True)
    first = after(exam, FLAG, RIGHT, SKIP)
    kept = after(first, SKIP)
    changed = after(first, WRONG)

    assert (asked(first), first.coming_back) == ("q0", True)
    assert asked(kept) == asked(changed) == "q2"
    assert kept.shown_score(exam.items[0]) == 1.0
    assert changed.shown_score(exam.items[0]) == 0.0
    assert asked(after(kept, SKIP)) == ""


def test_a_flagged_answer_is_taken_back_whole() -> None:
    exam = say(session(mixed(3), exam=True), FLAG)
    before, gone = taken_back(exam)

    assert [made.skipped for made in gone] == [False, True]
    assert (before.attempts, asked(before)) == ((), "q0")


def test_an_exam_has_no_second_tries_and_stops_nothing() -> None:
    exam = after(session([choice(f"q{n}", 4) for n in range(5)], exam=True), WRONG, WRONG, WRONG)

    assert asked(exam) == "q3"
    assert exam.stopped == frozenset()


def test_what_was_missed_is_asked_again_without_second_tries() -> None:
    again = after(session(mixed(2, options=4), again=True), WRONG, RIGHT)

    assert asked(again) == ""
    assert [item.id for item in again.missed] == ["q0"]


@pytest.mark.parametrize(
    ("now", "is_over"),
    [
        ("2026-03-01T10:14:59+00:00", False),
        ("2026-03-01T10:15:00+00:00", True),
        ("2026-03-01T11:14:00+01:00", False),
        ("2026-02-28T09:00:00+00:00", False),
    ],
)
def test_a_sitting_lasts_a_quarter_of_an_hour_whatever_the_zone(now: str, is_over: bool) -> None:
    assert over(AT, now) == is_over
