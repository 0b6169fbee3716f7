"""What unquoted words mean, and that nobody needs to know YAML 1.1 for it."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatekit.read.scalars import scalar

RULED_OUT = [
    "no",
    "yes",
    "on",
    "off",
    "y",
    "n",
    "NO",
    "Off",
    "nUll",
    "tRue",
    "inf",
    "nan",
    "<<",
    "=",
]
DATES = ["12:30", "1:2:3", "2023-09-17", "2023-09", "1950/1953"]
NEARLY = ["0b101", "1_000", "0x", "0o8", "08x", "1e", ".", "-", "+", "..", "--", "1.2.3", "+-1"]
OTHER = [".Inf5", "½", "٣", "1,5", "#1"]


@pytest.mark.parametrize("word", [*RULED_OUT, *DATES, *NEARLY, *OTHER])
def test_what_only_looks_like_something_else_stays_text(word: str) -> None:
    assert scalar(word) == word


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("Null", None),
        ("true", True),
        ("FALSE", False),
        ("0", 0),
        ("010", 10),
        ("-7", -7),
        ("+7", 7),
        ("0o17", 15),
        ("0xff", 255),
        ("2.5", 2.5),
        (".5", 0.5),
        ("-.5e1", -5),
        ("45.0", 45),
        ("1e3", 1000),
        ("-.INF", -math.inf),
    ],
)
def test_words_of_the_core_schema_have_their_value(word: str, value: object) -> None:
    assert (type(scalar(word)), scalar(word)) == (type(value), value)


def test_not_a_number_is_none() -> None:
    assert math.isnan(float(str(scalar(".nan"))))


@given(st.integers())
def test_every_whole_number_is_itself(number: int) -> None:
    assert scalar(str(number)) == number


@given(st.integers(400, 20_000))
def test_a_number_of_absurd_length_costs_nothing_and_breaks_nothing(digits: int) -> None:
    assert scalar("9" * digits) == math.inf


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_number_with_a_point_is_itself(number: float) -> None:
    assert scalar(repr(number)) == number


@given(st.text())
def test_any_word_means_something(word: str) -> None:
    assert isinstance(scalar(word), str | int | float | None)
