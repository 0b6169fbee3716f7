"""The wheel works where there is no checkout, and carries the course that git tracks."""

import json
import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
COURSE = ("seeds", "lessons", "quizzes")
EXERCISE = "seeds/open-at-six.txt"
"""The one text that is debatekit's own, written for the tutorial."""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(ROOT, tmp_path_factory.mktemp("dist"))


def build(tree: Path, folder: Path, umask: int = 0o022) -> Path:
    """Build a tree's wheel into a folder, and return its file."""
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, tree],
        check=True,
        capture_output=True,
        umask=umask,
    )
    (built,) = folder.glob("*.whl")
    return built


def tracked(folder: str, *others: str) -> set[str]:
    """Return the files that git tracks in a folder."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", *others, folder],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    return set(listed.stdout.split("\0")) - {""}


def test_the_wheel_carries_the_course_that_git_tracks_and_no_copy_of_the_article(
    wheel: Path,
) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    prefix = "debatekit/_bundled/"
    carried = {name.removeprefix(prefix) for name in names if name.startswith(prefix)}

    assert carried == set().union(*(tracked(folder) for folder in COURSE))
    assert carried
    assert {name for name in carried if name.endswith(".txt")} == {EXERCISE}


def test_the_wheel_brings_the_manual_to_where_man_looks_for_it(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    carried = {name.partition(".data/data/share/man/man1/")[2] for name in names} - {""}

    assert carried == {Path(page).name for page in tracked("docs/man")}
    assert "debatekit.1" in carried


def test_the_same_tree_gives_the_same_wheel_wherever_and_whenever_it_is_built(
    wheel: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "another place"
    for name in tracked(".", "--cached", "--others", "--exclude-standard"):
        (elsewhere / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, elsewhere / name)
        os.utime(elsewhere / name, (1_000_000_000, 1_000_000_000))

    again = build(elsewhere, tmp_path / "dist", umask=0o077)

    assert again.name == wheel.name
    assert again.read_bytes() == wheel.read_bytes()


def test_a_quiz_can_be_taken_from_the_wheel_alone(wheel: Path, tmp_path: Path) -> None:
    environment = tmp_path / "environment"
    venv.create(environment, with_pip=True)
    programs = environment / ("Scripts" if sys.platform == "win32" else "bin")
    subprocess.run([programs / "python", "-m", "pip", "install", "-q", wheel], check=True)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    store = ["--store", str(tmp_path / "scores.db")]

    taken = subprocess.run(
        [programs / "debatekit", "quiz", "common-enemy", "--seed", "7", *store],
        input="a\nb\nq\n",
        cwd=elsewhere,
        check=True,
        capture_output=True,
        text=True,
    )
    shown = subprocess.run(
        [programs / "python", "-m", "debatekit", "scores", "--attempts", "--json", *store],
        cwd=elsewhere,
        check=True,
        capture_output=True,
        text=True,
    )

    assert "Question 1 of" in taken.stdout
    assert [row["lesson"] for row in json.loads(shown.stdout)] == ["common-enemy"] * 2
