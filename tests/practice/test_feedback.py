"""What is said after an answer, and in which order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from debatekit.model.item import KEYS, Choice, Item, Option
from debatekit.practice.feedback import (
    MOST_WORDS,
    Feedback,
    feedback,
    first_verdict,
    hint,
    shortened,
)
from debatekit.practice.grading import grade
from tests.practice.make import choice, items, match, multiple, order, short

LONG = st.text("abc .", max_size=600)


def about(item: Item, response: str) -> Feedback:
    return feedback(item, tuple(response), grade(item, tuple(response)))


def test_a_wrong_choice_gets_verdict_why_why_not_and_where_in_this_order() -> None:
    item = Choice(
        id="q",
        generator="authored",
        strand="claims",
        stem="?",
        target="t",
        options=(
            Option(text="yes", correct=True, why="The text says so."),
            Option(text="no", why="That is another claim.", flaw="off-target"),
        ),
        paragraphs=(2, 5),
    )

    assert about(item, "b").lines == (
        "Not this one. The answer: A.",
        "Why: The text says so.",
        "Why not B (off target): That is another claim.",
        "Where: paragraphs 2 and 5.",
    )


@pytest.mark.parametrize(
    ("item", "response", "verdict"),
    [
        (choice(), "a", "Correct."),
        (choice(), "c", "Not this one. The answer: A."),
        (multiple(), "a", "Partly. The answer: A and C."),
        (multiple(), "bd", "Not this one. The answer: A and C."),
        (order((1, 0, 2)), "cab", "Not this one. The answer: B A C."),
        (match((1, 0), 3), "bc", "Partly. The answer: 1B 2A."),
    ],
)
def test_the_verdict_names_the_answer_but_judges_nobody(
    item: Item, response: str, verdict: str
) -> None:
    assert about(item, response).verdict == verdict


@pytest.mark.parametrize(
    ("item", "response", "why_not"),
    [
        (multiple(), "a", "Left out: C."),
        (multiple(), "abc", "Why not B: Reason 1."),
        (choice(), "a", "Why not B: Reason 1."),
        (order((0, 1, 2)), "acb", "Why not: B comes before C."),
        (order((0, 1, 2)), "abc", ""),
        (order((0, 0, 1, 2)), "badc", "Why not: C comes before D."),
        (
            match((1, 0), 3),
            "bc",
            "Why not 2C: 2 goes with A (option 0). C belongs to none of them.",
        ),
        (match((1, 0), 3), "ac", "Why not 1A: 1 goes with B (option 1). A belongs to 2."),
        (match((1, 0), 3), "ba", ""),
        (choice(), "", "Left out: A."),
        (multiple(), "", "Left out: A and C."),
    ],
)
def test_why_not_names_the_first_thing_that_is_wrong(
    item: Item, response: str, why_not: str
) -> None:
    assert about(item, response).why_not == why_not


def test_a_mistake_without_a_reason_is_named_all_the_same() -> None:
    wrong = Option(text="no", flaw="off-target")
    item = replace(choice(), options=(Option(text="yes", correct=True), wrong))

    assert about(item, "b").why_not == "Why not B (off target): it does not fit."


def test_a_partner_is_named_without_its_full_stop() -> None:
    item = match((0, 1), 3)
    ended = tuple(replace(option, text=f"{option.text}.") for option in item.options)

    assert "(option 0)." in about(replace(item, options=ended), "cb").why_not


def test_a_typed_answer_is_told_why_it_does_not_count() -> None:
    found = feedback(short("a common enemy"), ("no common enemy",), 0.0)

    assert found.verdict == "Not this one. The answer: a common enemy."
    assert "turns the answer round" in found.why_not


def test_without_a_paragraph_the_place_on_the_map_is_named() -> None:
    assert about(choice(about=("shared-enemy", "own-bargain")), "a").where == (
        "Where: on the map, shared-enemy and own-bargain."
    )


@given(items(), LONG, LONG, st.lists(st.integers(1, 12), max_size=9), st.data())
def test_feedback_is_at_most_sixty_words_long(
    item: Item, why: str, why_not: str, paragraphs: list[int], data: st.DataObject
) -> None:
    wordy = tuple(replace(option, why=why_not) for option in item.options)
    item = replace(item, options=wordy, why=why, paragraphs=tuple(paragraphs))
    keys = KEYS[: len(item.options)]
    count = len(item.keys)
    response = tuple(data.draw(st.lists(st.sampled_from(keys), min_size=count, max_size=count)))
    found = feedback(item, response, grade(item, response))

    assert sum(len(line.split()) for line in found.lines) <= MOST_WORDS


def test_the_longest_feedback_fills_its_sixty_words_and_no_more() -> None:
    long = " ".join(["word"] * 80)
    item = Choice(
        id="q",
        generator="authored",
        strand="claims",
        stem="?",
        target="t",
        options=(Option(text="yes", correct=True, why=long), Option(text="no", why=long)),
        paragraphs=(2, 5),
    )
    found = about(item, "b")

    assert sum(len(line.split()) for line in found.lines) == MOST_WORDS
    assert abs(len(found.why.split()) - len(found.why_not.split())) <= 1


@pytest.mark.parametrize(
    ("text", "words", "short_text"),
    [
        ("One two.", 5, "One two."),
        ("One two. Three four", 4, "One two. Three four"),
        ("One two three. Four five six.", 4, "One two three."),
        ("Why: one two three four", 3, "Why: one two…"),
        ("One two", 0, ""),
        ("One two three! Four five six.", 4, "One two three!"),
        ("One two three? Four five six.", 4, "One two three?"),
        ("Why: so. One two three", 4, "Why: so. One two…"),
    ],
)
def test_long_reasons_are_cut_after_a_sentence_or_a_word(
    text: str, words: int, short_text: str
) -> None:
    assert shortened(text, words) == short_text


def test_before_a_second_try_it_is_said_whether_anything_was_right() -> None:
    partly, wrong = first_verdict(multiple(), 0.5)[0], first_verdict(multiple(), 0.0)[0]

    assert partly.startswith("Partly.")
    assert wrong.startswith("Not this one.")
    assert partly.endswith("half the score.")


def test_a_hint_is_the_items_own_or_else_its_paragraphs() -> None:
    assert hint(choice(hint="Look at the verb.")) == "Hint: Look at the verb."
    assert hint(choice(paragraphs=(3,))) == "Hint: look at paragraph 3."
    assert hint(choice()) == ""


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("a common enemy", "Accepted: That is an accepted answer."),
        ("a comon enemy", "Accepted: That is taken for 'a common enemy'."),
        ("no common enemy", "Why not: It turns the answer round"),
        ("ideology", "Why not: It is none of the accepted answers"),
    ],
)
def test_what_was_typed_gets_its_reason_whether_it_counts_or_not(typed: str, says: str) -> None:
    item = short("a common enemy")
    lines = feedback(item, (typed,), grade(item, (typed,))).lines

    assert [line for line in lines if line.startswith(says)]


BARE = (Option(text="yes", correct=True), Option(text="no"))


@pytest.mark.parametrize(
    ("item", "response"),
    [
        (replace(choice(), options=BARE), "b"),
        (order((0, 1, 2)), ""),
        (match((1, 0), 3), ""),
        (short(), ""),
    ],
)
def test_where_there_is_nothing_to_tell_the_answer_is_all_that_is_said(
    item: Item, response: str
) -> None:
    bare = replace(item, options=tuple(replace(option, why="") for option in item.options))
    found = about(bare, response)

    assert found.lines == (found.verdict,)


def test_all_right_options_tell_why_in_sentences_one_after_another() -> None:
    assert about(multiple(4, (0, 2)), "ac").why == "Why: Reason 0. Reason 2."


def test_paragraphs_are_listed_as_a_sentence_does() -> None:
    assert hint(choice(paragraphs=(2, 5, 7))) == "Hint: look at paragraphs 2, 5 and 7."


def test_before_a_second_try_the_hint_helps_where_no_paragraph_does() -> None:
    assert first_verdict(choice(hint="Look at the verb."), 0.0)[1] == "Hint: Look at the verb."
