"""A review from a hundred thousand cards, side by side with Anki's own."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tools.bench_store import fill_cards
from tools.measure import Row, process
from tools.peers import python_peer

CARDS = 100_000
OURS = """
import sys
from pathlib import Path
from debatekit.cli.store.due import refresh
from debatekit.store.cards import Cards
from debatekit.store.scores import open_scores
with open_scores(Path(sys.argv[1])) as scores:
    cards = Cards(scores)
    refresh(cards, "me")
    assert len(cards.due("me", "2999-01-01T00:00:00.000+00:00", most=12)) == 12
"""
THEIRS = """
import sys
from anki.collection import Collection
collection = Collection(sys.argv[1])
assert len(collection.sched.get_queued_cards(fetch_limit=12).cards) == 12
collection.close()
"""
FILL = """
import sys
from anki.collection import AddNoteRequest, Collection
collection = Collection(sys.argv[1])
sort, deck = collection.models.by_name("Basic"), collection.decks.id("Review")
requests = []
for place in range(int(sys.argv[2])):
    note = collection.new_note(sort)
    note["Front"], note["Back"] = f"What does reason {place} support?", f"claim {place}"
    requests.append(AddNoteRequest(note, deck))
collection.add_notes(requests)
collection.db.execute(
    "update cards set type = 2, queue = 2, ivl = 10, factor = 2500, reps = 3, due = ?",
    collection.sched.today,
)
collection.decks.select(deck)
collection.close()
"""


def anki_rows(folder: Path) -> Iterator[Row]:
    """Yield the picking of twelve cards that are due; raises `MissingPeerError` without Anki."""
    python = str(python_peer("anki", "anki") / "python")
    collection, file = folder / "collection.anki2", folder / "scores.db"
    subprocess.run([python, "-c", FILL, str(collection), str(CARDS)], check=True)
    fill_cards(file, CARDS)
    yield Row(
        f"a process that picks 12 of {CARDS:,} cards that are due",
        "Anki's library, which opens its collection and fetches 12",
        1.0,
        process([sys.executable, "-c", OURS, str(file)]),
        process([python, "-c", THEIRS, str(collection)]),
    )
