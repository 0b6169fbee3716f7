"""A score file, or a file of answers, that a stranger has made: a message, never a deed."""

import json
import os
import sqlite3
import stat
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from debatekit.cli.main import run
from debatekit.model.progress import Attempt
from debatekit.store.exchange import (
    MOST_OF_A_LINE,
    Header,
    InvalidExchangeError,
    parse_lines,
    write_lines,
)
from debatekit.store.scores import open_scores
from tests.security.hostile import STEERING

SOUND: dict[str, Any] = {
    "id": "one",
    "session": "s",
    "student": "me",
    "lesson": "common-enemy",
    "item": "i",
    "target": "t",
    "strand": "claims",
    "kind": "choice",
    "generator": "g",
    "response": '["a"]',
    "score": 1.0,
    "took_ms": 5,
    "at": "2026-01-01T00:00:00+00:00",
    "skipped": 0,
    "bloom": "understand",
    "chance": 0.3,
    "hinted": 0,
    "flaw": "",
}
ATTEMPT = Attempt(
    id="one",
    student="Eve",
    lesson="common-enemy",
    item="i",
    target="t",
    strand="claims",
    kind="choice",
    generator="g",
    response=("a",),
    score=1,
    at="2026-01-01T00:00:00+00:00",
)
COMMANDS = (
    ("scores",),
    ("scores", "--json"),
    ("scores", "--csv"),
    ("scores", "--attempts"),
    ("scores", "--attempts", "--json"),
    ("scores", "export", "-"),
    ("lessons",),
    ("review",),
    (),
)
ENDLESS = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c"


def score_file(path: Path, **odd: object) -> Path:
    """Make a score file with one answer, of which some values are odd."""
    with open_scores(path):
        pass
    values = SOUND | odd
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        marks = ", ".join("?" * len(values))
        connection.execute(
            f"INSERT INTO attempt ({', '.join(values)}) VALUES ({marks})", tuple(values.values())
        )
    return path


def outcomes(path: Path, said: pytest.CaptureFixture[str]) -> set[int]:
    """Run every command that reads scores; return the exit codes. Nothing may steer the screen."""
    codes = {run(["--store", str(path), *command]) for command in COMMANDS}
    read = said.readouterr()
    assert STEERING.findall(read.out + read.err) == []
    return codes


@pytest.mark.parametrize(
    "odd",
    [
        {"at": "nonsense"},
        {"at": "2026-01-01"},
        {"at": "9999-12-31T23:59:59+00:00"},
        {"at": "0001-01-01T00:00:00+14:00"},
        {"strand": "\x1b[2J"},
        {"chance": 1e308},
        {"chance": float("inf")},
        {"chance": -1.0},
        {"response": "[1]"},
        {"response": "[" * 100_000},
        {"response": "{}"},
    ],
    ids=str,
)
def test_an_answer_that_debatekit_never_wrote_is_one_message(
    odd: dict[str, object], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = score_file(tmp_path / "scores.db", **odd)
    assert run(["--store", str(path), "scores"]) == 1
    assert "name another file with --store" in capsys.readouterr().err
    assert outcomes(path, capsys) <= {0, 1}


@pytest.mark.parametrize(
    "odd",
    [
        {"took_ms": -(2**63)},
        {"took_ms": 2**63 - 1},
        {"item": "x" * 2_000_000},
        {"lesson": "", "item": "", "target": ""},
        {"lesson": "../../etc/passwd"},
        {"lesson": "\x1b]0;x\x07\x9b31m\u202e", "item": "\x1b[2J", "target": "\x1b[2J"},
        {"generator": "\x1b[2J", "kind": "\x9b", "bloom": "\u202e", "flaw": "\x1b", "score": 0.0},
    ],
    ids=lambda odd: " ".join(odd),
)
def test_any_other_text_and_number_is_shown_and_does_nothing(
    odd: dict[str, object], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert outcomes(score_file(tmp_path / "scores.db", **odd), capsys) <= {0, 1}


@pytest.mark.parametrize(
    "change",
    [
        "CREATE TRIGGER t AFTER INSERT ON session BEGIN DELETE FROM undone; END",
        f"CREATE TRIGGER t AFTER INSERT ON attempt BEGIN INSERT INTO undone {ENDLESS}; END",
        "DROP TRIGGER attempt_is_immutable; CREATE TRIGGER attempt_is_immutable BEFORE UPDATE"
        " ON attempt BEGIN DELETE FROM session; END",
        f"ALTER TABLE attempt RENAME TO hidden; CREATE VIEW attempt AS {ENDLESS}",
        "CREATE TABLE more (x)",
        "CREATE VIEW v AS SELECT 1",
    ],
)
def test_a_file_with_parts_that_debatekit_did_not_make_is_not_used(
    change: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = score_file(tmp_path / "scores.db")
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(change)
    before = path.read_bytes()
    for command in (*COMMANDS, ("quiz", "common-enemy"), ("scores", "restore")):
        assert run(["--store", str(path), *command]) == 1
    said = capsys.readouterr().err
    assert "that debatekit did not make" in said
    assert path.read_bytes() == before


@pytest.mark.parametrize("options", ["{", "[]", '{"size": "x"}', '{"lessons": ["../../x"]}'])
@pytest.mark.parametrize("quiz", ["", "common-enemy", "\x1b[2J"])
def test_a_session_that_debatekit_never_began_is_not_gone_on_with(
    options: str, quiz: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = score_file(tmp_path / "scores.db")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(
            "INSERT INTO session (id, student, lesson, quiz, seed, options, items, started_at)"
            " VALUES ('x', 'me', 'common-enemy', ?, 9223372036854775807, ?, '[\"a\", \"b\"]', 'z')",
            (quiz, options),
        )
    assert outcomes(path, capsys) <= {0, 1}


def test_bytes_that_are_no_text_in_a_score_file_are_one_message(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = score_file(tmp_path / "scores.db")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("DROP TRIGGER attempt_is_immutable")
        connection.execute("UPDATE attempt SET item = CAST(x'ff' AS TEXT)")
    path2 = tmp_path / "whole.db"
    path2.write_bytes(path.read_bytes())
    assert outcomes(path2, capsys) <= {0, 1}


@pytest.mark.parametrize(
    "odd",
    [
        {"at": "9999-12-31T23:59:59+00:00"},
        {"at": "0001-01-01T00:00:00+14:00"},
        {"took_ms": 2**70},
        {"took_ms": 2**63},
        {"score": 5},
        {"strand": "x"},
        {"chance": -1},
    ],
    ids=str,
)
def test_an_answer_that_cannot_be_is_refused_when_it_is_handed_in(odd: dict[str, Any]) -> None:
    first, line = write_lines(
        Header(student="Eve", exported_at="2026-01-01T00:00:00+00:00"), [ATTEMPT]
    ).splitlines()
    changed = json.dumps(json.loads(line) | odd).encode()
    with pytest.raises(InvalidExchangeError):
        parse_lines(b"\n".join((first, changed)))


def test_a_file_of_answers_that_would_steer_a_screen_is_shown_plainly(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    evil = "\x1b]0;x\x07\x9b31m\u202e=cmd"
    attempt = json.loads(
        json.dumps(
            {name: getattr(ATTEMPT, name) for name in SOUND if name in Attempt.__struct_fields__}
        )
    )
    attempt |= {"lesson": evil, "item": evil, "target": evil, "student": f"Eve{evil}", "flaw": evil}
    head = {"debatekit": "scores", "format": 1, "student": f"Eve{evil}"}
    head["exported_at"] = "2026-01-01T00:00:00+00:00"
    path = tmp_path / "answers.jsonl"
    path.write_text(f"{json.dumps(head)}\n{json.dumps(attempt)}\n{evil}\n", encoding="utf-8")
    store = ["--store", str(tmp_path / "scores.db")]
    run([*store, "scores", "import", str(path)])
    for form in ([], ["--json"], ["--csv"], ["--anonymous"]):
        run([*store, "report", str(path), *form])
    said = capsys.readouterr()
    assert "Eve" in said.out
    assert STEERING.findall(said.out + said.err) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a profile's folders private")
def test_nobody_else_can_read_the_scores_or_their_backups(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        assert run(["--store", str(tmp_path / "scores.db"), "scores", "restore"]) == 1
        with open_scores(score_file(tmp_path / "scores.db")):
            pass
        from datetime import UTC, datetime

        with open_scores(tmp_path / "scores.db", datetime(2026, 1, 2, tzinfo=UTC)):
            pass
    finally:
        os.umask(before)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) > 1
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}


def test_a_line_without_end_is_given_up(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "endless.jsonl"
    header = write_lines(Header(student="Eve", exported_at="2026-01-01T00:00:00+00:00"), [])
    path.write_bytes(header + b"0" * (MOST_OF_A_LINE + 1) + b"\n0\n")
    assert run(["--store", str(tmp_path / "scores.db"), "scores", "import", str(path)]) == 1
    assert f"{path}:2: this line is longer than 1 MiB" in capsys.readouterr().err
