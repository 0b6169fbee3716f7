"""How questions are worded and shaped: whole sentences, and values that the contract allows."""

import re

import pytest
from msgspec import json

from debatekit.generate.phrases import STEM_WORDS
from debatekit.generate.scenarios import SCENARIO_WORDS
from debatekit.model.item import Choice, Item
from debatekit.report.mistakes import BY_FLAW
from tests.generate.raw import Raw, RawLesson
from tests.generate.street import FLOW, SORTS, answered_town, bare_town, items_by, town
from tests.generate.telling import Teller
from tests.generate.test_told import ids_by_words, quoted_in

NO_NAMES = {"answered", "argumentative"}
"""Mistakes of a drill, of which no report on a group tells."""
CAPITALS = re.compile(r"[A-Z][\w']*")
EACH = pytest.mark.parametrize("sort", SORTS)


def asked(sort: str) -> tuple[Item, ...]:
    """Return what one sort asks on the street, of which there is some, and on the bare one."""
    found = items_by(sort, answered_town() if sort == FLOW else town())
    assert found
    return (*found, *items_by(sort, bare_town()))


def texts_of(item: Item) -> list[str]:
    """Return all that a student reads of an item in whole sentences."""
    return [item.stem, item.hint, item.why, *(one.why for one in item.options)]


def words_of_the_lesson() -> set[str]:
    """Return the words that the lesson, its record and the schemes write with a capital."""
    raw, found = answered_town(), set[str]()
    rest: list[object] = [raw.lesson, raw.source, raw.references, raw.terms, raw.schemes]
    while rest:
        part = rest.pop()
        if isinstance(part, dict):
            rest += part.values()
        elif isinstance(part, list):
            rest += part
        else:
            found.update(CAPITALS.findall(str(part)))
    return found


@EACH
def test_a_capital_stands_at_the_beginning_or_where_the_lesson_has_it(sort: str) -> None:
    known = words_of_the_lesson() | {"A1", "A2", "N1"}
    for item in asked(sort):
        for text in [*texts_of(item), *(one.text for one in item.options)]:
            begun = set(re.findall(r'(?:^|[.?!:]"? |"|\()([A-Z][a-z]*)\b', text))
            strange = set(re.findall(r"\b\w*[A-Z]\w*", text)) - known - begun

            assert strange == set(), item.target


@EACH
def test_all_that_is_said_begins_like_a_sentence_and_ends_like_one(sort: str) -> None:
    names = tuple(actor["name"] for actor in Teller(town()).actors.values())
    for item in asked(sort):
        for text in texts_of(item):
            assert re.match(r'[A-Z"0-9]', text) or text.startswith(names), (item.target, text)
            assert re.search(r'[.?]["\')]?$', text), (item.target, text)
            assert not re.search(r"  |\.\.|\.\"\.| [.,;?]|,,|\?\?", text), (item.target, text)
            assert text.count('"') % 2 == 0, (item.target, text)


@EACH
def test_options_that_are_offered_for_choice_begin_alike(sort: str) -> None:
    for item in asked(sort):
        cases = {option.text[0].islower() for option in item.options}
        if isinstance(item, Choice) and item.generator not in ("who_said", "rhetoric_device"):
            assert len(cases) == 1, item.target


@EACH
def test_every_item_is_the_same_after_it_was_written_and_read(sort: str) -> None:
    for item in asked(sort):
        assert json.decode(json.encode(item), type=Item, strict=True) == item


@EACH
def test_a_mistake_has_a_name_that_reports_know(sort: str) -> None:
    flaws = {one.flaw for item in asked(sort) for one in item.options if one.flaw}

    assert flaws <= BY_FLAW.keys() | (NO_NAMES if sort in ("cx", "flow") else set())


@EACH
def test_whose_case_a_question_is_about_is_what_it_says(sort: str) -> None:
    for item in asked(sort):
        owners = set(re.findall(r"the (author|critics)'s? (?:case|own)", item.stem))
        if owners and item.generator not in ("attrib_side", "burden"):
            assert owners == {"critics" if item.side == "counter" else "author"}, item.target


# How long a stem may grow before it says claims in few words.

PATTERNS = {
    "whatif_one": ("ff", "fb", "bb"),
    "whatif_set": ("f", "b"),
    "structure_type": ("fff", "bbb"),
    "scheme_id": ("ff", "bf", "bb"),
}
"""Which claims are said in full, and which in brief, from the first way to ask to the last.

For a step its premises count as one.
"""


def lengthened(words: int) -> RawLesson:
    """Return the street with so many words more in every sentence, and none in short forms."""
    raw = town()
    listed: list[Raw] = [*raw.source["claims"].values(), *raw.lesson["claims"].values()]
    counters = raw.lesson["contentions"][0]["counterarguments"]
    listed += [*counters, *(reply for entry in counters for reply in entry.get("replies", []))]
    for entry in listed:
        entry["text"] = f"{entry['text'][:-1]}{' so' * words}."
    return raw


def said(teller: Teller, pattern: str, ids: tuple[str, ...]) -> list[str]:
    """Return claims as a pattern says them; where there are more claims, the first ones alike."""
    full = pattern[0] * (len(ids) - len(pattern)) + pattern
    keys = ("text" if one == "f" else "short" for one in full)
    return [teller.entry(id_)[key] for id_, key in zip(ids, keys, strict=True)]


def length(item: Item, texts: list[str]) -> int:
    """Return how many words the stem has with these texts in the places of its quotations."""
    bare = len(re.sub(r'"[^"]*"', '"x"', item.stem).split()) - len(texts)
    return bare + sum(len(text.split()) for text in texts)


@pytest.mark.parametrize("words", [0, 2, 4, 6, 9, 13, 20, 45])
def test_claims_are_put_in_whole_sentences_until_a_question_grows_too_long(words: int) -> None:
    raw = lengthened(words)
    teller = Teller(raw)
    known = ids_by_words(teller)
    for item in (item for generator in PATTERNS for item in items_by(generator, raw)):
        most = STEM_WORDS if item.generator in ("structure_type", "scheme_id") else SCENARIO_WORDS
        ids = quoted_in(item.stem, known)
        ways = [said(teller, pattern, ids) for pattern in PATTERNS[item.generator]]
        short = [way for way in ways if length(item, way) <= most]

        assert re.findall(r'"([^"]*)"', item.stem) == (short or ways[-1:])[0], item.target
        assert not short or len(item.stem.split()) <= most


@pytest.mark.parametrize("words", [0, 4, 9])
def test_what_is_asked_of_the_map_is_to_be_judged_by_the_map(words: int) -> None:
    for generator in ("whatif_one", "whatif_set", "weakest_link", "reinstate", "burden"):
        for item in items_by(generator, lengthened(words)):
            assert item.stem.endswith("Go by the map, not by your own view."), item.target


@pytest.mark.parametrize("words", [0, 6, 12, 20])
def test_of_a_long_what_if_the_reminder_is_left_out_before_it_grows_longer(words: int) -> None:
    reminder = " Go by the map, not by your own view."
    raw = lengthened(words)
    for listed in (raw.source["claims"], raw.lesson["claims"]):
        for entry in listed.values():
            del entry["short"]
    for item in items_by("whatif_one", raw):
        bare = item.stem.removesuffix(reminder)
        too_long = len(f"{bare}{reminder}".split()) > SCENARIO_WORDS
        assert (bare == item.stem) is too_long, item.target
