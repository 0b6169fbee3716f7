"""Rules across files: references, argument, fairness, items; one function a rule."""

from debatekit.check.workspace import check_workspace

__all__ = ["check_workspace"]
