"""The kinds of file, their types, and the JSON Schemas that come from these types."""

from collections.abc import Iterator, Mapping
from typing import Any, get_args

import msgspec

from debatekit.model.lesson import Lesson
from debatekit.model.quiz import Quiz
from debatekit.model.reference import Bibliography, Glossary
from debatekit.model.source import Source
from debatekit.model.words import Strand
from debatekit.read.schemes import read_schemes

KINDS: Mapping[str, type[msgspec.Struct]] = {
    "source": Source,
    "lesson": Lesson,
    "quiz": Quiz,
    "references": Bibliography,
    "glossary": Glossary,
}
"""The kinds of file, in the order in which a teacher writes them."""


def json_schema(kind: str) -> dict[str, Any]:
    """Return the JSON Schema of a kind of file, with a description on every key.

    That of the references also takes what reference managers export.
    """
    schema = strict_schema(kind)
    return _with_exports(schema) if kind == "references" else schema


def strict_schema(kind: str) -> dict[str, Any]:
    """Return the JSON Schema of a kind of file as it is after reading: its one form."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"debatekit: {kind}",
        **msgspec.json.schema(KINDS[kind]),
    }
    for struct in schema["$defs"].values():
        _complete(struct)
    as_read: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(schema))
    return as_read


def properties(schema: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield each struct's title, key and schema of that key, in the order of the file."""
    for title, struct in schema["$defs"].items():
        for key, value in struct.get("properties", {}).items():
            yield title, key, value


def _complete(struct: dict[str, Any]) -> None:
    """Add what msgspec does not say: what `kind` is for, the names of strands and schemes."""
    keys = struct.get("properties", {})
    if "kind" in keys:
        keys["kind"].setdefault("description", "How it is answered.")
    if "scheme" in keys:
        keys["scheme"]["examples"] = sorted(read_schemes())
    if "mix" in keys:
        keys["mix"]["propertyNames"] = {"enum": sorted(get_args(Strand))}


def _with_exports(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of the references with the forms that are arranged while reading."""
    structs = schema["$defs"]
    reference, text = structs["Reference"]["properties"], {"type": ["string", "number"]}
    for key in ("title", "publisher", "container-title", "note"):
        reference[key].pop("pattern", None)
        reference[key].pop("minLength", None)
        reference[key]["type"] = ["string", "number"]
    day = {"type": "object", "additionalProperties": text}
    issued = reference["issued"]
    known = [part for part in issued.pop("anyOf") if part != {"type": "null"}]
    reference["issued"] = {
        "anyOf": [*known, text, day, {"type": "array", "items": day}],
        "description": issued["description"],
    }
    dates = structs["Issued"]["properties"]["date-parts"]
    dates["items"]["items"] = text
    bare = {"type": "array", "items": {"$ref": "#/$defs/Reference"}}
    schema["anyOf"] = [{"$ref": schema.pop("$ref")}, bare]
    return schema
