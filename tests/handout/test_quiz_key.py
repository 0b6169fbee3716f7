"""The teacher's key of a quiz: as quick to mark from as it can be, and made for paper."""

from typing import Any

import pytest

from debatekit.handout.quiz_key import key_blocks, told
from debatekit.handout.quiz_sheet import Version, quiz_sheet
from debatekit.handout.sheet import Choices, Line, Paragraph, Section, Table
from debatekit.model.item import Item, Match, Option, Order, Short
from debatekit.model.material import Material

ASKED: dict[str, Any] = {
    "id": "x",
    "generator": "authored",
    "strand": "claims",
    "target": "t",
    "stem": "Which?",
}
OPTIONS = tuple(Option(text=text, why=f"{text} it is.") for text in ("Tea", "Milk", "Rum", "Ale"))


def text(line: Line) -> str:
    return "".join(span.text for span in line)


def key_cell(item: Item) -> Line:
    """What stands beside the question in the table of keys."""
    section, _ = key_blocks("A", [item], ["abcd"])
    assert isinstance(section, Section)
    [table] = [block for block in section.blocks if isinstance(block, Table)]
    return table.rows[0][table.head.index("Key")]


def judged(item: Item) -> dict[str, str]:
    """What is said to each option, by its letter."""
    [listed] = [block for block in told(item) if isinstance(block, Choices)]
    return {letter: text(line) for letter, line in listed.options}


def test_the_key_of_an_order_says_what_stands_on_the_lines_of_the_paper() -> None:
    item = Order(**ASKED, options=OPTIONS, ranks=(2, 0, 3, 1))

    typed, _, lines = text(key_cell(item)).partition(" (")
    assert typed.split() == ["b", "d", "a", "c"]
    assert [sign for sign in lines if sign.isdigit()] == ["3", "1", "4", "2"]
    assert judged(item)["b"].startswith("Place 1: Milk")


def test_an_option_of_a_match_says_to_which_prompt_it_belongs() -> None:
    item = Match(**ASKED, prompts=("Cow", "Grain"), options=OPTIONS, partners=(1, 3))

    said = judged(item)

    assert said["b"].startswith("Right for 1: Milk")
    assert said["d"].startswith("Right for 2: Ale")
    assert said["a"].startswith("Tea")


def test_answers_that_differ_by_an_article_a_hyphen_or_a_capital_are_told_once() -> None:
    accepted = ("a common enemy", "common enemy", "Common-enemy", "the foe", "foe", "enemies")
    cell = key_cell(Short(**ASKED, accepted=accepted))

    assert text(cell) == "a common enemy / the foe / enemies"
    assert [span.text for span in cell if span.strong] == ["a common enemy"]


def test_no_end_of_a_line_parts_a_key_from_its_name_or_its_letters() -> None:
    item = Match(**ASKED, prompts=("Cow", "Grain"), options=OPTIONS, partners=(1, 3))

    [key] = [
        span.text
        for block in told(item)
        if isinstance(block, Paragraph)
        for span in block.line
        if span.text.startswith("Key")
    ]

    assert key.split() == ["Key:", "1b", "2d."]
    assert " " not in key


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "1 question, about 1 minute."), (12, "12 questions, about 10 minutes.")],
)
def test_a_quiz_says_how_long_it_takes(trams: Material, number: int, said: str) -> None:
    item = Order(**ASKED, options=OPTIONS, ranks=(2, 0, 3, 1))

    [part] = quiz_sheet(trams, "T", [Version(letter="A", items=(item,) * number)], "student").parts

    [lead] = [block for block in part.opening if isinstance(block, Paragraph)]
    assert text(lead.line).startswith(said)
