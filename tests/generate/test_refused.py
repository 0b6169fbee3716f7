"""What a student is asked to refuse: stated claims of the side whose case it is, and no others."""

from pathlib import Path
from random import Random
from typing import Any

import pytest

from debatekit.generate import GENERATORS
from debatekit.logic.derive import derive
from debatekit.model.item import Item
from debatekit.model.material import Material
from tests.generate.made import material_at, material_of
from tests.generate.raw import LESSONS, raw_lesson
from tests.generate.test_generators import TOWN


def questions(material: Material) -> list[Item]:
    """Return the questions that refuse something."""
    graph = derive(material)
    return [
        item
        for name in ("whatif_set", "weakest_link")
        for item in GENERATORS[name](material, graph, Random(0))
    ]


def refused(item: Item) -> set[str]:
    """Return the claims that the proofs of a question refuse, those of its wrong options too."""
    facts = (*item.proof, *(fact for option in item.options for fact in option.proof))
    return {fact.arguments[0].partition("reject=")[2] for fact in facts}


def refused_with(**more: Any) -> set[str]:
    """Return the claims that are refused once the reason for walking is a claim of another sort.

    Without it, the conclusion that pupils will walk falls, and two others stand.
    """
    raw = raw_lesson(TOWN, "street")
    raw.source["claims"]["calm-street"].update(more)
    return {id_ for item in questions(material_of(raw)) for id_ in refused(item)}


def test_a_claim_that_holds_something_up_alone_is_refused() -> None:
    assert "calm-street" in refused_with()


@pytest.mark.parametrize("more", [{"side": "shared"}, {"unstated": True, "charity": "It helps."}])
def test_what_is_common_ground_or_goes_unsaid_is_not_refused(more: dict[str, Any]) -> None:
    assert "calm-street" not in refused_with(**more)


@pytest.mark.parametrize(("root", "name"), LESSONS)
def test_only_stated_claims_of_the_case_itself_are_refused(root: Path, name: str) -> None:
    material = material_at(root, name)
    claims, asked = derive(material).claims, questions(material)
    found = [(item.side, claims[id_]) for item in asked for id_ in refused(item)]

    assert len(found) >= len(asked)
    assert all(claim.side == side for side, claim in found)
    assert not any(claim.unstated for _, claim in found)
