"""Passages on the screen: what the article says, word for word, where a copy of it is at hand.

The words are their owner's: they are quoted to whoever has the copy, never more of them than
a question or a contention cites, and they go into no file that is made for others.
"""

from collections.abc import Iterable, Sequence

from debatekit.cli.workspace.course import Course
from debatekit.model.item import Item
from debatekit.model.passage import Passages

KEY = "p"
"""The key that shows a passage."""


def quoted(number: int, text: str) -> str:
    """Return a paragraph as a quotation, with its number."""
    return f"Paragraph {number}, quoted from the copy: “{text}”"


def passage_lines(course: Course, item: Item) -> list[str]:
    """Return the paragraphs that an item cites, as far as they can be quoted."""
    if not item.paragraphs:
        return []
    return [quoted(number, text) for number, text in course.passages.cited(item.paragraphs)]


def in_full(course: Course, item: Item) -> list[str]:
    """Return what settles an item: passage or gist of each paragraph, else the claims."""
    records = course.material.source.paragraphs
    numbers = [number for number in item.paragraphs if number <= len(records)]
    texts = course.passages.texts if numbers else {}
    said = [
        quoted(number, texts[number])
        if number in texts
        else f"Paragraph {number}: {records[number - 1].gist}"
        for number in numbers
    ]
    claims = course.graph.claims if not said else {}
    return said or [f"{name}: {claims[name].text}" for name in item.about if name in claims]


def misfit_text(passages: Passages, numbers: Iterable[int], source: str) -> str:
    """Return which of some paragraphs are not quoted although there is a copy; else nothing."""
    missing = passages.misfits(numbers)
    unmarked = [number for number in missing if number in passages.unmarked]
    unfit = [number for number in missing if number not in passages.unmarked]
    copy = f"the copy seeds/{source}.txt"
    said = []
    if unfit:
        said.append(
            f"Not quoted: {_named(unfit)}; {copy} has no text with that fingerprint, and"
            " 'debatekit check' tells more."
        )
    if unmarked:
        said.append(
            f"Not quoted: {_named(unmarked)}; the record has no fingerprint to know the text by."
        )
    return " ".join(said)


def misfits_of(course: Course, items: Iterable[Item]) -> str:
    """Return which paragraphs that some items cite cannot be quoted from the copy."""
    cited = {number for item in items for number in item.paragraphs}
    return misfit_text(course.passages, cited, course.material.lesson.source) if cited else ""


def _named(numbers: Sequence[int]) -> str:
    *most, last = map(str, numbers)
    return f"paragraphs {', '.join(most)} and {last}" if most else f"paragraph {last}"
