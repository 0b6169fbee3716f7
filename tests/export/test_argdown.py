"""@argdown/core finds every claim, reason and attack of the course's maps in what is exported."""

import re
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from debatekit.export import Batch
from debatekit.logic.derive import derive
from debatekit.maps import argdown
from debatekit.model.graph import Graph, GraphClaim, Inference
from tests.export.clients import in_node
from tests.export.samples import TEXTS

TAGS = re.compile(r"( #(author|counter|shared|unstated))+$")


def line_of(text: str) -> str:
    """Return the text on one line."""
    return " ".join(text.split())


def test_another_reader_finds_the_whole_course(course: list[Batch]) -> None:
    for lesson in course:
        graph = derive(lesson.material)

        found = found_in(argdown(graph, "A map"))

        assert found["faults"] == []
        assert texts_of(found) == {claim.id: line_of(claim.text) for claim in graph.claims.values()}
        assert _reasons(found) == {
            step.id: (sorted(step.premises), [step.conclusion])
            for step in graph.inferences.values()
        }
        assert _attacks(found) == {frozenset((one.source, one.target)) for one in graph.conflicts}


@settings(max_examples=6, deadline=None, derandomize=True, database=None, phases=[Phase.generate])
@given(texts=st.lists(TEXTS, min_size=30, max_size=30, unique_by=line_of))
def test_any_text_arrives_on_one_line(texts: list[str]) -> None:
    claims = {f"c{n}": GraphClaim(id=f"c{n}", text=text) for n, text in enumerate(texts)}
    steps = [
        Inference(id=f"r{n}", premises=(f"c{n}",), conclusion=f"c{n + 1}")
        for n in range(0, len(texts), 2)
    ]

    found = found_in(
        argdown(Graph(claims=claims, inferences={step.id: step for step in steps}), "A map")
    )

    assert found["faults"] == []
    assert texts_of(found) == {claim.id: line_of(claim.text) for claim in claims.values()}
    assert _reasons(found) == {step.id: (list(step.premises), [step.conclusion]) for step in steps}


def found_in(text: str) -> Any:
    """Return what @argdown/core finds in a map."""
    return in_node("argdown.mjs", "@argdown/core", text.encode())


def texts_of(found: Any) -> dict[str, str]:
    """Return the text of each statement, by its name."""
    return {one["id"]: TAGS.sub("", one["texts"][0]) for one in found["statements"] if one["texts"]}


def _reasons(found: Any) -> dict[str, tuple[list[str], list[str]]]:
    return {one["id"]: (sorted(one["premises"]), one["conclusion"]) for one in found["reasons"]}


def _attacks(found: Any) -> set[frozenset[str]]:
    """The two ends of every relation; their direction is the map's own tests' matter."""
    return {frozenset((one, other)) for _, one, other in found["relations"]}
