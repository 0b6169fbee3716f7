"""Items written by hand come first, with their keys as written, whatever the seed."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import convert

from debatekit.generate import generate_items
from debatekit.generate.authored import authored_items
from debatekit.logic.derive import derive
from debatekit.model.item import Choice, Item, Match, Multiple, Order, Short
from debatekit.model.quiz import Quiz
from debatekit.practice.grading import grade
from tests.generate.made import BRIEF, material_at
from tests.generate.raw import ROOT, SMALL, load

WRITTEN: list[dict[str, Any]] = [
    {
        "id": "thesis",
        "strand": "claims",
        "kind": "choice",
        "stem": "According to the author, what should the town do?",
        "paragraphs": [2, 3],
        "about": ["close-street"],
        "difficulty": 2,
        "options": [
            {"text": "Close the street", "correct": True, "why": "Paragraph 2 says so."},
            {"text": "Widen the street", "why": "It says nothing of that.", "flaw": "reversed"},
            {"text": "Move the school", "why": "It says nothing of that."},
        ],
    },
    {
        "id": "which-facts",
        "strand": "claims",
        "kind": "multiple",
        "stem": "According to the author, which are facts?",
        "options": [
            {"text": "Cars were counted", "correct": True, "why": "They were."},
            {"text": "Air was measured", "correct": True, "why": "It was."},
            {"text": "Health comes first", "why": "That is a judgement."},
        ],
    },
    {
        "id": "who-is-who",
        "strand": "actors",
        "kind": "match",
        "stem": "In the lesson, who is who?",
        "hint": "Look at the actors.",
        "pairs": [
            {"prompt": "Stone", "partner": "mayor", "why": "He is."},
            {"prompt": "Patel", "partner": "nurse"},
        ],
        "spare": [{"text": "driver", "why": "Nobody here."}],
    },
    {
        "id": "in-order",
        "strand": "actors",
        "kind": "order",
        "stem": "In the lesson, what came first?",
        "steps": [{"text": "School"}, {"text": "Count"}, {"text": "Article"}],
    },
    {
        "id": "in-a-word",
        "strand": "rhetoric",
        "kind": "short",
        "stem": "In the lesson, what is the device?",
        "accepted": ["metaphor", "a metaphor"],
        "why": "It is a picture.",
        "rejected": [{"text": "simile", "why": "There is no 'like'."}],
    },
]
QUIZ = convert({"format": 1, "title": "Q", "lesson": "street", "items": WRITTEN}, Quiz)


def written(seed: int = 0) -> dict[str, Item]:
    material = material_at(SMALL / "thin", "thin")
    items = generate_items(material, derive(material), seed, QUIZ)
    return {item.id: item for item in items[: len(WRITTEN)]}


def test_written_items_come_first_and_in_their_order() -> None:
    assert list(written()) == [entry["id"] for entry in WRITTEN]
    assert {item.generator for item in written().values()} == {"authored"}


def test_each_kind_stays_its_kind() -> None:
    kinds = [type(item) for item in written().values()]

    assert kinds == [Choice, Multiple, Match, Order, Short]


@BRIEF
@given(st.integers(0, 10**6))
def test_the_key_is_right_in_whatever_order_the_options_stand(seed: int) -> None:
    for item in written(seed).values():
        assert grade(item, item.keys) == 1


def test_the_right_texts_are_those_that_were_written() -> None:
    items = written(4)
    match, order, ticked = items["who-is-who"], items["in-order"], items["which-facts"]

    assert isinstance(match, Match)
    assert isinstance(order, Order)
    assert [match.options[place].text for place in match.partners] == ["mayor", "nurse"]
    assert [order.options["abc".index(key)].text for key in order.keys] == [
        "School",
        "Count",
        "Article",
    ]
    assert {option.text for option in ticked.options if option.correct} == {
        "Cars were counted",
        "Air was measured",
    }


def test_steps_are_never_shown_in_their_right_order() -> None:
    for seed in range(30):
        order = written(seed)["in-order"]
        assert isinstance(order, Order)
        assert order.ranks != (0, 1, 2)


def test_what_was_written_about_an_item_is_kept() -> None:
    thesis = written()["thesis"]

    assert thesis.why == "Paragraph 2 says so."
    assert thesis.about == ("close-street",)
    assert thesis.difficulty == 2
    assert {option.flaw for option in thesis.options} == {"", "reversed"}
    assert {option.text: option.tag for option in thesis.options} == {
        "Close the street": "1",
        "Widen the street": "2",
        "Move the school": "3",
    }
    assert written()["in-a-word"].why == "It is a picture."
    assert [option.why for option in written()["in-a-word"].options] == ["There is no 'like'."]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("thesis", "See paragraphs 2 and 3 of the article."),
        ("who-is-who", "Look at the actors."),
        ("in-order", ""),
    ],
)
def test_a_hint_is_the_authors_or_else_the_place(name: str, hint: str) -> None:
    assert written()[name].hint == hint


def test_an_items_target_is_its_own_id() -> None:
    assert {item.target for item in written().values()} == {f"item:{name}" for name in written()}


@pytest.mark.parametrize("path", sorted((ROOT / "quizzes").glob("*.yaml")), ids=lambda p: p.stem)
def test_the_bundled_quizzes_have_keys_that_score_one(path: Any) -> None:
    quiz = convert(load(path), Quiz)
    material = material_at(ROOT, quiz.lesson)
    items = generate_items(material, derive(material), 0, quiz)[: len(quiz.items)]

    assert [item.id for item in items] == [entry.id for entry in quiz.items]
    assert [grade(item, item.keys) for item in items] == [1.0] * len(items)


def test_a_reason_that_right_options_share_is_said_once() -> None:
    said = {"text": "Cars were counted", "correct": True, "why": "Paragraph 2 says so."}
    written = {
        **WRITTEN[1],
        "options": [said, {**said, "text": "Air was measured"}, {"text": "Health comes first"}],
    }
    quiz = convert({"format": 1, "title": "Q", "lesson": "l", "items": [written]}, Quiz)

    assert [item.why for item in authored_items(quiz)] == ["Paragraph 2 says so."]
