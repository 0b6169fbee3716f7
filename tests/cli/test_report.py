"""`debatekit report`: a class's files in, what it has not understood out."""

import csv
import io
import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from debatekit.bundled import bundled_workspace
from debatekit.cli.context import Settings
from debatekit.cli.main import run
from debatekit.cli.report_screen import show_report
from debatekit.cli.screen.wrap import cells
from debatekit.cli.store.handed import handed_in
from debatekit.generate import generate_items
from debatekit.logic.derive import derive
from debatekit.model.item import Item
from debatekit.model.progress import Attempt
from debatekit.read import lesson_ids, read_material, read_quiz_of
from debatekit.report import class_report
from debatekit.report.mistakes import mistake
from debatekit.store.exchange import Header, write_lines
from tests.report.make import NAMES, made

TRAMS = Path(__file__).parent.parent / "data" / "workspaces" / "trams"
Report = Callable[..., tuple[int, str, str]]


@pytest.fixture
def report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Report:
    """Runs the command in a folder of its own; returns the code, the result and the messages."""
    monkeypatch.chdir(tmp_path)

    def ask(*arguments: str) -> tuple[int, str, str]:
        code = run(["-C", str(TRAMS), "report", *arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return ask


def hand_in(
    name: str, attempts: Sequence[Attempt], *, undone: Sequence[str] = (), student: str = ""
) -> str:
    """Write a student's file in this folder; return its name."""
    student = student or (attempts[0].student if attempts else name)
    header = Header(student=student, exported_at="2026-03-02T00:00:00+00:00")
    file = f"{name}.jsonl"
    Path(file).write_bytes(write_lines(header, attempts, undone))
    return file


def items_of(root: Path, lesson: str, seed: int = 0) -> tuple[Item, ...]:
    material = read_material(root, lesson)
    return generate_items(material, derive(material), seed, read_quiz_of(root, lesson)[1])


def trams_answers(student: str, right: int, **more: Any) -> list[Attempt]:
    """A student's answers to the first eight choices of the lesson, so many of them right."""
    items = [item for item in items_of(TRAMS, "free-trams", seed=1) if item.options][:8]
    return [
        made(
            student,
            place,
            float(place <= right),
            lesson="free-trams",
            generator=item.generator,
            target=item.target,
            strand=item.strand,
            flaw="" if place <= right else "off-target",
            **more,
        )
        for place, item in enumerate(items, 1)
    ]


def a_class() -> list[str]:
    return [
        hand_in(name.lower(), trams_answers(name, place % 9)) for place, name in enumerate(NAMES)
    ]


def test_a_class_s_report_names_claims_in_words(report: Report) -> None:
    code, said, told = report(*a_class())
    lesson = read_material(TRAMS, "free-trams").lesson

    assert (code, told) == (0, "")
    assert said.startswith("Class report: 12 students, 96 first answers.\n")
    assert lesson.title in said
    assert "To reteach, the surest first:" in said
    assert re.search(r"\d+ of 12 took ", " ".join(said.split()))
    assert "KR-20 0." in said


@pytest.mark.parametrize("columns", [40, 60])
def test_no_line_is_wider_than_the_screen(
    columns: int, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    _, said, _ = report(*a_class())

    assert max(map(cells, said.splitlines())) <= columns
    assert "\x1b" not in said


@pytest.mark.parametrize("columns", [80, 120])
def test_a_terminal_gets_tables_with_a_number_and_a_word_in_each_field(
    columns: int, report: Report, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = class_report(handed_in([Path(file) for file in a_class()]) or ())
    show_report(Settings(width=columns), whole)
    said = capsys.readouterr().out

    assert max(map(cells, said.splitlines())) <= columns
    for word in ("low", "partly", "secure"):
        assert word in said
    assert re.search(r"no\. +question +n +difficulty +discr\. +look at", said)


def test_a_broken_file_is_reported_and_the_others_count(report: Report) -> None:
    good = hand_in("ada", trams_answers("Ada", 3))
    broken = hand_in("ben", trams_answers("Ben", 3))
    Path(broken).write_bytes(Path(broken).read_bytes()[:-30])
    Path("text.jsonl").write_text("not ours\n", encoding="utf-8")
    code, said, told = report(broken, "nowhere.jsonl", good, "text.jsonl", ".")

    assert code == 0
    assert said.startswith("Class report: 1 student, 8 first answers.")
    messages = told.splitlines()
    assert messages[0] == "ben.jsonl:9: this line is no JSON; was the file cut short?"
    assert messages[1] == "nowhere.jsonl: cannot be read: no such file or directory"
    assert messages[2].startswith("text.jsonl:1: this is no file of 'debatekit scores export'")
    assert messages[3] == ".: cannot be read: is a directory"
    assert len(messages) == 4


def test_only_where_no_file_can_be_read_the_code_is_1(report: Report) -> None:
    code, said, told = report("nowhere.jsonl")

    assert (code, said) == (1, "")
    assert told.endswith("Error: no file could be read\n")


def test_json_gives_every_number_and_null_for_what_is_undefined(report: Report) -> None:
    _, said, _ = report(*a_class(), "--json")
    whole = json.loads(said)
    (lesson,) = whole["lessons"]

    assert whole["students"] == sorted(NAMES)
    assert lesson["analysis"]["trust"] == "unstable"
    assert len(lesson["scores"]["Ada"]) == len(lesson["questions"]) == 8
    # Nobody got the last question right: it cannot tell students apart.
    told = [one["discrimination"] for one in lesson["questions"] if one["difficulty"] > 0]
    assert all(-1 <= r <= 1 for r in told)
    assert [one["discrimination"] for one in lesson["questions"] if not one["difficulty"]] == (
        [None] * (8 - len(told))
    )
    assert {"id", "label", "total", "strands"} == set(lesson["claims"][0])


def test_csv_has_a_line_a_question_and_no_cell_that_acts(report: Report) -> None:
    mean = hand_in("mean", trams_answers("=cmd()", 2))
    _, said, _ = report(mean, *a_class(), "--csv")
    head, *rows = csv.reader(io.StringIO(said))

    assert len(rows) == 8
    assert "student =cmd()" in head
    assert all(len(row) == len(head) for row in rows)
    cells_ = [cell for row in (head, *rows) for cell in row]
    assert [c for c in cells_ if c[:1] in "=+@" and c] == []
    assert {row[head.index("lesson")] for row in rows} == {"free-trams"}


def test_html_goes_to_a_file_and_never_over_another(report: Report) -> None:
    files = a_class()
    code, said, told = report(*files, "--html", "class.html")

    assert (code, said, told) == (0, "", "Wrote class.html\n")
    assert Path("class.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert report(*files, "--html", "class.html")[0] == 1
    assert report(*files, "--html", "class.html", "--force")[0] == 0


@pytest.mark.parametrize("form", [[], ["--json"], ["--csv"], ["--html", "page.html"]])
def test_an_anonymous_report_holds_no_name_and_no_file_name(
    form: list[str], report: Report
) -> None:
    files = a_class()
    nameless = hand_in("zacharias", trams_answers("me", 4, id="z-1")[:1])
    code, said, _ = report(*files, nameless, "--anonymous", *form)
    everything = said + (Path("page.html").read_text("utf-8") if form[1:] else "")

    assert code == 0
    assert "Student A" in everything
    told = set(re.findall(r"\w+", everything.casefold()))
    assert [name for name in (*NAMES, "Zacharias") if name.casefold() in told] == []


def test_a_student_s_two_files_are_one_and_what_was_taken_back_is_out(report: Report) -> None:
    attempts = trams_answers("Ada", 8)
    first = hand_in("ada-monday", attempts[:5])
    second = hand_in("ada-friday", attempts[3:], undone=[attempts[4].id])
    _, said, told = report(first, second)

    assert said.startswith("Class report: 1 student, 7 first answers.")
    assert told == ""


def test_students_without_a_name_are_called_after_their_files(report: Report) -> None:
    one = [made("me", 1, id=str(UUID(int=1)))]
    other = [made("me", 1, 0, id=str(UUID(int=2)))]
    Path("b").mkdir()
    files = [hand_in("ada", one), hand_in("ben", other), hand_in("again", one)]
    files.append(hand_in("b/ada", [made("me", 1, 0, id=str(UUID(int=3)))]))
    _, said, _ = report(*files, "--json")

    assert json.loads(said)["students"] == ["me (ada)", "me (ada, 2)", "me (ben)"]


def test_a_copy_under_another_name_is_left_out(report: Report) -> None:
    attempts = trams_answers("Ada", 8)
    copied = [made("Ben", 1, id=attempts[0].id, lesson="free-trams")]
    _, said, told = report(hand_in("ada", attempts), hand_in("ben", copied))

    assert said.startswith("Class report: 1 student,")
    assert told == "ben.jsonl: repeats answers of another file, under another name; left out\n"


def test_a_lesson_that_is_not_at_hand_is_reported_by_its_ids(report: Report) -> None:
    code, said, told = report(hand_in("ada", [made("Ada", 1)]))

    assert code == 0
    assert told == "lesson 'trams' is not in this workspace; ids stand for its words\n"
    assert "claim-1: 100 %" in said


def test_two_forms_at_once_are_a_wrong_command(report: Report) -> None:
    assert report(hand_in("ada", [made("Ada", 1)]), "--json", "--csv")[0] == 2
    assert report()[0] == 2


def test_a_name_in_any_script_is_shown_and_nothing_steers_the_screen(report: Report) -> None:
    name = "李雷 علي O'Neill \x1b[2J"
    _, said, _ = report(hand_in("name", [made(name, 1)]))

    assert "李雷 علي O'Neill" in said
    assert "\x1b" not in said


def test_every_wrong_option_of_the_course_that_has_a_flaw_has_a_name_as_a_mistake() -> None:
    root = bundled_workspace()
    flaws = {
        (item.generator, option.flaw)
        for lesson in lesson_ids(root)
        for item in items_of(root, lesson)
        for option in item.options
        if option.flaw and not option.correct
    }

    assert len(flaws) > 10
    assert [pair for pair in sorted(flaws) if not mistake(*pair)] == []
