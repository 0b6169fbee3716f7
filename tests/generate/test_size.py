"""Lessons far longer than a class reads: every part still has its questions."""

from debatekit.generate import generate_items
from debatekit.logic.derive import derive
from debatekit.model.item import Item
from tests.generate.made import SCHEMES, material_of
from tests.generate.raw import RawLesson, bare_source

LINKS = 120
"""More than a generator looks at on either side of a claim."""


def chain() -> tuple[Item, ...]:
    """Return the items on structure of a lesson in which each claim is the reason for the last."""
    claims = {
        f"c{place:03}": {
            "text": f"What the claim numbered {place:03} says is so.",
            "kind": "fact",
            "paragraphs": [1],
        }
        for place in range(LINKS + 1)
    }
    reasons = [
        {"id": f"r{place:03}", "premises": [f"c{place + 1:03}"], "concludes": f"c{place:03}"}
        for place in range(LINKS)
    ]
    lesson = {
        "format": 1,
        "title": "A chain",
        "source": "article",
        "contentions": [{"claim": "c000", "reasons": reasons}],
    }
    actors = {"a0": {"name": "Somebody", "kind": "person", "role": "a writer"}}
    source = bare_source(claims, actors)
    material = material_of(RawLesson(lesson, source, [], {}, SCHEMES))
    return generate_items(material, derive(material), 0, strands=["structure"])


def test_every_link_of_a_long_chain_is_asked_about_and_brings_down_the_next_claim() -> None:
    asked = {item.target for item in chain() if item.generator == "whatif_one"}

    assert asked == {f"whatif:refuse:c{n + 1:03}:c{n:03}:out" for n in range(LINKS)}


def test_nothing_further_along_a_long_chain_is_offered_as_no_support() -> None:
    offered = [
        (option.proof[0].arguments, item.about[-1])
        for item in chain()
        if item.generator == "supports_which"
        for option in item.options
        if not option.correct
    ]

    assert offered
    assert all(claim < conclusion == of for (claim, of), conclusion in offered)
