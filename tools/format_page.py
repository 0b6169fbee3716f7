"""The page on the files, key by key, written from the JSON Schemas."""

from collections.abc import Iterator
from typing import Any

from debatekit.model.words import CiteKey, Id
from debatekit.read import KINDS, json_schema
from tools.word_tables import word_tables

PLACES = {
    "source": "`seeds/<id>.yaml`: the record of one article",
    "lesson": "`lessons/<id>.yaml`: the author's position beside the counterarguments",
    "quiz": "`quizzes/<id>.yaml`: a mix of strands, and items written by hand",
    "references": "`seeds/references.yaml`: the bibliography, as CSL",
    "glossary": "`seeds/glossary.yaml`: the terms",
}
TITLES = {
    "source": "A source's record",
    "lesson": "A lesson",
    "quiz": "A quiz",
    "references": "The references",
    "glossary": "The glossary",
}
ID_PATTERN = Id.__metadata__[0].pattern  # type: ignore[attr-defined]
CITE_PATTERN = CiteKey.__metadata__[0].pattern  # type: ignore[attr-defined]


def format_page() -> str:
    """Return a section for each kind of file, with a table for each mapping in it.

    A mapping that several kinds of file share is described where it comes first. The words that
    files choose from come last.
    """
    lines: list[str] = []
    told: set[str] = set()
    for kind in KINDS:
        schema = json_schema(kind)
        lines += [f"## {TITLES[kind]}", "", f"{PLACES[kind]}.", ""]
        for name in [title for title in schema["$defs"] if title not in told]:
            lines += [*_mapping(name, schema["$defs"][name]), ""]
            told.add(name)
    return "\n".join([*lines, word_tables()])


def _mapping(name: str, struct: dict[str, Any]) -> Iterator[str]:
    """Yield the table of a mapping's keys."""
    yield from (f"### {name}", "", struct["description"], "")
    yield from ("| key | value | what it says |", "| --- | --- | --- |")
    for key, value in struct["properties"].items():
        needed = "**" if key in struct["required"] else ""
        yield f"| {needed}`{key}`{needed} | {_value(value)} | {value['description']} |"


def _value(schema: dict[str, Any]) -> str:
    """Return in a few words what may stand there."""
    if "$ref" in schema:
        return _link(schema["$ref"])
    if "anyOf" in schema:
        return " or ".join(_value(part) for part in schema["anyOf"] if part != {"type": "null"})
    if "enum" in schema:
        return ", ".join(f"`{word}`" for word in schema["enum"])
    if isinstance(schema["type"], list):
        return "text or number"
    if schema["type"] == "array":
        return f"list: {_value(schema['items'])}"
    if schema["type"] == "object":
        return f"mapping: {_value(schema['additionalProperties'])}"
    return _single(schema)


def _single(schema: dict[str, Any]) -> str:
    """Return what a single value is, with its bounds."""
    if schema["type"] == "string":
        patterns = {ID_PATTERN: "id", CITE_PATTERN: "citation key"}
        return patterns.get(schema.get("pattern", ""), "text")
    if schema["type"] == "boolean":
        return "`true` or `false`"
    number = "whole number" if schema["type"] == "integer" else "number"
    low, high = schema.get("minimum"), schema.get("maximum")
    if low is not None and high is not None:
        return f"{number}, {low} to {high}"
    return f"{number}, from {low}" if low is not None else number


def _link(reference: str) -> str:
    """Return a link to the table of a mapping."""
    name = reference.rpartition("/")[2]
    return f"[{name}](#{name.lower()})"
