"""A quiz through a pipe: what is asked, kept, taken back and resumed, whatever ends it."""

import json
import re
import signal
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from tests.cli.quiz_talk import OPTION, Talk, make_workspace, right_answer, run, wrong_answer

ESC = "\x1b"
TURNS_WRITING_ROUND = "\u202e"
ATTEMPT_KEYS = (
    "id student lesson item target strand kind generator response score certainty took_ms at"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_workspace(tmp_path_factory.mktemp("quiz") / "workspace")


@pytest.fixture
def place(folder: Path, tmp_path: Path) -> list[str]:
    """The options that name the workspace and a score file of its own."""
    return ["-C", str(folder), "--store", str(tmp_path / "scores.db")]


def quiz(place: Sequence[str], *more: str) -> list[str]:
    return ["quiz", "all-kinds", "--seed", "7", *more, *place]


def attempts(place: Sequence[str], *more: str) -> list[dict[str, Any]]:
    found = run(["scores", "--attempts", "--json", *more, *place])
    answer: list[dict[str, Any]] = json.loads(found.stdout)
    return answer


def stop_after(talk: Talk, answers: int) -> None:
    shown = talk.heard()
    for _ in range(answers):
        shown = talk.say(right_answer(shown))
    talk.say("q")


def test_two_answers_and_a_stop_go_on_at_the_third_question(place: list[str]) -> None:
    with Talk(quiz(place)) as talk:
        stop_after(talk, 2)
        assert talk.process.wait(10) == 0

    again = run(quiz(place), "q\n")
    assert again.returncode == 0
    assert "Resumed at question 3 of 6." in again.stdout
    assert "Question 3 of 6" in again.stdout
    assert len(attempts(place)) == 2


def test_a_whole_session_answers_every_kind_and_ends_with_what_is_next(place: list[str]) -> None:
    with Talk(quiz(place)) as talk:
        shown = talk.heard()
        for _ in range(6):
            assert "Question" in shown
            shown = talk.say(right_answer(shown))
        assert talk.process.wait(10) == 0

    assert "Done: 6 of 6." in shown
    assert "debatekit quiz all-kinds --strand" in shown
    assert {(row["kind"], row["score"]) for row in attempts(place)} == {
        (kind, 1.0) for kind in ("choice", "multiple", "match", "order", "short")
    }


def test_rows_of_answers_have_the_keys_that_other_programs_read(place: list[str]) -> None:
    run(quiz(place), "a\nq\n")

    assert [" ".join(row) for row in attempts(place)] == [ATTEMPT_KEYS]


def test_plain_lines_hold_no_escape_and_no_box_and_fit_the_page(place: list[str]) -> None:
    found = run(quiz(place), "?\n\nzz\n" + "s\n" * 6)
    lines = found.stdout.splitlines()

    assert ESC not in found.stdout
    assert TURNS_WRITING_ROUND not in found.stdout
    assert not set("│─┌╭█░") & set(found.stdout)
    assert max(map(len, lines)) <= 80
    assert "Done: 0 of 0, 6 skipped." in lines


@pytest.mark.parametrize("columns", ["40", "30"])
def test_narrow_terminals_get_lines_that_fit(place: list[str], columns: str) -> None:
    found = run(quiz(place), "?\na\nq\n", COLUMNS=columns)

    assert max(map(len, found.stdout.splitlines())) <= int(columns)


def test_every_prompt_says_where_we_are_and_which_keys_work(place: list[str]) -> None:
    shown = run(quiz(place), "s\n" * 6).stdout
    asked = [line for line in shown.splitlines() if re.fullmatch(r"Question [\d a-z,]+", line)]
    flat = " ".join(shown.split())

    assert [line.split(",")[0] for line in asked] == [f"Question {n} of 6" for n in range(1, 7)]
    assert flat.count("? help, s skip, u undo, q stop") == 6


def test_an_empty_line_is_no_answer(place: list[str]) -> None:
    found = run(quiz(place), "\n\nq\n")

    assert found.stdout.count("Nothing was typed.") == 2
    assert attempts(place) == []


def test_help_shows_the_hint_and_asks_the_same_again(place: list[str]) -> None:
    found = run(quiz(place, "--strand", "claims"), "?\na\n")

    assert "Hint: It is the colour of a traffic light." in found.stdout
    assert len(attempts(place)) == 1


def test_an_answer_taken_back_is_asked_again_and_counts_once(place: list[str]) -> None:
    with Talk(quiz(place)) as talk:
        first = talk.heard()
        talk.say("a")
        again = talk.say("u")
        talk.say(right_answer(again))
        talk.say("q")

    assert "Question 1 of 6" in first
    assert "Question 1 of 6" in again
    assert [row["score"] for row in attempts(place)] == [1.0]


def test_undo_at_the_start_says_that_there_is_nothing(place: list[str]) -> None:
    assert "no answer to take back" in run(quiz(place), "u\nq\n").stdout


def test_input_that_ends_keeps_what_was_answered(place: list[str]) -> None:
    with Talk(quiz(place)) as talk:
        talk.say(right_answer(talk.heard()))
        assert talk.process.stdin is not None
        talk.process.stdin.close()
        assert talk.process.wait(10) == 0
        assert talk.process.stderr is not None
        said = talk.process.stderr.read().decode()

    assert "The input ended. 1 of 6 done. Your answers are kept" in said
    assert len(attempts(place)) == 1


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGKILL, -9)])
def test_interrupted_at_a_question_everything_said_is_kept(
    place: list[str], number: signal.Signals, code: int
) -> None:
    with Talk(quiz(place)) as talk:
        shown = talk.heard()
        for _ in range(3):
            shown = talk.say(right_answer(shown))
        talk.process.send_signal(number)
        assert talk.process.wait(10) == code
        assert talk.process.stderr is not None
        said = talk.process.stderr.read().decode()

    assert "Traceback" not in said
    assert len(attempts(place)) == 3
    assert "Resumed at question 4 of 6." in run(quiz(place), "q\n").stdout


@pytest.mark.parametrize("moment", range(0, 60, 6))
def test_killed_at_any_moment_no_answer_that_got_feedback_is_lost(
    place: list[str], moment: int
) -> None:
    with Talk(quiz(place)) as talk:
        shown = talk.heard()
        for _ in range(moment // 12):
            shown = talk.say(right_answer(shown))
        assert talk.process.stdin is not None
        talk.process.stdin.write(right_answer(shown).encode() + b"\n")
        talk.process.stdin.flush()
        assert talk.process.stdout is not None
        seen = talk.process.stdout.read1(moment + 1).decode()  # type: ignore[attr-defined]
        talk.process.kill()
        seen += talk.process.stdout.read().decode()

    answered = moment // 12 + ("Correct." in seen)
    assert len(attempts(place)) >= answered
    again = run(quiz(place), "q\n").stdout
    assert f"Question {len(attempts(place)) + 1} of 6" in again


def test_an_exam_holds_feedback_to_the_end_and_comes_back_to_what_was_skipped(
    place: list[str],
) -> None:
    with Talk(quiz(place, "--exam")) as talk:
        shown = talk.heard()
        skipped = shown.split("\n")[1]
        before = shown = talk.say("s")
        for _ in range(5):
            shown = talk.say(right_answer(shown))
            before += shown
        assert skipped in shown
        closing = talk.say(right_answer(shown))
        talk.process.wait(10)

    assert "Correct." not in before
    assert closing.count("Correct.") == 6
    assert "Done: 6 of 6." in closing


def test_certainty_is_asked_and_kept(place: list[str]) -> None:
    found = run(quiz(place, "--strand", "claims", "--certainty"), "a\n4\n3\n")
    row = attempts(place)[0]

    assert "Type 1, 2 or 3." in found.stdout
    assert row["certainty"] == 3
    assert f"Certainty bonus: {3 if row['score'] else -6} " in found.stdout


@pytest.mark.parametrize(
    ("more", "question"),
    [
        ([], 2),
        (["--seed", "7"], 2),
        (["--seed", "8"], 1),
        (["-n", "3"], 1),
        (["--exam"], 1),
        (["--new"], 1),
        (["--student", "Bob"], 1),
    ],
)
def test_a_session_is_resumed_unless_the_flags_contradict_it(
    place: list[str], more: list[str], question: int
) -> None:
    with Talk(quiz(place)) as talk:
        stop_after(talk, 1)

    again = run(["quiz", "all-kinds", *more, *place], "q\n").stdout
    assert f"Question {question} of" in again


def test_a_new_session_does_not_let_the_old_one_come_back(place: list[str]) -> None:
    run(quiz(place), "s\nq\n")
    run(quiz(place, "--new"), "s\n" * 6)

    assert "Question 1 of" in run(["quiz", "all-kinds", *place], "q\n").stdout


def test_the_same_seed_asks_the_same_and_another_may_not(place: list[str]) -> None:
    first, same = (
        run(quiz(place, "--student", student), "s\n" * 6).stdout for student in ("Ada", "Bob")
    )

    assert first == same


def test_an_item_that_the_quiz_no_longer_has_is_passed_over(tmp_path: Path) -> None:
    folder = make_workspace(tmp_path / "workspace")
    place = ["-C", str(folder), "--store", str(tmp_path / "s.db")]
    run(quiz(place, "--new"), "q\n")
    file = folder / "quizzes" / "all-kinds.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("id: last", "id: least"), "utf-8")
    again = run(quiz(place), "q\n")

    assert "1 question is passed over" in again.stderr
    assert "of 5" in again.stdout


def test_a_lesson_that_would_steer_the_screen_is_refused_in_words(tmp_path: Path) -> None:
    folder = make_workspace(tmp_path / "workspace")
    file = folder / "quizzes" / "all-kinds.yaml"
    file.write_text(file.read_text("utf-8").replace("u202E", "e[31m"), "utf-8")
    found = run(["quiz", "all-kinds", "-C", str(folder), "--store", str(tmp_path / "s.db")])

    assert found.returncode == 1
    assert ESC not in found.stdout + found.stderr


def test_two_quizzes_at_once_share_one_file(place: list[str]) -> None:
    with Talk(quiz(place)) as ada, Talk(quiz(place, "--student", "Bob")) as bob:
        talks = [(ada, ada.heard()), (bob, bob.heard())]
        for _ in range(6):
            talks = [(talk, talk.say(right_answer(shown))) for talk, shown in talks]
        assert [talk.process.wait(10) for talk, _ in talks] == [0, 0]

    assert [len(attempts(place)), len(attempts(place, "--student", "Bob"))] == [6, 6]


@pytest.mark.parametrize("name", ["Zoë", "عمر", "李雷", 'O\'Brien "Bo"', "; DROP TABLE attempt"])
def test_any_name_can_practise(place: list[str], name: str) -> None:
    run(quiz(place, "--student", name), "s\na\nb\nq\n")

    assert {row["student"] for row in attempts(place, "--student", name)} <= {name}
    assert run(["scores", "--student", name, *place]).stdout.startswith(f"Scores of {name}:")


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["quiz", "all-kind"], 1, "did you mean 'all-kinds'?"),
        (["quiz", "all-kinds", "-n", "0"], 2, "not in the range"),
        (["quiz", "all-kinds", "--seed", "x"], 2, "not a valid integer"),
        (["quiz", "all-kinds", "--strand", "logic"], 2, "is not one of"),
        (["quiz", "all-kinds", "--student", " "], 2, "at least one letter"),
        (["scores", "--json", "--csv"], 2, "exclude each other"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    place: list[str], arguments: list[str], code: int, says: str
) -> None:
    found = run([*arguments, *place], "q\n")

    assert found.returncode == code
    assert says in found.stderr
    assert "Traceback" not in found.stderr


def test_options_count_before_the_commands_name_as_after_it(place: list[str]) -> None:
    run([*place, "quiz", "all-kinds"], "s\nq\n")

    assert "Resumed at question 2" in run(["quiz", "all-kinds", *place], "q\n").stdout


def test_bytes_that_are_no_text_end_nothing(place: list[str]) -> None:
    with Talk(quiz(place)) as talk:
        talk.heard()
        assert talk.process.stdin is not None
        talk.process.stdin.write(b"\xff\xfe\n\x1b[A\n")
        talk.process.stdin.flush()
        shown = talk.heard(2)
        talk.say("q")
        assert talk.process.wait(10) == 0

    assert ESC not in shown


def test_answers_of_one_run_come_one_after_another(place: list[str]) -> None:
    run(quiz(place), "s\n" * 6)
    strands = [
        line.split(", ")[1]
        for line in run(quiz(place, "--new"), "s\n" * 6).stdout.split("\n")
        if line.startswith("Question ")
    ]

    assert max(len(list(same)) for _, same in groupby(strands)) <= 2


def test_a_second_try_follows_a_hint_and_counts_half(place: list[str]) -> None:
    with Talk(quiz(place, "--strand", "actors", "-n", "1")) as talk:
        shown = talk.heard()
        first = talk.say(wrong_answer(shown))
        second = talk.say(right_answer(shown))

    assert "One more try, for half the score." in first
    assert "answer:" not in first
    assert "Question 1 of 1, actors, second try" in first
    assert "Correct." in second
    assert "Done: 0 of 1." in second
    assert "In the end 0.5, with second tries, which count half." in second
    assert "actors: 0 of 1, in the end 0.5" in second
    assert [row["score"] for row in attempts(place)] == [0.0, 1.0]
    scores = run(["scores", *place]).stdout
    assert "The last session, first answers only, in percent: 0." in " ".join(scores.split())


def test_a_second_try_that_was_interrupted_is_asked_whole_again(place: list[str]) -> None:
    with Talk(quiz(place, "--strand", "actors", "-n", "1")) as talk:
        shown = talk.heard()
        talk.say(wrong_answer(shown))
        talk.process.kill()
    again = run(quiz(place, "--strand", "actors", "-n", "1"), "s\n").stdout

    assert "Question 1 of 1, actors, second try" in again
    assert OPTION.findall(again) == OPTION.findall(shown)
    assert "The answer:" in again


def test_three_options_get_no_second_try(place: list[str]) -> None:
    with Talk(quiz(place, "--strand", "claims", "-n", "1")) as talk:
        said = talk.say(wrong_answer(talk.heard()))

    assert "Not this one. The answer:" in said


def test_what_was_missed_can_be_asked_again_at_once_and_counts_nowhere(place: list[str]) -> None:
    with Talk(quiz(place, "--strand", "claims", "-n", "1")) as talk:
        closing = talk.say(wrong_answer(talk.heard()))
        again = talk.say("m")
        end = talk.say(right_answer(again))
        talk.process.wait(10)
    skills = json.loads(run(["scores", "--json", *place]).stdout)["skills"]

    assert "m: The missed one again now." in closing
    assert "Question 1 of 1" in again
    assert "Again: 1 of 1 right." in end
    assert [row["score"] for row in attempts(place)] == [0.0, 1.0]
    assert skills[0]["value"] < 0.5


@pytest.mark.parametrize("typed", ["", "\n", "q\n", "x\n"])
def test_whoever_wants_no_more_is_done(place: list[str], typed: str) -> None:
    wrong = {"a": "b", "b": "c", "c": "a"}[
        right_answer(run(quiz(place, "--strand", "claims", "-n", "1")).stdout)
    ]
    found = run(quiz(place, "--strand", "claims", "-n", "1"), f"{wrong}\n{typed}")

    assert found.returncode == 0
    assert found.stdout.count("Question 1 of 1, claims\n") == 1
    assert found.stderr == ""


def test_flags_of_an_exam_bring_a_question_back_at_its_end(place: list[str]) -> None:
    with Talk(quiz(place, "--exam")) as talk:
        shown = first = talk.heard()
        assert "flag" in " ".join(first.split())
        assert "Flagged: it comes back" in talk.say("f")
        shown = talk.say(wrong_answer(first))
        for _ in range(5):
            shown = talk.say(right_answer(shown))
        assert "Question 1 of 6" in shown
        closing = talk.say(right_answer(shown))
        talk.process.wait(10)

    first = sum(row["score"] for row in attempts(place)[:6])
    assert first < 6
    assert f"Done: {first:.3g} of 6." in closing
    assert "In the end 6, with the answers you changed." in closing


def test_a_sure_error_shows_in_full_what_stands_there(place: list[str]) -> None:
    asked = [*quiz(place, "--strand", "claims", "-n", "1", "--certainty")]
    right = right_answer(run(asked).stdout)
    wrong = next(letter for letter in "abc" if letter != right)
    found = run(asked, f"{wrong}\n3\n")
    unsure = run([*asked, "--student", "Bob"], f"{wrong}\n1\n")

    assert "Paragraph 1: " in found.stdout
    assert "Paragraph 1: " not in unsure.stdout


def test_certainty_is_judged_once_twenty_answers_are_there(place: list[str]) -> None:
    typed = "a\n2\n\n"
    for number in range(20):
        asked = [
            "quiz",
            "all-kinds",
            "--strand",
            "claims",
            "-n",
            "1",
            "--certainty",
            "--seed",
            str(number),
        ]
        found = run([*asked, *place], typed)

        assert ("How certain, and how often right" in found.stdout) == (number == 19)
    assert "Brier score" in found.stdout


def test_a_session_in_pieces_asks_what_it_asks_in_one_go(tmp_path: Path) -> None:
    store = ["--store", str(tmp_path / "scores.db")]
    asked = ["quiz", "common-enemy", "--seed", "5", "--strand", "rebuttal", *store]
    run(asked, "a\n" * 12 + "\n")
    pieces = [run([*asked, "--student", "Bob"], "a\nq\n") for _ in range(12)]
    ada, bob = ([row["item"] for row in attempts(store, "--student", x)] for x in ("me", "Bob"))

    assert len(ada) > 5
    assert bob[: len(ada)] == ada
    assert not [piece.stderr for piece in pieces if "passed over" in piece.stderr]
