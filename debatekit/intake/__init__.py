"""An article's file to numbered paragraphs, and commented files for a teacher to fill in."""

from debatekit.intake.article import Article, IntakeError
from debatekit.intake.begin import lesson_text, quiz_text, source_text
from debatekit.intake.sample import sample_files
from debatekit.intake.take import TAKERS, take_article
from debatekit.intake.templating import id_from

__all__ = [
    "TAKERS",
    "Article",
    "IntakeError",
    "id_from",
    "lesson_text",
    "quiz_text",
    "sample_files",
    "source_text",
    "take_article",
]
