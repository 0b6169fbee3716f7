"""One key: what is printed, asked on the screen and exported agree, for any lesson."""

import json
import os
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from msgspec import json as typed_json

from debatekit.bundled import bundled_workspace
from debatekit.cli.course import read_course
from debatekit.cli.versions import items_of, seed_of
from debatekit.export.json import ExportFile
from debatekit.generate import generate_items
from debatekit.intake.argdown import read_argdown
from debatekit.logic.derive import derive
from debatekit.maps import argdown
from debatekit.model.item import Item, Match, Order, Short
from tests.export.samples import batch, exported
from tests.export.seen import expected, in_canvas, in_moodle
from tests.export.test_any_text import carried_by_canvas, unordered
from tests.generate.made import BRIEF, material_of, raw_lessons
from tests.generate.raw import RawLesson

LESSONS = ("common-enemy", "korea", "verdict")
FEWER = settings(BRIEF, max_examples=40)


class Tables(HTMLParser):
    """The cells of a page's tables, row by row."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.inside = True
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag not in ("td", "th")

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.rows[-1][-1] += data


def debatekit(*arguments: str, store: Path, typed: str = "") -> str:
    done = subprocess.run(
        [sys.executable, "-m", "debatekit", *arguments],
        input=typed,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "DEBATEKIT_STORE": str(store)},
    )
    return done.stdout


def printed_key(lesson: str, version: str, store: Path) -> list[str]:
    """Return the answers that the teacher's sheet gives, in the order of its questions."""
    sheet = ["handout", lesson, "--kind", "quiz", "--for", "teacher", "--format", "html"]
    page = Tables()
    page.feed(debatekit(*sheet, "--version", version, "-o", "-", store=store))
    return [row[2].strip() for row in page.rows if len(row) == 4 and row[0].strip().isdigit()]


def right_texts(item: Item, answer: str) -> Any:
    """Return the texts that an answer of letters points to: a set, an order or pairs."""
    chosen = ["abcdefghijklmnop".index(part[-1]) for part in answer.split()]
    if isinstance(item, Match):
        ends = (item.options[place].text for place in chosen)
        return set(zip(item.prompts, ends, strict=True))
    texts = [item.options[place].text for place in chosen]
    return texts if isinstance(item, Order) else set(texts)


def exported_key(kind: str, answers: list[Any]) -> Any:
    """Return the same of a question that was read back from an export."""
    if kind == "match":
        return {(prompt, partner) for prompt, partner in answers if prompt}
    if kind == "order":
        return answers
    return {text for text, weight, _ in answers if weight > 0}


@pytest.mark.parametrize("version", ["A", "B"])
@pytest.mark.parametrize("lesson", LESSONS)
def test_whoever_answers_on_screen_what_the_printed_key_says_has_all_of_it_right(
    lesson: str, version: str, tmp_path: Path
) -> None:
    store = tmp_path / "scores.db"
    answers = [key.partition(" / ")[0] for key in printed_key(lesson, version, store)]

    typed = "".join(f"{answer}\n" for answer in answers)
    debatekit("quiz", lesson, "--version", version, "--plain", store=store, typed=typed)

    attempts = json.loads(debatekit("scores", "--attempts", "--json", store=store))
    assert len(answers) > 5
    assert [attempt["score"] for attempt in attempts] == [1.0] * len(answers)


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_printed_key_names_the_texts_that_an_export_marks_as_right(
    lesson: str, tmp_path: Path
) -> None:
    course = read_course(bundled_workspace(), lesson)
    asked = items_of(course, seed_of("A"))
    key = printed_key(lesson, "A", tmp_path / "scores.db")
    found = in_moodle(exported("moodle", batch(course.material, asked)))

    for item, answer, seen in zip(asked, key, found.values(), strict=True):
        if isinstance(item, Short):
            assert exported_key(seen.kind, seen.answers) == set(answer.split(" / "))
        else:
            assert exported_key(seen.kind, seen.answers) == right_texts(item, answer)


@FEWER
@given(raw_lessons())
def test_every_item_of_any_lesson_comes_back_from_an_export_with_its_key(raw: RawLesson) -> None:
    material = material_of(raw)
    made = generate_items(material, derive(material), 0)
    lesson = batch(material, made)

    in_json = typed_json.decode(exported("json", lesson), type=ExportFile)
    assert in_json.lessons[0].items == made
    if made:
        assert list(in_moodle(exported("moodle", lesson)).values()) == [
            expected(item) for item in made
        ]
        assert [unordered(seen) for seen in in_canvas(exported("canvas", lesson))] == [
            unordered(carried_by_canvas(item)) for item in made
        ]


@FEWER
@given(raw_lessons())
def test_the_argument_of_any_lesson_comes_back_from_its_argdown_map(raw: RawLesson) -> None:
    graph = derive(material_of(raw))

    back = read_argdown(argdown(graph, "A lesson"))

    texts = {name: node.text for (argument, name), node in back.nodes.items() if not argument}
    assert texts == {name: claim.text for name, claim in graph.claims.items()}
    assert {step.argument: (set(step.premises), step.conclusion) for step in back.steps} == {
        step.id: (set(step.premises), step.conclusion) for step in graph.inferences.values()
    }
    assert {
        (one.source[1], one.target[1], one.sign == "contradicts") for one in back.relations
    } == {(one.source, one.target, one.mutual) for one in graph.conflicts}
