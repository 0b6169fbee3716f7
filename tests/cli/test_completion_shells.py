"""Completion as real shells run it: what is proposed, and that no name is ever run as code."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from debatekit.cli.main import run as debatekit
from tests.cli.quiz_talk import environment, make_workspace

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="shells of POSIX")
HOSTILE = ("$(touch hit)", "`touch hit`", "a b", "x;touch hit", "it's", 'say "a"', "*", "\\")
"""Names of files that are no ids; a shell that ran one would make a file called `hit`."""
START = {
    "bash": ["--norc", "--noprofile", "-i"],
    "zsh": ["-f", "-i"],
}
LEARN = {
    "bash": 'eval "$(debatekit completion bash)"',
    "zsh": 'autoload -Uz compinit; compinit -u -D; eval "$(debatekit completion zsh)"',
}
STUB = """#!/bin/sh
if [ -z "$_DEBATEKIT_COMPLETE" ] && [ "$1" != completion ]; then
    printf '%s\\n' "$@" >"$0.said"
    echo GIV''EN
else
    exec {python} -m debatekit "$@"
fi
"""
"""Stands for the program: completes as it does, but only notes down what it is told to do."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a workspace, in a folder and beside files with names that are code."""
    root = make_workspace(tmp_path / 'it\'s $(touch hit) "mine"; x')
    lesson = (root / "lessons" / "free-trams.yaml").read_bytes()
    for name in HOSTILE:
        (root / "lessons" / f"{name}.yaml").write_bytes(lesson)
    program = tmp_path / "bin" / "debatekit"
    program.parent.mkdir()
    program.write_text(STUB.format(python=shlex.quote(sys.executable)), encoding="utf-8")
    program.chmod(0o755)
    return root


def needed(shell: str) -> str:
    """Return where a shell lies; without it, its tests are left out."""
    if (found := shutil.which(shell)) is None:
        pytest.skip(f"{shell} is not installed")
    return found


def settings(folder: Path) -> dict[str, str]:
    """Return an environment in which a shell finds the program, and no habits of a person."""
    home = folder.parent / "home"
    home.mkdir(exist_ok=True)
    path = f"{folder.parent / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return environment(PATH=path, HOME=str(home), XDG_CONFIG_HOME=str(home), TERM="dumb")


def given_after_tab(shell: str, line: str, folder: Path) -> list[str]:
    """Return what the program is given when a line is typed, then Tab, then Enter."""
    import pexpect

    child = pexpect.spawn(
        needed(shell),
        START[shell],
        cwd=folder,
        env=settings(folder),
        encoding="utf-8",
        dimensions=(60, 250),
        timeout=30,
    )
    try:
        child.sendline(f"{LEARN[shell]}; echo LEAR''NED")
        child.expect_exact("LEARNED")
        child.send(f"{line}\t\r")
        child.expect_exact("GIVEN")
    finally:
        child.close(force=True)
    said = folder.parent / "bin" / "debatekit.said"
    return said.read_text(encoding="utf-8").splitlines()


def run_by_a_name(folder: Path) -> list[Path]:
    """Return the files that a name run as code has made."""
    return [*folder.parent.rglob("hit")]


@pytest.mark.parametrize("shell", START)
@pytest.mark.parametrize(
    ("typed", "given"),
    [
        ("debatekit study fr", ["study", "free-trams"]),
        ("debatekit quiz al", ["quiz", "all-kinds"]),
        ("debatekit items free-trams --strand=st", ["items", "free-trams", "--strand=structure"]),
        (
            "debatekit items free-trams --strand st",
            ["items", "free-trams", "--strand", "structure"],
        ),
        ("debatekit check lessons/a", ["check", "lessons/a b.yaml"]),
    ],
)
def test_tab_completes_what_then_runs(
    shell: str, typed: str, given: list[str], folder: Path
) -> None:
    assert given_after_tab(shell, typed, folder) == given
    assert run_by_a_name(folder) == []


@pytest.mark.parametrize("shell", START)
def test_a_folder_whose_name_is_code_is_a_folder(shell: str, folder: Path) -> None:
    quoted = shlex.quote(str(folder))

    given = given_after_tab(shell, f"debatekit -C {quoted} study f", folder)

    assert given == ["-C", str(folder), "study", "free-trams"]
    assert run_by_a_name(folder) == []


@pytest.mark.parametrize(
    ("line", "proposed"),
    [
        ("debatekit study ", ["free-trams"]),
        ("debatekit quiz al", ["all-kinds"]),
        ("debatekit map free-trams --format d", ["dot"]),
        ("debatekit map free-trams --format=d", ["--format=dot"]),
        ("debatekit study 'a\ntouch hit\n' fr", []),
        ("debatekit -C '{folder}' study f", ["free-trams"]),
    ],
)
def test_fish_proposes_ids_and_runs_no_name(line: str, proposed: list[str], folder: Path) -> None:
    in_fish = str(folder).replace("\\", "\\\\").replace("'", "\\'")
    script = 'debatekit completion fish | source; complete -C "$argv[1]"'
    done = subprocess.run(
        [needed("fish"), "--no-config", "-c", script, line.replace("{folder}", in_fish)],
        cwd=folder,
        env=settings(folder),
        capture_output=True,
        text=True,
        check=True,
    )

    assert [one.partition("\t")[0] for one in done.stdout.splitlines()] == proposed
    assert (done.stderr, run_by_a_name(folder)) == ("", [])


def answered(words: Sequence[str], folder: Path) -> list[list[str]]:
    """Return the lines that the program answers the script for PowerShell with, as fields."""
    done = subprocess.run(
        [sys.executable, "-m", "debatekit"],
        cwd=folder,
        env=environment(COMP_WORDS="\n".join(words), _DEBATEKIT_COMPLETE="powershell_complete"),
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""
    return [line.split("\t") for line in done.stdout.decode().splitlines() if line]


@pytest.mark.parametrize(
    ("words", "proposed"),
    [
        (["debatekit", "wha"], ["whatif"]),
        (["debatekit", "study", ""], ["free-trams"]),
        (["debatekit", "map", "free-trams", "--format", "d"], ["dot"]),
        (["debatekit", "map", "free-trams", "--format=d"], ["--format=dot"]),
        (["debatekit", "export", "free-trams", "--to", "moo"], ["moodle"]),
        (["debatekit", "study", "$(touch hit)"], []),
        (["debatekit", "check", "lessons/a"], []),
    ],
)
def test_powershell_is_answered_a_line_a_proposal(
    words: list[str], proposed: list[str], folder: Path
) -> None:
    assert [value for value, _ in answered(words, folder)] == proposed
    assert run_by_a_name(folder) == []


def test_in_powershell_a_backslash_belongs_to_the_word(folder: Path) -> None:
    other = folder / "a\\b c" / "lessons"
    other.mkdir(parents=True)
    (other / "one.yaml").write_text("", encoding="utf-8")

    assert answered(["debatekit", "-C", "a\\b c", "study", ""], folder) == [["one", ""]]


def test_the_script_for_powershell_asks_in_the_way_that_is_answered(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert debatekit(["completion", "powershell"]) == 0

    script = capsys.readouterr().out
    assert "Register-ArgumentCompleter -Native -CommandName debatekit" in script
    assert "$env:_DEBATEKIT_COMPLETE = 'powershell_complete'" in script
    assert '$env:COMP_WORDS = $words -join "`n"' in script
    assert [script.count(one) for one in "({["] == [script.count(one) for one in ")}]"]
    assert "Invoke-Expression" not in script


def test_ids_of_claims_and_reasons_are_proposed_with_what_they_say(folder: Path) -> None:
    found = dict(answered(["debatekit", "whatif", "free-trams", "--reject", ""], folder))
    only_here = answered(["debatekit", "map", "free-trams", "--contention", ""], folder)

    assert all(found.values())
    assert 0 < len(only_here) < len(found)
    assert {name for name, _ in only_here} < found.keys()
