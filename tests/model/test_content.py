"""The words by which two texts are found to speak of the same thing."""

import pytest

from debatekit.model.content import content_words, stem, stems_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("provoked", "provoking"),
        ("alliance", "alliances"),
        ("Moscow", "Moscow's"),
        ("Moscow", "Moscow\u2019s"),
        ("O'Brien", "O\u2019Brien\u2019s"),
    ],
)
def test_the_forms_of_one_word_meet(one: str, other: str) -> None:
    assert stems_of([one]) == stems_of([other]) != frozenset()


@pytest.mark.parametrize(("one", "other"), [("O'Brien", "O'Neill"), ("China", "Chile")])
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert stems_of([one]).isdisjoint(stems_of([other]))


def test_a_word_keeps_four_letters_at_least() -> None:
    assert [stem(word) for word in ("wings", "sings", "using")] == ["wing", "sing", "using"]


def test_short_words_and_words_that_say_nothing_are_left_out() -> None:
    assert list(content_words("Which of these claims is about NATO?")) == ["nato"]
    assert list(content_words("The town bans cars", shortest=5)) == []
