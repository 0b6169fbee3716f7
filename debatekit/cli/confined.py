"""One piece of work on a stranger's file, in a process that has only so much time and memory.

Libraries that open web pages, Word and PDF files can be made to work for hours, or to break
down altogether, by files made for it. Here such a file costs one message.
"""

import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

SECONDS = 30
"""So long is waited; an article takes a second or two."""
BYTES = 3 * 2**30
"""So much address space the process gets, where the system can limit it."""


class TooMuchError(Exception):
    """The work was not done within its limits, or its process broke down."""


def confined(work: Callable[[T], R], what: T, seconds: float = SECONDS, space: int = BYTES) -> R:
    """Return what the work returns; raises TooMuchError. The process never outlives the call.

    The work must say with its answer what went wrong: whatever it raises is told as too much.
    """
    here, there = get_context("spawn").Pipe(duplex=False)
    process = get_context("spawn").Process(
        target=_work, args=(there, work, what, space), daemon=True
    )
    process.start()
    there.close()
    try:
        if not here.poll(seconds):
            raise TooMuchError
        answer: R = here.recv()
    except EOFError:
        raise TooMuchError from None
    finally:
        process.kill()
        process.join()
        here.close()
    return answer


def _work(connection: Connection, work: Callable[[T], R], what: T, space: int) -> None:
    """Do the work under limits, and send its answer; without one the other end sees the end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one that waits
    _limit(space)
    with suppress(MemoryError):
        connection.send(work(what))
    connection.close()


def _limit(space: int) -> None:
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(OSError, ValueError):  # macOS knows the limit and refuses to set it
        resource.setrlimit(resource.RLIMIT_AS, (space, space))
