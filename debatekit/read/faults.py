"""Every fault of a file that does not fit its type, each with its place.

Only called when a file could not be converted: the schema is compiled here, not before.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from yaml.nodes import Node

from debatekit.diagnostics import Diagnostic, did_you_mean
from debatekit.model.document import Location
from debatekit.read.misfits import Misfit, misfits
from debatekit.read.nodes import MOST_FAULTS, forgiving, irregularities, location
from debatekit.read.part import Part
from debatekit.read.places import find
from debatekit.read.schema import json_schema
from debatekit.read.wording import worded

KNOWN_FORMAT = 1


def explain(root: Node, kind: str, shown: str) -> tuple[Diagnostic, ...]:
    """Return all faults of a file, in file order; more than a hundred are cut short."""
    value = forgiving(root)
    if newer := _newer(value, root, shown):
        return (newer,)
    found = {*irregularities(root, shown), *_of_kind(value, root, kind, shown)}
    if not found:
        message = f"the file has not the form of a {kind} file"
        return (Diagnostic(Location(shown), "DK113", message),)
    return cut_short(found)


def cut_short(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the first hundred faults in file order, and that there are more, if so."""
    faults = tuple(sorted(found))
    if len(faults) <= MOST_FAULTS:
        return faults
    message = f"there are {len(faults) - MOST_FAULTS} more faults after this one"
    last = Diagnostic(faults[MOST_FAULTS - 1].where, "DK016", message, "mend the first ones first")
    return (*faults[:MOST_FAULTS], last)


def _newer(value: Any, root: Node, shown: str) -> Diagnostic | None:
    """Return the one fault of a file that a later debatekit wrote."""
    form = value.get("format") if isinstance(value, dict) else None
    if not isinstance(form, int) or isinstance(form, bool) or form <= KNOWN_FORMAT:
        return None
    where = location(shown, find(root, ("format",)).shown)
    message = f"the file has format {form}; this debatekit knows format {KNOWN_FORMAT}"
    return Diagnostic(where, "DK003", message, "update debatekit")


def _of_kind(value: Any, root: Node, kind: str, shown: str) -> Iterator[Diagnostic]:
    """Yield the faults of a value against the schema of its kind."""
    found = tuple(misfits(value, json_schema(kind)))
    unknown = {misfit.steps for misfit in found if misfit.rule == "additionalProperties"}
    for misfit in found:
        if not _is_misspelt(misfit, unknown):
            yield worded(Part(misfit, root, shown))


def _is_misspelt(misfit: Misfit, unknown: Iterable[tuple[str | int, ...]]) -> bool:
    """Return whether a missing key is there after all, under a name that comes near."""
    if misfit.rule != "required":
        return False
    beside = (steps for steps in unknown if steps[:-1] == misfit.steps)
    return any(did_you_mean(str(steps[-1]), [misfit.limit]) for steps in beside)
