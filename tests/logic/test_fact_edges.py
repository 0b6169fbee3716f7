"""A fact that holds of one thing does not hold of another, nor of what is not in the lesson."""

import pytest
from msgspec.structs import replace

from debatekit.logic.derive import derive
from debatekit.logic.facts import fact_holds
from debatekit.logic.graph_facts import GRAPH_PREDICATES
from debatekit.logic.record import citations, equivalents, evidence_of
from debatekit.logic.record_facts import RECORD_PREDICATES
from debatekit.model.item import Fact
from tests.generate.made import material_at
from tests.logic.test_facts import TOWN, TRUE_IN_TOWN

WITHOUT = "no-such-thing"
STREET = material_at(TOWN, "street")
GRAPH = derive(STREET)
AUTHOR = (
    "Cars harm the pupils at this school, and closing one street in the morning would help them."
)
COUNTER = (
    "A closure would cost the shops their trade and make the bus late, "
    "and the count is open to doubt."
)
FAMOUS = "Pupils do not matter at all, and the writer of the article only wants to be famous."
CHANGED = [
    (predicate, *arguments[:place], WITHOUT, *arguments[place + 1 :])
    for predicate, *arguments in TRUE_IN_TOWN
    for place in range(len(arguments))
    if predicate in {*GRAPH_PREDICATES, *RECORD_PREDICATES}
    if (predicate, place) not in {("status", 0), ("path", 2)}
]
"""Each fact that is so of the lesson, with one id, word or text at a time put in for another."""


def holds(predicate: str, *arguments: str) -> bool:
    return fact_holds(Fact(predicate, arguments), STREET, GRAPH)


@pytest.mark.parametrize("told", CHANGED, ids=" ".join)
def test_a_fact_does_not_hold_of_what_the_lesson_does_not_have(told: tuple[str, ...]) -> None:
    assert not holds(*told)


@pytest.mark.parametrize(
    "told",
    [
        ("linked", "late-bus"),
        ("role", "council", "school nurse"),
        ("actor_kind", "nurse", "government"),
        ("kind_arguable", "health-first", "fact"),
        ("slot", "measured-air", "finding", "many-cars"),
        ("confusable", "sign", "sign"),
        ("answers", "loss-granted", "denies"),
        ("answered", "no-such-thing"),
        ("reply", "wind-carries", "walkers-shop"),
        ("tier", "air-study", "primary"),
        ("evidence_kind", "dirty-air", "statistic"),
        ("charged", "Mill Street"),
        ("device", "sleepy officials", "metaphor"),
        ("device_arguable", "sleepy officials", "ridicule"),
        (
            "unfair",
            "cars-harm",
            "Pupils at the school do harm to the cars on Mill Street.",
            "stronger",
        ),
        ("unfair", "walk-more", "Pupils will run.", "stronger"),
        ("fair", "walk-more", "Pupils will walk."),
        ("fair", "cars-harm", "Pupils at the school do harm to the cars on Mill Street."),
        ("neutral", "rivers of metal", "floods of steel"),
        ("still_loaded", "rivers of metal", "many cars"),
        ("changes_claim", "rivers of metal", "many cars"),
    ],
    ids=" ".join,
)
def test_a_fact_does_not_hold_of_another_thing_of_the_lesson(told: tuple[str, ...]) -> None:
    assert not holds(*told)


def test_a_side_s_strongest_summary_is_its_own() -> None:
    assert holds("steelman", "author", AUTHOR)
    assert holds("steelman", "counter", COUNTER)
    assert not holds("steelman", "author", COUNTER)
    assert not holds("steelman", "counter", AUTHOR)


def test_a_summary_made_weak_belongs_to_its_side_and_has_its_flaw() -> None:
    assert holds("straw", "counter", FAMOUS, "ad-hominem")
    assert not holds("straw", "author", FAMOUS, "ad-hominem")
    assert not holds("straw", "counter", FAMOUS, "stronger")
    assert not holds("straw", "counter", COUNTER, "ad-hominem")


def test_a_lesson_without_summaries_has_no_weak_one() -> None:
    material = material_at(TOWN.parent / "thin", "thin")
    bare = Fact("straw", ("author", FAMOUS, "ad-hominem"))

    assert not fact_holds(bare, material, derive(material))


def test_evidence_that_is_said_to_be_none_is_no_evidence() -> None:
    claim = STREET.claims["dirty-air"]
    nothing = tuple(replace(entry, kind="none") for entry in claim.evidence)
    material = replace(STREET, claims={"dirty-air": replace(claim, evidence=nothing)})

    assert not fact_holds(Fact("evidence", ("dirty-air",)), material, GRAPH)


def test_a_thing_of_which_the_record_tells_nothing_has_nothing() -> None:
    assert citations(STREET, "stop-harm") == ()
    assert equivalents(STREET, "many-cars") == frozenset()
    assert evidence_of(STREET, "no-such-thing") == ()
