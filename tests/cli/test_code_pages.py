"""Screens with few letters, as on Windows: no character ends a command, what stands in is read."""

import codecs
import json
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatekit.cli.streams import soften
from tests.cli.quiz_talk import environment, make_workspace

PAGES = ("cp1252", "cp437", "cp850")
TEXT = (
    "\u201cWhy\u201d \u2013 Ren\u00e9\u2019s \u0141\u00f3d\u017a \u2192 "
    "\u65e5\u672c \U0001f600 \ufb01n\u2026"
)
"""Quotation marks, a dash, accents, an arrow, Japanese, a picture, a ligature, three dots."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workspace whose lesson is called by letters that no code page has all of."""
    root = make_workspace(tmp_path_factory.mktemp("pages") / "trams")
    lesson = root / "lessons" / "free-trams.yaml"
    lines = lesson.read_text(encoding="utf-8").splitlines()
    lines = [f'title: "{TEXT}"' if line.startswith("title:") else line for line in lines]
    lesson.write_text("\n".join(lines), encoding="utf-8")
    return root


def said(folder: Path, page: str, *arguments: str) -> bytes:
    """Return what a command writes to a screen of a code page; it must end well."""
    done = subprocess.run(
        [sys.executable, "-m", "debatekit", *arguments],
        cwd=folder,
        input=b"a\nq\n",
        capture_output=True,
        env=environment(
            PYTHONUTF8="0",
            PYTHONIOENCODING=page,
            DEBATEKIT_STORE=str(folder.parent / "scores.db"),
        ),
        check=False,
    )
    assert (done.returncode, b"Traceback" in done.stderr) == (0, False), done.stderr
    return done.stdout


@pytest.mark.parametrize("page", PAGES)
def test_a_lesson_is_read_with_what_is_like_its_letters(page: str, folder: Path) -> None:
    shown = " ".join(said(folder, page, "study", "free-trams").decode(page).split())

    assert any(start in shown for start in ('"Why" - ', "\u201cWhy\u201d \u2013 "))
    assert any(name in shown for name in ("Rene's", "Ren\u00e9's", "Ren\u00e9\u2019s"))
    assert any(end in shown for end in (" fin...", " fin\u2026"))
    assert "?? ?" in shown


@pytest.mark.parametrize("arguments", [("quiz", "all-kinds"), ("map", "free-trams"), ("lessons",)])
def test_no_letter_ends_a_command(arguments: tuple[str, ...], folder: Path) -> None:
    assert said(folder, "cp437", *arguments)


def test_what_programs_read_is_in_utf_8_on_every_screen(folder: Path) -> None:
    told = json.loads(said(folder, "cp437", "lessons", "--json"))
    drawn = ElementTree.fromstring(said(folder, "cp437", "map", "free-trams", "--format", "svg"))
    listed = said(folder, "cp437", "scores", "--csv")

    assert TEXT in [one["title"] for one in told]
    assert TEXT in {part.text for part in drawn.iter()} | {part.get("aria-label") for part in drawn}
    assert listed.decode().splitlines()[0].count(",")


@given(st.text(), st.sampled_from([*PAGES, "ascii"]))
def test_any_text_can_be_written_in_any_code_page(text: str, page: str) -> None:
    soften()

    shown = text.encode(page, "debatekit-like").decode(page)

    assert shown.isascii() or shown.encode(page)
    assert text.encode(page, "ignore").decode(page) == text or "\ufffd" not in shown


def test_a_letter_that_a_code_page_has_stays(folder: Path) -> None:
    soften()

    assert "caf\u00e9".encode("cp437", "debatekit-like").decode("cp437") == "caf\u00e9"
    assert "caf\u00e9".encode("ascii", "debatekit-like") == b"cafe"
    with pytest.raises(UnicodeDecodeError):
        codecs.decode(b"\xff", "utf-8", "debatekit-like")


def test_a_lesson_as_windows_saves_it_is_the_same_lesson(folder: Path, tmp_path: Path) -> None:
    here, there = (Path(shutil.copytree(folder, tmp_path / name)) for name in ("here", "there"))
    for path in [*here.glob("*/*.yaml")]:
        text = path.read_text(encoding="utf-8").replace("minutes: 45", "minuets: 45")
        path.write_bytes(text.encode())
        as_there = codecs.BOM_UTF8 + text.replace("\n", "\r\n").encode()
        (there / path.relative_to(here)).write_bytes(as_there)

    found = [run_check(root) for root in (here, there)]

    assert found[0] == found[1]
    assert "DK101" in {fault["code"] for fault in found[0]}


def run_check(root: Path) -> list[dict[str, object]]:
    done = subprocess.run(
        [sys.executable, "-m", "debatekit", "check", "--format", "json"],
        cwd=root,
        capture_output=True,
        env=environment(),
        check=False,
    )
    found: list[dict[str, object]] = json.loads(done.stdout)
    return found
