"""Packs, versions and themes on the command line: what is written, and what stops it."""

import os
import re
from pathlib import Path
from random import Random

import pytest

from debatekit.cli.course import read_course
from debatekit.cli.main import run
from debatekit.cli.sheets import Order, sheet_for
from debatekit.cli.versions import items_of, seed_of
from debatekit.handout.quiz_sheet import key_text
from debatekit.handout.sheet import Question
from debatekit.practice.grading import grade
from debatekit.practice.response import parse_response

TRAMS = Path(__file__).parent.parent / "data" / "workspaces" / "trams"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def handout(*options: str) -> int:
    return run(["-C", str(TRAMS), "handout", *options])


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_pack_holds_every_kind_for_everybody_and_its_contents(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "pack").mkdir()

    assert handout("--all", "-o", "pack", "--version", "a", "--version", "C") == 0

    kinds = ("brief", "flow-pf", "glossary", "map", "quiz-AC")
    wanted = [f"free-trams-{kind}-{who}.html" for kind in kinds for who in ("student", "teacher")]
    assert names(folder / "pack") == sorted(["contents.html", *wanted])
    contents = (folder / "pack" / "contents.html").read_text(encoding="utf-8")
    assert sorted(re.findall(r'href="(free[^"]+)"', contents)) == sorted(wanted)
    assert capsys.readouterr().err.splitlines()[-1] == "Wrote 11 files into pack"


def test_a_pack_begins_nothing_where_something_is_in_the_way(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert handout("--all", "-o", "pack") == 1
    assert capsys.readouterr().err == "Error: there is no folder pack\n"

    (folder / "pack").mkdir()
    (folder / "pack" / "contents.html").write_text("mine", encoding="utf-8")
    assert handout("--all", "-o", "pack") == 1
    assert "contents.html is there already; --force" in capsys.readouterr().err
    assert names(folder / "pack") == ["contents.html"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_pack_into_a_closed_folder_is_one_message(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "pack").mkdir(mode=0o500)

    assert handout("--all", "-o", "pack") == 1
    assert "permission denied" in capsys.readouterr().err


def test_a_themes_mistake_is_told_with_its_place_and_a_hint(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "mine").mkdir()
    (folder / "mine" / "sheet.html.j2").write_text("\n{{ sheet.nothing }}", encoding="utf-8")

    assert handout("free-trams", "--theme", "mine", "-o", "x.html") == 1

    first, hint = capsys.readouterr().err.splitlines()
    assert first.startswith("Error: mine/sheet.html.j2:2: ")
    assert hint.startswith("  hint: templates know 'sheet'")
    assert names(folder) == ["mine"]


def test_a_folder_without_a_template_is_no_theme(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "mine").mkdir()

    assert handout("free-trams", "--theme", "mine", "-o", "x.html") == 1
    assert "mine holds no template" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_other_formats_go_to_standard_output_as_bytes(
    form: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert handout("free-trams", "--format", form) == 0
    assert capsysbinary.readouterr().out[:4] in (b"%PDF", b"PK\x03\x04")


def test_printed_keys_are_the_engines_for_a_hundred_seeds() -> None:
    course = read_course(TRAMS, "free-trams")
    for seed in range(100):
        for item in items_of(course, seed):
            typed = parse_response(item, key_text(item).split(" / ")[0])
            assert grade(item, typed) == 1


def test_each_version_is_a_paper_of_its_own_and_the_same_every_time() -> None:
    course = read_course(TRAMS, "free-trams")

    def asked(letter: str) -> list[str]:
        order = Order(kind="quiz", reader="student", versions=(letter,))
        [part] = sheet_for(course, order).parts
        return [block.code for block in part.blocks if isinstance(block, Question)]

    assert asked("A") == asked("A")
    assert asked("A") != asked("B")
    assert len(asked("A")) == len(asked("B"))
    letters = Random(0).sample("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 26)
    assert len({seed_of(letter) for letter in letters}) == 26
