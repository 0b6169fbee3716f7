"""What a class's attempts show: heat map, item analysis, misconceptions, what to reteach."""

from debatekit.report.anonymous import anonymous
from debatekit.report.findings import ClassReport
from debatekit.report.outline import Asked, OptionText, Outline
from debatekit.report.rows import question_rows
from debatekit.report.whole import class_report

__all__ = [
    "Asked",
    "ClassReport",
    "OptionText",
    "Outline",
    "anonymous",
    "class_report",
    "question_rows",
]
