"""`debatekit handout`: where the file goes, and what stops it."""

import os
from pathlib import Path
from shutil import copytree

import pytest

from debatekit.cli.main import run

RARE = "\U0001e900"
"""A letter that few machines have."""
TRAMS = Path(__file__).parent.parent / "data" / "workspaces" / "trams"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def handout(*options: str) -> int:
    return run(["-C", str(TRAMS), "handout", "free-trams", *options])


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_and_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = handout("--kind", "brief", "--for", "teacher", "--format", "html", "-o", "trams.html")

    assert code == 0
    assert "brief for the teacher" in (folder / "trams.html").read_text(encoding="utf-8")
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "Wrote trams.html\n"
    assert names(folder) == ["trams.html"]


@pytest.mark.parametrize(
    ("name", "begin"),
    [("a.html", b"<!doctype"), ("a.pdf", b"%PDF-"), ("A.DOCX", b"PK"), ("a.htm", b"<!doctype")],
)
def test_the_format_is_the_one_that_the_files_name_ends_in(
    name: str, begin: bytes, folder: Path
) -> None:
    assert handout("-o", name) == 0

    assert (folder / name).read_bytes().startswith(begin)


def test_a_name_that_no_handout_ends_in_needs_a_format(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert handout("-o", "a.odt") == 2
    said = capsys.readouterr().err

    assert ".docx" in said
    assert names(folder) == []
    assert handout("-o", "a.odt", "--format", "html") == 0


@pytest.mark.parametrize("options", [(), ("-o", "-")])
def test_in_a_pipe_the_page_goes_to_standard_output(
    options: tuple[str, ...], folder: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert handout(*options) == 0

    said = capsysbinary.readouterr()
    assert said.out.decode("utf-8").startswith("<!doctype html>")
    assert said.err == b""
    assert names(folder) == []


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_on_a_terminal_the_page_goes_to_a_file_in_this_folder(folder: Path) -> None:
    import sys

    import pexpect

    arguments = ["-m", "debatekit", "-C", str(TRAMS), "handout", "free-trams"]
    child = pexpect.spawn(sys.executable, arguments, cwd=str(folder), encoding="utf-8", timeout=60)
    child.expect(pexpect.EOF)
    child.close()

    assert child.exitstatus == 0
    assert child.before is not None
    assert "Wrote free-trams-brief-student.html" in child.before
    assert (folder / "free-trams-brief-student.html").is_file()


def test_a_file_that_is_there_is_kept_unless_forced(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = folder / "mine.html"
    mine.write_text("mine", encoding="utf-8")

    assert handout("-o", "mine.html") == 1
    assert mine.read_text(encoding="utf-8") == "mine"
    assert capsys.readouterr().err == "Error: mine.html is there already; --force writes over it\n"
    assert handout("-o", "mine.html", "--force") == 0
    assert mine.read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("output", "message"),
    [
        ("nowhere/x.html", "there is no folder nowhere"),
        ("sub", "sub is a folder; name a file in it"),
    ],
)
def test_a_place_that_cannot_be_written_is_one_clear_message(
    output: str, message: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "sub").mkdir()

    assert handout("-o", output) == 1
    assert capsys.readouterr().err == f"Error: {message}\n"
    assert names(folder) == ["sub"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_the_right_to_write_keeps_no_half_file(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "closed").mkdir(mode=0o500)

    assert handout("-o", "closed/x.html") == 1
    assert "cannot write closed/x.html: permission denied" in capsys.readouterr().err
    assert names(folder / "closed") == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_one_clear_message(capsys: pytest.CaptureFixture[str]) -> None:
    assert handout("-o", "/dev/full", "--force") == 1
    assert "cannot write /dev/full: no space left on device" in capsys.readouterr().err
    assert Path("/dev/full").is_char_device()


@pytest.mark.parametrize(
    ("options", "part"),
    [
        (("--large-print", "--paper", "letter"), "size: letter"),
        (("--dyslexia",), 'class="dyslexia student"'),
        (("--large-print",), 'class="large-print student"'),
        ((), "size: A4"),
    ],
)
def test_paper_and_letters_can_be_chosen(
    options: tuple[str, ...], part: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert handout(*options) == 0
    assert part in capsysbinary.readouterr().out.decode("utf-8")


@pytest.mark.parametrize(
    "options",
    [
        ("--large-print", "--dyslexia"),
        ("--kind", "poster"),
        ("--format", "odt"),
        ("--version", "AB"),
        ("--version", "1"),
        ("--speeches", "tv"),
        ("--theme", "nowhere"),
        ("--format", "pdf", "-o", "brief.html"),
        ("-n", "5"),
        ("--kind", "quiz", "-n", "0"),
        ("--strand", "claims"),
        ("--kind", "quiz", "--strand", "law"),
        ("--all",),
        ("--for", "parent"),
        ("--paper", "a5"),
    ],
)
def test_what_does_not_exist_is_a_wrong_command(
    options: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert handout(*options) == 2
    assert capsys.readouterr().out == ""


def test_a_letter_that_no_font_has_is_warned_of_and_the_file_is_written(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = Path(copytree(TRAMS, folder / "trams"))
    lesson = root / "lessons" / "free-trams.yaml"
    text = lesson.read_text(encoding="utf-8")
    lesson.write_text(text.replace("summary: A", f"summary: {RARE} A", 1), encoding="utf-8")

    assert run(["-C", str(root), "handout", "free-trams", "-o", "x.pdf"]) == 0

    warning, written = capsys.readouterr().err.splitlines()
    assert warning.startswith(f"Warning: no font on this machine has {RARE};")
    assert written == "Wrote x.pdf"


def test_an_unknown_lesson_names_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-C", str(TRAMS), "handout", "free-tram"]) == 1
    assert "did you mean 'free-trams'?" in capsys.readouterr().err


def test_paper_takes_as_many_questions_as_the_screen() -> None:
    from debatekit.cli import handout_options, quiz

    assert handout_options.MOST_ITEMS == quiz.MOST_ITEMS
