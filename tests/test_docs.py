"""What the documents show is what happens: their commands are run, their links lead somewhere."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")), ROOT / "CONTRIBUTING.md"]
RUN_PAGES = [
    ROOT / "README.md",
    *(
        ROOT / "docs" / f"{name}.md"
        for name in ("tutorial", "students", "teachers", "contribute-a-lesson", "troubleshooting")
    ),
]
"""Pages of which every console block is run, each page in a folder of its own."""
BLOCK = re.compile(r"^```(\w+)[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#\s]+)(#[^)]*)?\)")
PROGRAMS = Path(sys.executable).parent


def blocks(page: Path) -> Iterator[tuple[str, str]]:
    """Yield each fenced block's language and text, in the order of the page."""
    for found in BLOCK.finditer(page.read_text(encoding="utf-8")):
        yield found[1], found[2]


def sessions(text: str) -> Iterator[tuple[str, str]]:
    """Yield each command of a console block with the output shown below it."""
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        yield command, shown


def fits(shown: str, said: str) -> bool:
    """Tell whether the output is what is shown; a line `...` stands for any lines."""
    parts = [re.escape(part) for part in f"{shown.rstrip()}\n".split("...\n")]
    pattern = r"(?:.*\n)*?".join(parts)
    return re.fullmatch(pattern + r"\s*", said.rstrip() + "\n") is not None


def write_file(text: str, folder: Path) -> None:
    """Write a YAML block whose first line is a comment with a path."""
    first, _, _ = text.partition("\n")
    if re.fullmatch(r"# [\w./-]+\.yaml", first):
        path = folder / first[2:]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def run(command: str, folder: Path) -> str:
    """Run a shown command in a folder of its own scores; return all that it prints."""
    settings = {
        **os.environ,
        "PATH": f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}",
        "DEBATEKIT_STORE": str(folder / "scores.db"),
        "COLUMNS": "80",
    }
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=settings,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.stdout


@pytest.mark.parametrize("page", RUN_PAGES, ids=lambda path: path.name)
def test_every_command_of_a_page_prints_what_it_shows(page: Path, tmp_path: Path) -> None:
    differing = []
    ran = 0
    for language, text in blocks(page):
        if language == "yaml":
            write_file(text, tmp_path)
        for command, shown in sessions(text) if language == "console" else ():
            said = run(command, tmp_path)
            ran += 1
            if not fits(shown, said):
                differing.append(f"$ {command}\n{said}")

    assert ran >= 5
    assert "\n".join(differing) == ""


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_to_a_file_leads_to_one(page: Path) -> None:
    targets = [found[1] for found in LINK.finditer(page.read_text(encoding="utf-8"))]
    local = [target for target in targets if not target.startswith(("https:", "http:", "mailto:"))]

    assert [target for target in local if not (page.parent / target).exists()] == []


def test_every_command_is_named_in_the_readme_and_in_the_reference() -> None:
    from debatekit.cli.main import COMMANDS

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    reference = (ROOT / "docs/cli.md").read_text(encoding="utf-8")

    assert [name for name in COMMANDS if f"debatekit {name}" not in readme] == []
    assert [name for name in COMMANDS if f"## debatekit {name}" not in reference] == []


def test_a_command_s_line_in_the_help_is_the_first_line_of_its_own_help() -> None:
    import click

    from debatekit.cli.main import COMMANDS, cli

    context = click.Context(cli)
    own = {name: found.help for name in COMMANDS if (found := cli.get_command(context, name))}

    assert {name: (text or "").splitlines()[0] for name, text in own.items()} == {
        name: line for name, (_, line) in COMMANDS.items()
    }


def test_the_make_targets_that_the_readme_names_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named = {shlex.split(line)[1] for line in re.findall(r"^make \S+", readme, re.MULTILINE)}

    assert named
    assert [name for name in named if not re.search(rf"^{name}:", makefile, re.MULTILINE)] == []
