"""Figures of the class report: many files against reading them as JSON."""

import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from uuid import UUID

from debatekit.generate import generate_items
from debatekit.logic.derive import derive
from debatekit.model.item import KEYS, Choice, option_tags
from debatekit.model.progress import Attempt
from debatekit.read import read_material
from debatekit.store.exchange import Header, write_lines
from tools.measure import DEBATEKIT, Row, process

PYTHON = sys.executable
STUDENTS, ANSWERS = 500, 200
READ = """
import json, sys
for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        for line in file:
            json.loads(line)
"""


def report_rows(folder: Path) -> Iterator[Row]:
    """Yield how long a report of 500 files of 200 answers takes."""
    files = [str(path) for path in class_files(folder / "class")]
    yield Row(
        f"debatekit report of {STUDENTS} files of {ANSWERS} answers",
        "json.loads of their lines",
        3.0,
        process([DEBATEKIT, "report", *files, "--json"]),
        process([PYTHON, "-c", READ, *files]),
        runs=15,
    )


def class_files(folder: Path) -> Iterator[Path]:
    """Write a class's score files, every student's answers to the same choices."""
    folder.mkdir()
    material = read_material(Path(), "common-enemy")
    items = [
        item for item in generate_items(material, derive(material), 7) if isinstance(item, Choice)
    ]
    asked = Random(7).sample(items, ANSWERS)
    for number in range(STUDENTS):
        path = folder / f"student-{number:03}.jsonl"
        path.write_bytes(_answers(f"Student {number}", asked, Random(number)))
        yield path


def _answers(student: str, asked: list[Choice], chance: Random) -> bytes:
    """Return one student's file; the better the student, the more answers are right."""
    skill = chance.random()
    made = []
    for number, item in enumerate(asked):
        options = [option.correct for option in item.options]
        place = options.index(True) if chance.random() < skill else chance.randrange(len(options))
        made.append(
            Attempt(
                id=str(UUID(int=chance.getrandbits(128))),
                student=student,
                lesson="common-enemy",
                item=item.id,
                target=item.target,
                strand=item.strand,
                kind="choice",
                generator=item.generator,
                response=(KEYS[place],),
                score=float(options[place]),
                took_ms=chance.randrange(60_000),
                at=f"2026-03-{1 + number // 50:02}T10:{number % 50:02}:00.000+00:00",
                session=f"session-{number // 20}",
                bloom=item.bloom,
                chance=1 / len(options),
                flaw=item.options[place].flaw,
                shown=option_tags(item),
            )
        )
    header = Header(student=student, exported_at="2026-04-01T00:00:00.000+00:00")
    return write_lines(header, made)
