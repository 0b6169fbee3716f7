"""Whose answers are whose, among the files that a class hands in; a student's own are joined."""

import unicodedata
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from debatekit.model.progress import Attempt
from debatekit.model.text import printable
from debatekit.store.exchange import Handed

UNNAMED = "me"
"""Who practises without giving a name; no two such files are taken for one student's."""


class Joined(Struct, frozen=True, kw_only=True):
    """What the files of a class come to."""

    attempts: tuple[Attempt, ...]
    """Student by student, each one's in the order in which they were made."""
    copies: tuple[int, ...] = ()
    """The places, from 0, of files that repeat another student's answers; they are left out."""


def joined(files: Sequence[tuple[str, Handed]]) -> Joined:
    """Return the attempts of files, each with what it is called, without those taken back.

    Ids are made by chance, so a file that repeats answers under another name is a copy.
    Whoever gave no name is called after the file.
    """
    piles: dict[str, list[Handed]] = {}
    owners: dict[str, str] = {}
    copies = []
    for place, (file, found) in enumerate(files):
        ids = {made.id for made in found.attempts}
        before = {owners[id_] for id_ in ids & owners.keys()}
        name = _student(file, found, before, piles.keys())
        if before - {name}:
            copies.append(place)
            continue
        owners.update(dict.fromkeys(ids, name))
        piles.setdefault(name, []).append(found)
    made = (one for name, pile in piles.items() for one in _merged(name, pile))
    return Joined(attempts=tuple(made), copies=tuple(copies))


def _student(file: str, found: Handed, before: set[str], known: Collection[str]) -> str:
    """Return whose file it is, by its name or by what it repeats; else a name that is free."""
    said = printable(unicodedata.normalize("NFC", found.header.student))
    name = " ".join(said.split()) or "?"
    if name != UNNAMED:
        return name
    if len(before) == 1:
        return next(iter(before))
    return next(name for name in _names(file) if name not in known)


def _names(file: str) -> Iterator[str]:
    yield f"{UNNAMED} ({file})"
    number = 2
    while True:
        yield f"{UNNAMED} ({file}, {number})"
        number += 1


def _merged(name: str, files: Sequence[Handed]) -> Iterator[Attempt]:
    """Yield a student's attempts under the name, each once, those taken back left out.

    One file is in the order in which the answers were made, whatever the clock said then;
    several can only be put in order by the clock.
    """
    if len(files) == 1 and not files[0].undone and files[0].header.student == name:
        yield from files[0].attempts
        return
    gone = {id_ for found in files for id_ in found.undone}
    kept = {made.id: made for found in files for made in found.attempts if made.id not in gone}
    made = list(kept.values())
    if len(files) > 1:
        made.sort(key=lambda attempt: datetime.fromisoformat(attempt.at))
    for attempt in made:
        yield attempt if attempt.student == name else replace(attempt, student=name)
