"""A bounded run of the fuzzer: nothing in a file brings down what opens it."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
RUNS = {"yaml": 300, "argdown": 300, "scores": 5_000, "article": 150}
"""How many inputs of each; `make fuzz` goes on for minutes."""


@pytest.mark.skipif(
    importlib.util.find_spec("atheris") is None, reason="atheris has no wheel for this machine"
)
@pytest.mark.parametrize("target", RUNS)
def test_no_input_ends_in_anything_but_a_value_or_a_fault(target: str) -> None:
    command = [sys.executable, "-m", "tools.fuzz", target, f"-runs={RUNS[target]}", "-seed=1"]

    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr[-3000:]
    finished = re.search(r"^Done (\d+) runs", done.stderr, re.MULTILINE)
    assert finished is not None
    assert int(finished[1]) >= RUNS[target]
