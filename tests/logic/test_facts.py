"""Facts: each predicate agrees with a reading of the raw files, whatever it is asked about."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatekit.logic.derive import derive
from debatekit.logic.facts import PREDICATES, fact_holds
from debatekit.logic.graph_facts import (
    GRAPH_PREDICATES,
    having,
    scenario_from_text,
    scenario_text,
    status_under,
)
from debatekit.logic.record_facts import RECORD_PREDICATES
from debatekit.model.graph import Scenario
from debatekit.model.item import Fact
from tests.generate.made import BRIEF, material_at, material_of, raw_lessons
from tests.generate.oracle import Oracle
from tests.generate.raw import SMALL, RawLesson, raw_lesson
from tests.logic.graphs import graph_of

TOWN = SMALL / "town"
KINDS = ["fact", "causal", "value", "policy", "prediction", "interpretation"]
SCENARIOS = ["all", "author", "counter", "author reject={0}", "counter reject={0}"]

TRUE_IN_TOWN = [
    ("claim", "close-street"),
    ("premise", "stop-harm", "harm-needs-action"),
    ("concludes", "stop-harm", "close-street"),
    ("reason_for", "cars-harm", "close-street"),
    ("supports", "many-cars", "close-street"),
    ("path", "many-cars", "close-street", "3"),
    ("chain", "many-cars", "cars-harm", "close-street"),
    ("used", "walk-more"),
    ("concluded", "walk-more"),
    ("root", "trade-suffers"),
    ("linked", "counted-cars"),
    ("together", "many-cars", "gate-is-busy"),
    ("apart", "cars-harm", "health-first"),
    ("side", "gate-is-busy", "shared"),
    ("kind", "walk-more", "prediction"),
    ("unstated", "trade-counts"),
    ("scheme", "measured-air", "sign"),
    ("attacks", "wind-carries", "measured-air"),
    ("attacked", "many-cars"),
    ("attack", "wind-carries", "undercut"),
    ("attack", "trade-suffers", "rebut"),
    ("attack", "count-was-fair-day", "undermine"),
    ("presses", "wind-carries", "other-source"),
    ("status", "author reject=dirty-air", "cars-harm", "in"),
    ("status", "author accept=trade-suffers", "close-street", "out"),
    ("states", "council", "no-problem"),
    ("states", "shopkeeper", "trade-suffers"),
    ("mentioned", "nurse", "no-problem"),
    ("role", "nurse", "school nurse"),
    ("actor_kind", "council", "government"),
    ("before", "school-opens", "first-count"),
    ("contention", "close-street"),
    ("kind_arguable", "health-first", "policy"),
    ("structure_reviewed", "stop-harm"),
    ("scheme_reviewed", "stop-harm"),
    ("slot", "measured-air", "finding", "dirty-air"),
    ("confusable", "sign", "best-explanation"),
    ("question", "sign", "other-source"),
    ("hits", "sign", "other-source", "undercut"),
    ("burden", "close-street", "author"),
    ("flow_dropped", "A1/author:a,b N1/counter:n>a", "N1", "b"),
    ("reply", "trade-suffers", "walkers-shop"),
    ("answers", "loss-granted", "concedes"),
    ("answered", "wind-carries"),
    ("cites", "many-cars", "traffic-count"),
    ("cites", "trade-suffers", "shop-survey"),
    ("cites", "walkers-shop", "rivers-2021"),
    ("evidence", "dirty-air"),
    ("evidence_kind", "dirty-air", "authority"),
    ("evidence_checked", "walk-more"),
    ("equivalent", "dirty-air", "dirty-air-again"),
    ("equivalent", "dirty-air-again", "dirty-air"),
    ("tier", "air-study", "secondary"),
    ("fair", "cars-harm", "Pupils at the school come to harm from the cars on Mill Street."),
    ("unfair", "cars-harm", "Pupils at the school do harm to the cars on Mill Street.", "reversed"),
    ("charged", "toy street"),
    ("device", "sleepy officials", "ridicule"),
    ("device_arguable", "toy street", "ridicule"),
    ("neutral", "rivers of metal", "many cars"),
    ("still_loaded", "rivers of metal", "floods of steel"),
    ("changes_claim", "rivers of metal", "a few cars"),
]
FALSE_IN_TOWN = [
    ("claim", "dirty-air-again"),
    ("premise", "no-such-reason", "cars-harm"),
    ("concludes", "counted-cars", "close-street"),
    ("reason_for", "many-cars", "close-street"),
    ("supports", "close-street", "many-cars"),
    ("supports", "close-street", "close-street"),
    ("supports", "stop-harm", "close-street"),
    ("chain", "many-cars", "close-street"),
    ("attack", "no-such-claim", "rebut"),
    ("states", "nurse", "no-problem"),
    ("before", "article-appears", "council-meets"),
    ("before", "council-meets", "article-appears"),
    ("before", "no-such-event", "council-meets"),
    ("answered", "parents-decide"),
    ("hits", "sign", "other-source", "rebut"),
    ("burden", "close-street", "counter"),
    ("flow_dropped", "A1/author:a,b N1/counter:n>a", "N1", "a"),
    ("evidence", "walk-more"),
    ("tier", "no-such-source", "primary"),
    ("steelman", "author", "Something else."),
    ("status", "author accept=many-cars reject=many-cars", "many-cars", "in"),
]


@pytest.mark.parametrize("told", TRUE_IN_TOWN, ids=" ".join)
def test_what_is_so_in_a_lesson_holds(told: tuple[str, ...]) -> None:
    material = material_at(TOWN, "street")
    fact = Fact(told[0], told[1:])

    assert fact_holds(fact, material, derive(material))


@pytest.mark.parametrize("told", FALSE_IN_TOWN, ids=" ".join)
def test_what_is_not_so_does_not_hold(told: tuple[str, ...]) -> None:
    material = material_at(TOWN, "street")
    graph = derive(material)

    assert not fact_holds(Fact(told[0], told[1:]), material, graph)
    assert fact_holds(Fact(told[0], told[1:], holds=False), material, graph)


def test_every_predicate_has_an_example() -> None:
    shown = {told[0] for told in (*TRUE_IN_TOWN, *FALSE_IN_TOWN)}

    assert shown | {"straw"} == PREDICATES


def test_no_predicate_has_two_meanings() -> None:
    assert not GRAPH_PREDICATES.keys() & RECORD_PREDICATES.keys()


def test_an_unknown_predicate_is_no_fact() -> None:
    material = material_at(TOWN, "street")

    with pytest.raises(KeyError):
        fact_holds(Fact("likes", ("nurse",)), material, derive(material))


def pairs_of(raw: RawLesson, oracle: Oracle) -> dict[str, list[tuple[str, ...]]]:
    """Return questions on everything in a lesson, by predicate."""
    claims, reasons = sorted(oracle.on_map()), sorted(oracle.reasons)
    things, actors = [*claims, *reasons], sorted(oracle.actors)
    events = [event["id"] for event in raw.source.get("events", [])]
    scenarios = [text.format(claim) for text in SCENARIOS for claim in claims]
    return {
        "premise": list(product(reasons, claims)),
        "concludes": list(product(reasons, claims)),
        "reason_for": list(product(claims, claims)),
        "supports": list(product(claims, claims)),
        "together": list(product(claims, claims)),
        "apart": list(product(claims, claims)),
        "root": [(claim,) for claim in claims],
        "side": list(product(claims, ["author", "counter", "shared"])),
        "kind": list(product(claims, KINDS)),
        "unstated": [(claim,) for claim in claims],
        "attacks": list(product(claims, things)),
        "attack": list(product(claims, ["undermine", "undercut", "rebut"])),
        "states": list(product(actors, claims)),
        "mentioned": list(product(actors, claims)),
        "before": list(product(events, events)),
        "status": list(product(scenarios, things[:4], ["in", "out", "undecided"])),
    }


@BRIEF
@given(raw_lessons())
def test_facts_agree_with_the_raw_files_about_everything(raw: RawLesson) -> None:
    material, oracle = material_of(raw), Oracle(raw)
    graph = derive(material)
    differing = [
        f"{predicate}{arguments}"
        for predicate, asked in pairs_of(raw, oracle).items()
        for arguments in asked
        if fact_holds(Fact(predicate, arguments), material, graph)
        != oracle.holds(predicate, arguments)
    ]

    assert differing == []


def test_facts_agree_with_the_raw_files_on_a_written_lesson() -> None:
    raw = raw_lesson(TOWN, "street")
    material, oracle = material_of(raw), Oracle(raw)
    graph = derive(material)
    for predicate, asked in pairs_of(raw, oracle).items():
        for arguments in asked:
            told = fact_holds(Fact(predicate, arguments), material, graph)
            assert told == oracle.holds(predicate, arguments), (predicate, arguments)


IDS = st.frozensets(st.sampled_from(["a", "b-1", "c"]), max_size=3)


@given(
    st.builds(
        Scenario,
        view=st.sampled_from(["all", "author", "counter"]),
        accept=IDS,
        reject=IDS,
        table=IDS,
        withdraw=IDS,
    )
)
def test_a_scenario_comes_back_from_its_text(scenario: Scenario) -> None:
    assert scenario_from_text(scenario_text(scenario)) == scenario


def test_what_has_a_status_under_a_scenario_is_found_in_its_order() -> None:
    graph = graph_of(["p", "q"], ["r1: p -> c", "r2: q -> d"])
    refused = Scenario(reject=frozenset({"p"}))
    clashing = Scenario(accept=frozenset({"p"}), reject=frozenset({"p"}))
    names = ("nobody", "d", "c", "q", "p")

    assert list(having(graph, refused, "in", names)) == ["d", "q"]
    assert list(having(graph, refused, "out", names)) == ["c", "p"]
    assert status_under(graph, refused, "c") == "out"
    assert list(having(graph, clashing, "in", names)) == []
    assert status_under(graph, clashing, "q") is None


def test_a_fact_reads_as_a_sentence_of_logic() -> None:
    assert str(Fact("premise", ("stop-harm", "cars-harm"))) == "premise(stop-harm, cars-harm)"
    assert str(Fact("root", ("a",), holds=False)) == "not root(a)"
