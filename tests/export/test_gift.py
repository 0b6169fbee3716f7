"""gift-pegjs finds every item of the course in the GIFT file, with key, weights and reasons."""

from debatekit.export import EXPORTERS, Batch
from debatekit.export.batch import identity
from debatekit.model.material import Material
from tests.export.clients import in_node
from tests.export.samples import batch, exported, items_of
from tests.export.seen import expected, in_gift

TEXTS = ["stem", "why", "hint", "one", "two", "three", "four"]


def test_another_reader_finds_the_whole_course(course: list[Batch]) -> None:
    found = in_gift(in_node("gift.mjs", "gift-pegjs", exported("gift", *course)))

    must = {
        identity(lesson, item): expected(item, ordering=False)
        for lesson in course
        for item in lesson.items
    }
    assert found == must


def test_a_question_carries_its_category_and_labels(trams: Material) -> None:
    made = batch(trams, items_of(TEXTS)[:1], "To/from")

    category, found = in_node("gift.mjs", "gift-pegjs", exported("gift", made))

    assert category["title"] == "$course$/debatekit/To//from"
    assert found["tags"] == [
        "lesson:free-trams",
        "strand:claims",
        "generator:authored",
        "bloom:understand",
    ]
    assert found["globalFeedback"]["text"] == "why<br>Paragraphs 2, 3 of the article."


def test_what_gift_cannot_carry_is_said_of_the_items_it_is_about(trams: Material) -> None:
    told: list[tuple[str, str]] = []
    made = batch(trams, items_of([*TEXTS[:3], "a->b", *TEXTS[4:]]))

    b"".join(EXPORTERS["gift"]([made], lambda message, item: told.append((message, item))))

    assert told == [
        ("hints, difficulty and proofs are left out", ""),
        ("reasons of single options go into the general feedback", "free-trams/pairs"),
        ("steps to order become pairs of step and place", "free-trams/steps"),
        ("an arrow in a typed answer becomes →", "free-trams/words"),
    ]
