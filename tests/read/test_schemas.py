"""The committed JSON Schemas are those of the types, and say what every key is for."""

import json
from pathlib import Path

import jsonschema_rs
import pytest

from debatekit.read import KINDS, json_schema
from debatekit.read.nodes import compose, plain
from debatekit.read.schema import properties

ROOT = Path(__file__).parent.parent.parent
GOOD = {
    "source": "seeds/lind-2024.yaml",
    "lesson": "lessons/free-trams.yaml",
    "references": "seeds/references.yaml",
    "glossary": "seeds/glossary.yaml",
}


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_committed_schema_is_that_of_the_types(kind: str) -> None:
    committed = (ROOT / "docs" / "schemas" / f"{kind}.json").read_text(encoding="utf-8")
    assert json.loads(committed) == json_schema(kind)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_schema_is_valid_names_its_version_and_describes_every_key(kind: str) -> None:
    schema = json_schema(kind)
    jsonschema_rs.meta.validate(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert kind in schema["title"]
    assert [key for _, key, part in properties(schema) if not part.get("description")] == []


@pytest.mark.parametrize("kind", sorted(GOOD))
def test_a_good_file_is_good_to_the_schema_too(kind: str) -> None:
    path = ROOT / "tests" / "data" / "workspaces" / "trams" / GOOD[kind]
    value = plain(compose(path.read_text(encoding="utf-8"), path.name))
    assert [*map(str, jsonschema_rs.iter_errors(json_schema(kind), value))] == []
