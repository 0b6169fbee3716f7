"""Text that somebody wrote cannot steer a screen, and is compared without its dress."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatekit.model.text import comparable, printable, steerless

SAFE = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cf"]))


@pytest.mark.parametrize(
    "sign", ["\x1b", "\x07", "\x7f", "\x9b", "\r", "\u202e", "\u2066", "\ud800"]
)
def test_a_sign_that_could_steer_a_screen_is_left_out(sign: str) -> None:
    assert printable(f"before{sign}after") == "beforeafter"


@given(SAFE)
def test_letters_of_every_script_stay(text: str) -> None:
    assert printable(text) == text


def test_line_ends_and_tabs_stay() -> None:
    assert printable("one\n\ttwo ü") == "one\n\ttwo ü"


@given(st.text())
def test_json_without_steering_signs_says_the_same(text: str) -> None:
    written = steerless(json.dumps({"text": text}, ensure_ascii=False, indent=2))

    assert json.loads(written) == {"text": text}
    assert printable(written) == written


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("US policy, is to blame!", "us  policy is to blame"),
        ("Straße", "STRASSE"),
        ("\u2160 century", "i century"),
        ("  trade-off ", "trade off"),
    ],
)
def test_case_punctuation_and_space_make_no_difference(one: str, other: str) -> None:
    assert comparable(one) == comparable(other)


def test_other_words_make_a_difference() -> None:
    assert comparable("a claim") != comparable("a claims")
