"""The list of charged words: balanced, with reasons, and blind to quotations."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatekit.check.lexicon import charged_in, charged_words, without_quotations

WORDS = sorted(charged_words())


def found(text: str) -> list[str]:
    return [charged.word for charged in charged_in(text)]


def test_the_list_is_long_and_gives_a_reason_for_each_word() -> None:
    assert len(WORDS) >= 60
    assert all(len(charged.reason.split()) >= 3 for charged in charged_words().values())
    assert all(word == word.casefold().strip() for word in WORDS)


@pytest.mark.parametrize(("one", "other"), [("hawks", "doves"), ("washington", "adversaries")])
def test_the_list_is_taken_from_no_single_side(one: str, other: str) -> None:
    aims = Counter(charged.aims_at for charged in charged_words().values())

    assert aims[one] == aims[other]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The regime fell.", ["regime"]),
        ("Regimes fall; bullies stay.", ["regime", "bully"]),
        ("A saber-rattling speech", ["saber-rattling"]),
        ("Appeasers and warmongers alike", ["appeaser", "warmonger"]),
        ("The prime registry", []),
        ("He calls it a “regime”.", []),
        ("He calls it a \"regime\", and 'a puppet', he says.", []),
        ("It's the regime's plan, isn't it?", ["regime"]),
        ("", []),
    ],
)
def test_charged_words_are_found_outside_quotations(text: str, words: list[str]) -> None:
    assert found(text) == words


@given(st.sampled_from(WORDS))
def test_every_word_of_the_list_is_found_in_a_text_and_not_in_a_quotation(word: str) -> None:
    assert found(f"They called it {word} once.") == [word]
    assert found(f"They called it “{word}” once.") == []


@given(st.text())
def test_taking_quotations_out_never_makes_a_text_longer(text: str) -> None:
    assert len(without_quotations(text)) <= len(text)
