"""What a lesson is asked about: all that there is of each sort, and nothing else."""

import pytest

from tests.generate.asking import ASKED, CASES, conclusions
from tests.generate.raw import RawLesson
from tests.generate.street import SEEDS, items_by, town, without_parts
from tests.generate.telling import Teller

LEFT_OUT = {
    "sort:health-first:value": "with all that may be argued of it no sort is left over",
    "cites:shops-need-cars:shop-survey": "claim and title alone speak of shoppers",
    "cites:counted-again:traffic-count": "claim and title alone speak of a count",
    "neutral:sleepy-officials": "the neutral word stands within the charged ones",
    "device:choking-every-child:overstating": "its name is far longer than the others",
}
"""What the street has but is not asked about, each with the reason."""


@pytest.mark.parametrize("generator", sorted(ASKED))
def test_all_that_the_street_has_is_asked_about(generator: str) -> None:
    found = sorted(item.target for item in items_by(generator, town()))

    assert found == sorted(set(ASKED[generator](Teller(town()))) - LEFT_OUT.keys())


@pytest.mark.parametrize("generator", sorted(ASKED))
def test_nothing_is_asked_about_that_a_lesson_does_not_have(generator: str) -> None:
    for raw in map(without_parts, SEEDS):
        known = set(ASKED[generator](Teller(raw)))
        assert [item.target for item in items_by(generator, raw) if item.target not in known] == []


def test_a_what_if_asks_about_a_conclusion_that_survives_where_there_is_one() -> None:
    for raw in (town(), *map(without_parts, SEEDS)):
        teller = Teller(raw)
        for item in items_by("whatif_one", raw):
            assert_best(teller, item.target.split(":")[1:], item.proof[0].arguments[0])


def assert_best(teller: Teller, target: list[str], scenario: str) -> None:
    """Check that no conclusion that the claim bears on stands, if the one asked about does not."""
    how, claim, asked, status = target
    side = teller.side(asked)
    assert side in CASES
    hits = [arrow[1] for arrow in teller.arrows if arrow[0] == claim]
    roots = [claim] if how == "refuse" else [teller.end_of(hit) for hit in hits]
    touched = [
        end
        for end in conclusions(teller, side)
        if any(teller.is_supports(root, end) or (how != "refuse" and root == end) for root in roots)
    ]
    standing = [end for end in touched if teller.statuses(scenario)[end] == "in"]
    assert asked in touched
    assert (status == "in") is bool(standing)


def test_each_premise_of_a_case_is_refused_and_each_point_against_it_granted_and_raised() -> None:
    teller = Teller(town())
    found = {tuple(i.target.split(":")[1:3]) for i in items_by("whatif_one", town())}
    raised = {(how, id_) for id_ in teller.counters for how in ("grant", "put")}
    refused = {
        ("refuse", id_)
        for id_ in teller.on_map()
        if teller.is_used(id_) and teller.side(id_) in CASES and not teller.is_unstated(id_)
    }
    answered = {("grant", "walkers-shop"), ("put", "walkers-shop")}
    against_the_map = {("grant", "count-was-fair-day")}

    assert found == (refused | raised | answered) - against_the_map


# What is not asked about, at the edge of each rule.


def targets(raw: RawLesson, generator: str) -> set[str]:
    return {item.target for item in items_by(generator, raw)}


def stems(raw: RawLesson, generator: str) -> dict[str, str]:
    return {item.target: item.stem for item in items_by(generator, raw)}


@pytest.mark.parametrize(
    ("more", "asked"),
    [
        ({"contested": "settled"}, False),
        ({"contested": "disputed"}, True),
        ({"contested": "settled", "kind": "causal"}, True),
        ({"contested": "settled", "side": "shared"}, True),
    ],
)
def test_whose_a_settled_fact_is_is_asked_only_of_common_ground(
    more: dict[str, str], asked: bool
) -> None:
    raw = town()
    raw.source["claims"]["many-cars"].update(more)

    assert (f"side:many-cars:{more.get('side', 'author')}" in targets(raw, "attrib_side")) is asked


@pytest.mark.parametrize(
    ("verb", "actor", "more", "asked"),
    [
        ("says", "mayor", {}, False),
        ("denies", "mayor", {}, False),
        ("says", "mayor", {"side": "author"}, True),
        ("says", "rivers", {}, True),
    ],
)
def test_whose_a_claim_is_that_the_author_reports_is_not_asked(
    verb: str, actor: str, more: dict[str, str], asked: bool
) -> None:
    raw = town()
    raw.source["claims"]["close-street"].update(more)
    raw.source["statements"].append({"actor": actor, "verb": verb, "claim": "close-street"})

    assert ("side:close-street:author" in targets(raw, "attrib_side")) is asked


def test_a_main_conclusion_is_called_so_only_where_a_side_has_one_contention() -> None:
    raw = town()
    alone = stems(raw, "claim_main")
    raw.lesson["contentions"].append({"claim": "was-crowded", "counterarguments": []})
    with_another = stems(raw, "claim_main")

    assert all("is the main conclusion" in stem for stem in alone.values())
    assert "do the other two support" in with_another["main:close-street"]
    assert "is the main conclusion" in with_another["main:trade-suffers"]


NAMES = [
    ("Ann Lind", "person", "Lind", True),
    ("Annabella Orr", "person", "Orr", False),
    ("Clean Power", "organisation", "Power", False),
    ("the tall baker", "person", "baker", False),
    ("Ada Brook and Ben Okoye", "group", "Okoye", True),
    ("Ada Brook and Ben Okoye", "group", "Brook", True),
    ("the Ministry", "government", "Ministry", True),
    ("Rus", "state", "Russian", False),
    ("Russia", "state", "Russian", True),
]


@pytest.mark.parametrize(("name", "kind", "word", "tells"), NAMES)
def test_whose_position_it_is_is_not_asked_where_the_claim_has_his_name(
    name: str, kind: str, word: str, tells: bool
) -> None:
    raw = town()
    raw.source["actors"]["mayor"].update(name=name, kind=kind)
    raw.source["claims"]["many-cars"]["text"] = f"Three hundred cars pass it, and {word} too."

    assert ("position:mayor:many-cars" not in targets(raw, "actor_position")) is tells


def test_an_actor_is_known_by_his_other_names_too() -> None:
    raw = town()
    raw.source["actors"]["mayor"]["also"] = ["Old Flint"]
    raw.source["claims"]["many-cars"]["text"] = "Three hundred cars pass it, as Old Flint knows."

    assert "said:mayor:many-cars" not in targets(raw, "who_said")


def test_a_claim_that_somebody_says_and_denies_or_two_say_is_nobodys_alone() -> None:
    raw = town()
    raw.source["statements"] += [
        {"actor": "mayor", "verb": "denies", "claim": "many-cars"},
        {"actor": "nurse", "verb": "says", "claim": "calm-street"},
    ]

    assert not {"said:mayor:many-cars", "said:council:calm-street"} & targets(raw, "who_said")


def test_a_part_that_two_actors_play_is_not_asked_for() -> None:
    raw = town()
    raw.source["actors"]["mayor"]["role"] = "owner of the street"

    assert targets(raw, "actor_role") == {"role:rivers", "role:shopkeeper", "role:driver"}


def test_fewer_than_four_parts_are_not_matched() -> None:
    raw = town()
    raw.source["actors"]["mayor"]["role"] = "owner of the street"
    del raw.source["actors"]["nurse"]["role"]

    assert targets(raw, "actor_role") == set()


def dated(*dates: str) -> RawLesson:
    raw = town()
    raw.source["events"] = [
        {"id": f"event-{place}", "text": f"It is the time {place}.", "date": date}
        for place, date in enumerate(dates)
    ]
    return raw


def test_four_events_apart_in_time_are_put_in_order_and_three_are_not() -> None:
    assert len(targets(dated("1990", "1991", "1992", "1993"), "chronology")) == 4
    assert targets(dated("1990", "1991", "1992"), "chronology") == set()
    assert targets(dated("1990", "1991", "1992", "1992-05"), "chronology") == set()
    assert targets(dated("1990", "1991", "1992", "1989/1993"), "chronology") == set()


def test_events_that_say_the_same_do_not_meet() -> None:
    raw = dated("1990", "1991", "1992", "1993")
    raw.source["events"][3]["text"] = "It is the time 0."

    assert targets(raw, "chronology") == set()


def test_more_than_four_direct_supporters_are_too_many_to_tick() -> None:
    raw = town()
    raw.lesson["contentions"][0]["reasons"] += [
        {"id": "more", "premises": ["calm-street"], "concludes": "cars-harm"}
    ]
    assert len([one for one in targets(raw, "supports_all") if ":cars-harm:" in one]) == 1
    raw.lesson["contentions"][0]["reasons"] += [
        {"id": "yet-more", "premises": ["health-first"], "concludes": "cars-harm"}
    ]
    assert not [one for one in targets(raw, "supports_all") if ":cars-harm:" in one]


@pytest.mark.parametrize(
    ("more", "asked"),
    [
        ({}, True),
        ({"evidence_checked": False}, False),
        ({"cite": ["air-study"]}, False),
        ({"evidence": [{"text": "Somebody saw it.", "kind": "testimony"}]}, False),
        ({"evidence": [{"text": "It was looked for.", "kind": "none"}]}, True),
    ],
)
def test_a_gap_in_the_evidence_was_looked_for_and_found(
    more: dict[str, object], asked: bool
) -> None:
    raw = town()
    raw.source["claims"]["walk-more"].update(more)

    assert ("gap:walk-more" in targets(raw, "evidence_gap")) is asked


def test_a_gap_of_the_lesson_is_the_lessons_and_not_the_articles() -> None:
    raw = town()
    raw.lesson["claims"]["shops-lose"]["evidence_checked"] = True
    raw.lesson["claims"]["gate-is-busy"].update(side="counter", cite=["shop-survey"])
    raw.lesson["claims"]["gate-is-busy"]["evidence"] = [{"text": "A list.", "kind": "document"}]

    assert "does the lesson show no evidence" in stems(raw, "evidence_gap")["gap:shops-lose"]


def test_where_it_was_looked_for_evidence_in_vain_the_sort_of_evidence_is_none() -> None:
    raw = town()
    raw.source["claims"]["walk-more"]["evidence"] = [{"text": "Looked for.", "kind": "none"}]
    [item] = [
        one for one in items_by("evidence_type", raw) if one.target == "evidence:walk-more:none"
    ]

    assert [option.text for option in item.options if option.correct] == ["Nothing is shown"]
    assert '"' not in item.why


def test_where_something_is_shown_nothing_is_no_option() -> None:
    for item in items_by("evidence_type", town()):
        assert "Nothing is shown" not in [option.text for option in item.options]


def test_two_sorts_of_evidence_are_not_asked_for_as_one() -> None:
    raw = town()
    raw.source["claims"]["dirty-air"]["evidence"].append({"text": "A log.", "kind": "document"})

    assert not [one for one in targets(raw, "evidence_type") if ":dirty-air:" in one]


def test_a_chain_of_four_is_harder_than_one_of_three() -> None:
    raw = town()
    raw.source["claims"]["loud"] = {"text": "Engines are loud.", "kind": "fact"}
    raw.lesson["contentions"][0]["reasons"].append(
        {"id": "louder", "premises": ["loud"], "concludes": "dirty-air"}
    )
    hard = {item.target: item.difficulty for item in items_by("step_order", raw)}

    four = hard["chain:loud:dirty-air:cars-harm:close-street"]
    assert four == hard["chain:many-cars:cars-harm:close-street"] + 1


@pytest.mark.parametrize(
    ("quote", "target"),
    [("(Never) again!", "charged:never-again"), ("всегда", "charged:wording")],
)
def test_charged_words_are_called_by_their_letters(quote: str, target: str) -> None:
    raw = town()
    raw.source["wording"][0]["quote"] = quote

    assert target in targets(raw, "loaded_spot")
