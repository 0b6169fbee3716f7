"""`debatekit check` and `schema`: what people, programs and code review are told."""

import json
import re
import shutil
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatekit.cli.check_forms import as_github, summary
from debatekit.cli.context import Settings
from debatekit.cli.main import run
from debatekit.cli.screen.faults import fault_text
from debatekit.diagnostics import Diagnostic, Severity
from debatekit.model.location import Location
from debatekit.read import KINDS, json_schema

TRAMS = Path(__file__).parent.parent / "data" / "workspaces" / "trams"
HEAD = "format: 1\ntitle: Trams\nsource: lind-2024\ncontentions: []\n"
WARNING = Diagnostic(Location("a.yaml"), "DK250", "odd", severity=Severity.WARNING)
NOTE = Diagnostic(Location("a.yaml"), "DK250", "odd", severity=Severity.NOTE)
ERROR = Diagnostic(Location("b.yaml", 2, 3), "DK101", "unknown key 'a'", "did you mean 'b'?")


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a small workspace, and work in it."""
    copy = Path(shutil.copytree(TRAMS, tmp_path / "trams"))
    monkeypatch.chdir(copy)
    return copy


def write(name: str, text: str) -> None:
    path = Path(name)
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_workspace_without_faults_is_said_to_have_none(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("lessons/free-trams.yaml").unlink()
    assert run(["check"]) == 0
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "No faults in 3 files.\n")


def test_faults_go_to_stdout_and_their_number_to_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    write("lessons/b.yaml", HEAD.replace("title", "titel"))
    write("lessons/a.yaml", HEAD.replace("Trams", "[x]"))
    assert run(["check", "lessons/b.yaml", "lessons/a.yaml"]) == 1
    said = capsys.readouterr()
    first = [line for line in said.out.splitlines() if not line.startswith("  ")]
    assert [line.split(" ")[:2] for line in first] == [
        ["lessons/a.yaml:2:8:", "DK103"],
        ["lessons/b.yaml:2:1:", "DK101"],
    ]
    assert "\n  hint: did you mean 'title'?\n" in said.out
    assert said.err == "2 errors in 2 files.\n"


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("lessons", {"lessons/a.yaml"}),
        ("quizzes/b.yaml", {"quizzes/b.yaml"}),
        (".", {"lessons/a.yaml", "quizzes/b.yaml"}),
        ("../trams/lessons/../lessons/a.yaml", {"lessons/a.yaml"}),
        ("seeds", set()),
    ],
)
def test_only_what_is_asked_about_is_told(
    path: str, told: set[str], capsys: pytest.CaptureFixture[str]
) -> None:
    write("lessons/a.yaml", "")
    write("quizzes/b.yaml", "")
    assert run(["check", path]) == int(bool(told))
    out = capsys.readouterr().out
    assert set(re.findall(r"^(\S+?):1:1: DK005", out, re.MULTILINE)) == told


@pytest.mark.parametrize(
    ("here", "path", "shown"),
    [(".", ".", ""), ("lessons", "a.yaml", "../"), ("..", "trams/lessons", "trams/")],
)
def test_paths_are_shown_from_where_one_stands(
    here: str,
    path: str,
    shown: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    write("lessons/a.yaml", "")
    monkeypatch.chdir(here)
    run(["check", path])
    assert f"{shown}lessons/a.yaml:1:1: DK005" in capsys.readouterr().out.splitlines()[0]


def test_a_folder_elsewhere_can_be_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write("lessons/a.yaml", "")
    monkeypatch.chdir(tmp_path)
    assert run(["-C", "trams", "check"]) == 1
    assert "trams/lessons/a.yaml:1:1: DK005" in capsys.readouterr().out


def test_a_file_may_be_named_as_it_lies_in_the_folder_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write("lessons/a.yaml", "")
    write("lessons/b.yaml", "")
    monkeypatch.chdir(tmp_path)
    assert run(["-C", "trams", "check", "lessons/a.yaml"]) == 1
    assert capsys.readouterr().out.startswith("trams/lessons/a.yaml:1:1: DK005")


@pytest.mark.parametrize("folder", ["seeds", "lessons", "quizzes"])
def test_a_folder_with_a_part_of_a_workspace_is_one(
    folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "begun"
    (place / folder).mkdir(parents=True)
    (place / folder / "a.yaml").touch()
    assert run(["-C", str(place), "check"]) == 1
    assert capsys.readouterr().out.startswith(f"{place}/{folder}/a.yaml:1:1: DK005")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "nowhere.yaml"], "there is no file or folder nowhere.yaml"),
        (["check", "lessons/notes.txt"], "lessons/notes.txt is not checked"),
        (["check", "drafts"], "drafts is not checked"),
        (["check", ".."], "lies in no workspace"),
        (
            ["-C", "drafts", "check"],
            "drafts is no workspace: no seeds/, lessons/ or ",
        ),
        (["-C", "nowhere", "check"], "there is no folder nowhere"),
    ],
)
def test_what_cannot_be_checked_is_one_message(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("drafts").mkdir()
    write("lessons/notes.txt", "")
    assert run(arguments) == 1
    told = capsys.readouterr()
    assert (told.out, said in told.err, told.err.count("\n")) == ("", True, 1)


def test_json_has_a_row_for_each_fault(capsys: pytest.CaptureFixture[str]) -> None:
    write("lessons/a.yaml", HEAD.replace("title: Trams", 'titel: "\x9b\\e[2J"'))
    assert run(["check", "lessons/a.yaml", "--format", "json"]) == 1
    said = capsys.readouterr()
    rows = json.loads(said.out)
    keys = {"path", "line", "column", "code", "severity", "message", "hint"}
    assert all(set(row) == keys for row in rows)
    assert [(row["line"], row["column"], row["severity"]) for row in rows] == [(2, 9, "error")]
    assert (said.out.isascii(), said.err) == (True, "")


def test_json_of_nothing_is_an_empty_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "seeds", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def unescaped(text: str) -> str:
    """Return what GitHub makes of an escaped part of a workflow command."""
    for sign, code in (("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C"), ("%", "%25")):
        text = text.replace(code, sign)
    return text


@given(st.text("a%:,\r\n0ADC2"), st.text("a%:,\r\n0ADC25"))
def test_github_reads_back_what_was_meant(path: str, message: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        lines: list[str] = []
        patch.setattr("click.echo", lines.append)
        as_github(Settings(), [Diagnostic(Location(path, 3, 7), "DK101", message)], 1)
    found = re.fullmatch(r"::error file=([^,:]*),line=3,col=7,title=DK101::([^\n\r]*)", lines[0])
    assert found is not None
    assert (unescaped(found[1]), unescaped(found[2])) == (path, message)


def test_github_has_its_own_word_for_a_note(capsys: pytest.CaptureFixture[str]) -> None:
    as_github(Settings(), [WARNING, NOTE, ERROR], 2)
    said = capsys.readouterr().out.splitlines()
    assert [line.split(" ")[0] for line in said] == ["::warning", "::notice", "::error"]
    assert said[2].endswith("::unknown key 'a'%0Ahint: did you mean 'b'?")


@pytest.mark.parametrize(
    ("found", "files", "said"),
    [
        ([], 1, "No faults in 1 file."),
        ([ERROR], 9, "1 error in 1 file."),
        ([ERROR, ERROR, WARNING, NOTE], 9, "2 errors (DK101), 1 warning, 1 note in 2 files."),
    ],
)
def test_the_closing_line_counts_by_weight(found: list[Diagnostic], files: int, said: str) -> None:
    assert summary(found, files) == said


def test_warnings_fail_only_where_one_is_strict(capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", "--format", "json"])
    weights = {row["severity"] for row in json.loads(capsys.readouterr().out)}
    assert weights & {"error", "warning"} == {"warning"}
    assert (run(["check"]), run(["check", "--strict"])) == (0, 1)


@given(st.text())
def test_whatever_a_fault_quotes_takes_one_line_and_steers_nothing(text: str) -> None:
    fault = Diagnostic(Location(text), "DK101", text, text)
    lines = fault_text(fault, pictured=True).split("\n")
    assert len(lines) == 1 + bool(text)
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202e\ud800-\udfff]", "".join(lines))


@pytest.mark.parametrize(
    ("line", "column", "below"),
    [
        ("titel: x", 1, 0),
        ("a: b", 4, 3),
        ("東京: x", 5, 6),
        ("e\u0301: x", 5, 3),
        ("\ta: x", 5, 4),
        ("\x1b[2Ja: x", 8, 6),
    ],
)
def test_the_caret_stands_below_the_column_as_a_screen_counts(
    line: str, column: int, below: int
) -> None:
    write("a.yaml", f"format: 1\n{line}\n")
    fault = Diagnostic(Location("a.yaml", 2, column), "DK101", "m", "h")
    _, _, caret, hint = fault_text(fault, pictured=True).split("\n")
    assert (caret, hint) == ("    " + " " * below + "^", "  hint: h")


def test_of_a_long_line_the_part_around_the_fault_is_shown() -> None:
    write("a.yaml", "x" * 5000 + "!" + "y" * 5000)
    _, line, caret = fault_text(
        Diagnostic(Location("a.yaml", 1, 5001), "DK101", "m"), pictured=True
    ).split("\n")
    assert line[caret.index("^")] == "!"
    assert len(line) <= 110


def test_a_link_out_of_the_workspace_is_not_shown_either(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("password: hunter2\n")
    Path("lessons/a.yaml").symlink_to(tmp_path / "secret")
    fault = Diagnostic(Location("lessons/a.yaml"), "DK015", "m")
    assert fault_text(fault, pictured=True) == "lessons/a.yaml:1:1: DK015 m"


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("command", [["check", "lessons/a.yaml"], ["study", "a"]])
def test_a_terminal_shows_the_line_and_a_caret_and_plain_mode_does_not(command: list[str]) -> None:
    import pexpect

    write("lessons/a.yaml", HEAD.replace("title", "titel"))
    for options, expected in (([], 1), (["--plain"], 0)):
        arguments = ["-m", "debatekit", *command, *options]
        said = pexpect.run(f"{sys.executable} {' '.join(arguments)}", encoding="utf-8")
        assert said.count("    titel: Trams\r\n    ^\r\n") == expected
        assert "\x1b" not in said


def test_a_faulty_lesson_is_told_of_on_stderr_by_every_command(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write("lessons/a.yaml", HEAD.replace("title", "titel"))
    assert run(["study", "a"]) == 1
    said = capsys.readouterr()
    assert (said.out, said.err.splitlines()[0]) == (
        "",
        "lessons/a.yaml:2:1: DK101 unknown key 'titel'",
    )


@pytest.mark.parametrize("kind", list(KINDS))
def test_the_schema_of_every_kind_is_printed(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", kind]) == 0
    assert json.loads(capsys.readouterr().out) == json_schema(kind)


def test_there_is_no_schema_of_anything_else() -> None:
    assert run(["schema", "essay"]) == 2


def test_sarif_names_each_finding_s_rule_level_and_place(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write("lessons/b.yaml", HEAD.replace("title", "titel"))
    run(["check", "lessons/b.yaml", "--format", "json"])
    faults = json.loads(capsys.readouterr().out)

    assert run(["check", "lessons/b.yaml", "--format", "sarif"]) == 1

    log = json.loads(capsys.readouterr().out)
    (told,) = log["runs"]
    results = told["results"]
    places = [result["locations"][0]["physicalLocation"] for result in results]
    assert log["version"] == "2.1.0"
    assert [result["ruleId"] for result in results] == [fault["code"] for fault in faults]
    assert [result["level"] for result in results] == [fault["severity"] for fault in faults]
    assert [place["artifactLocation"]["uri"] for place in places] == [
        fault["path"] for fault in faults
    ]
    assert [(place["region"]["startLine"], place["region"]["startColumn"]) for place in places] == [
        (fault["line"], fault["column"]) for fault in faults
    ]
    described = {rule["id"] for rule in told["tool"]["driver"]["rules"]}
    assert described == {result["ruleId"] for result in results}
