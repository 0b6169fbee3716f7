"""A command line run through a pipe, in this process: what it says, and how it ends."""

import io
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from debatekit.cli.main import run

ROOT = Path(__file__).parents[2]


def piped(arguments: list[str], typed: str = "", **more: str) -> tuple[int, str, str]:
    """Return the exit code, and what was written to standard output and to standard error.

    It works on the bundled course, 80 columns wide, with no score file of anybody's.
    """
    said, faults = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(said), redirect_stderr(faults):
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode())))
        patch.setenv("DEBATEKIT_STORE", "no-such-folder/scores.db")
        for name, value in {"COLUMNS": "80", **more}.items():
            patch.setenv(name, value)
        code = run(["-C", str(ROOT), *arguments])
    return code, said.getvalue(), faults.getvalue()
