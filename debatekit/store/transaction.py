"""A transaction: everything done within it is on the disk, whole, or nothing of it."""

from collections.abc import Iterator
from contextlib import contextmanager

from debatekit.store.errors import explained
from debatekit.store.scores import Scores


@contextmanager
def transaction(scores: Scores) -> Iterator[None]:
    """Have everything done within on the disk, whole, or nothing of it."""
    with explained(scores._path):
        scores._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            scores._connection.execute("COMMIT")
        finally:
            if scores._connection.in_transaction:
                scores._connection.execute("ROLLBACK")
