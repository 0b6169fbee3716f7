"""Letters for names: the same name the same letter, and no name left."""

from collections.abc import Iterable
from string import ascii_uppercase

from hypothesis import given
from hypothesis import strategies as st
from msgspec import json

from debatekit.model.progress import Attempt
from debatekit.report import anonymous, class_report
from debatekit.report.page import report_html
from debatekit.report.rows import question_rows
from tests.report.make import NAMES, answers, made

CLASS = answers([[1, 0]] * 12)


def test_no_name_is_left_anywhere() -> None:
    attempts = [
        *answers([[1, 0, 1]] * 12),
        made("Ada", 4, 0, kind="short", response=("Ada Lovelace",), session="Ada-1", id="Ada-4"),
    ]
    hidden = anonymous(attempts)
    report = class_report(hidden)
    keys, rows = question_rows(report)
    everything = "\n".join(
        [json.encode(hidden).decode(), json.encode(report).decode(), repr(keys), repr(rows)]
    )

    assert [name for name in NAMES if name in everything + report_html(report)] == []


def codes(attempts: Iterable[Attempt]) -> set[tuple[str, str]]:
    attempts = tuple(attempts)
    hidden = anonymous(attempts)
    return {(old.student, new.student) for old, new in zip(attempts, hidden, strict=True)}


def test_the_same_name_has_the_same_code_and_two_names_have_two() -> None:
    pairs = codes(CLASS)

    assert len(pairs) == 12
    assert {new for _, new in pairs} == {f"Student {letter}" for letter in ascii_uppercase[:12]}


def test_letters_do_not_follow_the_alphabet() -> None:
    by_name = [code for _, code in sorted(codes(CLASS))]

    assert by_name != sorted(by_name)


@given(st.permutations(CLASS))
def test_codes_do_not_depend_on_the_order_of_the_files(attempts: list[Attempt]) -> None:
    assert codes(attempts) == codes(CLASS)


def test_what_was_scored_stays_as_it_was() -> None:
    attempts = answers([[1, 0, 0.5], [0, 0, 1]])
    kept = [(made.item, made.score, made.response) for made in anonymous(attempts)]

    assert kept == [(made.item, made.score, made.response) for made in attempts]
