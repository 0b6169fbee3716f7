"""What a schema says of a part of a file, found by the steps that lead to it."""

import re
from collections import Counter
from typing import Any

import msgspec

from debatekit.model.location import Step

_REFERENCE = re.compile(r'"#/\$defs/(\w+)"')


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


def homes(schema: dict[str, Any]) -> dict[str, str]:
    """Return the list or mapping to whose entries a key belongs, for keys of one place alone."""
    written = {title: _keys(struct) for title, struct in schema["$defs"].items()}
    places: dict[str, set[str]] = {}
    for keys in written.values():
        for place, part in keys.items():
            for title in _REFERENCE.findall(msgspec.json.encode(part).decode()):
                places.setdefault(title, set()).add(place)
    found: dict[str, set[str]] = {}
    owners = Counter(key for keys in written.values() for key in keys)
    for title, keys in written.items():
        for key in keys:
            if owners[key] == 1:
                found[key] = places.get(title, set())
    return {key: next(iter(around)) for key, around in found.items() if len(around) == 1}


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
