"""The kinds of file, their types, and the JSON Schemas that come from these types."""

from collections.abc import Iterator, Mapping
from typing import Any, get_args

import msgspec

from debatekit.model.lesson import Lesson
from debatekit.model.quiz import Quiz
from debatekit.model.reference import Bibliography, Glossary
from debatekit.model.source import Source
from debatekit.model.words import Strand

KINDS: Mapping[str, type[msgspec.Struct]] = {
    "source": Source,
    "lesson": Lesson,
    "quiz": Quiz,
    "references": Bibliography,
    "glossary": Glossary,
}
"""The kinds of file, in the order in which a teacher writes them."""


def json_schema(kind: str) -> dict[str, Any]:
    """Return the JSON Schema of a kind of file, with a description on every key."""
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
    """Add what msgspec checks but does not say: what `kind` is for, and the keys of `mix`."""
    keys = struct.get("properties", {})
    if "kind" in keys:
        keys["kind"].setdefault("description", "How it is answered.")
    if "mix" in keys:
        keys["mix"]["propertyNames"] = {"enum": sorted(get_args(Strand))}
