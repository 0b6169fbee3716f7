"""The collector of circular garbage, kept still where very much is read that stays."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collection() -> Iterator[None]:
    """Keep the collector from walking a thousand lessons, or a class's answers, again and again."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
