"""Attempts of a class, from a table of scores."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

import yaml

from debatekit.model.progress import Attempt

DATA = Path(__file__).parent.parent / "data" / "report"
NAMES = ("Ada", "Ben", "Cleo", "Dan", "Elin", "Fay", "Gus", "Hal", "Ida", "Jon", "Kim", "Lea")


def table(name: str) -> Any:
    return yaml.safe_load((DATA / name).read_text(encoding="utf-8"))


def made(student: str, item: int, score: float = 1, **more: Any) -> Attempt:
    """An answer to the item of that number; whatever is not told is the same for all."""
    values: dict[str, Any] = {
        "id": str(UUID(int=(hash_of(student) << 32) + item)),
        "student": student,
        "lesson": "trams",
        "item": f"q{item}",
        "target": f"support:claim-{item}",
        "strand": "structure",
        "kind": "choice",
        "generator": "supports_which",
        "response": ("a",) if score == 1 else ("b",),
        "score": score,
        "chance": 1 / 3,
        "at": f"2026-03-01T10:{item % 60:02d}:00.000+00:00",
    }
    return Attempt(**{**values, **more})


def hash_of(name: str) -> int:
    return int.from_bytes(name.encode()[:8], "big")


def answers(
    rows: Sequence[Sequence[float | None]], names: Sequence[str] = NAMES, **more: Any
) -> list[Attempt]:
    """A line a student, a place an item; nothing where there is no answer."""
    return [
        made(name, item, score, **more)
        for name, row in zip(names, rows, strict=False)
        for item, score in enumerate(row, 1)
        if score is not None
    ]


def digits(rows: Sequence[str]) -> list[list[float | None]]:
    """Rows written as digits, a dot for a gap."""
    return [[None if sign == "." else float(sign) for sign in row] for row in rows]


def columns(rows: Sequence[str]) -> list[list[float]]:
    return [[float(row[place]) for row in rows] for place in range(len(rows[0]))]
