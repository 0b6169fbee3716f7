"""Import packages into a new Anki collection, one after the other, and print what it holds.

Run by a Python that has the `anki` package; it knows nothing of debatekit.
"""

import json
import sys
from typing import Any

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest


def imported(collection: Collection, package: str) -> dict[str, Any]:
    """Import a package and return how many notes were new, changed or known."""
    request = ImportAnkiPackageRequest(
        package_path=package, options=ImportAnkiPackageOptions(merge_notetypes=True)
    )
    log = collection.import_anki_package(request).log
    return {
        "new": len(log.new),
        "updated": len(log.updated),
        "duplicate": len(log.duplicate),
        "conflicting": len(log.conflicting),
        "held": held(collection),
    }


def held(collection: Collection) -> list[dict[str, Any]]:
    """Return every card with its note, and both its sides as Anki shows them."""
    cards = (collection.get_card(id_) for id_ in collection.find_cards(""))
    found = []
    for card in cards:
        note = card.note()
        found.append(
            {
                "guid": note.guid,
                "fields": dict(note.items()),
                "tags": sorted(note.tags),
                "deck": collection.decks.name(card.did),
                "changed": [note.mod, card.mod],
                "front": card.question(),
                "back": card.answer(),
                "sounds": len(card.question_av_tags()) + len(card.answer_av_tags()),
            }
        )
    return sorted(found, key=lambda one: str(one["guid"]))


def main() -> None:
    """Import what the command line names."""
    collection = Collection(sys.argv[1])
    json.dump([imported(collection, package) for package in sys.argv[2:]], sys.stdout)
    collection.close()


main()
