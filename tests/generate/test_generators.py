"""Each generator on a small lesson: what it asks, and the answer that a reader of it expects."""

from functools import cache

import pytest

from debatekit.generate import GENERATORS, NEEDS, generate_items, why_not
from debatekit.logic.derive import derive
from debatekit.model.item import Choice, Item, Match, Multiple, Order
from tests.generate.made import material_at, material_of
from tests.generate.raw import SMALL, RawLesson, load, raw_lesson

TOWN = SMALL / "town"
EXPECTED = load(SMALL / "town" / "expected.yaml")


@cache
def items_of_town() -> dict[tuple[str, str], Item]:
    material = material_at(TOWN, "street")
    found = generate_items(material, derive(material), 0)
    return {(item.generator, item.target): item for item in found}


def answer(item: Item) -> list[str]:
    """Return the right answer in words."""
    if isinstance(item, Match):
        return [
            f"{prompt}: {item.options[place].text}"
            for prompt, place in zip(item.prompts, item.partners, strict=True)
        ]
    if isinstance(item, Order):
        pairs = sorted(zip(item.ranks, item.options, strict=True), key=lambda pair: pair[0])
        return [option.text for _, option in pairs]
    return sorted(option.text for option in item.options if option.correct)


@pytest.mark.parametrize("row", EXPECTED, ids=lambda row: f"{row['generator']}-{row['target']}")
def test_the_expected_answer_is_the_key(row: dict[str, str | list[str]]) -> None:
    item = items_of_town()[str(row["generator"]), str(row["target"])]
    expected = row["answer"] if isinstance(row["answer"], list) else [row["answer"]]

    if isinstance(item, Match) or row.get("partly"):
        assert set(expected) <= set(answer(item))
    elif isinstance(item, Order):
        assert [text for text in answer(item) if text in expected] == expected
    else:
        assert answer(item) == sorted(expected)


@pytest.mark.parametrize("row", EXPECTED, ids=lambda row: f"{row['generator']}-{row['target']}")
def test_each_kind_of_item_is_answered_in_its_way(row: dict[str, str]) -> None:
    forms = {"multiple": Multiple, "match": Match, "order": Order}
    item = items_of_town()[row["generator"], row["target"]]

    assert isinstance(item, forms.get(row.get("kind", ""), Choice))


def test_every_generator_has_an_expected_answer() -> None:
    assert {row["generator"] for row in EXPECTED} == set(GENERATORS)


def test_every_generator_says_what_it_needs() -> None:
    assert list(NEEDS) == list(GENERATORS)


ABSENT = [
    ("who_said", "said:rivers:close-street", "the author is the one who speaks anyway"),
    ("claim_kind", "kind:harm-needs-action:value", "nobody states an unstated premise"),
    ("attrib_side", "side:trade-suffers:counter", "a counterargument tells by its name"),
    ("supports_which", "support:stop-harm:harm-needs-action", "an unstated premise is no option"),
    ("best_rebuttal", "meets:loss-granted:trade-suffers", "a concession answers nothing"),
    ("scheme_id", "scheme:late-bus:generic", "the generic pattern fits everything"),
    ("structure_type", "structure:linked:late-bus:detours-longer", "one premise is no pair"),
    ("evidence_for", "cites:walkers-shop:rivers-2021", "the article stands behind everything"),
    ("chronology", "when:trial-begins", "the event came after the article"),
    ("actor_role", "role:nurse", "nothing that she says is on the map"),
    ("rhetoric_device", "device:toy-street:nickname", "the glossary does not explain it"),
    ("neutral_reword", "neutral:sleepy-officials", "one version lies inside another"),
]


@pytest.mark.parametrize(("generator", "target", "because"), ABSENT, ids=lambda text: text[:30])
def test_no_item_is_made_where_it_would_be_unfair(
    generator: str, target: str, because: str
) -> None:
    assert (generator, target) not in items_of_town(), because


def test_an_equivalent_claim_never_stands_beside_the_key() -> None:
    raw = raw_lesson(TOWN, "street")
    raw.lesson["contentions"][0]["reasons"].append(
        {"id": "park-air", "premises": ["dirty-air-again"], "concludes": "walk-more"}
    )
    material = material_of(raw)
    for item in generate_items(material, derive(material), 0):
        shown = {option.text for option in item.options}
        if item.generator != "step_order" and isinstance(item, Choice):
            assert not {"The air at the gate is worse", "Park air is better"} <= shown


def texts_of(raw: RawLesson, target: str) -> set[str]:
    """Return the options of a lesson's item on the target."""
    material = material_of(raw)
    items = generate_items(material, derive(material), 0)
    return {option.text for item in items if item.target == target for option in item.options}


def test_an_actor_who_is_named_with_a_claim_is_no_wrong_option_for_it() -> None:
    raw = raw_lesson(TOWN, "street")
    raw.source["statements"].append({"actor": "nurse", "verb": "says", "claim": "dirty-air"})
    before = texts_of(raw, "said:council:calm-street")
    raw.source["statements"].append({"actor": "nurse", "verb": "denies", "claim": "calm-street"})
    after = texts_of(raw, "said:council:calm-street")

    assert "Nurse Patel" in before | texts_of(raw, "said:mayor:many-cars")
    assert "Nurse Patel" not in after


def test_kinds_that_the_author_calls_arguable_are_not_offered() -> None:
    item = items_of_town()["claim_kind", "kind:health-first:value"]
    shown = {option.text for option in item.options}

    assert not shown & {"A proposal of what to do", "A reading of motive or meaning"}


def test_devices_that_a_careful_reader_could_name_are_not_offered() -> None:
    raw = raw_lesson(TOWN, "street")
    raw.terms["echo"] = {"name": "echo", "text": "A word comes again.", "kind": "device"}
    raw.source["wording"][0]["device_arguable"] = ["ridicule"]

    assert texts_of(raw, "device:rivers-of-metal:metaphor") == {"metaphor", "overstatement", "echo"}


def test_events_whose_dates_overlap_never_meet() -> None:
    meetings = [item for item in items_of_town().values() if item.generator == "chronology"]

    assert meetings
    for item in meetings:
        assert not {"article-appears", "council-meets"} <= set(item.about)


def test_a_lesson_with_hardly_anything_in_it_says_what_is_missing() -> None:
    material = material_at(SMALL / "thin", "thin")
    graph = derive(material)
    missing = dict(why_not(material, graph))

    found = {item.generator for item in generate_items(material, graph, 0)}
    assert found == set(GENERATORS) - missing.keys()
    assert missing["missing_premise"] == NEEDS["missing_premise"]
    assert len(missing) > 25


def test_a_full_lesson_lacks_nothing() -> None:
    material = material_at(TOWN, "street")

    assert why_not(material, derive(material)) == ()


WHYS = ["attrib_side", "premise_or_conclusion", "structure_type", "attack_kind", "whatif_one"]
WHYS += ["claim_kind", "source_tier", "evidence_type", "evidence_for"]


@pytest.mark.parametrize("generator", WHYS)
def test_each_wrong_option_says_why_it_does_not_fit(generator: str) -> None:
    for item in items_of_town().values():
        if item.generator == generator:
            wrong = [option.why for option in item.options if not option.correct]
            assert len({*wrong, item.why}) == len(wrong) + 1, item.target


@pytest.mark.parametrize(("side", "owner"), [("author", "author's"), ("counter", "critics'")])
def test_a_summary_is_asked_for_by_whose_case_it_sums_up(side: str, owner: str) -> None:
    asked = f"In the lesson, which summary of the {owner} case would its own side sign?"

    assert items_of_town()["steelman", f"steelman:{side}"].stem == asked


def test_positions_of_others_stand_beside_an_actors_before_the_authors_own() -> None:
    raw = raw_lesson(TOWN, "street")
    raw.source["statements"] += [
        {"actor": "rivers", "verb": "asserts", "claim": claim}
        for claim in ("cars-harm", "many-cars", "dirty-air", "walk-more", "calm-street")
    ]
    material = material_of(raw)
    items = generate_items(material, derive(material), 0, strands=["actors"])
    wrong = [
        option.why
        for item in items
        if item.generator == "actor_position"
        for option in item.options
        if not option.correct
    ]

    assert wrong
    assert not [why for why in wrong if "Ada Rivers" in why]
