"""Recent: what was worked out from a frozen thing, kept as long as that thing is in use."""

from collections.abc import Callable
from typing import Generic, TypeVar

Thing = TypeVar("Thing")
Result = TypeVar("Result")

_KEPT = 8


class Recent(Generic[Thing, Result]):
    """Results for the last few things asked about, found by identity.

    Frozen structs that hold mappings have no hash, and comparing two graphs costs as much
    as indexing one; so a thing is known again only if it is the same object.
    """

    def __init__(self, work_out: Callable[[Thing], Result]) -> None:
        self._work_out = work_out
        self._known: list[tuple[Thing, Result]] = []

    def get(self, thing: Thing) -> Result:
        """Return the result for the thing, worked out once while it stays in use."""
        for known, result in self._known:
            if known is thing:
                return result
        result = self._work_out(thing)
        self._known = [(thing, result), *self._known[: _KEPT - 1]]
        return result
