"""The map as a picture: sound XML, told apart without colour, and nothing on top of another."""

import re
from importlib import metadata
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from debatekit.logic.scenario import mutual
from debatekit.maps import NoLayoutError, svg
from debatekit.maps.boxes import WIDTH, boxes_of
from debatekit.maps.letters import broken, width_of
from debatekit.maps.svg import COLOURS, DARK, INK, INKS, PAGE
from debatekit.model.graph import Conflict, Graph
from tests.logic.graphs import Case, cases
from tests.maps.sample import NASTY, TEXTS, sample

NS = {"s": "http://www.w3.org/2000/svg"}


def drawn(graph: Graph, title: str = "A map") -> ET.Element:
    return ET.fromstring(svg(graph, title))


def node(picture: ET.Element, id_: str) -> ET.Element:
    found = picture.find(f".//*[@id='node-{id_}']")
    assert found is not None
    return found


def words(element: ET.Element) -> str:
    return " ".join(text.text or "" for text in element.iterfind(".//s:text", NS))


def test_picture_and_nodes_have_titles_and_descriptions() -> None:
    picture = drawn(sample(), "Who is right?")
    described = [*picture.iterfind("s:title", NS), *picture.iterfind("s:desc", NS)]

    assert picture.get("role") == "img"
    assert (picture.get("aria-labelledby") or "").split() == [each.get("id") for each in described]
    assert described[0].text == "Argument map: Who is right?"
    for id_ in (*sample().claims, *sample().inferences):
        assert node(picture, id_).findtext("s:title", "", NS)
        assert node(picture, id_).find("s:desc", NS) is not None


def test_a_description_tells_the_whole_text_and_what_attacks_it() -> None:
    picture = drawn(sample("Said against it."))

    def told(id_: str) -> str:
        return node(picture, id_).findtext("s:desc", "", NS)

    assert told("c") == "Text of c. Rebutted by Text of n."
    assert told("r1") == "Undercut by Said against it."
    assert told("y") == "Said against it."


def test_sides_differ_in_shape_and_word() -> None:
    picture = drawn(sample())
    author, counter = (node(picture, id_).find("s:rect", NS) for id_ in ("c", "o"))

    assert author is not None
    assert counter is not None
    assert (author.get("rx"), counter.get("rx")) == (None, "11")
    assert "Author's claim" in words(node(picture, "c"))
    assert "Counterargument" in words(node(picture, "o"))
    assert "both sides" in words(node(picture, "q"))


def test_a_claim_of_both_sides_by_itself_has_a_double_frame() -> None:
    graph = sample()
    shared = {**graph.claims, "c": graph.claims["q"].__class__(id="c", text="C.", side="shared")}
    picture = drawn(Graph(claims=shared, inferences=graph.inferences))

    assert len(node(picture, "c").findall("s:rect", NS)) == 2


def test_every_line_has_its_word() -> None:
    said = words(drawn(sample()))

    counts = {word: len(re.findall(rf"\b{word}\b", said)) for word in ("rebuts", "undercuts")}
    assert counts == {"rebuts": 1, "undercuts": 1}
    assert len(re.findall(r"\bundermines\b", said)) == 2
    assert "grants" in said


def test_a_premise_of_two_reasons_says_so_where_it_stands_again() -> None:
    picture = drawn(sample())

    assert "also in another box" not in words(node(picture, "r1"))
    assert "also in another box" in words(node(picture, "r2"))


def lines(picture: ET.Element) -> list[tuple[str, str, int]]:
    """Each line's word, its dashes, and how many arrowheads it has, in the order of drawing."""
    drawn_lines: list[tuple[str, int]] = []
    for part in picture.iter():
        if part.tag.endswith("path"):
            drawn_lines.append((part.get("stroke-dasharray", ""), 0))
        elif part.tag.endswith("polygon"):
            dashes, heads = drawn_lines.pop()
            drawn_lines.append((dashes, heads + 1))
    told = [text.text or "" for text in picture.iterfind(".//s:text[@text-anchor]", NS)]
    return [(word, *line) for word, line in zip(told, drawn_lines, strict=True)]


def test_without_colour_lines_differ_in_their_dashes_and_denials_in_two_arrowheads() -> None:
    found = lines(drawn(sample()))

    kinds = {"supports": "support", "grants": "concession"}
    dashes: dict[str, set[str]] = {}
    for word, dashed, _ in found:
        dashes.setdefault(kinds.get(word, "attack"), set()).add(dashed)
    assert dashes["support"] == {""}
    assert all(len(one) == 1 for one in dashes.values())
    assert len(set.union(*dashes.values())) == 3
    both_ways = sum(mutual(sample(), one) for one in sample().conflicts)
    assert both_ways == 2
    assert sorted(heads for _, _, heads in found) == [1] * (len(found) - both_ways) + [2, 2]
    assert {word for word, _, heads in found if heads == 2} <= {"rebuts", "undermines"}


def test_what_is_debated_has_a_thicker_frame_than_what_bears_on_it() -> None:
    picture = drawn(sample())

    def frame(id_: str) -> float:
        rect = node(picture, id_).find("s:rect", NS)
        assert rect is not None
        return float(rect.get("stroke-width") or 0)

    assert min(frame("c"), frame("r")) > max(map(frame, ("n", "o", "u", "y", "g", "r1")))


@settings(max_examples=60, derandomize=True, database=None, deadline=None)
@given(TEXTS)
def test_any_text_gives_sound_xml_without_scripts(text: str) -> None:
    picture = drawn(sample(text), text)

    assert not [each for each in picture.iter() if each.tag.endswith("script")]
    assert all(not name.startswith("on") for each in picture.iter() for name in each.attrib)


@settings(max_examples=100, derandomize=True, database=None, deadline=None)
@given(cases())
def test_any_graph_is_drawn_with_each_node_once(case: Case) -> None:
    ids = [each.get("id", "") for each in drawn(case[0]).iter()]
    nodes = [id_.removeprefix("node-") for id_ in ids if id_.startswith("node-")]

    assert sorted(nodes) == sorted((*case[0].claims, *case[0].inferences))


def test_a_text_full_of_markup_is_shown_as_it_is() -> None:
    shown = " ".join(words(node(drawn(sample(NASTY)), "o")).split())

    assert shown.replace(" ", "").endswith(NASTY.replace(" ", ""))


def test_no_box_lies_on_another() -> None:
    picture = drawn(sample())
    places = []
    for box in boxes_of(sample()):
        x, y = map(float, re.findall(r"[-\d.]+", node(picture, box.id).get("transform") or ""))
        places.append((x, y, x + WIDTH, y + box.height))

    assert not [
        (one, two)
        for one, two in combinations(places, 2)
        if one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]
    ]


@given(TEXTS)
def test_lines_are_no_wider_than_asked_and_lose_no_letter(text: str) -> None:
    lines = broken(text, 10, 80)

    assert all(width_of(line, 10) <= 80 or len(line) == 1 for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return sum(weight * one for weight, one in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("dark", [False, True])
def test_words_stand_out_from_their_paper(dark: bool) -> None:
    on_paper = [(ink, paper) for paper, own in COLOURS.values() for ink in (own, INK)]
    on_page = [(ink, PAGE) for ink in (*INKS.values(), INK)]

    pairs = [
        (DARK[one], DARK[other]) if dark else (one, other) for one, other in on_paper + on_page
    ]
    ratios = [contrast(*pair) for pair in pairs]
    assert min(ratios) >= 4.5


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_every_colour_of_a_picture_has_another_in_the_dark() -> None:
    picture = svg(sample(), "A map")
    used = set(re.findall(r' (?:fill|stroke)="(#[0-9A-F]+)"', picture))
    [style] = re.findall(
        "<style>@media screen and .prefers-color-scheme: dark.(.*)</style>", picture
    )

    assert len(used) > 5
    assert [one for one in used if f'[fill="{one}"]{{fill:{DARK[one]}}}' not in style] == []
    assert [one for one in used if f'[stroke="{one}"]{{stroke:{DARK[one]}}}' not in style] == []


def tangled() -> Graph:
    """A map on which one claim attacks two."""
    graph = sample()
    return replace(graph, conflicts=(*graph.conflicts, Conflict(source="u", target="p")))


def without_wheel(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "files", missing)


def test_without_a_layout_program_the_message_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    without_wheel(monkeypatch)

    with pytest.raises(NoLayoutError, match="install graphviz-pure"):
        svg(tangled(), "A map")


def test_a_map_that_is_a_tree_needs_no_layout_program(monkeypatch: pytest.MonkeyPatch) -> None:
    without_wheel(monkeypatch)

    assert "Counterargument" in words(node(drawn(sample()), "o"))


def test_a_layout_program_that_fails_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    without_wheel(monkeypatch)
    broken_dot = tmp_path / "dot"
    broken_dot.write_text("#!/bin/sh\nexit 3\n", encoding="utf-8")
    broken_dot.chmod(0o755)

    with pytest.raises(NoLayoutError, match="dot could not lay out the picture"):
        svg(tangled(), "A map", broken_dot)
