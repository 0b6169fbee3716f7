"""Which misspelt words stand for the one that was meant, at the edges of each rule."""

import pytest

from debatekit.practice.slips import is_slip


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("freindship", "friendship"),
        ("freindshp", "friendship"),
        ("sanctoins", "sanctions"),
        ("sactions", "sanctions"),
        ("sanxtions", "sanctions"),
        ("weapins", "weapons"),
        ("alliancce", "alliance"),
    ],
)
def test_what_typists_and_spellers_do_is_a_slip(typed: str, word: str) -> None:
    assert is_slip(typed, word)


@pytest.mark.parametrize(
    ("typed", "word", "because"),
    [
        ("freindhsp", "friendship", "three slips in a word of ten letters"),
        ("sanctoisn", "sanctions", "two slips in a word of nine letters"),
        ("alince", "alliance", "two letters are left out of one of eight"),
        ("aliane", "alliance", "a consonant and a double are left out"),
        ("aliance", "Alliance", "the first letter is another one"),
        ("allance", "brilliance", "too many letters differ"),
        ("sanptions", "sanctions", "the two keys lie apart"),
        ("iran", "iraq", "words of four letters allow none"),
        ("alliance2", "alliances", "a digit is no letter"),
        ("alliace", "alliance", "a consonant is left out of eight letters"),
        ("fiendship", "friendship", "an r is left out"),
        ("sxanctions", "sanctions", "a letter too many is neither a vowel nor a double"),
        ("alliamce", "alliance", "the wrong key in a word of eight letters"),
        ("chase", "chose", "a vowel for a vowel in a word of five letters"),
    ],
)
def test_what_may_be_another_word_is_no_slip(typed: str, word: str, because: str) -> None:
    assert not is_slip(typed, word), because
