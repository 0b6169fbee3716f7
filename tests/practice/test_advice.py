"""What a learner is advised to do next."""

from msgspec.structs import replace

from debatekit.model.progress import Mastery, MasteryWord, SessionRecord
from debatekit.model.words import Strand
from debatekit.practice.advice import next_steps, weakest_first

RECORD = SessionRecord(
    id="1",
    student="Ada",
    lesson="allies",
    quiz="allies",
    seed=1,
    options="{}",
    items=("q",),
    started_at="2026-03-01",
)


def known(strand: Strand, word: MasteryWord, value: float = 0.5) -> Mastery:
    return Mastery(strand=strand, skill="recall", value=value, low=0.2, word=word, evidence=5)


def test_the_weakest_strands_come_first_and_what_is_mastered_not_at_all() -> None:
    found = next_steps(
        "allies",
        [
            known("claims", "learning", 0.8),
            known("actors", "mastered", 0.9),
            known("structure", "start here", 0.2),
            known("evidence", "learning", 0.6),
            known("rebuttal", "too little data"),
        ],
    )

    assert [step.command for step in found] == [
        "debatekit quiz allies --strand structure",
        "debatekit quiz allies --strand rebuttal",
        "debatekit quiz allies --strand evidence",
    ]


def test_an_unfinished_session_comes_before_all() -> None:
    found = next_steps("allies", [known("claims", "start here")], unfinished=[RECORD])

    assert [step.command for step in found] == [
        "debatekit quiz allies",
        "debatekit quiz allies --strand claims",
    ]


def test_what_is_due_comes_before_the_weakest_strand_and_is_counted() -> None:
    first, second = next_steps("allies", [known("claims", "start here")], due=1)
    many = next_steps("allies", [], due=4)

    assert (first.command, first.because) == ("debatekit review", "1 question is due")
    assert second.command == "debatekit quiz allies --strand claims"
    assert [(step.command, step.because) for step in many] == [
        ("debatekit review", "4 questions are due")
    ]


def test_a_review_that_is_unfinished_is_advised_once() -> None:
    review = replace(RECORD, quiz="")

    (step,) = next_steps("allies", [], unfinished=[review], due=3)

    assert (step.command, step.because) == ("debatekit review", "a review is unfinished")


def test_what_is_due_is_advised_beside_a_quiz_that_was_left_later_than_the_review() -> None:
    found = next_steps("allies", [], unfinished=[RECORD, replace(RECORD, quiz="")], due=3)

    assert [step.command for step in found] == ["debatekit quiz allies", "debatekit review"]


def test_nothing_mastered_is_among_the_weakest() -> None:
    mastered, learning = known("claims", "mastered"), known("actors", "learning")

    assert weakest_first([mastered, learning], ["claims", "actors"]) == (learning,)


def test_only_strands_that_the_quiz_has_are_advised() -> None:
    found = next_steps("allies", [known("rebuttal", "start here")], strands=["claims"])

    assert [step.command for step in found] == ["debatekit quiz allies"]


def test_a_name_that_a_shell_would_read_otherwise_is_quoted() -> None:
    (step,) = next_steps("it's; here", [])

    assert step.command == """debatekit quiz 'it'"'"'s; here'"""


def test_each_step_says_in_a_phrase_why_it_is_worth_doing() -> None:
    found = next_steps(
        "allies", [known("structure", "start here"), known("rebuttal", "too little data")]
    )
    (more,) = next_steps("allies", [])

    assert found[0].because == "structure, recall: start here"
    assert found[1].because.startswith("rebuttal, recall: more answers are needed")
    assert more.because.startswith("other questions")
