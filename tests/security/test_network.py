"""No command opens a connection: each works where there is no network, and none tries."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.security.hostile import hostile_workspace

LESSON = "free-trams"
FORBIDDING = """
import socket, sys
def refused(event, args):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        if not (event == "socket.connect" and isinstance(args[1], (str, bytes))):
            open(MARK, "a").write(f"{event} {args!r}\\n")
            raise OSError("no network here")
    if event == "socket.__new__" and args[1] in (socket.AF_INET, socket.AF_INET6):
        # Not told of: urllib3, a library's library, looks with one whether there is IPv6.
        raise OSError("no network here")
sys.addaudithook(refused)
"""
"""Python's own hooks tell of every socket that is made, whoever makes it (PEP 578)."""
PAGE = (
    '<html><head><base href="http://127.0.0.1:9/"><link rel="stylesheet" href="x.css">'
    '<script src="x.js"></script></head><body><article><p>'
    + "The path along the river stays open at night. " * 20
    + '</p><img src="http://127.0.0.1:9/a.png"></article></body></html>'
)
COMMANDS = (
    ("check",),
    ("lessons",),
    ("study", LESSON),
    ("items", LESSON, "--json"),
    ("map", LESSON, "--format", "svg"),
    ("whatif", LESSON),
    ("quiz", LESSON, "--seed", "1"),
    ("review",),
    ("scores", "--html", "scores.html"),
    ("scores", "export", "answers.jsonl"),
    ("report", "answers.jsonl", "--html", "report.html"),
    ("schema", "lesson"),
    *(("handout", LESSON, "--format", form, "-o", f"h.{form}") for form in ("html", "pdf", "docx")),
    *(
        ("export", LESSON, "--to", tool, "-o", f"e.{tool}")
        for tool in ("moodle", "canvas", "gift", "qti3", "anki", "argdown", "json")
    ),
    ("new", "source", "page", "--from", "page.html"),
)
ALL = """
import sys
from debatekit.cli.main import run
commands = [line.split(" ") for line in sys.stdin.read().splitlines()]
import io
for command in commands:
    sys.stdin = io.StringIO("a\\nb\\nq\\n")
    print("ended", run(command), *command, file=sys.stderr)
"""
"""All commands one after another, so that libraries are loaded once."""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with a page, whose schema and texts name addresses."""
    root = hostile_workspace(tmp_path_factory.mktemp("workspace"))
    (root / "page.html").write_text(PAGE, encoding="utf-8")
    lesson = root / "lessons" / f"{LESSON}.yaml"
    modeline = "# yaml-language-server: $schema=http://127.0.0.1:9/lesson.json\n"
    lesson.write_text(modeline + lesson.read_text(encoding="utf-8"), encoding="utf-8")
    return root


def outcomes(place: Path, before: list[str], more: dict[str, str]) -> dict[str, int]:
    """Run all commands in one program; return each with its exit code."""
    environment = {**os.environ, "DEBATEKIT_STORE": str(place / "scores.db"), **more}
    for made in (*place.glob("*.*"), *place.glob("seeds/page.*")):
        if made.name != "page.html" and made.is_file():
            made.unlink()
    done = subprocess.run(
        [*before, sys.executable, "-c", ALL],
        input="\n".join(" ".join(command) for command in COMMANDS),
        cwd=place,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    ended = (line.split(" ", 2) for line in done.stderr.splitlines() if line.startswith("ended "))
    return {command: int(code) for _, code, command in ended}


def test_every_command_works_where_sockets_are_forbidden_and_none_is_made(
    place: Path, tmp_path: Path
) -> None:
    mark = tmp_path / "tried"
    hook = FORBIDDING.replace("MARK", repr(str(mark)))
    (tmp_path / "sitecustomize.py").write_text(hook, encoding="utf-8")
    found = outcomes(place, [], {"PYTHONPATH": str(tmp_path)})
    assert found == {" ".join(command): 0 for command in COMMANDS}
    assert not mark.exists() or mark.read_text(encoding="utf-8") == ""


def test_the_hook_of_these_tests_does_see_a_connection(tmp_path: Path) -> None:
    mark = tmp_path / "tried"
    hook = FORBIDDING.replace("MARK", repr(str(mark)))
    (tmp_path / "sitecustomize.py").write_text(hook, encoding="utf-8")
    attempt = "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')"
    done = subprocess.run(
        [sys.executable, "-c", attempt],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        check=False,
    )
    assert done.returncode != 0
    assert mark.read_text(encoding="utf-8")


def can_unshare() -> bool:
    """Return whether a program can be started without any network here."""
    if shutil.which("unshare") is None:
        return False
    return (
        subprocess.run(["unshare", "-rn", "true"], capture_output=True, check=False).returncode == 0
    )


@pytest.mark.skipif(not can_unshare(), reason="no network namespace can be made here")
def test_every_command_works_without_any_network(place: Path) -> None:
    found = outcomes(place, ["unshare", "-rn"], {})
    assert found == {" ".join(command): 0 for command in COMMANDS}
