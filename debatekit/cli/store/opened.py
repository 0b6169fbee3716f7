"""A file that somebody named, opened to be read; a pipe nobody writes to is not waited for."""

import errno
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import BinaryIO

PATIENCE_S = 1.0
"""So long a program has that writes to a pipe; the shell starts it beside this one."""


def opened(path: Path) -> BinaryIO:
    """Return the file; raises OSError, also for a pipe to which nobody writes.

    A pipe with a writer, such as the shell makes of `<(zcat mia.jsonl.gz)`, is read as it is.
    """
    if not path.is_fifo():
        return path.open("rb")
    found: SimpleQueue[BinaryIO | OSError] = SimpleQueue()
    # To open a pipe is to wait for its writer, and only another thread's wait has an end.
    Thread(target=_open, args=(path, found), daemon=True).start()
    try:
        pipe = found.get(timeout=PATIENCE_S)
    except Empty:
        raise OSError(errno.ENXIO, "nobody writes to this pipe") from None
    if isinstance(pipe, OSError):
        raise pipe
    return pipe


def _open(path: Path, found: SimpleQueue[BinaryIO | OSError]) -> None:
    try:
        found.put(path.open("rb"))
    except OSError as error:
        found.put(error)
