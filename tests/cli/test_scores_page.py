"""The screen and the page of progress: facts in words, in any terminal and any browser."""

import json
import re
from pathlib import Path

import pytest

from debatekit.model.progress import Attempt
from debatekit.store.exchange import Header, write_lines
from tests.cli.quiz_talk import make_workspace, run
from tests.handout.browser import axe, chromium, findings

NAME = "<b>Zoë</b> \x1b[31m & Co"


def made(number: int, certainty: int | None) -> Attempt:
    return Attempt(
        id=f"id-{number}",
        student="Zoë",
        lesson="free-trams",
        item=f"q{number % 9}",
        target="t",
        strand="claims" if number % 2 else "structure",
        kind="choice",
        generator="thesis",
        response=("a",),
        score=float(number % 3 > 0),
        certainty=certainty,
        at=f"2026-11-{number // 9 + 10}T17:00:00+00:00",
        session=f"run-{number // 9}",
        bloom="analyse" if number % 2 else "remember",
        chance=1 / 3,
    )


@pytest.fixture
def place(tmp_path: Path) -> list[str]:
    return ["-C", str(make_workspace(tmp_path / "w")), "--store", str(tmp_path / "scores.db")]


def hand_in(place: list[str], folder: Path, number: int, certainty: int | None = 2) -> list[str]:
    """Hand in so many answers; return what asks for their scores."""
    attempts = [made(n, certainty) for n in range(number)]
    file = folder / "x.jsonl"
    file.write_bytes(write_lines(Header(student="Zoë", exported_at="2026-11-24"), attempts))
    run(["scores", "import", str(file), *place])
    return ["scores", "--student", "Zoë", *place]


def test_the_last_sessions_stand_in_a_row_of_numbers(place: list[str], tmp_path: Path) -> None:
    shown = run(hand_in(place, tmp_path, 27)).stdout

    assert "The last 3 sessions, in order, first answers only, in percent: 67, 67, 67." in shown
    assert shown.isascii() is False or "▁" not in shown
    assert not re.search("[▁-█░]|\x1b", shown)


@pytest.mark.parametrize(("number", "certainty", "told"), [(19, 2, 0), (20, 2, 1), (40, None, 0)])
def test_certainty_is_told_from_twenty_answers_on(
    place: list[str], tmp_path: Path, number: int, certainty: int | None, told: int
) -> None:
    shown = run(hand_in(place, tmp_path, number, certainty)).stdout

    assert shown.count("Certainty, in") == told


def test_progress_neither_praises_nor_blames_and_ends_in_commands(
    place: list[str], tmp_path: Path
) -> None:
    shown = run(hand_in(place, tmp_path, 40)).stdout
    steps = re.findall("^  (debatekit .*)$", shown, re.MULTILINE)

    assert 1 <= len(steps) <= 3
    assert not re.search(r"well done|great|good|bad|poor|streak|sorry|!", shown, re.IGNORECASE)


def test_as_json_the_page_has_sessions_and_certainty_too(place: list[str], tmp_path: Path) -> None:
    found = json.loads(run([*hand_in(place, tmp_path, 40), "--json"]).stdout)

    assert [one["answers"] for one in found["sessions"]] == [9, 9, 9, 9, 4]
    assert found["certainty"]["levels"][1]["answers"] == 40


@pytest.mark.parametrize("number", [0, 3, 40])
@pytest.mark.parametrize(
    ("width", "dark"), [(1200, False), (1200, True), (320, False), (320, True)]
)
def test_a_checker_finds_no_barrier_on_the_page(
    place: list[str], tmp_path: Path, number: int, width: int, dark: bool
) -> None:
    chromium(), axe()
    page = tmp_path / "scores.html"
    run([*hand_in(place, tmp_path, number), "--html", str(page)])

    assert findings(page.read_text("utf-8"), tmp_path, width, dark) == []


def test_the_page_fetches_nothing_and_escapes_names(place: list[str], tmp_path: Path) -> None:
    page = tmp_path / "scores.html"
    run(["scores", "--student", NAME, "--html", str(page), *place])
    text = page.read_text("utf-8")

    assert "<b>Zoë" not in text
    assert not re.search(r"\x1b|<script|https?://|src=|@import|url\(", text)


def test_every_number_of_a_plot_stands_in_a_table(place: list[str], tmp_path: Path) -> None:
    page = tmp_path / "scores.html"
    run([*hand_in(place, tmp_path, 40), "--html", str(page)])
    text = page.read_text("utf-8")
    found = json.loads(run([*hand_in(place, tmp_path, 40), "--json"]).stdout)
    cells = re.sub("<[^>]+>", " ", text)

    assert all(f"{round(100 * one['value'])} %" in cells for one in found["skills"])
    assert text.count("<circle") == len(found["sessions"])
    assert all(one["at"][:10] in cells for one in found["sessions"])
