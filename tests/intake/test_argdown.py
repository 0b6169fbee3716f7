"""An argument map becomes a lesson, and comes back from it with every claim, reason and attack."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from msgspec import to_builtins

from debatekit.bundled import bundled_workspace
from debatekit.cli.main import run
from debatekit.intake import IntakeError, map_lesson_text, plan_of, read_argdown
from debatekit.logic.derive import derive
from debatekit.maps import argdown
from debatekit.model.graph import Graph
from debatekit.model.lesson import Lesson
from debatekit.model.material import Material, join_material
from debatekit.model.source import Source
from debatekit.model.words import Side
from debatekit.read import lesson_ids, read_material, read_schemes
from debatekit.read.files import parse
from debatekit.read.schema import KINDS
from tests.generate.made import BRIEF, material_of, raw_lessons

MAP = """===
title: left out
===
# Should trams be free?

// a note

[free]: Trams should be
free. #author
  + [clean]: The air gets cleaner. {weight: 2}
  - [cost]: Tickets pay \\#1 of the costs. #counter
    >< [small]: Tickets pay little.
    -> [poor]: The poor need no help.
  <_ <trial>

<trial>: A trial showed it.
  _ [short]: The trial was short.

(1) [fewer]: There were fewer cars.
(2) Fewer cars are better. #unstated
--
Consequences
--
(3) [good]: The trial was good.
(4) [same]: Here is like there.
----
(5) [free]

<habit>: People change slowly.
  - <free-riders>: Some ride for fun.
"""


def back(text: str, source: Source, schemes: Any) -> Lesson:
    """Return the lesson that a map becomes."""
    plan = plan_of(read_argdown(text), source, schemes)
    written = map_lesson_text("back", "article", plan, source, "lesson.json")
    found = parse(written, "back.yaml", "lesson", KINDS["lesson"])
    lesson = getattr(found, "content", found)
    assert isinstance(lesson, Lesson)
    return lesson


def round_trip(material: Material) -> Graph:
    """Return the graph of the lesson that a lesson's map becomes."""
    drawn = argdown(derive(material), material.lesson.title)
    lesson = back(drawn, material.source, material.schemes)
    return derive(join_material("back", lesson, material.source, {}, {}, material.schemes))


def said(graph: Graph) -> tuple[set[Any], set[Any], set[Any]]:
    """Return claims, reasons and attacks, by texts rather than by ids."""
    texts = {id_: " ".join(claim.text.split()) for id_, claim in graph.claims.items()}
    reasons = {
        (id_, frozenset(texts[one] for one in step.premises), texts[step.conclusion])
        for id_, step in graph.inferences.items()
    }
    attacks = {
        (texts[one.source], texts.get(one.target, one.target), one.mutual)
        for one in graph.conflicts
    }
    return set(texts.values()), reasons, attacks


def sides(graph: Graph) -> dict[str, Side]:
    """Return who maintains each claim and each reason, by id."""
    claims = {id_: claim.side for id_, claim in graph.claims.items()}
    return claims | {id_: step.side for id_, step in graph.inferences.items()}


@pytest.mark.parametrize("lesson", lesson_ids(bundled_workspace()))
def test_a_bundled_lesson_comes_back_as_the_same_argument(lesson: str) -> None:
    material = read_material(bundled_workspace(), lesson)
    before = derive(material)

    after = round_trip(material)

    assert after.claims.keys() == before.claims.keys()
    assert said(after) == said(before)
    assert {one.id: one.concedes for one in after.claims.values()} == {
        one.id: one.concedes for one in before.claims.values()
    }
    assert sides(after) == sides(before)


@BRIEF
@given(raw=raw_lessons())
def test_no_claim_reason_or_attack_of_any_lesson_is_lost(raw: Any) -> None:
    material = material_of(raw)

    before, after = said(derive(material)), said(round_trip(material))

    assert [then - now for then, now in zip(before, after, strict=True)] == [set(), set(), set()]


def test_every_form_of_the_subset_is_read() -> None:
    source = read_material(bundled_workspace(), lesson_ids(bundled_workspace())[0]).source
    lesson = back(MAP, source, read_schemes())
    graph = derive(join_material("back", lesson, source, {}, {}, {}))
    texts, reasons, attacks = said(graph)

    assert lesson.title == "Should trams be free?"
    assert {
        "Trams should be free.",
        "Tickets pay #1 of the costs.",
        "The air gets cleaner.",
    } <= texts
    assert {premises and end for _, premises, end in reasons} == {
        "Trams should be free.",
        "The trial was good.",
        "Some ride for fun.",
        "People change slowly.",
    }
    assert (
        "trial",
        frozenset({"The trial was good.", "Here is like there."}),
        "Trams should be free.",
    ) in reasons
    assert attacks >= {
        ("Tickets pay #1 of the costs.", "Trams should be free.", False),
        ("Tickets pay little.", "Tickets pay #1 of the costs.", True),
        ("Tickets pay #1 of the costs.", "The poor need no help.", False),
        ("The trial was short.", "trial", False),
    }
    assert graph.claims["fewer-cars-are-better"].unstated


def test_what_supports_a_counterargument_is_the_critics_and_what_supports_a_reply_the_authors() -> (
    None
):
    source = read_material(bundled_workspace(), lesson_ids(bundled_workspace())[0]).source
    text = """[free]: Trams should be free.
  + [clean]: The air gets cleaner.
    + [measured]: It was measured.
  - [cost]: Tickets pay a third.
    + [share]: A third of the money is theirs.
      + [books]: The books show it.
    - [saved]: Other costs fall.
      + [road]: Roads wear less.
"""

    graph = derive(join_material("back", back(text, source, {}), source, {}, {}, {}))

    found = {(step.premises, step.conclusion): step.side for step in graph.inferences.values()}
    assert found == {
        (("clean",), "free"): "author",
        (("measured",), "clean"): "author",
        (("share",), "cost"): "counter",
        (("books",), "share"): "counter",
        (("road",), "saved"): "author",
    }


def test_names_that_yaml_takes_for_numbers_or_truth_values_stay_names() -> None:
    source = read_material(bundled_workspace(), lesson_ids(bundled_workspace())[0]).source
    text = """[2024]: The year was good.
  + [true]: So they say.
    - <null>: It was bad.
  - [1e5]: Many say no.
    - [0x1f]: They err.

// 2024 is preferred to 1e5
"""

    graph = derive(join_material("back", back(text, source, {}), source, {}, {}, {}))

    assert {"2024", "true", "1e5", "0x1f"} <= graph.claims.keys()
    assert "null" in graph.inferences
    assert {(one.source, one.target) for one in graph.conflicts} >= {
        ("1e5", "2024"),
        ("0x1f", "1e5"),
    }
    assert [(one.stronger, one.weaker) for one in graph.preferences] == [("2024", "1e5")]


def test_what_is_numbered_is_a_claim_whatever_brackets_it_has() -> None:
    source = read_material(bundled_workspace(), lesson_ids(bundled_workspace())[0]).source

    lesson = back("(1) <short>: It was short.\n----\n(2) <weak>: It is weak.", source, {})
    graph = derive(join_material("back", lesson, source, {}, {}, {}))

    (step,) = graph.inferences.values()
    assert (step.premises, step.conclusion) == (("short",), "weak")
    assert graph.claims["weak"].text == "It is weak."


def test_two_claims_that_attack_each_other_are_both_kept() -> None:
    source = read_material(bundled_workspace(), lesson_ids(bundled_workspace())[0]).source

    for text, count in (
        ("[a]: A.\n  - [b]: B.\n    - [a]", 1),
        ("[a]: A.\n  - [b]: B.\n    - [c]: C.\n      - [a]", 3),
    ):
        graph = derive(join_material("back", back(text, source, {}), source, {}, {}, {}))

        assert said(graph)[0] >= {"A.", "B."}
        assert len(graph.conflicts) == count


@pytest.mark.parametrize(
    ("text", "why"),
    [("", "it holds no claims"), ("# Title\n", "it holds no claims"), ("  - [a]: A.\n", "line 1")],
)
def test_what_holds_no_argument_is_no_lesson(text: str, why: str) -> None:
    source = read_material(bundled_workspace(), lesson_ids(bundled_workspace())[0]).source

    with pytest.raises(IntakeError, match=why):
        plan_of(read_argdown(text), source, {})


def test_a_lesson_is_begun_from_a_map(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tmp_path / "course"
    assert run(["new", "workspace", str(root)]) == 0
    (tmp_path / "map.argdown").write_text(MAP, encoding="utf-8")
    new = ["-C", str(root), "new", "lesson", "trams", "--from"]

    assert run([*new, str(tmp_path / "map.argdown")]) == 0
    assert to_builtins(read_material(root, "trams").lesson)["title"] == "Should trams be free?"
    capsys.readouterr()
    assert run([*new, str(tmp_path / "none.argdown"), "--force"]) == 1
    assert "none.argdown: " in capsys.readouterr().err
