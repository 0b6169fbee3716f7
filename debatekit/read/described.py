"""What a schema says of a part of a file, found by the steps that lead to it."""

from typing import Any

import msgspec

from debatekit.model.location import Step


def description_at(schema: dict[str, Any], steps: tuple[Step, ...]) -> str:
    """Return the description of a part, or of the list that it is an entry of; else nothing."""
    here, said = _resolved(schema, schema), ""
    for step in steps:
        if isinstance(step, int):
            here = _resolved(schema, here.get("items") or {})
            continue
        part = here.get("properties", {}).get(step) or here.get("additionalProperties") or {}
        said = part.get("description", "")
        here = _resolved(schema, part)
    return str(said)


def home_of(schema: dict[str, Any], steps: tuple[Step, ...]) -> str:
    """Return where else in the file an unknown key belongs, if that is one sort of place."""
    *around, key = steps
    homes = [title for title, struct in schema["$defs"].items() if key in _keys(struct)]
    places = {
        place
        for struct in schema["$defs"].values()
        for place, part in _keys(struct).items()
        for title in homes
        if f'"#/$defs/{title}"' in msgspec.json.encode(part).decode()
    }
    if len(homes) != 1 or len(places) != 1 or not places.isdisjoint(around):
        return ""
    return f"it belongs to an entry of {places.pop()!r}; check how far it is indented"


def _keys(struct: dict[str, Any]) -> dict[str, Any]:
    return dict(struct.get("properties", {}))


def _resolved(schema: dict[str, Any], part: Any) -> dict[str, Any]:
    """Return what a part refers to; of alternatives the first, of one or nothing the one."""
    if not isinstance(part, dict):
        return {}
    if "anyOf" in part:
        return _resolved(schema, part["anyOf"][0])
    if "$ref" in part:
        return dict(schema["$defs"][part["$ref"].rpartition("/")[2]])
    return part
