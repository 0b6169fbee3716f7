"""Students read of persons, causes and goals, never of the letters that schemes use."""

import re

import pytest

from debatekit.generate import generate_items
from debatekit.generate.plain import in_words
from debatekit.logic.derive import derive
from tests.generate.made import material_at
from tests.generate.raw import LESSONS, Raw, raw_schemes

LETTER = re.compile(r"\b(A0|[A-Z]|x)\b")
SHIPPED = [scheme for scheme in raw_schemes() if scheme["id"] != "generic"]


def texts(scheme: Raw) -> list[str]:
    asked = [question["text"] for question in scheme["questions"]]
    return [*scheme["slots"].values(), *asked]


@pytest.mark.parametrize("scheme", SHIPPED, ids=lambda scheme: scheme["id"])
def test_no_letter_is_left_in_a_scheme_that_ships(scheme: Raw) -> None:
    said = [in_words(scheme["id"], text) for text in texts(scheme)]

    assert [text for text in said if LETTER.search(text)] == []


@pytest.mark.parametrize("scheme", SHIPPED, ids=lambda scheme: scheme["id"])
def test_two_parts_or_questions_of_a_scheme_stay_two(scheme: Raw) -> None:
    said = [in_words(scheme["id"], text) for text in texts(scheme)]

    assert len(set(said)) == len(said)


def test_a_text_without_letters_stays_as_it_is() -> None:
    assert in_words("rule", "Does an exception apply?") == "Does an exception apply?"


def test_a_letter_that_is_not_known_leaves_the_text_alone() -> None:
    assert in_words("expert-opinion", "Does E know Z?") == "Does E know Z?"


def test_a_scheme_that_is_not_known_keeps_its_words() -> None:
    assert in_words("of-my-own", "Does E know A?") == "Does E know A?"


def test_no_question_on_patterns_shows_a_letter() -> None:
    for root, name in LESSONS:
        material = material_at(root, name)
        for item in generate_items(material, derive(material), 0, strands=["structure"]):
            if item.generator == "cq_match":
                assert not [o.text for o in item.options if LETTER.search(o.text)], item.target
