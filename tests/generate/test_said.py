"""What every item says beside its question: why it is so, the mistakes, and where to look."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from debatekit.generate import generate_items
from debatekit.generate.flow_round import flow_rounds
from debatekit.logic.derive import derive
from debatekit.model.graph import Graph
from debatekit.model.item import Choice, Item, Multiple
from tests.generate.made import material_at
from tests.generate.raw import LESSONS

ALWAYS_THE_SAME_WORDS = {"whatif_one", "premise_or_conclusion", "claim_kind", "source_tier"}
"""Questions whose options name a status, a part, a kind or a tier: no mistake has a name there."""
FEW = [pair for pair in LESSONS if pair[1] in ("common-enemy", "korea", "tutorial-3-attacks")]


def items_of(root: Path, name: str) -> tuple[Item, ...]:
    material = material_at(root, name)
    return generate_items(material, derive(material), 0)


def of(generator: str, items: Iterable[Item]) -> list[Item]:
    return [item for item in items if item.generator == generator]


def claims_called(graph: Graph, text: str) -> list[str]:
    """Return the claims that an option's words can stand for."""
    bare = text.rstrip(".")
    return [
        id_ for id_, claim in graph.claims.items() if bare in (claim.text.rstrip("."), claim.short)
    ]


@pytest.mark.parametrize(("root", "name"), LESSONS)
def test_every_item_says_why_its_key_is_right(root: Path, name: str) -> None:
    assert [item.id for item in items_of(root, name) if not item.why.strip()] == []


@pytest.mark.parametrize(("root", "name"), FEW)
def test_a_wrong_option_that_is_chosen_for_an_item_has_a_named_mistake(
    root: Path, name: str
) -> None:
    chosen = [
        item
        for item in items_of(root, name)
        if isinstance(item, Choice | Multiple)
        and item.generator not in ALWAYS_THE_SAME_WORDS | {"whatif_set"}
    ]

    unnamed = {
        item.generator for item in chosen for one in item.options if not (one.correct or one.flaw)
    }

    assert unnamed == set()
    assert chosen


@pytest.mark.parametrize(("root", "name"), FEW)
def test_what_supports_a_claim_is_looked_for_in_the_paragraphs_of_both(
    root: Path, name: str
) -> None:
    material = material_at(root, name)
    asked = of("supports_which", items_of(root, name))

    for item in asked:
        known = [material.claims[id_] for id_ in item.about if id_ in material.claims]
        assert set(item.paragraphs) == {spot for claim in known for spot in claim.paragraphs}
    assert asked


@pytest.mark.parametrize(("root", "name"), FEW)
def test_only_stated_claims_of_one_side_are_refused_together(root: Path, name: str) -> None:
    graph, asked = derive(material_at(root, name)), of("whatif_set", items_of(root, name))

    assert asked
    for item in asked:
        for option in item.options:
            meant = [graph.claims[id_] for id_ in claims_called(graph, option.text)]
            assert {claim.side for claim in meant} == {item.side}


@pytest.mark.parametrize(("root", "name"), FEW)
def test_in_a_slot_a_steps_conclusion_is_told_apart_from_other_claims(
    root: Path, name: str
) -> None:
    graph, asked = derive(material_at(root, name)), of("slot_fill", items_of(root, name))

    assert asked
    for item in asked:
        (fact,) = item.proof[:1]
        reason = graph.inferences[fact.arguments[0]]
        for option in item.options:
            is_end = reason.conclusion in claims_called(graph, option.text)
            assert (option.flaw == "reversed") is is_end


@pytest.mark.parametrize(("root", "name"), [pair for pair in FEW if "tutorial" not in pair[1]])
def test_in_a_round_on_the_flow_every_wrong_option_has_a_named_mistake(
    root: Path, name: str
) -> None:
    material = material_at(root, name)
    rounds = flow_rounds(material, derive(material), 0)
    asked = [item for played in rounds for item in played.items if isinstance(item, Choice)]

    assert asked
    for item in asked:
        assert all(one.flaw for one in item.options if not one.correct)
