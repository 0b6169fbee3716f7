"""Edits keep progress: what an item tests outlives its words, and a new key is a new target."""

import codecs
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from random import Random
from typing import Any

import pytest

from debatekit.generate import generate_items
from debatekit.logic.derive import derive
from debatekit.model.item import Item
from tests.generate.made import material_of
from tests.generate.raw import LESSONS, ROOT, SMALL, Raw, RawLesson, raw_lesson

TEACHING = [(root, name) for root, name in LESSONS if name != "thin"]
WORDS = {"text", "short", "charity", "name", "gist", "why"}
Edit = Callable[[RawLesson, Random], None]


def items_of(raw: RawLesson, seed: int = 0) -> tuple[Item, ...]:
    material = material_of(raw)
    return generate_items(material, derive(material), seed)


def targets(raw: RawLesson) -> set[tuple[str, str]]:
    return {(item.generator, item.target) for item in items_of(raw)}


def reworded(raw: RawLesson, random: Random) -> None:
    """Replace about half of all wordings by others of the same length."""
    _reword(raw.source, random)
    _reword(raw.lesson, random)


def _reword(part: Any, random: Random) -> None:
    if isinstance(part, list):
        for entry in part:
            _reword(entry, random)
    if isinstance(part, dict):
        for key, value in part.items():
            if key in WORDS and isinstance(value, str) and random.random() < 0.5:
                part[key] = codecs.encode(value, "rot13")
            else:
                _reword(value, random)


def reordered(raw: RawLesson, random: Random) -> None:
    """Shuffle every list whose order says nothing, and every mapping."""
    _reorder(raw.source, random)
    _reorder(raw.lesson, random)


def _reorder(part: Any, random: Random) -> None:
    """Shuffle lists of entries with ids, of premises and of contentions."""
    entries = part.values() if isinstance(part, dict) else part if isinstance(part, list) else []
    for entry in entries:
        _reorder(entry, random)
    if isinstance(part, list) and part and all(_is_listed(entry) for entry in part):
        random.shuffle(part)
    if isinstance(part, dict):
        pairs = list(part.items())
        random.shuffle(pairs)
        part.clear()
        part.update(pairs)


def _is_listed(entry: Any) -> bool:
    return isinstance(entry, str) or (
        isinstance(entry, dict) and ("id" in entry or "claim" in entry)
    )


def with_more(raw: RawLesson, random: Random) -> None:
    """Add a claim that nothing uses, and one with a reason of its own."""
    name = f"added-{random.randrange(10**6)}"
    for end in ("alone", "premise", "end"):
        text = f"Something new is said here about {name} and {end}."
        raw.source["claims"][f"{name}-{end}"] = {"text": text, "kind": "definition"}
    raw.lesson["contentions"].append(
        {
            "claim": f"{name}-end",
            "reasons": [{"id": f"{name}-reason", "premises": [f"{name}-premise"]}],
        }
    )


def edited(raw: RawLesson, seed: int, *edits: Edit) -> RawLesson:
    copy = deepcopy(raw)
    for edit in edits:
        edit(copy, Random(f"{edit.__name__}:{seed}"))
    return copy


@pytest.mark.parametrize(("root", "name"), TEACHING)
@pytest.mark.parametrize("edit", [reworded, reordered, with_more])
def test_two_hundred_cosmetic_edits_keep_every_target(root: Path, name: str, edit: Edit) -> None:
    raw = raw_lesson(root, name)
    before = targets(raw)
    times = 200 if root != ROOT else 4
    lost = {target for seed in range(times) for target in before - targets(edited(raw, seed, edit))}

    assert lost == set()


def test_all_cosmetic_edits_together_keep_every_target_and_id() -> None:
    raw = raw_lesson(SMALL / "town", "street")
    before = {item.id: item.target for item in items_of(raw)}
    after = {
        item.id: item.target for item in items_of(edited(raw, 1, reworded, reordered, with_more))
    }

    assert before.items() <= after.items()


def test_reordering_changes_no_item_at_all() -> None:
    raw = raw_lesson(SMALL / "town", "street")
    before = {item.id: item.options for item in items_of(raw)}
    after = {item.id: item.options for item in items_of(edited(raw, 5, reordered))}

    assert after == before


def street() -> RawLesson:
    return raw_lesson(SMALL / "town", "street")


def reason(raw: RawLesson, name: str) -> Raw:
    found: Raw = next(r for r in raw.lesson["contentions"][0]["reasons"] if r["id"] == name)
    return found


def counterargument(raw: RawLesson, name: str) -> Raw:
    listed = raw.lesson["contentions"][0]["counterarguments"]
    found: Raw = next(entry for entry in listed if entry["id"] == name)
    return found


def test_a_moved_premise_is_a_new_target() -> None:
    raw = street()
    before = targets(raw)
    reason(raw, "counted-cars")["premises"].remove("gate-is-busy")
    reason(raw, "measured-air")["premises"].append("gate-is-busy")
    after = targets(raw)

    assert ("supports_which", "support:counted-cars:gate-is-busy") in before - after
    assert ("supports_which", "support:measured-air:gate-is-busy") in after - before


def test_a_re_aimed_attack_is_a_new_target() -> None:
    raw = street()
    before = targets(raw)
    counterargument(raw, "wind-carries")["attacks"] = "cars-harm"
    after = targets(raw)

    assert ("attack_target", "attack:wind-carries:measured-air") in before - after
    assert ("attack_target", "attack:wind-carries:cars-harm") in after - before


def test_a_claim_of_another_kind_or_side_is_a_new_target() -> None:
    raw = street()
    before = targets(raw)
    raw.source["claims"]["many-cars"] |= {"kind": "causal", "side": "shared"}
    after = targets(raw)

    assert {("claim_kind", "kind:many-cars:fact"), ("attrib_side", "side:many-cars:author")} <= (
        before - after
    )
    assert {("claim_kind", "kind:many-cars:causal"), ("attrib_side", "side:many-cars:shared")} <= (
        after - before
    )


def test_a_what_if_with_another_outcome_is_a_new_target() -> None:
    raw = street()
    before = targets(raw)
    reasons = raw.lesson["contentions"][0]["reasons"]
    reasons.remove(reason(raw, "measured-air"))
    after = targets(raw)

    assert ("whatif_one", "whatif:refuse:many-cars:cars-harm:in") in before - after
    assert ("whatif_one", "whatif:refuse:many-cars:close-street:in") in after - before


def test_another_seed_gives_other_ids_on_the_same_targets() -> None:
    raw = street()
    first, second = items_of(raw, seed=1), items_of(raw, seed=2)

    assert not {item.id for item in first} & {item.id for item in second}
    assert {item.target for item in first} == {item.target for item in second}
