"""Other repositories can run `check` before each commit, on the files that it checks."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from debatekit.cli.main import run
from debatekit.read.nodes import compose, plain

ROOT = Path(__file__).parent.parent
[HOOK] = plain(compose((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"), "hooks"))


@pytest.mark.parametrize(
    ("path", "checked"),
    [
        ("lessons/a.yaml", True),
        ("class-7b/seeds/a.yml", True),
        ("quizzes/a.yaml", True),
        ("lessons/old/a.yaml", False),
        ("my-lessons/a.yaml", False),
        ("seeds/a.txt", False),
    ],
)
def test_the_hook_is_given_the_files_that_check_reads(path: str, checked: bool) -> None:
    assert bool(re.search(HOOK["files"], path)) == checked


@pytest.mark.parametrize(("broken", "code"), [(False, 0), (True, 1)])
def test_the_hook_stops_a_commit_with_a_fault(
    broken: bool, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trams = ROOT / "tests" / "data" / "workspaces" / "trams"
    root = Path(shutil.copytree(trams, tmp_path / "trams"))
    lesson = root / "lessons" / "free-trams.yaml"
    if broken:
        lesson.write_text(lesson.read_text("utf-8").replace("title", "titel", 1), "utf-8")
    monkeypatch.chdir(tmp_path)

    program, *arguments = shlex.split(HOOK["entry"])

    assert program == "debatekit"
    assert run([*arguments, "trams/lessons/free-trams.yaml", "trams/seeds/references.yaml"]) == code
