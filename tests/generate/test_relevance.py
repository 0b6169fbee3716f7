"""Questions keep to what a lesson is about, however much its source's record lists."""

from typing import Any

from debatekit.generate import generate_items
from debatekit.logic.derive import derive
from debatekit.model.item import Item
from tests.generate.made import material_of
from tests.generate.raw import SMALL, Raw, RawLesson, raw_lesson

MOST_EVENTS = 12


def items_of(raw: RawLesson, generator: str) -> dict[str, Item]:
    material = material_of(raw)
    found = generate_items(material, derive(material), 0)
    return {item.target: item for item in found if item.generator == generator}


def town() -> RawLesson:
    return raw_lesson(SMALL / "town", "street")


def event(name: str, year: int, *cite: str) -> Raw:
    return {"id": name, "text": f"It is {year}.", "date": f"{year}", "cite": list(cite)}


def town_in(years: range, *cite: str) -> RawLesson:
    """Return the town with other events in its record, a year apart and citing the same."""
    raw = town()
    raw.references["old-atlas"] = {"id": "old-atlas", "type": "book", "title": "An atlas"}
    raw.source["events"] = [event(f"year-{year}", year, *cite) for year in years]
    return raw


def test_an_event_that_rests_on_nothing_the_map_cites_is_not_asked_about() -> None:
    assert items_of(town_in(range(1900, 1906), "old-atlas"), "chronology") == {}


def test_an_event_that_shares_a_reference_with_the_map_is_asked_about() -> None:
    raw = town_in(range(1900, 1906), "old-atlas")
    raw.source["events"].append(event("air-is-measured", 2019, "old-atlas", "air-study"))

    assert set(items_of(raw, "chronology")) == {"when:air-is-measured"}


def test_the_lessons_own_events_are_asked_about_first() -> None:
    raw = town_in(range(1900, 1930), "air-study")
    raw.lesson["events"] = [event("of-the-lesson", 1950, "old-atlas")]

    assert "when:of-the-lesson" in items_of(raw, "chronology")


def test_no_lesson_asks_about_more_than_a_dozen_events() -> None:
    assert len(items_of(town_in(range(1900, 1960), "air-study"), "chronology")) == MOST_EVENTS


def test_an_event_more_takes_the_place_of_one_other_at_most() -> None:
    before = set(items_of(town_in(range(1900, 1960), "air-study"), "chronology"))
    after = set(items_of(town_in(range(1900, 1961), "air-study"), "chronology"))

    assert len(before - after) <= 1


def test_events_that_the_lesson_is_about_stand_beside_one_another() -> None:
    raw = town_in(range(1900, 1940), "old-atlas")
    near = [event(f"near-{year}", year, "air-study") for year in range(1990, 1994)]
    raw.source["events"] += near

    for item in items_of(raw, "chronology").values():
        assert set(item.about) == {entry["id"] for entry in near}


def test_an_actor_who_is_named_with_a_claim_of_the_map_is_asked_about() -> None:
    raw = town()
    told: dict[str, Any] = {"actor": "nurse", "verb": "denies", "claim": "cars-harm"}
    raw.source["statements"].append(told)

    assert "role:nurse" in items_of(raw, "actor_role")


def test_sources_that_only_the_record_cites_are_no_options() -> None:
    raw = town()
    raw.references["old-atlas"] = {
        "id": "old-atlas",
        "type": "book",
        "title": "An atlas of Mill Street",
        "custom": {"tier": "secondary"},
    }
    raw.source["claims"]["walk-far"] = {"text": "Pupils walk far.", "cite": ["old-atlas"]}

    assert "tier:old-atlas:secondary" not in items_of(raw, "source_tier")
    for item in items_of(raw, "evidence_for").values():
        assert not [option for option in item.options if "atlas" in option.text]
