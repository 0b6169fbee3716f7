"""The quiz on a real terminal, seen as a learner sees it."""

import shutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pexpect
import pyte
import pytest

from tests.cli.quiz_talk import environment, make_workspace, run

PATIENCE_S = 20.0
DOWN, ENTER, CTRL_C = "\x1b[B", "\r", "\x03"
QUESTIONS = {
    "colour": "Amber",
    "reply": "The figure is out of date",
}


class Terminal:
    """A terminal of a given size with a quiz in it."""

    def __init__(self, arguments: list[str], columns: int, lines: int, **more: str) -> None:
        self.screen = pyte.Screen(columns, lines)
        self.stream = pyte.ByteStream(self.screen)
        self.raw = b""
        terminfo = {
            "TERM": "xterm-256color",
            "COLUMNS": str(columns),
            "PROMPT_TOOLKIT_NO_CPR": "1",
        }
        self.child: pexpect.spawn[bytes] = pexpect.spawn(
            sys.executable,
            ["-m", "debatekit", *arguments],
            dimensions=(lines, columns),
            env=environment(**{**terminfo, **more}),
        )

    @property
    def text(self) -> str:
        """What the screen shows, without the spaces at line ends."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def until(self, seen: Callable[[str], bool]) -> str:
        """Return what the screen shows once it fits and has come to rest; fail if never."""
        end = time.monotonic() + PATIENCE_S
        resting = False
        while not (resting and seen(self.text)):
            assert time.monotonic() < end, f"not seen on:\n{self.text}"
            try:
                piece = self.child.read_nonblocking(4096, timeout=0.15)
            except pexpect.TIMEOUT:
                resting = True
                continue
            except pexpect.EOF:
                break
            resting = False
            self.raw += piece
            self.stream.feed(piece)
        assert seen(self.text), f"not seen on:\n{self.text}"
        return self.text

    def press(self, keys: str) -> None:
        self.child.send(keys)


@pytest.fixture(scope="module")
def practised(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A score file of somebody who has met every strand, so that no worked example comes."""
    folder = tmp_path_factory.mktemp("practised")
    workspace, scores = make_workspace(folder / "workspace"), folder / "scores.db"
    run(["quiz", "all-kinds", "-C", str(workspace), "--store", str(scores)], "s\n" * 6)
    return scores


@pytest.fixture
def place(tmp_path: Path, practised: Path) -> list[str]:
    folder = make_workspace(tmp_path / "workspace")
    shutil.copy(practised, tmp_path / "scores.db")
    return ["-C", str(folder), "--store", str(tmp_path / "scores.db")]


@pytest.fixture
def terminal(place: list[str]) -> Iterator[Callable[..., Terminal]]:
    opened: list[Terminal] = []

    def opening(*arguments: str, columns: int = 80, lines: int = 24, **more: str) -> Terminal:
        found = Terminal([*arguments, *place], columns, lines, **more)
        opened.append(found)
        return found

    yield opening
    for one in opened:
        one.child.close(force=True)


def asks(number: int) -> Callable[[str], bool]:
    return lambda text: f"Question {number} of" in text and "q stop" in text


def letter_of(text: str, wanted: str) -> str:
    """Return the letter of an option on the screen."""
    line = next(line for line in text.splitlines() if wanted in line)
    return line.partition(". " + wanted)[0][-1].lower()


def answer(quiz: Terminal, shown: str) -> None:
    """Answer whatever is asked, as it comes, by letters or by Enter alone."""
    if "All that fit" in shown:
        quiz.press(letter_of(shown, "Delta") + letter_of(shown, "Echo") + ENTER)
    elif "Which comes first" in shown:
        quiz.press(letter_of(shown, "Ask") + ENTER)
        shown = quiz.until(lambda text: "So far" in text)
        quiz.press(letter_of(shown.split("So far")[1], "Read") + ENTER)
    elif "1. Norway" in shown:
        quiz.press(letter_of(shown, "Oslo") + ENTER)
        shown = quiz.until(lambda text: "So far 1" in text and text.count("2. Portugal") == 2)
        quiz.press(letter_of(shown, "Lisbon") + ENTER)
    elif "Your answer:" in shown.split("q stop")[-1]:
        quiz.press("A common enemy" + ENTER)
    else:
        wanted = next(right for right in QUESTIONS.values() if right[:9] in shown)
        quiz.press(letter_of(shown, wanted[:9]) + ENTER)


@pytest.mark.parametrize(("columns", "lines"), [(80, 24), (40, 20)])
def test_a_session_runs_from_the_first_menu_to_the_closing_screen(
    terminal: Callable[..., Terminal], columns: int, lines: int
) -> None:
    quiz = terminal("quiz", "all-kinds", "--seed", "7", columns=columns, lines=lines)
    for number in range(1, 7):
        answer(quiz, quiz.until(asks(number)))
        feedback = quiz.until(lambda text: "Enter:" in text)
        assert "Correct." in feedback
        quiz.press(ENTER)

    shown = quiz.until(lambda text: "To practise next:" in text)
    quiz.child.wait()
    assert "structure" in shown
    assert "Done: 6 of 6." in shown or columns == 40
    assert quiz.child.exitstatus == 0


def test_a_menu_follows_arrows_as_well_as_letters(terminal: Callable[..., Terminal]) -> None:
    quiz = terminal("quiz", "all-kinds", "--strand", "claims", "-n", "1")
    quiz.until(asks(1))
    quiz.press(DOWN)
    shown = quiz.until(lambda text: " » B. " in text)
    quiz.press(ENTER)

    assert " » A. " not in shown
    assert "> B. " in quiz.until(lambda text: "Enter:" in text)


def test_keys_skip_take_back_help_and_stop(terminal: Callable[..., Terminal]) -> None:
    quiz = terminal("quiz", "all-kinds", "--seed", "7")
    quiz.until(asks(1))
    quiz.press("s")
    typed = "Your answer:" in quiz.until(asks(2))
    quiz.press("u" + ENTER * typed)
    quiz.until(lambda text: "taken back" in text and text.count("Question 1 of") == 2)
    quiz.press("?")
    quiz.until(lambda text: "Keys:" in text)
    quiz.press("q")
    shown = quiz.until(lambda text: "Stopped." in text)
    quiz.child.wait()

    assert "0 of 6 done" in shown
    assert quiz.child.exitstatus == 0


@pytest.mark.parametrize("strand", ["claims", "actors", "structure", "evidence"])
def test_help_speaks_of_the_menu_and_not_of_letters_to_type(
    terminal: Callable[..., Terminal], strand: str
) -> None:
    quiz = terminal("quiz", "all-kinds", "--strand", strand, "-n", "1", lines=40)
    quiz.until(asks(1))
    quiz.press("?")
    shown = quiz.until(lambda text: "Keys:" in text)

    assert "Type" not in shown
    assert "letter" in shown or "Choose" in shown


def test_ticking_nothing_is_no_answer(terminal: Callable[..., Terminal]) -> None:
    quiz = terminal("quiz", "all-kinds", "--strand", "actors", "-n", "1")
    quiz.until(asks(1))
    quiz.press(ENTER)

    assert "Question 1 of" in quiz.until(lambda text: "Nothing is ticked." in text)


def test_ctrl_c_leaves_with_130_and_the_session_goes_on_later(
    terminal: Callable[..., Terminal], place: list[str]
) -> None:
    quiz = terminal("quiz", "all-kinds", "--seed", "7")
    answer(quiz, quiz.until(asks(1)))
    quiz.until(lambda text: "Enter:" in text)
    quiz.press(ENTER)
    quiz.until(asks(2))
    quiz.press(CTRL_C)
    shown = quiz.until(lambda text: "Your answers are kept" in text)
    quiz.child.wait()

    assert "Traceback" not in shown
    assert quiz.child.exitstatus == 130
    assert "Resumed at question 2 of 6." in run(["quiz", "all-kinds", *place], "q\n").stdout


@pytest.mark.parametrize(
    ("more", "flags"), [({"NO_COLOR": "1"}, []), ({}, ["--no-color"])], ids=["variable", "flag"]
)
def test_without_colour_nothing_is_coloured(
    terminal: Callable[..., Terminal], more: dict[str, str], flags: list[str]
) -> None:
    quiz = terminal("quiz", "all-kinds", "--strand", "claims", "-n", "1", *flags, **more)
    answer(quiz, quiz.until(asks(1)))
    quiz.until(lambda text: "Enter:" in text)
    quiz.press(ENTER)
    quiz.until(lambda text: "To practise next:" in text)

    cells = [cell for line in quiz.screen.buffer.values() for cell in line.values()]
    assert {(cell.fg, cell.bg) for cell in cells} <= {("default", "default")}
    assert b"\x1b[38" not in quiz.raw


def test_a_dumb_terminal_gets_plain_lines(terminal: Callable[..., Terminal]) -> None:
    quiz = terminal("quiz", "all-kinds", "--strand", "claims", "-n", "1", TERM="dumb")
    quiz.until(lambda text: "q stop):" in text)

    assert b"\x1b" not in quiz.raw


def test_debatekit_alone_offers_what_is_unfinished_first(
    terminal: Callable[..., Terminal], place: list[str]
) -> None:
    run(["quiz", "all-kinds", *place], "q\n")
    menu = terminal()
    menu.until(lambda text: "What next?" in text and "Go on with all-kinds" in text)
    menu.press(ENTER)

    assert "Resumed at question 1" in menu.until(asks(1))


def test_certainty_is_asked_by_number_before_the_feedback(
    terminal: Callable[..., Terminal],
) -> None:
    quiz = terminal("quiz", "all-kinds", "--strand", "claims", "-n", "1", "--certainty")
    answer(quiz, quiz.until(asks(1)))
    shown = quiz.until(lambda text: "Your answer: " in text and "How certain are you?" in text)
    quiz.press("3" + ENTER)

    assert "Correct." not in shown
    assert "Certainty bonus: 3 " in quiz.until(lambda text: "Enter:" in text)


def choose_wrong(quiz: Terminal, shown: str) -> None:
    """Tick one right option only, or move to a wrong one."""
    if "All that fit" in shown:
        quiz.press(letter_of(shown, "Delta") + ENTER)
    else:
        right = letter_of(shown, "Amber")
        quiz.press(next(letter for letter in "abc" if letter != right) + ENTER)


@pytest.mark.parametrize("columns", [80, 40])
def test_a_second_try_has_its_menu_after_the_hint(
    terminal: Callable[..., Terminal], columns: int
) -> None:
    quiz = terminal("quiz", "all-kinds", "--strand", "actors", "-n", "1", columns=columns, lines=40)
    choose_wrong(quiz, quiz.until(asks(1)))
    shown = quiz.until(lambda text: "second try" in text and text.count("q stop") == 1)
    second = shown[shown.index("second try") :]
    quiz.press(letter_of(second, "Delta") + letter_of(second, "Echo") + ENTER)

    assert "One more try" in shown
    assert not [line for line in shown.splitlines() if set(line.strip()) in ({"░"}, {"█"})]
    assert "0.5 of 1" in " ".join(quiz.until(lambda text: "Enter:" in text).split())


@pytest.mark.parametrize("columns", [80, 40])
def test_what_was_missed_is_offered_below_the_closing_screen(
    terminal: Callable[..., Terminal], columns: int
) -> None:
    quiz = terminal("quiz", "all-kinds", "--strand", "claims", "-n", "1", columns=columns, lines=50)
    choose_wrong(quiz, quiz.until(asks(1)))
    quiz.until(lambda text: "Enter:" in text)
    quiz.press(ENTER)
    quiz.until(lambda text: "And now?" in text and "missed one again" in text)
    quiz.press("m" + ENTER)
    again = quiz.until(lambda text: text.count("Question 1 of") == 2 and "q stop" in text)
    last = again[again.rindex("Question 1 of") :]
    quiz.press(letter_of(last, "Amber") + ENTER)
    quiz.until(lambda text: "Enter:" in text)
    quiz.press(ENTER)

    assert "Again: 1 of 1 right." in quiz.until(lambda text: "Again:" in text)
    assert quiz.child.wait() == 0


def test_an_exam_flags_with_a_key_and_comes_back(terminal: Callable[..., Terminal]) -> None:
    quiz = terminal("quiz", "all-kinds", "--strand", "claims", "-n", "1", "--exam")
    shown = quiz.until(asks(1))
    quiz.press("f")
    quiz.until(lambda text: "Flagged" in text and "q stop" in text)
    answer(quiz, shown)
    quiz.until(lambda text: text.count("Question 1 of 1") == 2 and "q stop" in text)
    quiz.press("s")

    assert "f flag" in shown
    assert "Correct." in quiz.until(lambda text: "Enter:" in text)
