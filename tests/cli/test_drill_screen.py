"""Drills on a real terminal, seen as a learner sees them."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("there is no pseudo-terminal here", allow_module_level=True)

from debatekit.read import read_material
from tests.cli.test_quiz_screen import CTRL_C, ENTER, Terminal, asks

ROOT = Path(__file__).parents[2]


@pytest.fixture
def drill() -> Iterator[Callable[..., Terminal]]:
    opened: list[Terminal] = []

    def opening(*arguments: str, columns: int = 80, lines: int = 40) -> Terminal:
        found = Terminal(["-C", str(ROOT), "drill", *arguments], columns, lines)
        opened.append(found)
        return found

    yield opening
    for one in opened:
        one.child.close(force=True)


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(("columns", "lines"), [(80, 40), (40, 70)])
def test_no_letter_of_a_long_option_is_cut_off(
    drill: Callable[..., Terminal], columns: int, lines: int
) -> None:
    shown = flat(
        drill("steelman", "common-enemy", "--seed", "3", columns=columns, lines=lines).until(
            asks(1)
        )
    )
    both = read_material(ROOT, "common-enemy").lesson.steelman
    assert both is not None
    texts = [both.author.text, *(one.text for one in both.author.straw)]

    assert [text for text in texts if flat(text) in shown] == [
        text for text in texts if flat(text)[:30] in shown
    ]
    assert sum(flat(text) in shown for text in texts) == 3


def test_on_a_terminal_there_is_a_clock_and_none_if_that_is_wanted(
    drill: Callable[..., Terminal],
) -> None:
    words = ("rebut", "common-enemy", "--seed", "3", "-n", "2")
    clocked = drill(*words)
    clocked.until(asks(1))
    clocked.press("a" + ENTER)
    free = drill(*words, "--no-clock")
    free.until(asks(1))
    free.press("a" + ENTER)

    assert "within the 20 of the clock" in flat(clocked.until(lambda text: "Enter:" in text))
    assert "clock" not in free.until(lambda text: "Enter:" in text)


def test_a_summary_is_written_and_looked_over_with_ticks(drill: Callable[..., Terminal]) -> None:
    screen = drill("steelman", "common-enemy", "--seed", "3", lines=80)
    screen.until(asks(1))
    screen.press("a" + ENTER)
    screen.until(lambda text: "Enter: next" in text)
    screen.press(ENTER)
    screen.until(asks(2))
    screen.press("Their claim, and why." + ENTER)
    screen.until(asks(3))
    screen.press("bd" + ENTER)
    shown = flat(screen.until(lambda text: "Enter: next" in text))
    screen.press(ENTER)
    screen.until(asks(4))
    screen.press(CTRL_C)

    assert "Your answer: B D" in shown
    assert (
        "Still open: - It gives the main claim of that side. - No word in it is charged." in shown
    )
    assert screen.child.wait() == 130


@pytest.mark.parametrize("columns", [80, 40])
def test_a_running_speech_shows_its_time_in_one_line(
    drill: Callable[..., Terminal], columns: int
) -> None:
    screen = drill("speech", "--format", "bp", "--speech", "PM", columns=columns)
    screen.until(lambda text: "q stop" in flat(text))
    screen.press(ENTER)
    shown = screen.until(lambda text: "PM," in text and "left" in text)
    screen.press("s" + ENTER)
    ended = screen.until(lambda text: "The speech is over." in text)

    assert shown.count("left") == 1
    assert "left" not in ended
    assert "Ended." in ended
    assert screen.child.wait() == 0
