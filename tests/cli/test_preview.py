"""`debatekit preview`: a page for the teacher, written whole, opened when there is somebody."""

import os
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from shutil import copytree
from threading import Event, Thread

import pytest

from debatekit.cli.main import run
from debatekit.cli.preview import is_preview
from tests.cli.quiz_talk import environment
from tests.cli.quiz_talk import run as run_apart
from tests.cli.test_check_watch import reader
from tests.cli.test_quiz_screen import Terminal
from tests.copies import COPY, TRAMS, make_copied
from tests.handout.pages import Reader

PATIENCE_S = 60.0
GOOD, BROKEN = "minutes: 45", "minuets: 45"
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="signals and terminals differ")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(copytree(TRAMS, tmp_path / "trams"))


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def said(path: Path) -> str:
    return Reader(path.read_text(encoding="utf-8")).said()


def change(root: Path, old: str, new: str, file: str = "lessons/free-trams.yaml") -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_it_is_written_into_this_folder_and_again_over_itself(
    root: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        assert run(["-C", str(root), "preview", "free-trams"]) == 0
        assert capsys.readouterr() == ("", "Wrote free-trams-preview.html\n")

    assert [path.name for path in here.iterdir()] == ["free-trams-preview.html"]
    assert "Should trams be free?" in said(here / "free-trams-preview.html")


def test_a_file_that_is_no_preview_is_left_alone_without_force(
    root: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = here / "mine.html"
    mine.write_text("mine", encoding="utf-8")
    asked = ["-C", str(root), "preview", "free-trams", "-o", "mine.html"]

    assert run(asked) == 1
    assert "--force writes over it" in capsys.readouterr().err
    assert mine.read_text(encoding="utf-8") == "mine"
    assert run([*asked, "--force"]) == 0


def test_a_dash_is_standard_output(root: Path, here: Path) -> None:
    found = run_apart(["-C", str(root), "preview", "free-trams", "-o", "-"])

    assert found.returncode == 0
    assert found.stdout.endswith("</html>\n")
    assert not list(here.iterdir())


@pytest.mark.parametrize("more", ["--watch", "--open"])
def test_what_needs_a_file_is_refused_without_one(root: Path, more: str) -> None:
    assert run(["-C", str(root), "preview", "free-trams", "-o", "-", more]) == 2


def test_a_quizs_id_shows_the_questions_written_in_it(tmp_path: Path, here: Path) -> None:
    copied = make_copied(tmp_path / "ws")

    assert run(["-C", str(copied), "preview", "two"]) == 0
    assert "How does a tram leave?" in said(here / "two-preview.html")


def test_passages_stand_in_it_where_there_is_a_copy(tmp_path: Path, here: Path) -> None:
    copied = make_copied(tmp_path / "ws")

    assert run(["-C", str(copied), "preview", "free-trams"]) == 0
    shown = said(here / "free-trams-preview.html")
    assert [shown.count(text) for text in COPY] == [1, 1, 1]


def test_it_shows_what_check_finds_in_the_lesson_and_nothing_of_another(
    root: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lessons = root / "lessons"
    other = (lessons / "free-trams.yaml").read_text(encoding="utf-8").replace(GOOD, "minutes: 30")
    (lessons / "other.yaml").write_text(other, encoding="utf-8")
    run(["-C", str(root), "check", str(lessons / "free-trams.yaml")])
    told = [line for line in capsys.readouterr().out.splitlines() if "free-trams.yaml:" in line]

    assert run(["-C", str(root), "preview", "free-trams"]) == 0
    shown = said(here / "free-trams-preview.html")

    assert told
    for line in told:
        _, number, column, message = line.split(":", 3)
        code, words = message.strip().split(" ", 1)
        assert f"{code}: {words}" in shown
        assert f"free-trams.yaml:{number}:{column}" in shown
    assert "other.yaml" not in shown


def test_a_broken_lesson_is_told_of_and_nothing_is_written(
    root: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(root, GOOD, BROKEN)

    assert run(["-C", str(root), "preview", "free-trams"]) == 1
    assert "free-trams.yaml:4:1: DK101 unknown key 'minuets'" in capsys.readouterr().err
    assert not list(here.iterdir())


@pytest.mark.parametrize("more", [[], ["--watch"]])
def test_an_unknown_id_is_met_with_a_near_one(
    root: Path, here: Path, more: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["-C", str(root), "preview", "free-trms", *more]) == 1
    assert "did you mean 'free-trams'?" in capsys.readouterr().err
    assert not list(here.iterdir())


@pytest.fixture
def browser(tmp_path: Path) -> tuple[dict[str, str], Path]:
    """A browser that writes down what it is to open, and the file in which it does."""
    program, opened = tmp_path / "browser.py", tmp_path / "opened.txt"
    program.write_text(
        f"import sys\nopen({str(opened)!r}, 'a').write(sys.argv[1] + '\\n')\n", encoding="utf-8"
    )
    command = f"{shlex.quote(sys.executable)} {shlex.quote(str(program))} %s"
    return {"BROWSER": command}, opened


@posix_only
@pytest.mark.parametrize(("flags", "expected"), [([], False), (["--open"], True)])
def test_in_a_pipe_it_is_opened_only_when_asked(
    root: Path,
    tmp_path: Path,
    browser: tuple[dict[str, str], Path],
    flags: list[str],
    expected: bool,
) -> None:
    variables, opened = browser
    page = tmp_path / "a page.html"

    run_apart(["-C", str(root), "preview", "free-trams", "-o", str(page), *flags], **variables)

    assert opened.exists() == expected
    if expected:
        assert opened.read_text(encoding="utf-8") == f"{page.as_uri()}\n"


@posix_only
@pytest.mark.parametrize(("flags", "expected"), [([], True), (["--no-open"], False)])
def test_on_a_terminal_it_is_opened_unless_told_otherwise(
    root: Path,
    tmp_path: Path,
    browser: tuple[dict[str, str], Path],
    flags: list[str],
    expected: bool,
) -> None:
    variables, opened = browser
    asked = ["-C", str(root), "preview", "free-trams", "-o", str(tmp_path / "p.html"), *flags]
    terminal = Terminal(asked, 80, 24, **variables)
    terminal.until(lambda text: "Wrote" in text)
    terminal.child.expect(terminal.child.delimiter)
    terminal.child.close()

    assert terminal.child.exitstatus == 0
    assert opened.exists() == expected


class Watch:
    """A preview that watches, its page, and whether that was ever less than whole."""

    def __init__(self, root: Path, page: Path) -> None:
        self.page, self.halves = page, list[str]()
        self.process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "debatekit",
                "preview",
                "free-trams",
                "--watch",
                "-o",
                str(page),
            ],
            cwd=root,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=environment(PYTHONUNBUFFERED="1"),
        )
        self.read_to: Callable[[str], list[str]] = reader(self.process)
        self._done = Event()
        self._looking = Thread(target=self._look, daemon=True)
        self._looking.start()

    def _look(self) -> None:
        while not self._done.is_set():
            if self.page.exists() and not self.text.endswith("</html>\n"):
                self.halves.append(self.text)
            time.sleep(0.001)

    @property
    def text(self) -> str:
        return self.page.read_text(encoding="utf-8")

    def end(self) -> None:
        self._done.set()
        self._looking.join()
        self.process.kill()
        self.process.wait()


@pytest.fixture
def watch(root: Path, tmp_path: Path) -> Iterator[Callable[[], Watch]]:
    started: list[Watch] = []

    def begin() -> Watch:
        started.append(Watch(root, tmp_path / "live.html"))
        return started[-1]

    yield begin
    for one in started:
        one.end()


@posix_only
def test_while_watching_the_page_follows_what_is_saved(
    root: Path, watch: Callable[[], Watch]
) -> None:
    watching = watch()
    watching.read_to("Watching")
    before = watching.text

    change(root, GOOD, BROKEN)
    watching.read_to("Not readable")
    broken = unescape(watching.text)
    change(root, BROKEN, "minutes: 40")
    watching.read_to("Shown")
    mended = watching.text
    (root / "lessons" / "free-trams.yaml").unlink()
    watching.read_to("Not readable")
    gone = unescape(watching.text)
    watching.process.send_signal(signal.SIGINT)

    assert "unknown key 'minuets'" in broken
    assert "free-trams.yaml:4:1" in broken
    assert "<code>minuets: 45</code>" in broken
    assert "Timing: 45 minutes" in before
    assert "Timing: 45 minutes" in broken
    assert "Timing: 40 minutes" in mended
    assert "minuets" not in mended
    assert "there is no lesson or quiz 'free-trams'" in gone
    assert "Timing: 40 minutes" in gone
    assert watching.process.wait(PATIENCE_S) == 130
    assert "Traceback" not in "".join(watching.read_to("Stopped"))
    assert watching.halves == []
    assert not list(watching.page.parent.glob("*.tmp"))


@posix_only
def test_watching_may_begin_with_a_broken_file(root: Path, watch: Callable[[], Watch]) -> None:
    change(root, GOOD, BROKEN)
    watching = watch()
    watching.read_to("Not readable")
    first = unescape(watching.text)
    watching.read_to("Watching")
    change(root, BROKEN, GOOD)
    watching.read_to("Shown")

    assert "unknown key 'minuets'" in first
    assert "Mend this, and the lesson shows up here." in first
    assert "Timing: 45 minutes" in watching.text


@posix_only
def test_a_broken_quiz_leaves_its_questions_standing(
    tmp_path: Path, watch: Callable[[], Watch], root: Path
) -> None:
    copied = make_copied(tmp_path / "copied")
    copytree(copied / "quizzes", root / "quizzes")
    watching = watch()
    watching.read_to("Watching")

    change(root, "lesson: free-trams", "lessen: free-trams", "quizzes/two.yaml")
    watching.read_to("Not readable")

    assert "unknown key 'lessen'" in unescape(watching.text)
    assert "How does a tram leave?" in watching.text


def test_git_passes_a_preview_over_in_a_new_workspace(here: Path) -> None:
    assert run(["new", "workspace", "class"]) == 0
    workspace = here / "class"
    subprocess.run(["git", "init", "-q", str(workspace)], check=True)

    names = ["river-path-preview.html", "seeds/river-path.txt", "lessons/river-path.yaml"]
    ignored = subprocess.run(
        ["git", "check-ignore", *names], cwd=workspace, capture_output=True, text=True, check=False
    )

    assert ignored.stdout.split() == names[:2]


@posix_only
def test_a_pipe_is_not_waited_for_to_see_whether_it_is_a_preview(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    assert not is_preview(pipe)
