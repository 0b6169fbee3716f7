"""YAML text to documents, each part with the place where it was written."""

from debatekit.read.files import (
    read_bibliography,
    read_glossary,
    read_lesson,
    read_quiz,
    read_source,
)
from debatekit.read.material import read_material, read_quiz_of
from debatekit.read.passages import read_passages
from debatekit.read.schema import KINDS, json_schema
from debatekit.read.schemes import read_schemes
from debatekit.read.workspace import (
    find_workspace,
    lesson_ids,
    quiz_ids,
    read_workspace,
    source_ids,
)

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
    "read_schemes",
    "read_source",
    "read_workspace",
    "source_ids",
]
