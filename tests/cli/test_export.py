"""`debatekit export`: files and standard output, quizzes and all, and what stops it."""

import re
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
from msgspec import json
from msgspec.structs import replace

from debatekit.cli.main import run
from debatekit.export import EXPORTERS
from debatekit.export.json import ExportFile
from debatekit.model.item import Item
from debatekit.model.material import Material
from tests.export.conftest import trams as trams
from tests.export.samples import batch, items_of

DATA = Path(__file__).parent.parent / "data"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace with one lesson, its quiz, and a second quiz on it."""
    root = copytree(DATA / "workspaces" / "trams", tmp_path / "trams")
    (root / "quizzes").mkdir()
    written = (DATA / "quizzes" / "all-kinds.yaml").read_text(encoding="utf-8")
    (root / "quizzes" / "a-first.yaml").write_text(written, encoding="utf-8")
    other = re.sub(r"^title: .*", "title: A second one", written, flags=re.MULTILINE)
    (root / "quizzes" / "b-second.yaml").write_text(other, encoding="utf-8")
    return root


def exported(folder: Path, *arguments: str) -> int:
    return run(["-C", str(folder), "export", *arguments])


@pytest.mark.parametrize("form", ["moodle", "canvas", "gift", "qti3", "anki", "argdown", "json"])
def test_the_same_lesson_gives_the_same_bytes(folder: Path, tmp_path: Path, form: str) -> None:
    files = [tmp_path / "one", tmp_path / "two"]

    codes = [exported(folder, "free-trams", "--to", form, "-o", str(file)) for file in files]

    assert codes == [0, 0]
    assert files[0].read_bytes() == files[1].read_bytes() != b""


def test_a_file_and_standard_output_hold_the_same(
    folder: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    file = tmp_path / "out.gift"

    assert exported(folder, "free-trams", "--to", "gift", "-o", str(file)) == 0
    capfdbinary.readouterr()
    assert exported(folder, "free-trams", "--to", "gift") == 0

    assert capfdbinary.readouterr().out == file.read_bytes()


def test_a_file_that_is_there_is_kept_unless_forced(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "out.gift"
    file.write_text("mine", encoding="utf-8")

    assert exported(folder, "free-trams", "--to", "gift", "-o", str(file)) == 1
    assert file.read_text(encoding="utf-8") == "mine"
    assert exported(folder, "free-trams", "--to", "gift", "-o", str(file), "--force") == 0
    assert file.read_text(encoding="utf-8").startswith("$CATEGORY")


def test_what_cannot_be_carried_is_said_with_the_items_it_is_about(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert exported(folder, "a-first", "--to", "canvas", "-o", str(folder / "c.zip")) == 0

    said = " ".join(capsys.readouterr().err.split())
    assert "canvas: hints, tags, difficulty and proofs are left out" in said
    assert re.search(r"pairs of step and place \(\d+ items?: free-trams/steps", said)
    assert said.endswith(f"Wrote {folder / 'c.zip'}")


@pytest.mark.parametrize("form", ["moodle", "canvas", "gift", "qti3", "anki", "json"])
def test_items_that_cannot_be_answered_stay_out_and_are_named(
    folder: Path, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = (
        "  - {id: no-key, kind: choice, strand: claims, stem: What?, options: [{text: Trams}]}\n"
        "  - {id: no-option, kind: multiple, strand: claims, stem: What?, options: []}\n"
        "  - {id: no-answer, kind: short, strand: claims, stem: What?, accepted: []}\n"
        "  - {id: no-pair, kind: match, strand: claims, stem: What?, pairs: []}\n"
        "  - {id: no-step, kind: order, strand: claims, stem: What?, steps: []}\n"
    )
    quiz = folder / "quizzes" / "a-first.yaml"
    sound, file = quiz.read_text(encoding="utf-8"), folder / "out"
    assert exported(folder, "free-trams", "--to", form, "-o", str(file)) == 0
    quiz.write_text(sound.rstrip() + "\n" + broken, encoding="utf-8")
    capsys.readouterr()

    assert exported(folder, "free-trams", "--to", form, "-o", str(folder / "again")) == 0

    said = " ".join(capsys.readouterr().err.split())
    assert (folder / "again").read_bytes() == file.read_bytes()
    assert (
        "items that cannot be answered are left out; debatekit check says why (5 items: "
        "free-trams/no-key, free-trams/no-option, free-trams/no-answer, …)" in said
    )


def test_all_brings_every_item_once_under_one_name(folder: Path, tmp_path: Path) -> None:
    whole, first, second = (tmp_path / name for name in ("whole", "first", "second"))

    assert exported(folder, "--all", "--to", "moodle", "-o", str(whole)) == 0
    assert exported(folder, "free-trams", "--to", "moodle", "-o", str(first)) == 0
    assert exported(folder, "b-second", "--to", "moodle", "-o", str(second)) == 0

    names = {path: _names(path) for path in (whole, first, second)}
    assert len(names[whole]) == len(set(names[whole]))
    assert set(names[whole]) == set(names[first]) | set(names[second])
    assert {"free-trams/one", "b-second/one"} <= set(names[whole])


def test_json_is_the_lesson_and_every_item(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "out.json"
    assert exported(folder, "--all", "--to", "json", "-o", str(file)) == 0

    found = json.decode(file.read_bytes(), type=ExportFile)

    assert [(one.id, one.quiz) for one in found.lessons] == [
        ("free-trams", "free-trams"),
        ("free-trams", "b-second"),
    ]
    assert {item.generator for item in found.lessons[1].items} == {"authored"}
    assert found.lessons[0].references.keys() > set()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--to", "gift"], 2),
        (["free-trams", "--all", "--to", "gift"], 2),
        (["free-trams"], 2),
        (["free-trams", "--to", "word"], 2),
        (["fre-trams", "--to", "gift"], 1),
    ],
)
def test_what_was_asked_wrongly_stops_it(folder: Path, arguments: list[str], code: int) -> None:
    assert exported(folder, *arguments) == code


@pytest.mark.parametrize("form", sorted(EXPORTERS.keys() - {"anki"}))
def test_the_file_is_begun_before_the_last_item_is_made(trams: Material, form: str) -> None:
    """So that what is held does not grow with the number of items."""
    taken = 0
    (one, *_) = items_of(["stem", "why", "hint", "one", "two", "three", "four"])

    def made() -> Iterator[Item]:
        nonlocal taken
        for taken in range(1, 1001):
            yield replace(one, id=f"i{taken}")

    pieces = EXPORTERS[form]([batch(trams, made())], lambda *_: None)
    seen = [taken for _ in pieces if taken]

    assert set(range(1, 1001)) <= set(seen)


@pytest.mark.parametrize("form", sorted(EXPORTERS))
def test_ten_times_the_items_need_no_more_memory(trams: Material, form: str) -> None:
    (one, *_) = items_of(["stem", "why", "hint", "one", "two", "three", "four"])

    def peak(count: int) -> int:
        made = (replace(one, id=f"i{number}") for number in range(count))
        tracemalloc.start()
        for _ in EXPORTERS[form]([batch(trams, made)], lambda *_: None):
            pass
        held = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return held

    peak(10)
    assert peak(3000) < peak(300) + 400_000


def _names(path: Path) -> list[str]:
    return re.findall(r"<idnumber>([^<]*/[^<]*)</idnumber>", path.read_text(encoding="utf-8"))
