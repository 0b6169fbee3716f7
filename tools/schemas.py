"""Write the JSON Schemas of all kinds of file into docs/schemas/."""

import json
from pathlib import Path

from debatekit.export.json import export_schema
from debatekit.read import KINDS, json_schema

FOLDER = Path(__file__).parent.parent / "docs" / "schemas"


def schema_text(kind: str) -> str:
    """Return a kind's schema as the committed file holds it."""
    schema = export_schema() if kind == "export" else json_schema(kind)
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def main() -> None:
    """Write every schema."""
    FOLDER.mkdir(exist_ok=True)
    for kind in (*KINDS, "export"):
        (FOLDER / f"{kind}.json").write_text(schema_text(kind), encoding="utf-8")


if __name__ == "__main__":
    main()
