"""Every example of the help can be given as it stands, where there is what it names."""

import io
import shlex
import shutil
import sys
import webbrowser
from pathlib import Path

import pytest

from debatekit.cli.examples import EXAMPLES
from debatekit.cli.main import run

ROOT = Path(__file__).parent.parent.parent
COURSE = ("seeds", "lessons", "quizzes")
LINES = [line for lines in EXAMPLES.values() for line in lines]
ELSEWHERE = ("eval ", "--watch")
"""What a shell runs, and what ends with Ctrl-C alone: both have tests of their own."""


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which somebody has the course, answers of a class and an article."""
    root = tmp_path_factory.mktemp("examples")
    for part in COURSE:
        shutil.copytree(ROOT / part, root / part, ignore=shutil.ignore_patterns("*.txt"))
    store = ["--store", str(root / "scores.db")]
    for named in ([], ["--student", "Mia"]):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"a\nb\nq\n")))
            assert run([*store, "quiz", "common-enemy", *named]) == 0
    (root / "class").mkdir()
    hand_in = ["scores", "export", str(root / "class" / "mia.jsonl"), "--student", "Mia"]
    assert run([*store, *hand_in]) == 0
    shutil.copyfile(root / "class" / "mia.jsonl", root / "mia.jsonl")
    assert run(["handout", "common-enemy", "--kind", "map", "-o", str(root / "article.pdf")]) == 0
    shutil.copyfile(root / "seeds" / "carpenter-2023.yaml", root / "seeds" / "smith-2024.yaml")
    shutil.copyfile(root / "lessons" / "common-enemy.yaml", root / "lessons" / "river.yaml")
    return root


@pytest.mark.parametrize("line", [one for one in LINES if not any(e in one for e in ELSEWHERE)])
def test_an_example_does_what_it_says(
    line: str,
    start: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = Path(shutil.copytree(start, tmp_path / "here"))
    monkeypatch.chdir(folder)
    monkeypatch.setenv("DEBATEKIT_STORE", str(folder / "scores.db"))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"q\n")))
    monkeypatch.setattr(webbrowser, "open", lambda _: True)
    words = [
        found
        for word in shlex.split(line)[1:]
        for found in (sorted(map(str, Path().glob(word))) if "*" in word else [word])
    ]
    there_already = "new" in words or "export" in words
    sure = ["--force"] if there_already else ["--yes"] if "forget" in words else []

    code = run([*words, *sure])

    said = capsys.readouterr()
    assert (code, said.err if code else "") == (0, "")
    assert said.out or said.err
