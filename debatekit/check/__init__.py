"""Rules across files: references, argument, fairness, items; one function a rule."""

from debatekit.check.balance import Balance
from debatekit.check.kept import Kept
from debatekit.check.table import balance_table
from debatekit.check.workspace import (
    check_items,
    check_lesson,
    check_quiz,
    check_source,
    check_workspace,
)

__all__ = [
    "Balance",
    "Kept",
    "balance_table",
    "check_items",
    "check_lesson",
    "check_quiz",
    "check_source",
    "check_workspace",
]
