"""Items as Anki cards: the question in front; the key, the reasons and the paragraph behind.

Ids of deck, note type and notes follow from the lesson's ids and the items' targets, and
everything is dated alike, so that a second import finds what the first one brought and
changes nothing.
"""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import count
from pathlib import Path
from sqlite3 import connect
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from debatekit.export.anki_sides import answer, asked, explained
from debatekit.export.archive import Archive
from debatekit.export.batch import Batch, Tell, number, tags
from debatekit.export.text import in_line
from debatekit.model.item import Item

if TYPE_CHECKING:
    from genanki import Deck, Model, Note

LEFT_OUT = "hints, difficulty and proofs are left out; cards are not marked by Anki"
MADE = 1_700_000_000
"""When every note was made and changed, in seconds since 1970, as far as Anki knows."""
MODEL = 1_695_871_347
"""The note type's id; another one would make every card a new card."""
_FIELDS = ("Question", "Answer", "Reasons", "Lesson")
_PIECE = 1 << 16
_LONGEST_NAME = 100
_IDS = 10**9
"""Ids of notes start at a place of this many that follows from the lesson."""
_FRONT = "<div class=lesson>{{Lesson}}</div>\n{{Question}}"
_BACK = "{{FrontSide}}\n<hr id=answer>\n<div class=key>{{Answer}}</div>\n{{Reasons}}"
_LOOK = (
    ".card {font-family: sans-serif; font-size: 20px; text-align: left; max-width: 40em; "
    "margin: 0 auto;}\n.lesson {font-size: 14px; opacity: .7;}\n.key {font-weight: bold;}\n"
)


def anki(batches: Iterable[Batch], tell: Tell) -> Iterator[bytes]:
    """Yield a package with one deck for each batch."""
    tell(LEFT_OUT, "")
    with TemporaryDirectory(prefix="debatekit-") as folder:
        path = Path(folder) / "collection.anki2"
        _collection(path, batches)
        archive = Archive()
        with path.open("rb") as file:
            yield from archive.add(path.name, iter(lambda: file.read(_PIECE), b""))
        yield from archive.add("media", [b"{}"])
        yield from archive.end()


def _collection(path: Path, batches: Iterable[Batch]) -> None:
    """Write Anki's database, note by note."""
    from genanki import Package

    model = _model()
    connection = connect(path)
    try:
        cursor = connection.cursor()
        Package([]).write_to_db(cursor, MADE, count(1))
        for batch in batches:
            deck = _deck(batch)
            deck.add_model(model)
            ids = count(MADE * 1000 + int(number("ids", batch.quiz), 16) % _IDS)
            deck.write_to_db(cursor, MADE, ids)
            for due, item in enumerate(batch.items):
                _note(model, batch, item, due).write_to_db(cursor, MADE, deck.deck_id, ids)
        connection.commit()
    finally:
        connection.close()


def _model() -> "Model":
    from genanki import Model

    return Model(
        MODEL,
        "debatekit question",
        fields=[{"name": name} for name in _FIELDS],
        templates=[{"name": "Question", "qfmt": _FRONT, "afmt": _BACK}],
        css=_LOOK,
    )


def _deck(batch: Batch) -> "Deck":
    """Return the lesson's deck, below one for all of debatekit's."""
    from genanki import Deck

    # Two colons begin a deck within the deck.
    title = in_line(batch.title).replace("::", ":")[:_LONGEST_NAME]
    return Deck(_id("deck", batch.quiz), f"debatekit::{title}")


def _note(model: "Model", batch: Batch, item: Item, due: int) -> "Note":
    from genanki import Note, guid_for

    return Note(
        model=model,
        fields=[asked(item), answer(item), explained(item), _lesson(batch)],
        tags=["debatekit", *(tag.replace(":", "::", 1) for tag in tags(batch, item))],
        guid=guid_for("debatekit", batch.lesson, item.target, item.generator, item.id),
        due=due,
    )


def _lesson(batch: Batch) -> str:
    """Return which lesson and article a card is about: a card comes alone."""
    source = batch.material.source
    author = batch.material.actors.get(source.author)
    by = f"{in_line(author.name)}, " if author else ""
    return escape(f"{in_line(batch.title)} ({by}“{in_line(source.title)}”)", quote=False)


def _id(*parts: str) -> int:
    """Return a number as Anki wants it for an id: the same for the same parts, 53 bits at most."""
    return int(number(*parts), 16) % (1 << 50) + (1 << 40)
