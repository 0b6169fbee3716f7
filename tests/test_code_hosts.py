"""The files that a teacher copies to a code host are sound, and do what they say."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from debatekit.read.nodes import compose, plain

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "code-hosts"
TRAMS = ROOT / "tests" / "data" / "workspaces" / "trams"


def read(name: str) -> dict[str, Any]:
    """Return a file as YAML 1.2 reads it, in which `on` is a word like any other."""
    text = (FOLDER / name).read_text(encoding="utf-8").split("\n", 1)[1]
    value: dict[str, Any] = plain(compose(text, name))
    return value


WORKFLOW = read("check-lessons.yml")
STEPS: list[dict[str, Any]] = WORKFLOW["jobs"]["check"]["steps"]
COMMANDS = [step["run"] for step in STEPS if "run" in step]


def test_the_workflow_runs_at_every_push_and_may_do_no_more_than_it_needs() -> None:
    assert {"push", "pull_request"} <= WORKFLOW["on"].keys()
    assert WORKFLOW["permissions"] == {"contents": "read", "security-events": "write"}


def test_each_step_either_runs_something_or_uses_an_action_of_a_stated_version() -> None:
    assert [step for step in STEPS if ("run" in step) == ("uses" in step)] == []
    for step in STEPS:
        name, _, version = step.get("uses", "a/b@v1").partition("@")
        assert "/" in name
        assert version[:1] == "v"
        assert version[1:].isdigit()


def test_what_is_written_is_what_is_shown_also_where_the_check_fails() -> None:
    written = COMMANDS[-1].rpartition("> ")[2]

    assert STEPS[-1]["with"]["sarif_file"] == written
    assert STEPS[-1]["if"] == "${{ !cancelled() }}"
    assert COMMANDS[0].endswith('"$DEBATEKIT"')
    assert WORKFLOW["env"]["DEBATEKIT"] == "debatekit"


@pytest.mark.skipif(sys.platform == "win32", reason="the workflow runs in a shell of Linux")
@pytest.mark.parametrize("broken", [False, True])
def test_the_check_fails_on_an_error_and_tells_where_it_is(broken: bool, tmp_path: Path) -> None:
    root = Path(shutil.copytree(TRAMS, tmp_path / "trams"))
    lesson = root / "lessons" / "free-trams.yaml"
    text = lesson.read_text(encoding="utf-8")
    if broken:
        lesson.write_text(text.replace("title", "titel", 1), encoding="utf-8")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"

    done = subprocess.run(
        ["bash", "-e", "-c", COMMANDS[-1]], cwd=root, env={**os.environ, "PATH": path}, check=False
    )
    [log] = json.loads((root / "findings.sarif").read_text(encoding="utf-8"))["runs"]
    errors = [one for one in log["results"] if one["level"] == "error"]

    assert done.returncode == int(broken)
    assert bool(errors) == broken
    for one in errors:
        [place] = one["locations"]
        assert place["physicalLocation"]["artifactLocation"]["uri"] == "lessons/free-trams.yaml"


def test_the_hook_that_is_named_is_the_one_that_there_is() -> None:
    [ours] = plain(compose((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"), "hooks"))
    [repository] = read("pre-commit-config.yaml")["repos"]

    assert [hook["id"] for hook in repository["hooks"]] == [ours["id"]]
    assert {"repo", "rev", "hooks"} == repository.keys()
