"""What every question tells: whose it is, what it names and quotes, its reason, and its hint."""

import re

import pytest

from debatekit.model.item import Item
from tests.generate.street import SEEDS, bare_town, items_by, town, without_parts
from tests.generate.telling import TOLD, Teller, Told


def ids_by_words(teller: Teller) -> dict[str, str]:
    """Return the claim that each wording stands for."""
    listed = {**teller.claims, **teller.counters, **teller.replies}
    found: dict[str, str] = {}
    for id_, entry in listed.items():
        for key in ("text", "short"):
            words = entry.get(key, "").replace('"', "'")
            found |= {words: id_, words.removesuffix("."): id_}
    return found


def quoted_in(text: str, words: dict[str, str]) -> tuple[str, ...]:
    """Return what a text quotes, claims by their ids."""
    return tuple(words.get(said, said) for said in re.findall(r'"([^"]*)"', text))


def paragraphs_in(text: str) -> tuple[int, ...]:
    """Return the numbers of the paragraphs that a text names outside of its quotations."""
    bare = re.sub(r'"[^"]*"', "", text)
    return tuple(
        int(number)
        for listed in re.findall(r"paragraphs? ([0-9, and]+)", bare, re.IGNORECASE)
        for number in re.findall(r"\d+", listed)
    )


def assert_told(teller: Teller, item: Item, must: Told) -> None:
    """Check what the item says beside its options against what is so in the lesson."""
    words, name = ids_by_words(teller), (item.generator, item.target)
    assert (item.strand, item.bloom, item.side) == (must.strand, must.bloom, must.side), name
    assert (item.about, item.paragraphs) == (must.about, must.paragraphs), name
    assert item.difficulty == must.difficulty, name
    named = [said for said in must.says if said not in item.stem + item.why]
    assert named == [], name
    if item.generator not in ("slot_fill", "source_tier", "cq_match"):
        assert quoted_in(item.stem, words) == must.stem, name
    if must.why != ("status",):
        assert quoted_in(item.why, words) == must.why, name
    assert paragraphs_in(item.why) == must.place, name
    assert_hint(item, must, teller, words)


def assert_hint(item: Item, must: Told, teller: Teller, words: dict[str, str]) -> None:
    """Check that the hint gives paragraphs where the article has any, else a spot on the map."""
    spots = teller.where(*must.hint) or must.paragraphs
    if spots:
        assert paragraphs_in(item.hint) == spots, item.target
    else:
        assert item.hint, item.target
        assert quoted_in(item.hint, words) == must.hint[:1], item.target


def told(teller: Teller, item: Item) -> Told:
    """Return what an item must tell."""
    return TOLD[item.generator](teller, *item.target.split(":")[1:])


@pytest.mark.parametrize("generator", sorted(TOLD))
def test_an_item_says_what_the_lesson_has_on_its_target(generator: str) -> None:
    teller, items = Teller(town()), items_by(generator, town())

    assert items
    for item in items:
        assert_told(teller, item, told(teller, item))


@pytest.mark.parametrize("generator", sorted(TOLD))
def test_with_parts_left_out_an_item_says_what_the_lesson_still_has(generator: str) -> None:
    for raw in (bare_town(), *map(without_parts, SEEDS)):
        teller = Teller(raw)
        for item in items_by(generator, raw):
            assert_told(teller, item, told(teller, item))
