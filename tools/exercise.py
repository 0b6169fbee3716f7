"""The text of an exercise as a numbered list, written from the one file that holds it."""

import re
from pathlib import Path

SEEDS = Path(__file__).parent.parent / "seeds"


def numbered(source: str) -> str:
    """Return the paragraphs as a list that counts from 1, one sentence a line.

    The text is our own prose: it holds no signs that Markdown would take for its own.
    """
    text = (SEEDS / f"{source}.txt").read_text(encoding="utf-8")
    paragraphs = text.strip().split("\n\n")
    return "\n".join(_entry(number, text) for number, text in enumerate(paragraphs, 1))


def _entry(number: int, paragraph: str) -> str:
    """Return one paragraph; its later sentences are set under its first."""
    mark = f"{number}. "
    sentences = re.split(r"(?<=[.!?]) (?=[A-Z\"])", paragraph)
    return mark + f"\n{' ' * len(mark)}".join(sentences)
