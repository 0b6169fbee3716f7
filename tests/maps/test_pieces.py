"""A map in pieces: nothing is lost, every piece fits a sheet and says where it goes on."""

import re

import pytest
from hypothesis import given, settings

from debatekit.maps import Marks, part_of, pieces, sheet_svg
from debatekit.maps.boxes import WIDTH
from debatekit.maps.words import concessions
from debatekit.model.graph import Graph
from tests.logic.graphs import THOROUGH, Case, cases, graph_of
from tests.maps.sample import sample

TALL = 500.0


def bearings(graph: Graph) -> set[tuple[str, str]]:
    """What bears on what."""
    steps = graph.inferences.values()
    return {
        *((one.source, one.target) for one in graph.conflicts),
        *((step.id, step.conclusion) for step in steps if step.conclusion in graph.claims),
        *((premise, step.id) for step in steps for premise in step.premises),
        *concessions(graph),
    }


@settings(THOROUGH, max_examples=600)
@given(cases())
def test_every_claim_reason_and_tie_is_in_some_piece(case: Case) -> None:
    graph, _ = case
    for claim in graph.claims:
        part = part_of(graph, claim, list(graph.claims)[:1])

        made = [piece.graph for piece in pieces(part, claim, (), Marks(), (TALL, TALL))]

        assert set(part.claims) == {id_ for piece in made for id_ in piece.claims}
        assert set(part.inferences) == {id_ for piece in made for id_ in piece.inferences}
        assert bearings(part) == {pair for piece in made for pair in bearings(piece)}


def deep() -> Graph:
    """A reason under a reason under a reason, with a counterargument at every step."""
    return graph_of(
        ["p", "n1", "n2", "n3", "y1"],
        ["r1: q -> c", "r2: s -> q", "r3: p -> s"],
        ["n1 -x r1", "n2 -x r2", "n3 <> p", "y1 -x n1"],
        counter=["n1", "n2", "n3"],
    )


def test_a_piece_has_at_most_three_columns() -> None:
    for piece in pieces(deep(), "c", (), Marks(), (TALL, TALL)):
        assert drawn_size(piece.graph)[0] < 3 * WIDTH + 150


def drawn_size(graph: Graph, marks: Marks | None = None) -> tuple[float, float]:
    picture = sheet_svg(graph, "A piece", graph, marks or Marks())
    found = re.search(r'width="([0-9.]+)pt" height="([0-9.]+)pt"', picture)
    assert found is not None
    return float(found[1]), float(found[2])


def test_what_is_left_unfinished_goes_on_in_a_piece_of_its_own() -> None:
    first, *later = pieces(deep(), "c", ["r1", "r2", "r3", "n1", "n2", "n3"], Marks(), (TALL, TALL))

    assert first.continued == ("r2", "n1")
    assert [piece.top for piece in later] == ["r2", "r3", "n1"]
    assert set(later[0].graph.claims) | set(later[0].graph.inferences) >= {"q", "r2", "r3", "n2"}
    assert set(later[2].graph.inferences) | {"n1", "y1"} == {"r1", "n1", "y1"}


def many(number: int) -> Graph:
    names = [f"n{place}" for place in range(number)]
    return graph_of(["c", *names], [], [f"{name} <> c" for name in names], counter=names)


@pytest.mark.parametrize("number", [1, 12, 60])
def test_no_piece_is_taller_than_a_sheet_however_many_counterarguments_there_are(
    number: int,
) -> None:
    made = list(pieces(many(number), "c", (), Marks(), (TALL, TALL)))

    tallest = max(drawn_size(piece.graph)[1] for piece in made)
    assert tallest <= TALL
    assert sorted(one for piece in made for one in set(piece.graph.claims) - {"c"}) == sorted(
        set(many(number).claims) - {"c"}
    )


def test_an_attack_is_called_the_same_in_a_piece_as_on_the_whole_map() -> None:
    whole = graph_of(["p", "n"], ["r: p -> q"], ["n <> q"], counter=["n"])
    piece = graph_of(["q", "n"], [], ["n <> q"], counter=["n"])

    assert "rebuts" in words(sheet_svg(piece, "A piece", whole, Marks()))
    assert "undermines" in words(sheet_svg(piece, "A piece", piece, Marks()))


def test_labels_and_notes_stand_in_their_boxes() -> None:
    marks = Marks(labels={"r1": "1A", "u": "1.1"}, notes={"u": "see picture 1.1", "r1": "more"})
    told = words(sheet_svg(sample(), "A piece", sample(), marks))

    assert {"Author's reason 1A", "Counterargument 1.1"} <= told
    assert {"(see picture 1.1)", "(more)"} <= told


def words(picture: str) -> set[str]:
    return set(re.findall(r"<text [^>]*>([^<]*)</text>", picture))
