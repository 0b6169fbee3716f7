"""What may be typed, and what it becomes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatekit.model.item import Item
from debatekit.practice.response import ResponseError, how_to_answer, parse_response
from tests.practice.make import choice, items, match, multiple, order, short

THREE, FOUR, TWO_PROMPTS = choice(), multiple(), match((1, 0), 3)
STEPS = order((0, 1, 2))


@pytest.mark.parametrize(
    ("item", "typed", "response"),
    [
        (THREE, "b", "b"),
        (THREE, "  B. ", "b"),
        (THREE, "(c)", "c"),
        (THREE, "\uff42", "b"),
        (FOUR, "a c", "ac"),
        (FOUR, "c, a", "ac"),
        (FOUR, "ca", "ac"),
        (FOUR, "a and c", "ac"),
        (FOUR, "a a", "a"),
        (STEPS, "c a b", "cab"),
        (STEPS, "CAB", "cab"),
        (STEPS, "c > a > b", "cab"),
        (STEPS, "c, then a, then b", "cab"),
        (TWO_PROMPTS, "1b 2a", "ba"),
        (TWO_PROMPTS, "2a,1b", "ba"),
        (TWO_PROMPTS, "1-b 2-a", "ba"),
        (TWO_PROMPTS, "1. B 2. A", "ba"),
        (TWO_PROMPTS, "b1a2", "ba"),
        (TWO_PROMPTS, "b a", "ba"),
        (TWO_PROMPTS, "1c 2c", "cc"),
    ],
)
def test_what_is_typed_becomes_a_response(item: Item, typed: str, response: str) -> None:
    assert parse_response(item, typed) == tuple(response)


def test_words_stay_as_they_were_typed_but_for_their_spaces() -> None:
    assert parse_response(short(), "  a   Common enemy ") == ("a Common enemy",)


@pytest.mark.parametrize(
    ("item", "typed", "says"),
    [
        (THREE, "", "Nothing was typed"),
        (THREE, " \t", "Nothing was typed"),
        (THREE, "d", "no option 'd'"),
        (THREE, "a b", "Only one answer"),
        (THREE, "1", "no option '1'"),
        (THREE, "...", "no letter"),
        (FOUR, "a z", "no option 'z'"),
        (STEPS, "a b", "C is missing"),
        (STEPS, "a", "B, C are missing"),
        (STEPS, "a a b c", "A stands there twice"),
        (TWO_PROMPTS, "1b", "2 is missing"),
        (TWO_PROMPTS, "1b 3a", "no number 3"),
        (TWO_PROMPTS, "1b 1a 2c", "1 stands there twice"),
        (TWO_PROMPTS, "1b 2z", "no option 'z'"),
        (TWO_PROMPTS, "1b 2a !", "no list of pairs"),
        (TWO_PROMPTS, "b", "1 of 2 letters"),
        (TWO_PROMPTS, "9" * 5000, "no list of pairs"),
        (match((1, 0, 2)), "2a", "1, 3 are missing"),
        (short(), "  ", "Nothing was typed"),
    ],
)
def test_what_does_not_fit_is_answered_with_a_sentence(item: Item, typed: str, says: str) -> None:
    with pytest.raises(ResponseError, match=says):
        parse_response(item, typed)


@given(items(), st.text(max_size=40))
def test_any_typing_gives_a_response_or_a_sentence(item: Item, typed: str) -> None:
    try:
        outcome = " ".join(parse_response(item, typed)) + "."
    except ResponseError as error:
        outcome = str(error)

    assert outcome.endswith(".")
    assert outcome != "."


@given(items())
def test_the_example_in_the_help_can_be_typed(item: Item) -> None:
    said = how_to_answer(item)

    if "such as " in said:
        assert parse_response(item, said.partition("such as ")[2])


def test_a_pair_that_is_missing_is_named_be_it_the_first() -> None:
    with pytest.raises(ResponseError, match=r"^1 is missing\. "):
        parse_response(match(), "2a")


@pytest.mark.parametrize(
    ("item", "says"),
    [
        (choice(count=4), "a to d."),
        (multiple(4), "a to d, such as a d."),
        (match((1, 0), 3), "a to c, for each of 1 to 2"),
    ],
)
def test_the_help_names_the_first_letter_and_the_last(item: Item, says: str) -> None:
    assert says in how_to_answer(item)


def test_the_help_for_what_is_typed_freely_is_a_sentence() -> None:
    said = how_to_answer(short())

    assert said == f"{said[:-1].capitalize()}."
