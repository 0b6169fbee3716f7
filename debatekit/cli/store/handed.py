"""The files that students handed in, read; of those that cannot be, it is said why."""

from collections.abc import Iterable
from pathlib import Path

from debatekit.cli.screen.output import one_line, say, shown
from debatekit.cli.store.opened import opened
from debatekit.model.progress import Attempt
from debatekit.store.exchange import Handed, InvalidExchangeError, parse_lines
from debatekit.store.handed import joined

MOST_BYTES = 64 * 2**20


def handed_in(paths: Iterable[Path]) -> tuple[Attempt, ...] | None:
    """Return the attempts of all files that can be read; None if there is no such file.

    What is wrong with the others is said on standard error, a fault a line; of a file with
    a fault nothing counts, nor of a copy of another student's. Answers that were taken back
    are left out. A student's attempts come in the order in which they were made.
    """
    files = [(path, found) for path in paths if (found := _read(path)) is not None]
    if not files:
        return None
    whole = joined([(shown(Path(path.stem)), found) for path, found in files])
    for place in whole.copies:
        said = "repeats answers of another file, under another name; left out"
        _complain(files[place][0], said)
    return whole.attempts


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
    say(one_line(message))
