"""`debatekit study`: the lesson on screen, in lines and in pages."""

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from debatekit.cli.main import run
from debatekit.cli.screen.wrap import cells, wrapped
from debatekit.cli.study import page_foot, room_above_foot
from debatekit.cli.study_pages import study_pages
from debatekit.cli.study_plain import plain_lines
from debatekit.cli.study_screen import screens
from debatekit.handout.brief import brief_page
from debatekit.logic.derive import derive
from debatekit.model.material import Material
from debatekit.read import read_material

TRAMS = Path(__file__).parent.parent / "data" / "workspaces" / "trams"
BOXES = re.compile(r"[\u2500-\u257f]")
Lines = Callable[..., list[str]]


@pytest.fixture
def trams() -> Material:
    return read_material(TRAMS, "free-trams")


@pytest.fixture
def study(capsys: pytest.CaptureFixture[str]) -> Lines:
    def lines(*options: str) -> list[str]:
        assert run(["-C", str(TRAMS), "study", "free-trams", *options]) == 0
        return capsys.readouterr().out.splitlines()

    return lines


def test_in_a_pipe_everything_comes_in_reading_order(study: Lines, trams: Material) -> None:
    said = " ".join(" ".join(study()).split())

    [contention] = trams.lesson.contentions
    walkers, lines, money = contention.counterarguments
    assert trams.lesson.steelman is not None
    expected = [
        trams.lesson.title,
        trams.lesson.objectives[0],
        "Contention 1 of 1",
        trams.claims["make-trams-free"].text,
        trams.claims["trial-moved-drivers"].text,
        "Unstated premise that would make this step work: "
        + trams.claims["trial-like-our-city"].text,
        walkers.text,
        "Undermines the premise",
        walkers.evidence[0].text,
        "critics of the method, such as Ada Okoro",
        walkers.replies[0].text,
        lines.text,
        "Undercuts the step in reason 1A",
        trams.claims["tickets-cost-much"].text,
        money.text,
        "Grants it: " + money.replies[0].text,
        trams.lesson.steelman.author.text,
        trams.lesson.steelman.counter.text,
    ]
    places = [said.find(text) for text in expected]
    assert -1 not in places
    assert places == sorted(places)


def test_plain_lines_fit_80_columns_and_hold_no_boxes(study: Lines) -> None:
    lines = study()

    assert max(map(cells, lines)) <= 80
    assert not BOXES.search("\n".join(lines))
    assert "\x1b" not in "\n".join(lines)


@pytest.mark.parametrize("width", [20, 40, 60, 120])
def test_another_width_is_kept_and_words_stay_whole(study: Lines, width: int) -> None:
    lines = study("--width", str(width))

    assert max(map(cells, lines)) <= width
    words = {word for line in lines for word in line.split()}
    assert {"counterargument", "passengers"} & words or width < 20
    assert "drivers" in words


def test_a_students_screen_shows_no_word_on_the_best_reply(study: Lines, trams: Material) -> None:
    said = "\n".join(study())

    assert "best" not in said.casefold()
    assert trams.lesson.contentions[0].notes not in said


@pytest.mark.parametrize("place", ["pipe", "narrow screen", "wide screen"])
def test_a_lessons_text_cannot_steer_the_screen(place: str, trams: Material) -> None:
    text = "Trams \x1b[2J\u202e\x07 [bold]free[/bold] :tram:"
    steering = replace(
        trams,
        lesson=replace(trams.lesson, title=text),
        claims={id_: replace(claim, text=text) for id_, claim in trams.claims.items()},
    )
    pages = study_pages(brief_page(steering, derive(steering), "student"), ())

    if place == "pipe":
        shown = [line for page in pages for line in plain_lines(page, 80)]
    else:
        width = 40 if place == "narrow screen" else 100
        found = [screen for page in pages for screen in screens(page, width, 24, color=False)]
        shown = [line for screen in found for line in screen]

    assert shown[0] == "Trams [2J [bold]free[/bold] :tram:"
    assert not any(sign in line for line in shown for sign in "\x1b\x07\u202e")


@pytest.mark.parametrize(("width", "height"), [(40, 10), (79, 20), (80, 20), (200, 50)])
def test_no_screenful_is_larger_than_the_screen(trams: Material, width: int, height: int) -> None:
    for page in study_pages(brief_page(trams, derive(trams), "student"), ("Read.",)):
        for screen in screens(page, width, height, color=False):
            assert 0 < len(screen) <= height
            assert max(map(cells, screen)) <= width


def test_an_unknown_lesson_names_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(TRAMS), "study", "fre-trams"]) == 1
    assert "did you mean 'free-trams'?" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
class TestOnATerminal:
    """Pages, turned by keys, on a real screen."""

    @pytest.fixture(params=[(40, 24), (80, 24), (100, 40)], ids=str)
    def size(self, request: pytest.FixtureRequest) -> tuple[int, int]:
        size: tuple[int, int] = request.param
        return size

    def test_enter_goes_on_b_goes_back_and_q_stops(self, size: tuple[int, int]) -> None:
        terminal = Terminal(*size)
        first = terminal.wait_for("q: stop")
        terminal.press("\r")
        second = terminal.wait_for("q: stop", unlike=first)
        terminal.press("b")

        assert "Should trams be free?" in first[0]
        assert terminal.wait_for("q: stop", unlike=second) == first
        terminal.press("q")
        assert terminal.exit_code() == 0

    def test_every_page_is_seen_by_pressing_enter_alone(self, size: tuple[int, int]) -> None:
        terminal = Terminal(*size)
        seen = [terminal.wait_for("q: stop")]
        while not any("Money is short" in line for line in seen[-1]):
            terminal.press("\r")
            seen.append(terminal.wait_for("q: stop", unlike=seen[-1]))

        words = {word for screen in seen for line in screen for word in line.split()}
        assert {"counterargument", "1.1", "1.2", "1.3", "1A", "1B"} <= {
            word.strip(",") for word in words
        }
        terminal.press("\r")
        assert terminal.exit_code() == 0

    def test_the_sides_stand_next_to_each_other_from_80_columns_on(
        self, size: tuple[int, int]
    ) -> None:
        terminal = Terminal(*size)
        screen = terminal.wait_for("q: stop")
        while not any("reason 1A" in line for line in screen):
            terminal.press("\r")
            screen = terminal.wait_for("q: stop", unlike=screen)
        terminal.press("q")

        beside = any("reason 1A" in line and "counterargument 1.1" in line for line in screen)
        assert beside is (size[0] >= 80)

    def test_ctrl_c_ends_with_130(self) -> None:
        terminal = Terminal(80, 24)
        terminal.wait_for("q: stop")
        terminal.press("\x03")

        assert terminal.exit_code() == 130


class Terminal:
    """The command in a terminal of some size, and what stands on its screen."""

    def __init__(self, columns: int, rows: int) -> None:
        import pexpect
        import pyte

        self._said = ""
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self._screen)
        self._child = pexpect.spawn(
            sys.executable,
            ["-m", "debatekit", "-C", str(TRAMS), "study", "free-trams"],
            dimensions=(rows, columns),
            encoding="utf-8",
            timeout=30,
            env={
                **os.environ,
                "TERM": "xterm",
                "DEBATEKIT_PLAIN": "",
                "COLUMNS": str(columns),
                "LINES": str(rows),
            },
        )

    def press(self, keys: str) -> None:
        self._said = ""
        self._child.send(keys)

    def wait_for(self, text: str, unlike: list[str] | None = None) -> list[str]:
        """The screen once it was cleared, shows the text at its end and has changed.

        A key that comes before the program listens is echoed and moves the screen up, so a
        change alone is no new page.
        """
        import pexpect

        for _ in range(100):
            try:
                piece = self._child.read_nonblocking(10_000, timeout=0.4)
                self._said += piece
                self._stream.feed(piece)
            except pexpect.TIMEOUT:
                lines = [line.rstrip() for line in self._screen.display]
                cleared = "\x1b[2J" in self._said
                if cleared and text in " ".join(" ".join(lines).split()) and lines != unlike:
                    return lines
        raise AssertionError(f"{text!r} did not come:\n" + "\n".join(self._screen.display))

    def exit_code(self) -> int:
        import pexpect

        self._child.expect(pexpect.EOF)
        self._child.close()
        code = self._child.exitstatus
        assert code is not None
        return code


@pytest.mark.parametrize("title", ["Short", "A title so long that the foot below it needs lines"])
def test_a_screenful_and_its_foot_fit_the_screen_together(trams: Material, title: str) -> None:
    named = replace(trams, lesson=replace(trams.lesson, title=title))
    width, lines = 40, 22

    for page in study_pages(brief_page(named, derive(named), "student"), ("Read.",)):
        room = room_above_foot(page, width, lines)
        shown = screens(page, width, room, color=False)
        for part, screen in enumerate(shown, start=1):
            foot = wrapped(page_foot(page, part, len(shown)), width)
            assert len(screen) + 1 + len(foot) < lines
