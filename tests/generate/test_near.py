"""Wrong options come from the topic asked about, so that the topic alone does not tell the key."""

from collections.abc import Mapping

import pytest

from debatekit.model.item import Item
from tests.generate.made import SCHEMES
from tests.generate.raw import Raw, RawLesson, bare_source
from tests.generate.street import items_by, town
from tests.generate.telling import Teller
from tests.generate.test_told import ids_by_words

AGAIN = "-two"
KEPT = {"id", "claim", "attacks", "concludes"}
LISTS = {"premises", "unstated"}


def with_a_second_street() -> RawLesson:
    """Return the lesson with all of its map a second time, about another street."""
    raw = town()
    for listed in (raw.source["claims"], raw.lesson["claims"]):
        listed |= {f"{id_}{AGAIN}": other(entry) for id_, entry in listed.items()}
    first = raw.lesson["contentions"][0]
    raw.lesson["contentions"].append(renamed(first))
    return raw


def other(entry: Raw) -> Raw:
    """Return a claim in words of its own, which no more than its ending sets apart."""
    words = {key: reworded(text) for key, text in entry.items() if key in ("text", "short")}
    return {**entry, **words, "equivalent_to": []}


def reworded(text: str) -> str:
    return f"{text.rstrip('.')} there{'.' if text.endswith('.') else ''}"


def renamed(part: Raw) -> Raw:
    """Return a part of the map under other ids, with all that it holds."""
    found: Raw = {}
    for key, value in part.items():
        if key in KEPT:
            found[key] = f"{value}{AGAIN}"
        elif key in LISTS:
            found[key] = [f"{id_}{AGAIN}" for id_ in value]
        elif key == "slots":
            found[key] = {slot: f"{id_}{AGAIN}" for slot, id_ in value.items()}
        elif key in ("reasons", "counterarguments", "replies"):
            found[key] = [renamed(entry) for entry in value]
        else:
            found[key] = reworded(value) if key in ("text", "short") else value
    return found


def of_second(id_: str) -> bool:
    return id_.endswith(AGAIN)


def others_of(item: Item, words: Mapping[str, str]) -> list[str]:
    """Return the claims that the wrong options stand for."""
    return [words[one.text] for one in item.options if not one.correct and one.text in words]


OF_ITS_OWN = (
    "supports_which", "supports_all", "slot_fill", "best_rebuttal", "attack_target", "reinstate",
    "whatif_set", "weakest_link", "claim_main",
)  # fmt: skip
"""What takes its wrong options from the same contention first, where there are enough."""
BELOW = {f"{id_}{end}" for id_ in ("many-cars", "dirty-air", "calm-street") for end in ("", AGAIN)}
ENDS = {"supports_which": BELOW, "supports_all": BELOW}
"""Premises further down: of the author's claims on one street most support what is on top."""


@pytest.mark.parametrize("generator", OF_ITS_OWN)
def test_beside_a_second_topic_wrong_options_are_of_the_first_one_asked_about(
    generator: str,
) -> None:
    raw = with_a_second_street()
    words = ids_by_words(Teller(raw))
    found = items_by(generator, raw)
    strange = [
        (item.target, id_)
        for item in found
        if generator not in ENDS or {*item.about} & ENDS[generator]
        for id_ in others_of(item, words)
        if of_second(id_) is not of_second(item.about[-1])
    ]

    assert {of_second(item.about[-1]) for item in found} == {False, True}
    assert strange == []


def test_a_point_of_ones_own_in_cross_examination_is_on_the_topic() -> None:
    raw = with_a_second_street()
    points = [
        (item, fact.arguments[0])
        for item in items_by("cx", raw)
        for option in item.options
        for fact in option.proof
        if option.flaw == "argumentative"
    ]

    assert points
    assert all(of_second(id_) is of_second(item.about[0]) for item, id_ in points)


@pytest.mark.parametrize("generator", OF_ITS_OWN)
def test_questions_do_not_all_show_the_same_wrong_options(generator: str) -> None:
    raw = with_a_second_street()
    shown = {
        tuple(sorted(option.text for option in item.options if not option.correct))
        for seed in range(3)
        for item in items_by(generator, raw, seed)
    }

    assert len(shown) > 1


def test_beside_what_is_attacked_stand_targets_of_the_same_sort() -> None:
    teller = Teller(town())
    found = items_by("attack_target", town())
    hits = {item.about[1] for item in found}

    assert hits & teller.reasons.keys()
    assert hits & teller.counters.keys()
    for item in found:
        sorts = {sort_of(teller, fact.arguments[1]) for one in item.options for fact in one.proof}
        assert len(sorts) == 1, item.target


def sort_of(teller: Teller, target: str) -> str:
    """Return whether something is a step, a counterargument or another claim."""
    if target in teller.reasons:
        return "step"
    return "counterargument" if target in teller.counters else "claim"


def test_positions_of_the_same_case_stand_beside_one_another() -> None:
    raw = town()
    counters = raw.lesson["contentions"][0]["counterarguments"]
    for counter, actor in zip(counters[1:], ("driver", "nurse"), strict=False):
        counter["held_by"] = [actor]
    teller = Teller(raw)
    for item in items_by("actor_position", raw):
        cases = {fact.arguments[1] in teller.counters for one in item.options for fact in one.proof}
        assert len(cases) == 1, item.target


@pytest.mark.parametrize("seed", range(4))
def test_of_many_sources_those_that_share_a_word_with_the_claim_are_looked_at(seed: int) -> None:
    titles = {f"a-{n}": f"A list of number {n}" for n in range(12)}
    titles |= {f"z-{name}": f"The harbour {name}" for name in ("log", "map", "plan")}
    claims = {
        f"c-{cited}": {"text": f"This is about {cited[2:]} here.", "cite": [cited]}
        for cited in titles
    }
    claims["c-z-log"]["text"] = "The harbour is loud at night."
    first, *rest = claims
    contention = {"claim": first, "reasons": [{"id": "r", "premises": rest}]}
    source = bare_source(claims, {"ann": {"name": "Ann Brook", "kind": "person"}})
    lesson = {"format": 1, "title": "L", "source": "article", "contentions": [contention]}
    listed = [{"id": id_, "type": "report", "title": title} for id_, title in titles.items()]
    found = items_by("evidence_for", RawLesson(lesson, source, listed, {}, SCHEMES), seed)
    [item] = [one for one in found if one.target == "cites:c-z-log:z-log"]

    assert {option.text for option in item.options} == {
        "The harbour log",
        "The harbour map",
        "The harbour plan",
    }
