"""A version of the quiz paper on screen: the same questions, options and order."""

import subprocess
import sys
from pathlib import Path

import pytest

from debatekit.bundled import bundled_workspace
from debatekit.cli.main import run
from debatekit.cli.workspace.course import read_course
from debatekit.cli.workspace.versions import items_of, seed_of
from debatekit.model.item import Short
from debatekit.model.words import Strand


def screen(*arguments: str, store: Path, answers: str = "q\n") -> str:
    done = subprocess.run(
        [sys.executable, "-m", "debatekit", "--store", str(store), "quiz", *arguments],
        input=answers,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


@pytest.mark.parametrize(
    ("letter", "size", "strands"),
    [("A", None, ()), ("B", None, ()), ("Q", None, ()), ("A", 5, ()), ("B", 4, ("structure",))],
)
def test_the_screen_asks_what_the_paper_asks_in_its_order(
    letter: str, size: int | None, strands: tuple[Strand, ...], tmp_path: Path
) -> None:
    course = read_course(bundled_workspace(), "common-enemy")
    paper = items_of(course, seed_of(letter), size, strands)
    wanted = ["--version", letter, *(["-n", str(size)] if size else [])]
    wanted += [word for strand in strands for word in ("--strand", strand)]

    said = screen("common-enemy", *wanted, store=tmp_path / "s.db", answers="s\n" * 12)

    flat = " ".join(said.split())
    places = [flat.find(" ".join(item.stem.split())) for item in paper]
    assert -1 not in places
    assert places == sorted(places)
    for item in paper:
        if isinstance(item, Short):
            continue
        texts = [flat.find(" ".join(option.text.split())) for option in item.options]
        assert -1 not in texts


def test_a_small_letter_is_the_same_version(tmp_path: Path) -> None:
    first = screen("common-enemy", "--version", "b", store=tmp_path / "1.db")
    second = screen("common-enemy", "--version", "B", store=tmp_path / "2.db")

    assert first == second


@pytest.mark.parametrize("more", [["--version", "AB"], ["--version", "A", "--seed", "3"]])
def test_what_is_no_version_is_said_at_once(
    more: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["quiz", "common-enemy", *more]) == 2
    assert "--version" in capsys.readouterr().err
