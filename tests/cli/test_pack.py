"""Packs, versions and themes on the command line: what is written, and what stops it."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

if sys.platform != "win32":
    import pexpect

from debatekit.cli.main import run
from debatekit.cli.sheets import Order, sheet_for
from debatekit.cli.workspace.course import Course, read_course
from debatekit.cli.workspace.versions import items_of, seed_of
from debatekit.handout.quiz_sheet import Version, item_codes, quiz_sheet
from debatekit.handout.sheet import Question, Table
from debatekit.model.item import Item
from debatekit.model.words import STRANDS, Strand
from debatekit.practice.grading import grade
from debatekit.practice.response import parse_response

TRAMS = Path(__file__).parent.parent / "data" / "workspaces" / "trams"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def handout(*options: str) -> int:
    return run(["-C", str(TRAMS), "handout", *options])


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_pack_holds_every_kind_for_everybody_and_its_contents(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letters = ("--version", "a", "--version", "C")
    assert handout("--all", "-o", "pack", *letters, "-n", "2", "--strand", "claims") == 0

    kinds = ("brief", "flow-pf", "glossary", "map", "quiz-AC")
    wanted = [f"free-trams-{kind}-{who}.html" for kind in kinds for who in ("student", "teacher")]
    assert names(folder / "pack") == sorted(["contents.html", *wanted])
    contents = (folder / "pack" / "contents.html").read_text(encoding="utf-8")
    assert sorted(re.findall(r'href="(free[^"]+)"', contents)) == sorted(wanted)
    quiz = (folder / "pack" / "free-trams-quiz-AC-student.html").read_text(encoding="utf-8")
    assert re.findall(r'class="code">(\w+),', quiz) == ["claims"] * 4
    assert capsys.readouterr().err == "Wrote 11 files into pack\n"


def test_the_contents_set_the_students_file_beside_the_teachers_and_exercises_last(
    folder: Path,
) -> None:
    for folder_name in ("lessons", "seeds"):
        shutil.copytree(TRAMS / folder_name, folder / "mine" / folder_name)
    record = folder / "mine" / "seeds" / "lind-2024.yaml"
    text = record.read_text(encoding="utf-8")
    lesson = (folder / "mine" / "lessons" / "free-trams.yaml").read_text(encoding="utf-8")
    practice = re.sub(r"(?m)^genre: .*\n", "", text) + "\ngenre: exercise\n"
    (record.parent / "practice.yaml").write_text(practice, encoding="utf-8")
    (folder / "mine" / "lessons" / "a-practice.yaml").write_text(
        lesson.replace("source: lind-2024", "source: practice"), encoding="utf-8"
    )

    assert run(["-C", str(folder / "mine"), "handout", "--all", "-o", str(folder / "pack")]) == 0

    contents = (folder / "pack" / "contents.html").read_text(encoding="utf-8")
    files = re.findall(r'href="([^"#]+)\.html"', contents)
    assert list(dict.fromkeys(name.partition("-")[0] for name in files)) == ["free", "a"]
    assert len(files) == 20
    pairs = zip(files[::2], files[1::2], strict=True)
    assert all(one.replace("-student", "-teacher") == other != one for one, other in pairs)


def test_a_pack_does_not_make_what_its_folder_lies_in(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert handout("--all", "-o", "new/pack") == 1
    assert capsys.readouterr().err == "Error: there is no folder new\n"
    assert names(folder) == []


def test_a_pack_writes_over_nothing_unless_forced(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = folder / "pack"
    pack.mkdir()
    (pack / "contents.html").write_text("mine", encoding="utf-8")
    (pack / "notes.txt").write_text("mine", encoding="utf-8")

    assert handout("--all", "-o", "pack") == 1
    assert "contents.html is there already; --force" in capsys.readouterr().err
    assert names(pack) == ["contents.html", "notes.txt"]

    assert handout("--all", "-o", "pack", "--force") == 0
    assert (pack / "contents.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert (pack / "notes.txt").read_text(encoding="utf-8") == "mine"
    assert len(names(pack)) == 12

    assert handout("--all", "-o", "pack") == 1
    assert "and 10 more are there already" in capsys.readouterr().err


def test_a_pack_cannot_go_into_a_file_or_over_a_folder(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "file").write_text("mine", encoding="utf-8")
    assert handout("--all", "-o", "file") == 1
    assert capsys.readouterr().err == "Error: file is a file; name a folder\n"

    (folder / "pack" / "contents.html").mkdir(parents=True)
    assert handout("--all", "-o", "pack", "--force") == 1
    assert "is a folder" in capsys.readouterr().err
    assert names(folder / "pack") == ["contents.html"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_pack_into_a_closed_folder_is_one_message(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "pack").mkdir(mode=0o500)

    assert handout("--all", "-o", "pack") == 1
    assert "permission denied" in capsys.readouterr().err


def test_a_mistake_in_one_sheet_leaves_nothing_of_the_pack(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "mine").mkdir()
    only_maps = "{% if sheet.kind == 'map' %}{{ sheet.nothing }}{% endif %}"
    (folder / "mine" / "sheet.html.j2").write_text(only_maps, encoding="utf-8")

    assert handout("--all", "-o", "pack", "--theme", "mine") == 1

    assert "mine/sheet.html.j2:1: " in capsys.readouterr().err
    assert names(folder) == ["mine"]


@pytest.mark.skipif(os.name == "nt", reason="files have no limit there")
def test_a_disk_that_fills_up_leaves_nothing_of_the_pack(folder: Path) -> None:
    limited = "import resource, sys; from debatekit.cli.main import run;"
    limited += (
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000)); sys.exit(run(sys.argv[1:]))"
    )
    command = ["-C", str(TRAMS), "handout", "--all", "-o", "pack"]

    done = subprocess.run(
        [sys.executable, "-c", limited, *command], capture_output=True, text=True, check=False
    )

    assert done.returncode == 1
    assert re.search(r"^Error: cannot write pack/free-trams-.*: file too large$", done.stderr, re.M)
    assert "Traceback" not in done.stderr
    assert names(folder) == []


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_a_pack_is_told_by_one_bar_on_a_terminal_and_stopped_without_a_trace(
    folder: Path,
) -> None:
    child = terminal(folder, "handout", "--all", "-o", "pack", "--format", "pdf")
    child.expect(r"Making files.*[1-9]/11")
    child.sendintr()
    child.expect("Stopped")
    child.expect(pexpect.EOF)
    child.close()

    assert child.exitstatus == 130
    assert "Traceback" not in (child.before or "")
    assert names(folder) == []


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_a_pack_in_plain_mode_is_told_by_few_sentences(folder: Path) -> None:
    child = terminal(folder, "--plain", "handout", "--all", "-o", "pack", "--format", "docx")
    child.expect(pexpect.EOF)
    child.close()

    assert child.exitstatus == 0
    *sentences, last = (child.before or "").splitlines()
    assert last == "Wrote 11 files into pack"
    assert len(sentences) < 6
    assert all(re.fullmatch(r"Making files: \d+ of 11 done\.", one) for one in sentences)


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(
    ("options", "name"),
    [(("free-trams", "-o", "mine.html"), "mine.html"), (("--all", "-o", "."), "contents.html")],
)
def test_somebody_at_a_terminal_is_asked_before_anything_is_written_over(
    folder: Path, options: tuple[str, ...], name: str
) -> None:
    (folder / name).write_text("mine", encoding="utf-8")

    for answer, code in (("n", 1), ("y", 0)):
        child = terminal(folder, "handout", *options)
        child.expect(rf"{name} is there already\. Write over it\?")
        child.sendline(answer)
        child.expect(pexpect.EOF)
        child.close()
        assert child.exitstatus == code
        assert ((folder / name).read_text(encoding="utf-8") == "mine") is (answer == "n")


@pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")
def test_the_question_before_writing_over_fits_a_narrow_screen(folder: Path) -> None:
    (folder / "my-own-handout.html").write_text("mine", encoding="utf-8")

    child = terminal(folder, "handout", "free-trams", "-o", "my-own-handout.html", columns=40)
    child.expect(r"\[y/N\]: ")
    asked = f"{child.before}{child.after}"
    child.sendline("n")
    child.expect(pexpect.EOF)

    assert " ".join(asked.split()) == (
        "my-own-handout.html is there already. Write over it? [y/N]:"
    )
    assert [line for line in asked.splitlines() if len(line) >= 40] == []


def terminal(folder: Path, *arguments: str, columns: int = 80) -> "pexpect.spawn[str]":
    command = ["-m", "debatekit", "-C", str(TRAMS), *arguments]
    return pexpect.spawn(
        sys.executable,
        command,
        cwd=str(folder),
        encoding="utf-8",
        timeout=60,
        dimensions=(24, columns),
        env={**os.environ, "COLUMNS": str(columns)},
    )


def test_a_themes_mistake_is_told_with_its_place_and_a_hint(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "mine").mkdir()
    (folder / "mine" / "sheet.html.j2").write_text("\n{{ sheet.nothing }}", encoding="utf-8")

    assert handout("free-trams", "--theme", "mine", "-o", "x.html") == 1

    first, hint = capsys.readouterr().err.splitlines()
    assert first.startswith("Error: mine/sheet.html.j2:2: ")
    assert hint.startswith("  hint: templates know 'sheet'")
    assert names(folder) == ["mine"]


@pytest.mark.skipif(os.name == "nt", reason="memory has no limit there")
@pytest.mark.parametrize(
    ("template", "text", "form", "said"),
    [
        ("sheet.html.j2", "{{ 'x' * 10 ** 11 }}", "html", "sheet.html.j2:1: MemoryError"),
        ("sheet.typ.j2", '#("x" * 9000000000)', "pdf", "use very much memory?"),
    ],
)
def test_a_theme_cannot_use_up_a_machines_memory(
    folder: Path,
    capfd: pytest.CaptureFixture[str],
    template: str,
    text: str,
    form: str,
    said: str,
) -> None:
    (folder / "mine").mkdir()
    (folder / "mine" / template).write_text(text, encoding="utf-8")

    assert handout("free-trams", "--theme", "mine", "-o", f"x.{form}") == 1

    [line] = capfd.readouterr().err.splitlines()
    assert said in line
    assert names(folder) == ["mine"]


def test_a_theme_that_never_ends_is_stopped(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("debatekit.cli.workers.FOREIGN_S", 4)
    (folder / "mine").mkdir()
    loops = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
    (folder / "mine" / "sheet.html.j2").write_text(loops, encoding="utf-8")

    assert handout("free-trams", "--theme", "mine", "-o", "x.html") == 1

    assert "does a loop in a template never end?" in capsys.readouterr().err
    assert names(folder) == ["mine"]


def test_a_folder_without_a_template_is_no_theme(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "mine").mkdir()

    assert handout("free-trams", "--theme", "mine", "-o", "x.html") == 1
    assert "mine holds no template for html or pdf" in capsys.readouterr().err


def test_a_theme_of_templates_alone_says_what_a_docx_wants(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "mine").mkdir()
    (folder / "mine" / "clear.css.j2").write_text("", encoding="utf-8")

    assert handout("free-trams", "--theme", "mine", "-o", "x.docx") == 1

    first, hint = capsys.readouterr().err.splitlines()
    assert first == "Error: mine holds no styles.docx, which a theme for docx needs"
    assert hint.startswith("  hint: write a handout as docx without --theme, change its styles")
    assert names(folder) == ["mine"]


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_other_formats_go_to_standard_output_as_bytes(
    form: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert handout("free-trams", "--format", form) == 0
    assert capsysbinary.readouterr().out[:4] in (b"%PDF", b"PK\x03\x04")


def test_printed_keys_are_the_engines_for_a_hundred_seeds() -> None:
    course = read_course(TRAMS, "free-trams")
    for seed in range(100):
        items = items_of(course, seed)
        printed = printed_keys(course, items)

        assert len(printed) == len(items) > 5
        for item, code in zip(items, item_codes(items), strict=True):
            typed = parse_response(item, printed[code])
            assert grade(item, typed) == 1


def printed_keys(course: Course, items: tuple[Item, ...]) -> dict[str, str]:
    """Read the keys in bold letters off the teacher's sheet, by the questions' codes."""
    versions = [Version(letter="A", items=items)]
    [part] = quiz_sheet(course.material, "Quiz", versions, "teacher").parts
    tables = [
        block
        for section in part.blocks
        for block in getattr(section, "blocks", ())
        if isinstance(block, Table) and "Key" in block.head
    ]
    [table] = tables
    code, key = table.head.index("Code"), table.head.index("Key")
    return {
        row[code][0].text: "".join(span.text for span in row[key] if span.strong)
        for row in table.rows
    }


@pytest.mark.parametrize("strands", [(), ("structure",), ("claims", "rebuttal")])
def test_a_quiz_can_be_of_so_many_questions_and_of_some_strands(
    folder: Path, strands: tuple[Strand, ...]
) -> None:
    course = read_course(TRAMS, "free-trams")
    named = [word for strand in strands for word in ("--strand", strand)]

    code = handout("free-trams", "--kind", "quiz", "-n", "4", *named, "-o", "q.html")

    assert code == 0
    codes = re.findall(r'class="code">([^<]+)<', (folder / "q.html").read_text(encoding="utf-8"))
    asked = items_of(course, seed_of("A"), 4, strands)
    assert codes == [
        f"{one.strand}, {code}" for one, code in zip(asked, item_codes(asked), strict=True)
    ]
    assert len(codes) == 4
    assert {one.strand for one in asked} <= set(strands or STRANDS)


def test_a_strand_without_questions_is_one_clear_message(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    course = read_course(TRAMS, "free-trams")
    without = [s for s in STRANDS if not items_of(course, seed_of("A"), 4, (s,))]

    for strand in without:
        assert handout("free-trams", "--kind", "quiz", "--strand", strand, "-o", "q.html") == 1
        assert capsys.readouterr().err == f"Error: free-trams has no questions on {strand}\n"
    assert without
    assert names(folder) == []


def test_each_version_is_a_paper_of_its_own_and_the_same_every_time() -> None:
    course = read_course(TRAMS, "free-trams")

    def asked(letter: str) -> list[str]:
        order = Order(kind="quiz", reader="student", versions=(letter,))
        [part] = sheet_for(course, order).parts
        return [block.code for block in part.blocks if isinstance(block, Question)]

    assert asked("A") == asked("A")
    assert asked("A") != asked("B")
    assert len(asked("A")) == len(asked("B"))
    letters = Random(0).sample("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 26)
    assert len({seed_of(letter) for letter in letters}) == 26
