"""YAML text to documents, each part with the place where it was written.

Each name is looked up when it is first asked for: to list lessons no YAML need be loaded.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from debatekit.read.files import (
        read_bibliography,
        read_glossary,
        read_lesson,
        read_quiz,
        read_source,
    )
    from debatekit.read.ids import find_workspace, lesson_ids, quiz_ids, source_ids
    from debatekit.read.material import read_material, read_quiz_of, read_quizzes_of
    from debatekit.read.passages import read_passages
    from debatekit.read.schema import KINDS, json_schema
    from debatekit.read.schemes import read_schemes
    from debatekit.read.workspace import read_workspace

__all__ = [
    "KINDS",
    "find_workspace",
    "json_schema",
    "lesson_ids",
    "quiz_ids",
    "read_bibliography",
    "read_glossary",
    "read_lesson",
    "read_material",
    "read_passages",
    "read_quiz",
    "read_quiz_of",
    "read_quizzes_of",
    "read_schemes",
    "read_source",
    "read_workspace",
    "source_ids",
]
_LIES_IN = {
    "files": (
        "read_bibliography",
        "read_glossary",
        "read_lesson",
        "read_quiz",
        "read_source",
    ),
    "ids": ("find_workspace", "lesson_ids", "quiz_ids", "source_ids"),
    "material": ("read_material", "read_quiz_of", "read_quizzes_of"),
    "passages": ("read_passages",),
    "schema": ("KINDS", "json_schema"),
    "schemes": ("read_schemes",),
    "workspace": ("read_workspace",),
}


def __getattr__(name: str) -> Any:
    """Return a name of the table from its module."""
    for module, names in _LIES_IN.items():
        if name in names:
            return getattr(import_module(f"debatekit.read.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
