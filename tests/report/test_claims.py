"""What a class has not understood: claims, misconceptions, what to reteach."""

import pytest

from debatekit.report import Asked, Outline, class_report
from debatekit.report.findings import LessonReport
from debatekit.report.heat import NO_CLAIM_LABEL, word
from debatekit.report.mistakes import BY_FLAW, mistake
from tests.report.make import NAMES, answers, made

OUTLINE = Outline(
    id="trams",
    title="Free trams",
    claims={"fares-deter": "Fares deter riders", "riders-rise": "Riders rise"},
    questions={
        ("supports_which", "support:claim-1"): Asked(stem="Which?", about=("riders-rise",)),
        ("supports_which", "support:claim-2"): Asked(
            stem="Which one?", about=("fares-deter", "riders-rise", "a-reason")
        ),
        ("supports_which", "support:claim-3"): Asked(stem="Who?", about=("the-mayor",)),
    },
)


def lesson(rows: list[list[float | None]]) -> LessonReport:
    (only,) = class_report(answers(rows), {"trams": OUTLINE}).lessons
    return only


def test_claims_stand_in_the_lesson_s_order_with_what_is_about_none_last() -> None:
    found = lesson([[1, 0, 1], [1, 0, 0], [0, 0, 0]])

    assert [row.label for row in found.claims] == [
        "Fares deter riders",
        "Riders rise",
        NO_CLAIM_LABEL,
    ]
    assert [row.total.answers for row in found.claims] == [3, 6, 3]
    assert [round(row.total.mean, 2) for row in found.claims] == [0, 0.33, 0.33]


def test_a_lesson_that_is_not_at_hand_is_shown_by_ids() -> None:
    (found,) = class_report(answers([[1, 0]])).lessons

    assert found.title == "trams"
    assert [row.label for row in found.claims] == ["claim-1", "claim-2"]


@pytest.mark.parametrize(
    ("mean", "expected"), [(0.0, "low"), (0.49, "low"), (0.5, "partly"), (0.8, "secure")]
)
def test_a_mean_has_a_word(mean: float, expected: str) -> None:
    assert word(mean) == expected


def test_two_students_are_too_few_to_speak_of_a_class() -> None:
    found = lesson([[0], [0]])

    assert [row.total.word for row in found.claims] == ["too few"]
    assert found.reteach == ()


def test_what_is_surely_low_comes_before_what_may_only_be_so() -> None:
    rows: list[list[float | None]] = [[0, 0 if place < 3 else None] for place in range(12)]
    found = class_report(answers(rows)).lessons[0].reteach

    assert [one.answers for one in found] == [12, 3]


def test_what_is_secure_is_not_retaught() -> None:
    assert lesson([[1], [1], [1], [0.8]]).reteach == ()


def test_nine_of_fourteen_took_the_conclusion_for_a_premise() -> None:
    names = [*NAMES, "Mia", "Noa"]
    attempts = [
        made(name, 1, float(place >= 9), flaw="" if place >= 9 else "reversed")
        for place, name in enumerate(names)
    ]
    (found,) = class_report(attempts, {"trams": OUTLINE}).lessons
    (only,) = found.misconceptions

    assert f"{only.students} of {only.asked} {only.text}" == (
        "9 of 14 took the conclusion for a premise"
    )
    assert only.about == ("Riders rise",)
    assert found.reteach[0].because == "9 of 14 took the conclusion for a premise"


def test_only_those_who_met_such_a_question_could_have_made_the_mistake() -> None:
    attempts = [
        made("Ada", 1, 0, flaw="reversed"),
        made("Ben", 2, 1),
        made("Cleo", 3, 1, generator="who_said"),
    ]
    (only,) = class_report(attempts).lessons[0].misconceptions

    assert (only.students, only.asked, only.answers) == (1, 2, 1)


def test_the_mistake_of_most_students_comes_first() -> None:
    attempts = [
        *(made(name, 1, 0, flaw="off-target") for name in NAMES[:2]),
        *(made(name, 1, 0, flaw="reversed") for name in NAMES[2:7]),
    ]
    found = class_report(attempts).lessons[0].misconceptions

    assert [one.students for one in found] == [5, 2]


def test_a_mistake_has_the_name_its_question_gives_it_or_its_flaw_s() -> None:
    assert mistake("supports_which", "reversed") != mistake("paraphrase", "reversed")
    assert mistake("paraphrase", "reversed") == BY_FLAW["reversed"]
    assert mistake("authored", "") == ""


def test_a_student_s_row_shows_strand_by_strand_what_was_right() -> None:
    attempts = [
        *(made("Ada", item, item % 2) for item in range(1, 5)),
        made("Ada", 5, 0, strand="claims"),
    ]
    (row,) = class_report(attempts).lessons[0].by_student

    assert list(row.strands) == ["claims", "structure"]
    assert row.strands["structure"].mean == 0.5
    assert (row.strands["structure"].word, row.strands["claims"].word) == ("partly", "too few")
