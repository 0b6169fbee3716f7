"""`debatekit drill`: practice for the debate, through a pipe and by hand."""

import re
import sys
from pathlib import Path
from signal import SIGINT

import pytest

from debatekit.cli.drill_choice import timed, times
from debatekit.cli.drill_round import begin_round
from debatekit.cli.main import run as run_here
from debatekit.model.item import Choice, Option
from debatekit.practice.session import Answer, attempt
from tests.cli.piped import ROOT, piped
from tests.cli.quiz_talk import Talk

CHOICES = ["rebut", "cx", "burden"]
OTHERS = ["steelman", "flow", "switch"]
AT = "2026-01-01T00:00:00+00:00"
ITEM = Choice(
    id="one",
    generator="made",
    strand="rebuttal",
    stem="Is it so?",
    target="one",
    options=(Option(text="Yes", correct=True), Option(text="No"), Option(text="Perhaps")),
)
PLACE = ["-C", str(ROOT)]


def drill(*words: str, typed: str = "", **more: str) -> str:
    """Return what a drill says through a pipe."""
    code, said, faults = piped(["drill", *words], typed, **more)
    assert code == 0, faults
    return said


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", CHOICES)
def test_a_drill_asks_explains_and_says_how_it_went(name: str) -> None:
    said = flat(drill(name, "common-enemy", "--seed", "3", "-n", "4", typed="a\nb\nc\na\n"))

    assert re.search(r"Question 4 of 4, rebuttal.*Done: \d of 4 right\.", said)
    assert said.count("Why: ") == 4
    assert "A drill is not kept." in said


@pytest.mark.parametrize("name", CHOICES)
def test_the_same_seed_asks_the_same(name: str) -> None:
    words = (name, "common-enemy", "--seed", "11", "-n", "4")

    assert drill(*words, typed="s\n" * 4) == drill(*words, typed="s\n" * 4)


@pytest.mark.parametrize("name", CHOICES)
def test_nothing_is_kept(name: str, tmp_path: Path) -> None:
    store = tmp_path / "scores.db"
    drill(name, "common-enemy", "-n", "2", "--store", str(store), typed="a\nb\n")

    assert not store.exists()


def test_both_sides_are_told_of() -> None:
    said = flat(drill("rebut", "common-enemy", "--seed", "1", "-n", "6", typed="a\n" * 6))

    assert re.search(r"The author's side \d of 3 right; the critics' side \d of 3 right\.", said)


def test_help_skip_undo_and_stop_work_and_promise_nothing() -> None:
    said = flat(drill("cx", "common-enemy", "-n", "4", "--seed", "2", typed="?\na\nu\ns\nq\n"))

    assert "q stop. " in said
    assert "keep all" not in said
    assert "The last answer is taken back." in said
    assert "Skipped." in said
    assert said.endswith("Stopped. 1 of 4 done.")


def test_a_pipe_that_ends_ends_the_drill() -> None:
    code, _, faults = piped(["drill", "burden", "common-enemy", "-n", "4"], "a\n")

    assert code == 0
    assert "The input ended. 1 of 4 done." in faults


@pytest.mark.parametrize("width", [80, 40])
@pytest.mark.parametrize("name", CHOICES + OTHERS)
def test_lines_fit_and_hold_no_escape(name: str, width: int) -> None:
    said = drill(name, "common-enemy", typed="a\n?\nb\ns\nc\n" * 8, COLUMNS=str(width))

    assert max(map(len, said.splitlines())) <= width
    assert "\x1b" not in said


def test_without_a_terminal_there_is_no_clock_unless_one_is_asked_for() -> None:
    plain = flat(drill("rebut", "common-enemy", "-n", "2", "--seed", "4", typed="a\na\n"))
    clocked = flat(
        drill("rebut", "common-enemy", "-n", "2", "--seed", "4", "--clock", "30", typed="a\na\n")
    )

    assert "clock" not in plain
    assert "Time: under 8 seconds." in plain
    assert "Usual time: 8 seconds" in plain
    assert "Time: under 8 seconds, within the 30 of the clock." in clocked
    assert "Within the clock: 2 of 2." in clocked


def test_a_clock_and_no_clock_exclude_each_other() -> None:
    code, _, _ = piped(["drill", "rebut", "common-enemy", "--clock", "9", "--no-clock"])

    assert code == 2


@pytest.mark.parametrize(
    ("took_ms", "said"),
    [
        (900, "Time: under 8 seconds, within the 20 of the clock."),
        (12_000, "Time: 12 seconds, within the 20 of the clock."),
        (31_000, "Time: 31 seconds, after the 20 of the clock."),
    ],
)
def test_the_time_of_an_answer_is_told_beside_what_it_scores(took_ms: int, said: str) -> None:
    answer = attempt(
        begin_round("l", [ITEM]), ITEM, Answer(response=("a",), took_ms=took_ms), "1", AT
    )

    assert (answer.score, timed(20)(answer)) == (1, [said])
    assert times([answer], 20)[-1] == f"Within the clock: {int(took_ms <= 20_000)} of 1."


def test_the_help_lists_the_drills_with_a_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_here(["drill", "--help"]) == 0
    said = capsys.readouterr().out

    for name in [*CHOICES, *OTHERS, "speech"]:
        assert re.search(rf"^  {name} +[A-Z].*\.$", said, re.MULTILINE), name


@pytest.mark.parametrize(("typed", "meant"), [("rebutt", "'rebut'"), ("burdn", "'burden'")])
def test_a_slip_names_the_nearest_drill(
    typed: str, meant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_here(["drill", typed, "common-enemy"]) == 2
    assert f"there is no drill '{typed}'; did you mean {meant}?" in capsys.readouterr().err


def test_an_unknown_lesson_is_named() -> None:
    code, _, faults = piped(["drill", "rebut", "common-enmy"])

    assert (code, "'common-enemy'" in faults) == (1, True)


def test_a_round_of_the_flow_links_then_spots_the_drop_and_shows_the_flow() -> None:
    typed = "1a 2b 3c\na\n1a 2b\na\n"
    said = flat(drill("flow", "verdict", "--seed", "1", "--rounds", "1", typed=typed))

    assert "Round 1 of 1." in said
    assert "Question 4 of 4, rebuttal" in said
    assert said.index("The flow of this round:") < said.index("Done: ")
    assert said.count(": dropped") == 2
    assert "not a sign that the argument is true" in said


def test_a_lesson_without_a_round_says_so() -> None:
    code, _, faults = piped(["drill", "flow", "tutorial-1-claims"])

    assert (code, "nothing for the drill flow" in faults) == (1, True)


def test_a_summary_is_picked_written_and_looked_over_for_each_side() -> None:
    typed = "a\nOurs is the claim.\na b c d\nb\nTheirs is the other.\na c\n"
    said = flat(drill("steelman", "common-enemy", "--seed", "1", typed=typed))

    assert "that the author's side would sign" in said
    assert "that the critics' side would sign" in said
    assert "All four hold." in said
    assert "Still open: - It gives that side's strongest reason. - Somebody" in said
    assert re.search(r"Done: \d of 2 right\.", said)


def test_a_summary_of_more_than_forty_words_is_asked_for_again() -> None:
    words = " ".join(["word"] * 41)
    said = flat(drill("steelman", "common-enemy", "--seed", "1", typed=f"a\n{words}\nq\n"))

    assert "That is 41 words, and 40 at most." in said
    assert said.count("Now write") == 2
    assert said.endswith("Stopped. 1 of 6 done.")


def test_from_looking_over_one_can_go_back_to_writing() -> None:
    typed = "a\nFirst\nu\nSecond\ns\ns\ns\n"
    said = flat(drill("steelman", "common-enemy", "--seed", "1", typed=typed))

    assert said.count("Question 2 of 6") == 2
    assert "Still open: - It gives the main claim of that side." in said
    assert "Done: " in said


def test_a_lesson_without_summaries_says_so() -> None:
    code, _, faults = piped(["drill", "steelman", "tutorial-1-claims"])

    assert (code, "nothing for the drill steelman" in faults) == (1, True)


def test_each_side_is_defended_in_a_round_and_how_they_went_stands_together() -> None:
    said = flat(drill("switch", "common-enemy", "--seed", "2", "-n", "2", typed="a\nb\nc\na\n"))
    sides = re.findall(r"Round (\d) of 2: you defend (the [a-z]+'s?) side", said)

    assert [number for number, _ in sides] == ["1", "2"]
    assert {side for _, side in sides} == {"the author's", "the critics'"}
    assert re.search(r"The author's side \d of 2 right; the critics' side \d of 2 right\.", said)


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is no signal to send there")
@pytest.mark.parametrize("words", [["cx", "common-enemy"], ["speech", "--format", "ld"]])
def test_ctrl_c_ends_a_drill_with_its_own_code(words: list[str]) -> None:
    with Talk([*PLACE, "drill", *words]) as talk:
        shown = talk.heard()
        talk.process.send_signal(SIGINT)
        code = talk.process.wait(20)

    assert "q stop" in flat(shown)
    assert code == 130


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is no signal to send there")
def test_ctrl_c_ends_a_speech_that_runs() -> None:
    with Talk([*PLACE, "drill", "speech", "--format", "ld"]) as talk:
        talk.heard()
        assert talk.process.stdin is not None
        talk.process.stdin.write(b"\n")
        talk.process.stdin.flush()
        assert talk.process.stdout is not None
        while b"begins" not in talk.process.stdout.readline():
            pass
        talk.process.send_signal(SIGINT)
        code = talk.process.wait(20)

    assert code == 130
