"""Every item of any lesson comes back from every format with the key that it left with."""

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from msgspec import json

from debatekit.export import Batch
from debatekit.export.json import ExportFile
from debatekit.generate import generate_items
from debatekit.generate.catalogue import GENERATORS
from debatekit.logic.derive import derive
from debatekit.model.item import Item
from tests.export.clients import in_node
from tests.export.samples import TEXTS, batch, exported
from tests.export.seen import expected, in_canvas, in_gift, in_moodle, in_qti3, text_of
from tests.export.test_any_text import (
    answer_on_card,
    carried_by_canvas,
    carried_by_gift,
    carried_by_qti3,
    in_anki_notes,
    unordered,
)
from tests.generate.made import BRIEF, material_of
from tests.generate.raw import SMALL, RawLesson, raw_lesson
from tests.generate.thinned import lessons, thinned_lessons

SOME = settings(BRIEF, max_examples=16)
FEW = settings(BRIEF, max_examples=4, phases=[Phase.generate])
ODD = TEXTS.map(" {}".format)
SEEDS = st.integers(0, 99)


def made_of(raw: RawLesson, seed: int) -> tuple[Batch, tuple[Item, ...]]:
    """Return a lesson's items, as a batch and as they are."""
    material = material_of(raw)
    made = generate_items(material, derive(material), seed)
    return batch(material, made), made


@SOME
@given(raw=lessons(ODD), seed=SEEDS)
def test_every_item_comes_back_from_a_file_with_its_key(raw: RawLesson, seed: int) -> None:
    lesson, made = made_of(raw, seed)

    assert json.decode(exported("json", lesson), type=ExportFile).lessons[0].items == made
    assert list(in_moodle(exported("moodle", lesson)).values()) == [expected(item) for item in made]
    assert [unordered(seen) for seen in in_canvas(exported("canvas", lesson))] == [
        unordered(carried_by_canvas(item)) for item in made
    ]
    assert in_qti3(exported("qti3", lesson)) == [carried_by_qti3(item) for item in made]
    assert [text_of(fields[1]) for fields in in_anki_notes(exported("anki", lesson))] == [
        answer_on_card(item) for item in made
    ]


@FEW
@given(raw=thinned_lessons(ODD), seed=SEEDS)
def test_another_reader_finds_every_item_in_gift_with_its_key(raw: RawLesson, seed: int) -> None:
    lesson, made = made_of(raw, seed)

    found = in_gift(in_node("gift.mjs", "gift-pegjs", exported("gift", lesson)))

    assert list(found.values()) == [carried_by_gift(item) for item in made]


def test_no_generator_is_missing_among_the_items_of_these_lessons() -> None:
    _, made = made_of(raw_lesson(SMALL / "town", "street"), 0)

    assert {item.generator for item in made} == set(GENERATORS)
