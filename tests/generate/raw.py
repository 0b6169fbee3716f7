"""Lesson files as plain dictionaries, read without any of our own code."""

import re
from pathlib import Path
from typing import Any

import yaml

Raw = dict[str, Any]

ROOT = Path(__file__).parents[2]
SMALL = ROOT / "tests" / "data" / "lessons"


class _Loader(yaml.SafeLoader):
    """PyYAML with the plain scalars of YAML 1.2's core rules, so dates and `no` stay text."""


_Loader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("bool", r"^(true|false)$", "tf"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("null", r"^(null|~|)$", "n~"),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), list(_first))


class RawLesson:
    """A lesson, its source, its references and the schemes, as dictionaries."""

    def __init__(
        self, lesson: Raw, source: Raw, references: list[Raw], terms: Raw, schemes: list[Raw]
    ) -> None:
        self.lesson = lesson
        self.source = source
        self.references = {entry["id"]: entry for entry in references}
        self.terms = terms
        self.schemes = {entry["id"]: entry for entry in schemes}


def bare_source(claims: Raw, actors: Raw, **more: Any) -> Raw:
    """Return the record of an article of one paragraph; its first actor is its author."""
    return {
        "format": 1,
        "title": "An article",
        "author": next(iter(actors)),
        "date": "2020",
        "paragraphs": [{"gist": "One."}],
        "actors": actors,
        "claims": claims,
        **more,
    }


def load(path: Path) -> Any:
    """Return what a YAML file says."""
    return yaml.load(path.read_text("utf-8"), _Loader)


def raw_schemes() -> list[Raw]:
    """Return the schemes that ship with the reader."""
    found: list[Raw] = load(ROOT / "debatekit" / "read" / "schemes.yaml")["schemes"]
    return found


def raw_lesson(root: Path, name: str) -> RawLesson:
    """Return a workspace's lesson."""
    lesson = load(root / "lessons" / f"{name}.yaml")
    references = root / "seeds" / "references.yaml"
    glossary = root / "seeds" / "glossary.yaml"
    return RawLesson(
        lesson,
        load(root / "seeds" / f"{lesson['source']}.yaml"),
        load(references)["references"] if references.exists() else [],
        load(glossary)["terms"] if glossary.exists() else {},
        raw_schemes(),
    )


LESSONS = [
    *((ROOT, path.stem) for path in sorted((ROOT / "lessons").glob("*.yaml"))),
    *((path.parents[1], path.stem) for path in sorted(SMALL.glob("*/lessons/*.yaml"))),
]
"""Every bundled lesson, and the small ones of the tests: workspace and id."""
