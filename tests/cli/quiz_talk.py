"""A quiz as a learner meets it: through a pipe, answered as the questions come."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from threading import Timer
from types import TracebackType

DATA = Path(__file__).parent.parent / "data"
OPTION = re.compile(r"^([A-Z])\. (.+)$", re.MULTILINE)
PROMPT = re.compile(r"q\s+stop\):\s|else:\s+end\.\s")
LONGEST_S = 30.0
"""After so long without an end a quiz is stopped, and its test fails."""
RIGHT = {
    "colour": ["Amber"],
    "named on": ["Delta", "Echo"],
    "capital": ["Oslo", "Lisbon"],
    "steps": ["Ask", "Read", "Write"],
    "holds": [],
    "reply": ["The figure is out of date"],
}
"""For a word of each stem: the options of the right answer, in their order."""


def make_workspace(folder: Path) -> Path:
    """Make a workspace with one lesson, and one quiz that has a question of each kind."""
    shutil.copytree(DATA / "workspaces" / "trams", folder)
    (folder / "quizzes").mkdir(exist_ok=True)
    shutil.copy(DATA / "quizzes" / "all-kinds.yaml", folder / "quizzes")
    return folder


def environment(**more: str) -> dict[str, str]:
    """Return an environment without our variables, and with a home of no account."""
    kept = {name: value for name, value in os.environ.items() if "DEBATEKIT" not in name}
    return {**kept, "PYTHONUTF8": "1", "COLUMNS": "80", **more}


def run(arguments: Sequence[str], typed: str = "", **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command line to its end with what is typed ahead."""
    return subprocess.run(
        [sys.executable, "-m", "debatekit", *arguments],
        input=typed,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment(**more),
        timeout=60,
        check=False,
    )


def right_answer(shown: str) -> str:
    """Return what to type for the question on the screen, read off its options."""
    shown = shown[shown.rindex("Question ") :]
    letters = {text: letter for letter, text in OPTION.findall(shown)}
    word = next(word for word in RIGHT if word in shown)
    keys = [letters[text].lower() for text in RIGHT[word]]
    if word == "capital":
        return " ".join(f"{number}{key}" for number, key in enumerate(keys, 1))
    return " ".join(keys) or "A shared enemmy"


def wrong_answer(shown: str) -> str:
    """Return what to type for a wrong answer to the question on the screen."""
    right = right_answer(shown)
    if "first to last" in " ".join(shown.split()):
        return " ".join(reversed(right.split()))
    if right[0].isdigit():
        return " ".join(f"{pair[0]}{'b' if pair[1] == 'a' else 'a'}" for pair in right.split())
    if len(right.split()) > 2:
        return "no enemy at all"
    return next(letter for letter in "abcd" if letter not in right.split())


class Talk:
    """A running quiz: read up to the prompt, type a line, and so on."""

    def __init__(self, arguments: Sequence[str], **more: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "debatekit", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(**more),
        )
        self.watch = Timer(LONGEST_S, self.process.kill)
        self.watch.start()

    def __enter__(self) -> "Talk":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.watch.cancel()
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            with suppress(BrokenPipeError):
                pipe.close()  # type: ignore[union-attr]

    def heard(self, prompts: int = 1) -> str:
        """Return what is written up to so many prompts, or to the end."""
        assert self.process.stdout is not None
        shown = b""
        while len(PROMPT.findall(shown.decode(errors="ignore"))) < prompts:
            if not (piece := self.process.stdout.read1(4096)):  # type: ignore[attr-defined]
                break
            shown += piece
        return shown.decode()

    def say(self, line: str) -> str:
        """Type a line and return what is written then."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{line}\n".encode())
        self.process.stdin.flush()
        return self.heard()
