"""`debatekit new`: a teacher begins, and `check` says what is missing; nothing is overwritten."""

from pathlib import Path

import pytest

from debatekit.cli.main import run
from tests.intake.made import KINDS, PARAGRAPHS


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a workspace, and work in it."""
    monkeypatch.chdir(tmp_path)
    assert run(["new", "workspace", "class"]) == 0
    monkeypatch.chdir(tmp_path / "class")
    return tmp_path / "class"


def article(folder: Path, name: str = "a.txt") -> str:
    (folder / name).write_bytes(KINDS[name])
    return name


def test_a_new_workspace_has_a_sample_without_any_fault(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()

    assert run(["check", "--strict", "--format", "json"]) == 0
    assert capsys.readouterr().out.strip() == "[]"
    assert run(["items", "river-path"]) == 0
    assert len(capsys.readouterr().out.splitlines()) > 100


def test_every_file_of_a_new_workspace_finds_its_schema(root: Path) -> None:
    files = [*root.glob("*/*.yaml")]

    assert files
    for file in files:
        first = file.read_text(encoding="utf-8").partition("\n")[0]
        assert (file.parent / first.partition("$schema=")[2]).is_file()


@pytest.mark.parametrize("name", sorted(KINDS))
def test_a_source_is_begun_from_every_kind_of_file(
    name: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["new", "source", "path-2024", "--from", article(root, name)])
    capsys.readouterr()
    run(["check", "seeds/path-2024.yaml"])

    told = capsys.readouterr().out
    copy = (root / "seeds" / "path-2024.txt").read_text(encoding="utf-8")
    assert copy == "\n\n".join(PARAGRAPHS) + "\n"
    assert {line.split()[1] for line in told.splitlines() if not line.startswith(" ")} <= {
        "DK109",
        "DK318",
        "DK319",
    }
    assert "DK320" not in told


def test_a_lesson_and_a_quiz_are_begun_and_lack_only_what_is_left_open(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["new", "lesson", "mine", "--source", "river-path"]) == 0
    assert run(["new", "quiz", "mine", "--lesson", "river-path"]) == 0
    assert run(["check", "quizzes/mine.yaml"]) == 0
    capsys.readouterr()
    assert run(["check", "lessons/mine.yaml"]) == 1

    lines = capsys.readouterr().out.splitlines()
    faults = [line for line in lines if not line.startswith("  ")]
    assert {line.split()[1] for line in faults} == {"DK109"}
    assert len([line for line in lines if line.startswith("  hint: fill in: ")]) == len(faults)
    assert "dogs-disturb" in (root / "lessons" / "mine.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("command", "path"),
    [
        (["source", "river-path"], "seeds/river-path.yaml"),
        (["source", "other", "--from", "a.txt"], "seeds/other.txt"),
        (["lesson", "river-path", "--source", "river-path"], "lessons/river-path.yaml"),
        (["quiz", "river-path", "--lesson", "river-path"], "quizzes/river-path.yaml"),
        (["workspace", "."], "lessons/river-path.yaml"),
    ],
)
def test_nothing_is_written_over_without_force(command: list[str], path: str, root: Path) -> None:
    article(root)
    (root / path).write_text("mine", encoding="utf-8")

    assert run(["new", *command]) == 1
    assert (root / path).read_text(encoding="utf-8") == "mine"

    assert run(["new", *command, "--force"]) == 0
    assert (root / path).read_text(encoding="utf-8") != "mine"


def test_copies_are_kept_out_of_git_and_said_so_only_once(root: Path) -> None:
    ignored = root / ".gitignore"
    ignored.write_text("*.db", encoding="utf-8")

    for id_ in ("one", "two"):
        run(["new", "source", id_, "--from", article(root)])

    assert ignored.read_text(encoding="utf-8").splitlines().count("/seeds/*.txt") == 1
    assert ignored.read_text(encoding="utf-8").startswith("*.db\n")


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        (["source", "Path_2024"], 2, "path-2024"),
        (["source", "references"], 2, "name of a list"),
        (["source", "x", "--from", "none.pdf"], 1, "no such file"),
        (["source", "x", "--from", "notes.odt"], 1, ".docx"),
        (["lesson", "x", "--source", "river-pat"], 1, "did you mean 'river-path'"),
        (["quiz", "x", "--lesson", "rver-path"], 1, "did you mean 'river-path'"),
        (["lesson", "x"], 2, "--source"),
    ],
)
def test_what_cannot_be_begun_says_why(
    command: list[str], code: int, said: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(root.rglob("*"))

    assert run(["new", *command]) == code
    assert said in capsys.readouterr().err
    assert sorted(root.rglob("*")) == before


@pytest.mark.parametrize("device", ["con", "nul", "com1", "lpt9"])
def test_no_file_is_called_what_windows_takes_for_a_device(
    device: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["-C", str(root), "new", "source", device]) == 2

    assert "device on Windows" in capsys.readouterr().err
    assert not (root / "seeds" / f"{device}.yaml").exists()


def test_outside_a_workspace_nothing_is_written_to_the_course_that_comes_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    assert run(["new", "source", "an-article"]) == 1
    assert "new workspace" in capsys.readouterr().err
    assert [*tmp_path.iterdir()] == []
