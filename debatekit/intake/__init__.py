"""An article's file to numbered paragraphs, and commented files for a teacher to fill in."""

from debatekit.intake.argdown import read_argdown
from debatekit.intake.article import Article, IntakeError
from debatekit.intake.begin import lesson_text, quiz_text, source_text
from debatekit.intake.map_lesson import map_lesson_text
from debatekit.intake.map_plan import plan_of
from debatekit.intake.sample import sample_files
from debatekit.intake.take import OPENED_BY_LIBRARIES, TAKERS, take_article
from debatekit.intake.templating import id_from

__all__ = [
    "OPENED_BY_LIBRARIES",
    "TAKERS",
    "Article",
    "IntakeError",
    "id_from",
    "lesson_text",
    "map_lesson_text",
    "plan_of",
    "quiz_text",
    "read_argdown",
    "sample_files",
    "source_text",
    "take_article",
]
