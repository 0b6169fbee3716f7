"""One key: what is printed, asked on the screen and exported agree, for any lesson."""

import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from debatekit.bundled import bundled_workspace
from debatekit.cli.workspace.course import read_course
from debatekit.cli.workspace.versions import items_of, seed_of
from debatekit.generate import generate_items
from debatekit.intake.argdown import read_argdown
from debatekit.logic.derive import derive
from debatekit.logic.status import statuses
from debatekit.maps import argdown
from debatekit.model.graph import Scenario
from debatekit.model.item import Item, Match, Order, Short
from debatekit.model.material import Material, join_material
from tests.export.samples import TEXTS, batch, exported
from tests.export.seen import expected, in_moodle
from tests.generate.made import BRIEF, material_of, raw_lessons
from tests.generate.raw import ROOT, RawLesson, load
from tests.generate.thinned import lessons
from tests.intake.test_argdown import back

QUIZ = ROOT / "tests" / "data" / "quizzes" / "all-kinds.yaml"
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


def debatekit(*arguments: str, store: Path, typed: str = "", root: Path | None = None) -> str:
    """Return what a command says; of the bundled course if no workspace is given."""
    where = ["-C", str(root)] if root else []
    done = subprocess.run(
        [sys.executable, "-m", "debatekit", *where, *arguments],
        input=typed,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "DEBATEKIT_STORE": str(store)},
    )
    return done.stdout


def printed_key(lesson: str, version: str, store: Path, root: Path | None = None) -> list[str]:
    """Return the answers that the teacher's sheet gives, in the order of its questions."""
    sheet = ["handout", lesson, "--kind", "quiz", "--for", "teacher", "--format", "html"]
    page = Tables()
    page.feed(debatekit(*sheet, "--version", version, "-o", "-", store=store, root=root))
    keys = [row[2] for row in page.rows if len(row) == 4 and row[0].strip().isdigit()]
    return [key.partition(" (on the lines")[0].replace("\xa0", " ").strip() for key in keys]


def bare(answer: str) -> str:
    """Return an answer without its article, marks and capitals, which paper leaves out."""
    words = re.findall(r"\w+", answer.casefold())
    return " ".join(words[1:] if words[:1] in (["a"], ["an"], ["the"]) else words)


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
            accepted, told = exported_key(seen.kind, seen.answers), set(answer.split(" / "))
            assert told <= accepted
            assert {*map(bare, told)} == {*map(bare, accepted)}
        else:
            assert exported_key(seen.kind, seen.answers) == right_texts(item, answer)


def workspace_of(raw: RawLesson, root: Path) -> Path:
    """Write a lesson, its source, its lists and a quiz of every kind of item as a workspace."""
    files = {
        "lessons/any.yaml": raw.lesson,
        f"seeds/{raw.lesson['source']}.yaml": raw.source,
        "seeds/references.yaml": {"references": [*raw.references.values()]},
        "seeds/glossary.yaml": {"format": 1, "terms": raw.terms},
        "quizzes/any.yaml": {**load(QUIZ), "lesson": "any", "mix": {"claims": 8, "structure": 4}},
    }
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    return root


@settings(BRIEF, max_examples=4, phases=[Phase.generate])
@given(raw=lessons(TEXTS.map(" {}".format)), version=st.sampled_from("ABQ"))
def test_paper_screen_and_export_of_any_lesson_have_one_key(raw: RawLesson, version: str) -> None:
    with TemporaryDirectory() as folder:
        root, store = workspace_of(raw, Path(folder)), Path(folder) / "scores.db"
        asked = items_of(read_course(root, "any"), seed_of(version))
        key = printed_key("any", version, store, root)

        typed = "".join(f"{answer.partition(' / ')[0]}\n" for answer in key)
        debatekit(
            "quiz", "any", "--version", version, "--plain", store=store, typed=typed, root=root
        )

        attempts = json.loads(debatekit("scores", "--attempts", "--json", store=store))
        assert [one["score"] for one in attempts] == [1.0] * len(asked)
        found = in_moodle(exported("moodle", batch(read_course(root, "any").material, asked)))
        for item, answer, seen in zip(asked, key, found.values(), strict=True):
            right = (
                set(answer.split(" / ")) if isinstance(item, Short) else right_texts(item, answer)
            )
            assert exported_key(seen.kind, seen.answers) == right


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


@FEWER
@given(raw=lessons())
def test_items_of_any_lesson_keep_their_keys_through_an_argdown_map(raw: RawLesson) -> None:
    material = material_of(without_what_no_map_says(raw))
    again = through_argdown(material)
    before, after = items_by_target(material), items_by_target(again)

    assert statuses(derive(again), Scenario()) == statuses(derive(material), Scenario())
    assert {one for one in before if one[0] in WHOLE} <= after.keys()
    for target in before.keys() & after.keys():
        if target[0] in WHOLE | ON_THE_MAP:
            assert key_of(after[target]) == key_of(before[target])


WHOLE = {"attrib_side", "attack_kind", "premise_or_conclusion", "step_order"}
"""Generators that ask about every part of a map."""
ON_THE_MAP = {"supports_which", "supports_all", "claim_main", "missing_premise", "scheme_id"}
ON_THE_MAP |= {"attack_target", "best_rebuttal", "reinstate", "weakest_link", "dropped"}
ON_THE_MAP |= {"whatif_one", "whatif_set", "cq_match"}
"""Generators that ask about some parts of it; which, chance decides."""


def without_what_no_map_says(raw: RawLesson) -> RawLesson:
    """The lesson without short forms, and without claims that hold whatever their reasons do."""
    contentions = raw.lesson["contentions"]
    counters = [one for entry in contentions for one in entry["counterarguments"]]
    replies = [one for entry in counters for one in entry.get("replies", [])]
    claims = [*raw.lesson["claims"].values(), *raw.source["claims"].values()]
    for part in (*counters, *replies, *claims):
        part.pop("short", None)
        part.pop("asserted", None)
    return raw


def through_argdown(material: Material) -> Material:
    """The lesson that becomes of a lesson's map, with all else as it was."""
    lesson = back(argdown(derive(material), "A map"), material.source, material.schemes)
    return join_material(
        material.id, lesson, material.source, material.references, material.terms, material.schemes
    )


def items_by_target(material: Material) -> dict[tuple[str, str], Item]:
    made = generate_items(material, derive(material), 0)
    return {(item.generator, item.target): item for item in made}


def key_of(item: Item) -> Any:
    """The texts of the right answer."""
    seen = expected(item)
    return exported_key(seen.kind, seen.answers)
