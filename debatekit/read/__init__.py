"""YAML text to documents, each part with the place where it was written."""

from debatekit.read.workspace import find_workspace

__all__ = ["find_workspace"]
