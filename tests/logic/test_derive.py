"""The graph that follows from a lesson: claims, sides, steps, attacks and preferences."""

from typing import Any

import pytest
from hypothesis import given

from debatekit.logic.derive import derive
from debatekit.model.graph import Conflict, Graph, Inference, Preference
from tests.generate.made import BRIEF, material_at, material_of, raw_lessons
from tests.generate.oracle import Oracle
from tests.generate.raw import SMALL, Raw, RawLesson, bare_source, raw_lesson

TOWN = SMALL / "town"


def town() -> Graph:
    return derive(material_at(TOWN, "street"))


def small(reasons: list[Raw], counters: list[Raw], claims: Raw | None = None, **more: Any) -> Graph:
    """Return the graph of a lesson on claims p, q and c of the source, and claims of its own."""
    source = bare_source(
        {name: {"text": f"Claim {name}."} for name in ("p", "q", "c")},
        {"writer": {"name": "A writer", "kind": "person"}},
    )
    contention = {"claim": "c", "reasons": reasons, "counterarguments": counters}
    lesson = {
        "format": 1,
        "title": "A lesson",
        "source": "article",
        "claims": claims or {},
        "contentions": [contention],
        **more,
    }
    return derive(material_of(RawLesson(lesson, source, [], {}, [])))


def counter(name: str, attacks: str, **more: Any) -> Raw:
    return {"id": name, "text": f"Counterargument {name}.", "attacks": attacks, **more}


def test_a_reason_becomes_a_step_from_its_stated_and_unstated_premises() -> None:
    assert town().inferences["stop-harm"] == Inference(
        id="stop-harm",
        premises=("cars-harm", "harm-needs-action"),
        conclusion="close-street",
        scheme="consequences",
        side="author",
    )


def test_each_claim_and_each_reason_of_a_graph_is_found_by_its_own_id() -> None:
    graph = town()

    assert [claim.id for claim in graph.claims.values()] == list(graph.claims)
    assert [step.id for step in graph.inferences.values()] == list(graph.inferences)


@pytest.mark.parametrize("claim", ["many-cars", "trade-suffers", "loss-granted"])
def test_a_claim_keeps_its_words_and_its_kind(claim: str) -> None:
    raw = raw_lesson(TOWN, "street")
    (contention,) = raw.lesson["contentions"]
    written = {**raw.source["claims"]}
    for entry in contention["counterarguments"]:
        written |= {one["id"]: one for one in (entry, *entry.get("replies", []))}
    found = town().claims[claim]

    assert (found.text, found.short) == (written[claim]["text"], written[claim]["short"])
    assert found.kind == written[claim].get("kind", "interpretation")


def test_a_reason_that_concludes_another_claim_leads_there() -> None:
    assert town().inferences["counted-cars"].conclusion == "cars-harm"


def test_a_counterarguments_own_reasons_lead_to_it_on_the_critics_side() -> None:
    step = town().inferences["lost-shoppers"]

    assert (step.conclusion, step.side) == ("trade-suffers", "counter")


def test_claims_that_the_lesson_does_not_use_are_not_on_the_map() -> None:
    assert "dirty-air-again" not in town().claims


SIDES = {
    "close-street": "author",
    "gate-is-busy": "shared",
    "shops-need-cars": "counter",
    "harm-needs-action": "author",
    "trade-suffers": "counter",
    "loss-granted": "author",
}


@pytest.mark.parametrize(("claim", "side"), SIDES.items())
def test_a_claim_is_on_the_side_that_maintains_it(claim: str, side: str) -> None:
    assert town().claims[claim].side == side


def test_a_claim_of_the_lesson_that_both_sides_use_is_shared() -> None:
    graph = small(
        [{"id": "r", "premises": ["x"]}],
        [counter("k", "c", reasons=[{"id": "s", "premises": ["x"]}])],
        {"x": {"text": "Both use this."}},
    )

    assert graph.claims["x"].side == "shared"


def test_a_claim_of_the_source_stays_the_authors_whoever_uses_it() -> None:
    graph = small([], [counter("k", "c", reasons=[{"id": "s", "premises": ["p"]}])])

    assert graph.claims["p"].side == "author"


def test_the_author_holds_his_own_case_and_critics_hold_what_is_theirs() -> None:
    claims = town().claims

    assert claims["cars-harm"].holder == "rivers"
    assert claims["shops-lose"].holder == "shopkeeper"
    assert claims["trade-suffers"].holder == "shopkeeper"
    assert claims["parents-decide"].holder == ""
    assert claims["shops-need-cars"].holder == ""
    assert claims["gate-is-busy"].holder == ""


def test_a_claim_with_reasons_is_not_asserted_unless_its_file_says_so() -> None:
    reasons = [{"id": "r", "premises": ["p"]}, {"id": "s", "premises": ["q"], "concludes": "x"}]
    graph = small(reasons, [], {"x": {"text": "X.", "asserted": True}})

    assert [graph.claims[id_].asserted for id_ in ("p", "c", "x")] == [True, False, True]


def test_a_reply_keeps_its_kind_and_its_side() -> None:
    reply = {"id": "reply", "text": "It was counted.", "answers": "rebuts", "kind": "fact"}
    found = small([], [counter("k", "c", replies=[reply])]).claims["reply"]

    assert (found.kind, found.side) == ("fact", "author")


def test_counterarguments_and_replies_are_claims_with_their_part() -> None:
    claims = town().claims

    assert claims["trade-suffers"].role == "counterargument"
    assert claims["walkers-shop"].role == "reply"
    assert claims["cars-harm"].role == "claim"


ATTACKS = [
    Conflict(source="trade-suffers", target="close-street", mutual=True),
    Conflict(source="walkers-shop", target="trade-suffers", mutual=True),
    Conflict(source="count-was-fair-day", target="many-cars", mutual=False),
    Conflict(source="counted-again", target="count-was-fair-day", mutual=False),
    Conflict(source="wind-carries", target="measured-air", question="other-source"),
]


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.source)
def test_an_attack_runs_both_ways_unless_it_hits_a_step_or_only_challenges(
    attack: Conflict,
) -> None:
    assert attack in town().conflicts


def test_a_reply_that_concedes_attacks_nothing_and_says_what_it_grants() -> None:
    graph = town()

    assert "loss-granted" not in {conflict.source for conflict in graph.conflicts}
    assert {id_: claim.concedes for id_, claim in graph.claims.items() if claim.concedes} == {
        "loss-granted": "trade-suffers"
    }


def test_preferences_come_from_the_lesson() -> None:
    stated = [{"stronger": "c", "weaker": "k"}, {"stronger": "c", "weaker": "nobody"}]
    graph = small([], [counter("k", "c")], preferences=stated)

    assert graph.preferences == (Preference(stronger="c", weaker="k"),)


def test_what_names_an_unknown_id_is_left_out() -> None:
    graph = small(
        [{"id": "r", "premises": ["p", "nowhere"]}, {"id": "s", "premises": ["q"]}],
        [counter("k", "elsewhere")],
    )

    assert list(graph.inferences) == ["s"]
    assert graph.conflicts == ()
    assert "k" in graph.claims


@BRIEF
@given(raw_lessons())
def test_the_graph_holds_what_the_raw_files_show(raw: RawLesson) -> None:
    graph, oracle = derive(material_of(raw)), Oracle(raw)

    assert graph.claims.keys() == oracle.on_map()
    assert graph.inferences.keys() == oracle.reasons.keys()
    assert {(c.source, c.target, c.mutual) for c in graph.conflicts} == {
        arrow[:3] for arrow in oracle.arrows
    }
    assert {id_ for id_, claim in graph.claims.items() if claim.asserted} == oracle.asserted()


def test_a_reason_that_has_a_claims_id_is_left_out() -> None:
    graph = small([{"id": "p", "premises": ["q"]}], [counter("k", "p")])

    assert graph.inferences == {}
    assert graph.conflicts == (Conflict(source="k", target="p", mutual=True),)
