"""Where a value does not fit its JSON Schema: a flat list of single, precise misfits."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import jsonschema_rs

from debatekit.model.location import Step


class Misfit(NamedTuple):
    """One rule of the schema that one part of the value breaks."""

    steps: tuple[Step, ...]
    """The part; for a key that breaks a rule, the steps end with that key."""
    rule: str
    """JSON Schema's word for the rule, such as 'type'."""
    limit: Any
    """What the rule asks for: the key, the words, the number."""
    schema: dict[str, Any]
    """The schema that holds the rule."""


def misfits(value: Any, schema: dict[str, Any]) -> Iterator[Misfit]:
    """Yield every misfit of the value, in no particular order."""
    for error in jsonschema_rs.validator_for(schema).iter_errors(value):
        yield from _flat(error, schema)


def _flat(error: Any, schema: dict[str, Any]) -> Iterator[Misfit]:
    """Yield the misfits that one of the validator's errors stands for."""
    steps, holder = tuple(error.instance_path), _holder(error, schema)
    kinds = jsonschema_rs.ValidationErrorKind
    match error.kind:
        case kinds.AnyOf():
            yield from _of_alternatives(error, schema, holder)
        case kinds.AdditionalProperties(unexpected=keys):
            for key in keys:
                yield Misfit((*steps, key), "additionalProperties", key, holder)
        case kinds.PropertyNames(error=inner):
            yield Misfit((*steps, str(inner.instance)), "propertyNames", inner.kind.name, holder)
        case kinds.Required(property=key):
            yield Misfit(steps, "required", key, holder)
        case _:
            yield Misfit(steps, error.kind.name, holder[error.kind.name], holder)


def _holder(error: Any, schema: dict[str, Any]) -> dict[str, Any]:
    """Return the part of the schema that holds the broken rule."""
    part: Any = schema
    path = error.schema_path
    names = path.index("propertyNames") if "propertyNames" in path else len(path) - 1
    for step in path[:names]:
        part = part[step]
    return dict(part)


def _of_alternatives(
    error: Any, schema: dict[str, Any], holder: dict[str, Any]
) -> Iterator[Misfit]:
    """Yield the misfits of the alternative that was meant, not that none of them fits."""
    if "discriminator" not in holder:
        meant = next(
            place for place, part in enumerate(holder["anyOf"]) if part != {"type": "null"}
        )
    else:
        kinds, value = list(holder["discriminator"]["mapping"]), error.instance
        name = holder["discriminator"]["propertyName"]
        steps = tuple(error.instance_path)
        if not isinstance(value, dict):
            yield Misfit(steps, "type", "object", {"required": [name]})
            return
        if name not in value:
            words = {"description": f"one of {', '.join(kinds)}"}
            yield Misfit(steps, "required", name, {"properties": {name: words}})
            return
        if value[name] not in kinds:
            yield Misfit((*steps, name), "enum", kinds, {"enum": kinds})
            return
        meant = kinds.index(value[name])
    for inner in error.kind.context[meant]:
        yield from _flat(inner, schema)
