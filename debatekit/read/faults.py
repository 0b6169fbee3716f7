"""Every fault of a file that does not fit its type, each with its place.

Only called when a file could not be converted: the schema is compiled here, not before.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from yaml.nodes import Node

from debatekit.diagnostics import Diagnostic, did_you_mean
from debatekit.model.location import Location, Step
from debatekit.read.described import description_at, homes
from debatekit.read.misfits import Misfit, misfits
from debatekit.read.nodes import MOST_FAULTS, forgiving, irregularities, location
from debatekit.read.part import Part
from debatekit.read.places import Tree
from debatekit.read.schema import strict_schema
from debatekit.read.wording import worded

KNOWN_FORMAT = 1

_MOST_LOOKED_AT = 3 * MOST_FAULTS
"""A hostile file can hold half a million faults; so many are put in order at most."""


def explain(root: Node, kind: str, shown: str) -> tuple[Diagnostic, ...]:
    """Return why a file does not fit its type: at least one fault."""
    if found := faults_of(root, kind, shown):
        return found
    message = f"the file has not the form of a {kind} file"
    return (Diagnostic(Location(shown), "DK113", message),)


def faults_of(root: Node, kind: str, shown: str) -> tuple[Diagnostic, ...]:
    """Return all faults of a file, in file order; of more than a hundred, the first hundred."""
    value, tree = forgiving(root), Tree(root)
    if newer := _newer(value, tree, shown):
        return (newer,)
    odd = islice(irregularities(root, shown), _MOST_LOOKED_AT)
    found = sorted({*odd, *_of_kind(value, tree, kind, shown)})
    if len(found) <= MOST_FAULTS:
        return tuple(found)
    rest = found[MOST_FAULTS].where
    more = Diagnostic(rest, "DK016", "there are more faults from here on", "mend the others first")
    return (*found[:MOST_FAULTS], more)


def _newer(value: Any, tree: Tree, shown: str) -> Diagnostic | None:
    """Return the one fault of a file that a later debatekit wrote."""
    form = value.get("format") if isinstance(value, dict) else None
    if not isinstance(form, int) or isinstance(form, bool) or form <= KNOWN_FORMAT:
        return None
    where = location(shown, tree.find(("format",)).shown)
    message = f"the file has a newer format than {KNOWN_FORMAT}, the newest known here"
    return Diagnostic(where, "DK003", message, "update debatekit")


def _of_kind(value: Any, tree: Tree, kind: str, shown: str) -> Iterator[Diagnostic]:
    """Yield the faults of a value against the schema of its kind."""
    schema = strict_schema(kind)
    found = tuple(islice(misfits(value, schema), _MOST_LOOKED_AT))
    unknown = [misfit.steps for misfit in found if misfit.rule == "additionalProperties"]
    belongs = homes(schema) if unknown else {}
    for misfit in found:
        if not _is_misspelt(misfit, unknown):
            yield worded(Part(misfit, tree, shown, _about(misfit, schema, belongs)))


def _about(misfit: Misfit, schema: dict[str, Any], belongs: Mapping[str, str]) -> str:
    """Return what the schema says of the place, or where an unknown key belongs."""
    if misfit.rule != "additionalProperties":
        return description_at(schema, misfit.steps)
    home = belongs.get(misfit.limit)
    if home is None or home in misfit.steps:
        return ""
    return f"it belongs to an entry of {home!r}; check how far it is indented"


def _is_misspelt(misfit: Misfit, unknown: Iterable[tuple[Step, ...]]) -> bool:
    """Return whether a missing key is there after all, under a name that comes near."""
    if misfit.rule != "required":
        return False
    beside = (steps for steps in unknown if steps[:-1] == misfit.steps)
    return any(did_you_mean(str(steps[-1]), [misfit.limit]) for steps in beside)
