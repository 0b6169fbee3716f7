"""The map as Graphviz source, Argdown and JSON: each read back by its own rules."""

import json
import re
import subprocess
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from msgspec.json import encode
from msgspec.structs import replace

from debatekit.maps import argdown, dot, json_map, outline, svg
from debatekit.maps.layout import wheel_program
from debatekit.model.graph import Conflict, Graph
from debatekit.model.text import printable
from tests.maps.sample import NASTY, TEXTS, sample

FEW = settings(max_examples=60, derandomize=True, database=None, deadline=None)


def laid_out(source: str) -> Any:
    """Return what Graphviz makes of a source."""
    program = wheel_program()
    assert program is not None
    done = subprocess.run(
        [program, "-Tjson0"], input=source.encode(), capture_output=True, check=True
    )
    assert b"rror" not in done.stderr
    return json.loads(done.stdout)


def squeezed(text: str) -> str:
    return "".join(printable(text).split())


@FEW
@given(TEXTS)
def test_graphviz_reads_every_node_edge_and_text(text: str) -> None:
    graph = sample(text)
    found = laid_out(dot(graph, text))
    labels = {each["name"]: each["label"] for each in found["objects"]}

    assert set(labels) == {*graph.claims, *graph.inferences}
    assert len(found["edges"]) == 10
    # A backslash stands before each sign that it keeps, and makes an n a new line.
    shown = re.sub(r"\\(.)", lambda found: found[1].strip("n"), labels["o"])
    shown = shown.removeprefix("Counterargument")
    assert squeezed(shown.replace("&amp;", "&")) == squeezed(text)


def test_graphviz_source_says_side_and_attack_in_words_and_shapes() -> None:
    source = dot(sample(), "A map")

    assert '"u" [shape=box, style="rounded", label="Counterargument' in source
    assert '"u" -> "r1" [label="undercuts", style=dashed];' in source
    assert '"n" -> "c" [label="rebuts", style=dashed, dir=both];' in source
    assert '"g" -> "u" [label="grants", style=dotted];' in source
    assert '"r1" -> "c" [label="supports"];' in source
    assert '"p" -> "r1" [arrowhead=none];' in source


@FEW
@given(TEXTS)
def test_argdown_finds_no_syntax_in_texts(text: str) -> None:
    source = argdown(sample(text), text)
    line = next(each for each in source.split("\n") if each.startswith("[u]: "))
    said = line.removeprefix("[u]: ").removesuffix(" #counter")

    assert not re.search(r"[\[\]<>#{}*_@/=:]", re.sub(r"\\.", "", said))
    assert re.sub(r"\\(.)", r"\1", said) == " ".join(printable(text).split())


def test_argdown_has_statements_arguments_attacks_and_undercuts() -> None:
    source = argdown(sample(), "Who is right?")

    assert source.startswith("# Who is right?\n\n## Claims\n\n")
    assert "[p]: Text of p. #author\n  >< [o]\n" in source
    assert "[o]: Text of o. #counter\n  <- [y]\n" in source
    assert "[q]: Text of q. #shared #unstated\n" in source
    assert "<r1>\n  <_ [u]\n\n(1) [p]\n(2) [q]\n----\n(3) [c]\n" in source
    assert "<r2>\n\n(1) [q]\n--\nExpert opinion\n--\n(2) [n]\n" in source
    assert "// c is preferred to n\n" in source


def test_json_says_of_each_claim_and_reason_what_the_graph_does() -> None:
    graph = sample()
    found = json.loads(json_map(graph))

    for told, parts in (("claims", graph.claims), ("inferences", graph.inferences)):
        assert [one["id"] for one in found[told]] == list(parts)
        for one in found[told]:
            part = json.loads(encode(parts[one["id"]]))
            assert one == {key: part[key] for key in one}
    for key in ("asserted", "unstated", "holder"):
        assert len({one[key] for one in found["claims"]}) == 2, f"{key} is the same everywhere"


def test_json_has_the_keys_that_programs_rely_on() -> None:
    found = json.loads(json_map(sample(NASTY)))

    assert {key: list(found[key][0]) for key in ("claims", "inferences", "attacks")} == {
        "claims": ["id", "text", "holder", "side", "asserted", "unstated"],
        "inferences": ["id", "premises", "conclusion", "scheme"],
        "attacks": ["source", "target", "name", "mutual"],
    }
    assert found["preferences"] == [["c", "n"]]
    assert {"source": "u", "target": "r1", "name": "undercut", "mutual": False} in found["attacks"]
    assert NASTY in {each["text"] for each in found["claims"]}


@pytest.mark.parametrize(
    "drawn",
    [
        outline,
        json_map,
        lambda graph: dot(graph, "A map"),
        lambda graph: argdown(graph, "A map"),
        lambda graph: svg(graph, "A map"),
    ],
    ids=["text", "json", "dot", "argdown", "svg"],
)
def test_an_attack_by_or_on_what_is_not_on_the_map_is_not_drawn(
    drawn: Callable[[Graph], object],
) -> None:
    graph = sample()
    strays = (Conflict(source="u", target="gone"), Conflict(source="gone", target="c"))

    assert drawn(replace(graph, conflicts=(*graph.conflicts, *strays))) == drawn(graph)
