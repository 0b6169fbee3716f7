"""A map in two columns: nothing is lost, every piece fits, and no line leaves its box."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from debatekit.maps import Look, Marks, Piece, columns, part_of, sheet_svg
from debatekit.maps.boxes import HEAD_SIZE, PADDING, SIZE, Box, boxes_of
from debatekit.maps.letters import width_of
from debatekit.model.graph import Graph
from tests.logic.graphs import THOROUGH, Case, cases, graph_of
from tests.maps.sample import TEXTS, sample
from tests.maps.test_pieces import bearings, deep, drawn_size, many, words

LARGE = Marks(look=Look(width=106.0, scale=1.8, most_lines=20))
ROOM = (170.0, 320.0)
"""How tall the first piece and all others may be, before they are made larger."""
BETWEEN = 75.0
"""How wide what stands between two columns is at most."""


def cut(graph: Graph, claim: str = "c", marks: Marks = LARGE) -> list[Piece]:
    return list(columns(graph, claim, (), marks, ROOM))


def look_of(piece: Piece) -> Marks:
    return replace(LARGE, look=replace(LARGE.look, widths=piece.widths, scale=1.0))


@settings(THOROUGH, max_examples=300)
@given(cases())
def test_every_claim_reason_and_tie_is_in_some_piece(case: Case) -> None:
    graph, _ = case
    for claim in graph.claims:
        part = part_of(graph, claim, list(graph.claims)[:1])

        made = [piece.graph for piece in cut(part, claim)]

        assert set(part.claims) == {id_ for piece in made for id_ in piece.claims}
        assert set(part.inferences) == {id_ for piece in made for id_ in piece.inferences}
        assert bearings(part) == {pair for piece in made for pair in bearings(piece)}


@pytest.mark.parametrize("graph", [deep(), sample(), many(7)], ids=["deep", "sample", "many"])
def test_a_piece_has_two_columns(graph: Graph) -> None:
    for piece in cut(graph):
        wide, _ = drawn_size(piece.graph, look_of(piece))
        assert wide < 2 * LARGE.look.width + BETWEEN


@pytest.mark.parametrize("number", [1, 12, 60])
def test_no_piece_is_taller_than_there_is_room_for(number: int) -> None:
    first, *others = cut(many(number))

    assert drawn_size(first.graph, look_of(first))[1] <= ROOM[0]
    for piece in others:
        assert drawn_size(piece.graph, look_of(piece))[1] <= ROOM[1]
    shown = [one for piece in (first, *others) for one in piece.graph.claims if one != "c"]
    assert sorted(shown) == sorted(set(many(number).claims) - {"c"})


def test_what_goes_on_has_a_piece_of_its_own() -> None:
    first, *later = columns(deep(), "c", ["r1", "r2", "r3", "n1", "n2", "n3"], LARGE, ROOM)

    assert first.continued == ("r1",)
    assert [piece.top for piece in later] == ["r1", "r2", "r3", "n1"]
    assert later[0].continued == ("r2", "n1")
    assert set(later[3].graph.claims) == {"n1", "y1"}


def test_a_reason_stands_without_premises_where_there_is_no_room_for_them() -> None:
    graph = graph_of(
        [f"p{place}" for place in range(8)],
        ["r1: p0 p1 p2 p3 -> c", "r2: p4 p5 p6 p7 -> c"],
        ["n -x r1", "m <> p5"],
        counter=["n", "m"],
    )
    first, *later = cut(graph)

    assert {step.id: step.premises for step in first.graph.inferences.values()} == {
        "r1": (),
        "r2": (),
    }
    assert {piece.top for piece in later} == {"r1", "r2"}
    shown = [one for piece in later for one in piece.graph.claims if one.startswith("p")]
    assert sorted(shown) == [f"p{place}" for place in range(8)]


def test_a_reason_taller_than_a_sheet_comes_a_few_premises_at_a_time() -> None:
    premises = [f"p{place}" for place in range(30)]
    graph = graph_of(premises, [f"r: {' '.join(premises)} -> c"], ["n <> p29"], counter=["n"])

    of_reason = [piece for piece in cut(graph) if piece.top == "r"]

    assert len(of_reason) > 1
    for piece in of_reason:
        assert drawn_size(piece.graph, look_of(piece))[1] <= ROOM[1]
    rows = [one for piece in of_reason for one in piece.graph.inferences["r"].premises]
    assert rows == premises
    assert ["n" in piece.graph.claims for piece in of_reason] == [False] * (len(of_reason) - 1) + [
        True
    ]


def test_a_claim_longer_than_a_sheet_breaks_off_and_is_told_whole_beside_its_box() -> None:
    long = "word " * 400 + "end."
    graph = graph_of(["c"])
    told = replace(graph, claims={"c": replace(graph.claims["c"], text=long)})

    picture = sheet_svg(told, "A claim", told, LARGE)

    assert len(words(picture)) < 30
    assert any(line.endswith("…") for line in words(picture))
    assert f"<desc>{long}</desc>" in picture


@settings(max_examples=60, derandomize=True, database=None, deadline=None)
@given(TEXTS)
def test_no_line_is_wider_than_its_box_whatever_it_says(text: str) -> None:
    notes = {"u": f"see picture {text}", "q": text, "r1": text, "r2": text}
    marks = replace(LARGE, notes=notes, labels={"u": text, "r1": text})

    lines = [line for box in boxes_of(sample(text), marks) for line in lines_of(box)]

    inner = LARGE.look.width - 2 * PADDING
    assert len(lines) > 10
    assert [line for line, size in lines if width_of(line, size) > inner and len(line) > 1] == []


def lines_of(box: Box) -> Iterator[tuple[str, float]]:
    """What stands in a box, line by line, with the size of its letters."""
    yield from ((line, HEAD_SIZE) for line in box.head)
    for row in box.rows:
        yield from ((line, SIZE) for line in row.lines)
        yield from ((line, HEAD_SIZE) for line in row.notes)


def test_a_larger_picture_has_the_same_lines_and_all_of_it_is_larger() -> None:
    small, large = (
        sheet_svg(sample(), "A map", sample(), Marks(look=Look(scale=scale)))
        for scale in (1.0, 1.8)
    )

    assert words(small) == words(large)
    assert viewed(small) == viewed(large)
    assert [round(1.8 * side) for side in sides(small)] == [round(side) for side in sides(large)]


def viewed(picture: str) -> list[str]:
    return re.findall(r'viewBox="([^"]*)"', picture)


def sides(picture: str) -> list[float]:
    return [float(side) for side in re.findall(r'(?:width|height)="([0-9.]+)pt"', picture)]
