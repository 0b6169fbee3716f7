"""What Moodle demands of a file that it imports, and that every item of the course meets it."""

from xml.etree import ElementTree

import pytest
from msgspec.structs import replace

from debatekit.export import EXPORTERS, Batch
from debatekit.export.batch import LONGEST, identity
from debatekit.model.item import Choice, Multiple, Option
from debatekit.model.material import Material
from tests.export.clients import well_formed
from tests.export.samples import batch, exported, items_of
from tests.export.seen import expected, in_moodle

PERCENT = ("100 90 83.33333 80 75 70 66.66667 60 50 40 33.33333 30 25 20 16.66667 14.28571 12.5 "
           "11.11111 10 5")  # fmt: skip
FRACTIONS = {sign * float(one) for one in PERCENT.split() for sign in (1, -1)} | {0.0}
"""Moodle's own list: a question with another fraction is not imported."""
COMBINED = ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback", "shownumcorrect")
TEXTS = ["stem", "why", "hint", "one", "two", "three", "four"]


@pytest.fixture(scope="module")
def whole(course: list[Batch]) -> bytes:
    return exported("moodle", *course)


def test_every_item_of_the_course_is_in_it(course: list[Batch], whole: bytes) -> None:
    well_formed(whole)

    must = {identity(lesson, item): expected(item) for lesson in course for item in lesson.items}
    assert in_moodle(whole) == must


def test_every_question_of_the_course_is_one_that_moodle_takes(whole: bytes) -> None:
    questions = [q for q in ElementTree.fromstring(whole) if q.get("type") != "category"]

    for question in questions:
        assert len(question.findtext("idnumber", "x" * 101)) <= LONGEST
        assert question.findtext("name/text", "").strip()
        kind = question.get("type")
        if kind == "ordering":
            assert [question.findtext(name) is not None for name in COMBINED] == [True] * 4
            continue
        fractions = [
            float(a.get("fraction", "nan")) for a in question.iter("answer") if kind != "matching"
        ]
        assert set(fractions) <= FRACTIONS
        if question.findtext("single") == "true":
            assert sorted(fractions) == [*[0.0] * (len(fractions) - 1), 100.0]
        elif kind == "multichoice":
            assert sum(f for f in fractions if f > 0) == pytest.approx(100, abs=0.001)


@pytest.mark.parametrize("right", range(1, 20))
def test_all_right_options_together_earn_full_marks(trams: Material, right: int) -> None:
    options = tuple(Option(text=f"o{n}", correct=n < right) for n in range(20))
    _, several, *_ = items_of(TEXTS)
    assert isinstance(several, Multiple)

    made = batch(trams, [replace(several, options=options)])
    (seen,) = in_moodle(exported("moodle", made)).values()

    weights = [weight for _, weight, _ in seen.answers]
    assert set(weights) <= FRACTIONS
    assert sum(weight for weight in weights if weight > 0) == pytest.approx(100, abs=0.001)
    assert sum(weights) == pytest.approx(0, abs=0.001)


def test_a_question_whose_every_option_is_right_can_be_carried(trams: Material) -> None:
    _, several, *_ = items_of(TEXTS)
    assert isinstance(several, Multiple)
    options = tuple(Option(text=f"o{n}", correct=True) for n in range(4))
    made = batch(trams, [replace(several, options=options)])

    assert all(exported(form, made) for form in EXPORTERS)
    (seen,) = in_moodle(exported("moodle", made)).values()
    assert [weight for _, weight, _ in seen.answers] == [25.0] * 4


def test_a_long_id_becomes_a_short_one_that_is_still_its_own(trams: Material) -> None:
    one, *_ = items_of(TEXTS)
    assert isinstance(one, Choice)
    made = [replace(one, id="i" * 79 + end) for end in "ab"]
    long = replace(batch(trams, made), quiz="q" * 80)

    names = list(in_moodle(exported("moodle", long)))

    assert len(set(names)) == 2
    assert max(map(len, names)) <= LONGEST


def test_items_lie_in_a_category_with_tags_feedback_and_hint(trams: Material) -> None:
    made = batch(trams, items_of(TEXTS)[:1], "To/from & <more>")

    category, question = ElementTree.fromstring(exported("moodle", made))

    path = "$course$/top/debatekit/To//from & <more>"
    assert category.findtext("category/text") == path
    assert question.findtext("generalfeedback/text") == "why<br>Paragraphs 2, 3 of the article."
    assert question.findtext("hint/text") == "hint"
    assert [tag.text for tag in question.iterfind("tags/tag/text")] == [
        "lesson:free-trams",
        "strand:claims",
        "generator:authored",
        "bloom:understand",
    ]
