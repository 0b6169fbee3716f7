"""What a screen is sent: no text of a stranger's file or of an argument can steer it."""

import json
import shutil
from pathlib import Path

import pytest

from debatekit.cli.main import run
from debatekit.model.text import printable, steerless
from tests.security.hostile import STEERING, TURNED, hostile_workspace

ESCAPES = (
    "\x1b[2J\x1b]0;title\x07\x1b]8;;http://evil.example\x07\x1b]52;c;aGk=\x07\x9b31m\x85\x7f\u202e"
)
LESSON = "free-trams"
SHOWN = (
    ("check",),
    ("check", "--format", "json"),
    ("check", "--format", "github"),
    ("check", "--format", "sarif"),
    ("check", "--balance", LESSON),
    ("lessons",),
    ("lessons", "--json"),
    ("study", LESSON),
    ("items", LESSON),
    ("items", LESSON, "--json"),
    ("map", LESSON),
    ("map", LESSON, "--format", "svg"),
    ("map", LESSON, "--format", "dot"),
    ("map", LESSON, "--format", "json"),
    ("map", LESSON, "--format", "argdown"),
    ("whatif", LESSON),
    ("whatif", LESSON, "--json"),
    ("export", LESSON, "--to", "json"),
    ("export", LESSON, "--to", "gift"),
    ("export", LESSON, "--to", "moodle"),
    ("handout", LESSON, "-o", "-"),
)


@pytest.fixture(scope="module")
def lesson(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace whose every text would turn the direction of writing."""
    return hostile_workspace(tmp_path_factory.mktemp("hostile"))


def steering(said: pytest.CaptureFixture[str]) -> list[str]:
    """Return what of the output could steer a screen."""
    read = said.readouterr()
    return STEERING.findall(read.out + read.err)


@pytest.mark.parametrize("command", SHOWN, ids=" ".join)
def test_no_text_of_a_lesson_steers_the_screen(
    command: tuple[str, ...], lesson: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["-C", str(lesson), *command]) == 0
    assert steering(capsys) == []


def test_json_says_the_same_with_the_signs_written_as_numbers() -> None:
    said = {"text": f"a{TURNED}\x85b", "letters": "æ € 例"}
    written = steerless(json.dumps(said, ensure_ascii=False, indent=2))
    assert STEERING.findall(written) == []
    assert json.loads(written) == said
    assert "æ € 例" in written


@pytest.mark.parametrize("text", [ESCAPES, f'title: "{ESCAPES}"', f"# {ESCAPES}\ntitle: [x]"])
@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_escapes_in_a_file_are_a_fault_and_are_not_shown(
    text: str, form: str, lesson: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(lesson, tmp_path, dirs_exist_ok=True)
    (tmp_path / "lessons" / "odd.yaml").write_text(text, encoding="utf-8")
    assert run(["-C", str(tmp_path), "check", "--format", form]) == 1
    assert steering(capsys) == []


def test_a_comment_shown_as_the_line_of_a_fault_steers_nothing(tmp_path: Path) -> None:
    from debatekit.cli.screen.faults import fault_text
    from debatekit.diagnostics import Diagnostic
    from debatekit.model.location import Location

    path = tmp_path / "odd.yaml"
    path.write_text(f"title: [x] # {ESCAPES}\n", encoding="utf-8")
    fault = Diagnostic(Location(path.as_posix(), 1, 8), "DK103", "odd")
    picture = fault_text(fault, pictured=True)
    assert STEERING.findall(picture) == []
    assert "title: [x]" in picture


@pytest.mark.parametrize("name", ["a\x1b[2J.yaml", "a\u202eb.yaml", "a\x9b.yml", "a\nb.yaml"])
@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_the_name_of_a_file_steers_nothing(
    name: str, form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "lessons").mkdir()
    (tmp_path / "lessons" / name).write_text("", encoding="utf-8")
    assert run(["-C", str(tmp_path), "check", "--format", form]) == 1
    said = capsys.readouterr()
    assert STEERING.findall(said.out + said.err) == []
    if form == "text":
        assert "DK014" in said.out
        assert not any(line.startswith("b") for line in said.out.splitlines())


@pytest.mark.parametrize("typed", [ESCAPES, "a\nb", "\udcff\udcfe", "../../etc/passwd"])
@pytest.mark.parametrize(
    "command",
    [
        ("{}",),
        ("--{}",),
        ("-C", "{}", "check"),
        ("check", "{}"),
        ("check", "--explain", "{}"),
        ("quiz", "{}"),
        ("map", "common-enemy", "--contention", "{}"),
        ("whatif", "common-enemy", "--accept", "{}"),
        ("new", "source", "{}"),
        ("report", "{}"),
        ("handout", "common-enemy", "--theme", "{}"),
        ("export", "common-enemy", "--to", "json", "-o", "{}/x"),
    ],
    ids=" ".join,
)
def test_what_is_typed_is_quoted_in_messages_without_steering_the_screen(
    command: tuple[str, ...], typed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([part.replace("{}", typed) for part in command]) in (1, 2)
    assert steering(capsys) == []


def test_the_name_of_a_student_steers_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DEBATEKIT_STUDENT", f"Eve {ESCAPES}")
    store = ["--store", str(tmp_path / "scores.db")]
    for part in ([], ["--json"], ["--csv"], ["--attempts"]):
        assert run([*store, "scores", *part]) == 0
    assert run([*store]) == 0
    assert steering(capsys) == []


def test_every_sign_that_could_steer_a_screen_is_taken_out_and_letters_stay() -> None:
    everything = "".join(map(chr, range(0x110000)))
    assert set(STEERING.findall(printable(everything))) == set()
    letters = "æ ø 例 \u0627 \u0431\n\t"
    assert printable(letters) == letters
