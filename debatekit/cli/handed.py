"""The files that students handed in: which can be read, and whose answers are whose."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

import click
from msgspec import Struct
from msgspec.structs import replace

from debatekit.cli.opened import opened
from debatekit.cli.output import one_line, shown
from debatekit.model.progress import Attempt
from debatekit.model.text import printable
from debatekit.store.exchange import Handed, InvalidExchangeError, parse_lines

MOST_BYTES = 64 * 2**20
UNNAMED = "me"
"""Who practises without giving a name; no two such files are taken for one student's."""


class Pile(Struct, frozen=True):
    """A student's files, in the order in which they were given."""

    files: list[Handed]


def handed_in(paths: Iterable[Path]) -> tuple[Attempt, ...] | None:
    """Return the attempts of all files that can be read; None if there is no such file.

    What is wrong with the others is said on standard error, a fault a line; of a file with
    a fault nothing counts. Answers that were taken back are left out. A student's attempts
    come in the order in which they were made.
    """
    files = [(path, found) for path in paths if (found := _read(path)) is not None]
    piles = _piles(files)
    if not piles:
        return None
    return tuple(made for name, pile in piles.items() for made in _merged(name, pile.files))


def _read(path: Path) -> Handed | None:
    """Return what a file says, or say what is wrong with it."""
    try:
        with opened(path) as file:
            content = file.read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            _complain(path, f"the file is larger than {MOST_BYTES >> 20} MiB")
            return None
        return parse_lines(content)
    except OSError as error:
        _complain(path, f"cannot be read: {(error.strerror or str(error)).lower()}")
        return None
    except InvalidExchangeError as error:
        for fault in error.faults:
            _say(f"{shown(path)}:{fault}")
        return None


def _complain(path: Path, message: str) -> None:
    _say(f"{shown(path)}: {message}")


def _say(message: str) -> None:
    click.echo(one_line(message), err=True)


def _piles(files: Sequence[tuple[Path, Handed]]) -> dict[str, Pile]:
    """Return the files by student.

    A file that repeats answers of another student's is left out: ids are made by chance,
    so it is a copy.
    """
    piles: dict[str, Pile] = {}
    owners: dict[str, str] = {}
    for path, found in files:
        ids = {made.id for made in found.attempts}
        before = {owners[id_] for id_ in ids & owners.keys()}
        name = _student(path, found, before, piles)
        if before - {name}:
            _complain(path, "repeats answers of another file, under another name; left out")
            continue
        owners.update(dict.fromkeys(ids, name))
        piles.setdefault(name, Pile([])).files.append(found)
    return piles


def _student(path: Path, found: Handed, before: set[str], piles: dict[str, Pile]) -> str:
    """Return whose file it is; whoever gave no name is called after the file."""
    said = printable(unicodedata.normalize("NFC", found.header.student))
    name = " ".join(said.split()) or "?"
    if name != UNNAMED:
        return name
    if len(before) == 1:
        return next(iter(before))
    return next(name for name in _names(path) if name not in piles)


def _names(path: Path) -> Iterator[str]:
    stem = shown(Path(path.stem))
    yield f"{UNNAMED} ({stem})"
    number = 2
    while True:
        yield f"{UNNAMED} ({stem}, {number})"
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
