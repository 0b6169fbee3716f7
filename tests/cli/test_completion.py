"""What the command line does for whoever types: near misses, examples, completion."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from debatekit.cli.examples import EXAMPLES
from debatekit.cli.main import COMMANDS, cli, run

TRAMS = Path(__file__).parent.parent / "data" / "workspaces" / "trams"


def proposed(line: str, folder: Path) -> list[str]:
    """Return what the shell proposes for the last word of a line."""
    words = line.split(" ")
    done = subprocess.run(
        [sys.executable, "-m", "debatekit"],
        cwd=folder,
        env={
            **os.environ,
            "COMP_WORDS": line,
            "COMP_CWORD": str(len(words) - 1),
            "_DEBATEKIT_COMPLETE": "bash_complete",
        },
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    return [found.partition(",")[2] for found in done.stdout.split()]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("debatekit wha", ["whatif"]),
        ("debatekit new so", ["source"]),
        ("debatekit drill re", ["rebut"]),
        ("debatekit drill cx fr", ["free-trams"]),
        ("debatekit study fr", ["free-trams"]),
        ("debatekit quiz ", ["free-trams"]),
        ("debatekit items x", []),
        ("debatekit new lesson mine --source l", ["lind-2024"]),
        ("debatekit check --explain DK30", [f"DK30{number}" for number in range(1, 10)]),
        ("debatekit map free-trams --format d", ["dot"]),
    ],
)
def test_the_shell_proposes_commands_ids_and_values(
    line: str, expected: list[str], tmp_path: Path
) -> None:
    assert proposed(line, Path(shutil.copytree(TRAMS, tmp_path / "trams"))) == expected


def test_ids_are_those_of_the_workspace_named_on_the_line(tmp_path: Path) -> None:
    other = tmp_path / "other" / "lessons"
    other.mkdir(parents=True)
    (other / "one.yaml").write_text("", encoding="utf-8")

    assert proposed(f"debatekit -C {other.parent} study ", tmp_path) == ["one"]
    assert proposed(f"debatekit study -C {other.parent} ", tmp_path) == ["one"]
    assert proposed(f"debatekit -C {tmp_path / 'none'} study ", tmp_path) == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_is_taught_by_lines_that_call_this_program(
    shell: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["completion", shell]) == 0

    said = capsys.readouterr().out
    assert f"_DEBATEKIT_COMPLETE={shell}_complete" in said
    if shutil.which(shell):
        subprocess.run([shell, "-n"], input=said, text=True, check=True)


@pytest.mark.parametrize(
    ("typed", "near"),
    [("chek", "check"), ("quizz", "quiz"), ("lesson", "lessons"), ("x", "--help")],
)
def test_a_mistyped_command_names_the_nearest(
    typed: str, near: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([typed]) == 2
    assert near in capsys.readouterr().err.splitlines()[-1]


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        (["map", "free-trams", "--fromat", "svg"], "--format"),
        (["scores", "exprt", "mine.jsonl"], "'export'"),
        (["study", "free-tram"], "'free-trams'"),
        (["quiz", "fre-trams"], "'free-trams'"),
        (["new", "lesson", "mine", "--source", "lindt-2024"], "'lind-2024'"),
        (["check", "lessons/free-tram.yaml"], "'free-trams.yaml'"),
        (["check", "--balance", "free-tram"], "'free-trams'"),
        (["whatif", "free-trams", "--reject", "make-trams-freex"], "'make-trams-free'"),
        (["completion", "fsh"], "'fish'"),
    ],
)
def test_a_mistyped_option_id_or_value_names_the_nearest_or_all(
    typed: list[str],
    near: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(shutil.copytree(TRAMS, tmp_path / "trams"))

    assert run(typed) in (1, 2)
    assert near in capsys.readouterr().err.splitlines()[-1]


def test_every_command_and_every_part_of_one_ends_its_help_with_an_example() -> None:
    without = []
    for name in COMMANDS:
        command = cli.get_command(click.Context(cli), name)
        assert command is not None
        for part in (command, *getattr(command, "commands", {}).values()):
            if "debatekit" not in (part.epilog or ""):
                without.append(f"{name} {part.name}")

    assert without == []


@pytest.mark.parametrize("name", COMMANDS)
def test_help_fits_a_narrow_screen_but_for_what_cannot_be_broken(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    parts = [[name], *([name, part] for part in getattr(command, "commands", {}))]

    assert [run([*part, "--help"]) for part in parts] == [0] * len(parts)
    lines = capsys.readouterr().out.splitlines()
    wide = [line for line in lines if len(line) > 40 and "debatekit " not in line]
    assert [line for line in wide if len(line.split()) > 2] == []


@pytest.mark.parametrize("line", [line for lines in EXAMPLES.values() for line in lines])
def test_every_example_is_a_command_that_can_be_given(line: str) -> None:
    words = shlex.split(line.removeprefix('eval "$(').removesuffix(')"'))
    command: click.Command | None = cli
    context, rest = cli.make_context("debatekit", ["--no-color"]), words[1:]
    while isinstance(command, click.Group) and rest and not rest[0].startswith("-"):
        command = command.get_command(context, rest[0])
        assert command is not None
        given = rest[1:] if not isinstance(command, click.Group) else ["--no-color"]
        context, rest = command.make_context(rest[0], given, parent=context), rest[1:]

    assert words[0] == "debatekit"
    assert command is not cli
