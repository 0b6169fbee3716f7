"""Short answers against judgements of a teacher."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatekit.model.item import Option
from debatekit.practice.opposites import NEGATIONS, OPPOSITES
from debatekit.practice.typed import judge
from tests.practice.make import short

FILE = Path(__file__).parent.parent / "data" / "typed-answers.tsv"
ROWS = [
    line.split("\t")
    for line in FILE.read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
WORDS = st.text("abcdefghijklmnopqrtuvwxyz", min_size=5, max_size=12)


MISJUDGED_AT_MOST = 0.02


def misjudged(counts: str) -> list[tuple[str, str]]:
    """Return the rows that a teacher judged so, and the program otherwise."""
    return [
        (accepted, typed)
        for accepted, typed, judged in ROWS
        if judged == counts
        and judge(short(*accepted.split("; ")), typed).accepted != (counts == "yes")
    ]


def test_there_are_enough_answers_that_a_teacher_judged() -> None:
    assert len(ROWS) >= 300
    assert len({tuple(row) for row in ROWS}) == len(ROWS)
    assert {judged for *_, judged in ROWS} == {"yes", "no"}


def test_nothing_counts_that_a_teacher_would_refuse() -> None:
    assert misjudged("no") == []


def test_hardly_anything_is_refused_that_a_teacher_would_accept() -> None:
    accepted = sum(judged == "yes" for *_, judged in ROWS)

    assert len(misjudged("yes")) < MISJUDGED_AT_MOST * accepted


@given(st.text(min_size=1, max_size=40))
def test_an_accepted_answer_typed_as_it_stands_counts_if_it_can_be_read(answer: str) -> None:
    found = judge(short(answer), answer)

    assert found.accepted or "can be read" in found.why


@given(WORDS, st.sampled_from(sorted(NEGATIONS)))
def test_a_negation_put_in_never_counts(word: str, negation: str) -> None:
    assert not judge(short(f"{word} policy"), f"{negation} {word} policy").accepted


@given(st.sampled_from(sorted(sorted(pair) for pair in OPPOSITES)))
def test_an_opposite_never_counts(pair: list[str]) -> None:
    one, other = pair

    assert not judge(short(f"{one} policy"), f"{other} policy").accepted
    assert not judge(short(other), one).accepted


@given(WORDS, st.integers(1, 11))
def test_two_letters_that_changed_places_count_inside_a_word(word: str, place: int) -> None:
    place = min(place, len(word) - 2)
    swapped = word[:place] + word[place + 1] + word[place] + word[place + 2 :]

    assert judge(short(f"policy {word}ment"), f"policy {swapped}ment").accepted


def test_a_typical_mistake_is_refused_with_its_reason() -> None:
    item = short("Niger", options=(Option(text="Nigeria", why="That is the neighbour."),))

    assert judge(item, "nigeria").why == "That is the neighbour."
    assert not judge(item, "nigeria").accepted


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("a common enemy", "an accepted answer"),
        ("a comon enemy", "taken for 'a common enemy'"),
        ("no common enemy", "turns the answer round"),
        ("a treaty", "none of the accepted answers"),
        ("", "Nothing that can be read"),
    ],
)
def test_the_verdict_says_why(typed: str, says: str) -> None:
    assert says in judge(short("a common enemy"), typed).why


@pytest.mark.parametrize(
    ("accepted", "typed"),
    [
        ("a spy", "spies"),
        ("a boss", "bosses"),
        ("a wish", "wishes"),
        ("an inch", "inches"),
        ("a tax", "taxes"),
        ("a virus", "viruses"),
        ("a war movie", "war movies"),
        ("a bottomless pit", "a bottomles pit"),
        ("Japan's bases", "Japans bases"),
        ("Japan's bases", "Japan\u2019s bases"),
    ],
)
def test_a_plural_or_a_letter_left_out_makes_no_other_answer(accepted: str, typed: str) -> None:
    assert judge(short(accepted), typed).accepted


@pytest.mark.parametrize(
    ("accepted", "typed"), [("good news", "good new"), ("proposition", "preposition")]
)
def test_what_looks_like_a_plural_or_a_slip_may_be_another_word(accepted: str, typed: str) -> None:
    assert not judge(short(accepted), typed).accepted


def test_only_who_makes_the_typical_mistake_is_told_of_it() -> None:
    item = short("a common enemy", options=(Option(text="a treaty", why="None was signed."),))

    assert judge(item, "a comon enemy").accepted
    assert judge(item, "treaty").why == "None was signed."
    assert judge(item, "ideology").why != "None was signed."


def test_a_typical_mistake_without_a_reason_is_refused_in_a_sentence() -> None:
    verdict = judge(short("Niger", options=(Option(text="Nigeria"),)), "nigeria")

    assert verdict.accepted is False
    assert verdict.why == f"{verdict.why[:-1].capitalize()}."
