"""A workspace with somebody's copy of its article: an invented one, made here."""

import re
from pathlib import Path
from shutil import copytree

from debatekit.model.passage import fingerprint

TRAMS = Path(__file__).parent / "data" / "workspaces" / "trams"
LONG = " ".join(f"Tram number {number} leaves the depot empty." for number in range(1, 54))
"""More than 2,000 characters in one paragraph."""
COPY = (
    "The till at the tram stop should go, says this columnist with a heavy purse.",
    LONG,
    "A ticket machine eats coins and gives back crumbs.",
)
QUIZ = """
format: 1
title: Two questions on the trams
lesson: free-trams
items:
  - id: who-pays
    strand: claims
    kind: choice
    stem: What should go?
    options:
      - {text: The till, correct: true, why: She says so.}
      - {text: The tram, why: It stays.}
      - {text: The stop, why: It stays too.}
    paragraphs: [1]
  - id: who-leaves
    strand: evidence
    kind: choice
    stem: How does a tram leave?
    options:
      - {text: Empty, correct: true, why: It is counted.}
      - {text: Full, why: It is not.}
      - {text: Late, why: It is on time.}
    paragraphs: [2]
"""


def make_copied(folder: Path, paragraphs: tuple[str, ...] = COPY) -> Path:
    """Make a workspace whose record knows COPY, and beside it a copy with some paragraphs."""
    copytree(TRAMS, folder)
    record = folder / "seeds" / "lind-2024.yaml"
    marks = iter(COPY)
    text = re.sub(
        r"(  - gist: .*\n)",
        lambda found: f"{found[0]}    fingerprint: '{fingerprint(next(marks))}'\n",
        record.read_text(encoding="utf-8"),
    )
    record.write_text(text, encoding="utf-8")
    copy = "\n\n".join(paragraphs) + "\n"
    (folder / "seeds" / "lind-2024.txt").write_text(copy, encoding="utf-8")
    (folder / "quizzes").mkdir()
    (folder / "quizzes" / "two.yaml").write_text(QUIZ, encoding="utf-8")
    return folder
