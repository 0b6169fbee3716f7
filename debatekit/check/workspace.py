"""All rules over all documents of a workspace."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from debatekit.check.argument import ARGUMENT_RULES
from debatekit.check.asked import AskedItem, Setting, generated_item, written_items
from debatekit.check.attacks import ATTACK_RULES
from debatekit.check.balance import BALANCE_RULES
from debatekit.check.citations import (
    own_reference,
    references_of_glossary,
    references_of_lessons,
    references_of_sources,
)
from debatekit.check.dates import (
    BIBLIOGRAPHY_DATE_RULES,
    LESSON_DATE_RULES,
    SOURCE_DATE_RULES,
)
from debatekit.check.findings import at_most_a_hundred
from debatekit.check.item_balance import items_out_of_balance
from debatekit.check.item_keys import KEY_RULES
from debatekit.check.item_options import OPTION_RULES
from debatekit.check.item_sets import SET_RULES
from debatekit.check.item_stems import STEM_RULES
from debatekit.check.kept import Kept, looked_at_lesson, looked_at_quiz, looked_at_source
from debatekit.check.lesson_view import LessonView
from debatekit.check.namespace import NAMESPACE_RULES
from debatekit.check.neutrality import NEUTRALITY_RULES
from debatekit.check.paragraphs import paragraphs_of_lessons, paragraphs_of_sources
from debatekit.check.passages import PASSAGE_RULES
from debatekit.check.paths import PATH_RULES
from debatekit.check.prose import charged_words_in_lessons, charged_words_in_sources
from debatekit.check.quizzes import QUIZ_RULES, setting_of, unknown_lesson
from debatekit.check.references import REFERENCE_RULES
from debatekit.check.schemes import SCHEME_RULES
from debatekit.check.sources import BIBLIOGRAPHY_RULES, SOURCE_RULES
from debatekit.diagnostics import Diagnostic
from debatekit.model.document import Document, Workspace
from debatekit.model.item import Item
from debatekit.model.lesson import Lesson
from debatekit.model.quiz import Quiz
from debatekit.model.source import Source

LessonRule = Callable[[LessonView], Iterator[Diagnostic]]
"""Find one sort of fault in a lesson; the view carries the document and its workspace."""

SourceRule = Callable[[Document[Source], Workspace], Iterator[Diagnostic]]
"""Find one sort of fault in a source's record."""

ItemRule = Callable[[AskedItem, Setting], Iterator[Diagnostic]]
"""Find one sort of fault in an item, written or generated."""

LESSON_RULES: tuple[LessonRule, ...] = (
    *REFERENCE_RULES,
    *NAMESPACE_RULES,
    *ARGUMENT_RULES,
    *PATH_RULES,
    *ATTACK_RULES,
    *SCHEME_RULES,
    *NEUTRALITY_RULES,
    *BALANCE_RULES,
    *LESSON_DATE_RULES,
    charged_words_in_lessons,
    references_of_lessons,
    paragraphs_of_lessons,
)
RECORD_RULES: tuple[SourceRule, ...] = (
    *SOURCE_RULES,
    *SOURCE_DATE_RULES,
    *PASSAGE_RULES,
    charged_words_in_sources,
    own_reference,
    references_of_sources,
    paragraphs_of_sources,
)
ITEM_RULES: tuple[ItemRule, ...] = (*KEY_RULES, *OPTION_RULES, *STEM_RULES)


def check_workspace(workspace: Workspace, kept: Kept | None = None) -> tuple[Diagnostic, ...]:
    """Return everything that the rules find, sorted by file and place.

    With what was kept from another time, only what has changed since is looked at again.
    """
    return tuple(sorted(_found(workspace, kept or Kept())))


def check_lesson(document: Document[Lesson], workspace: Workspace) -> Iterator[Diagnostic]:
    """Yield what the rules find in one lesson."""
    view = LessonView(document=document, workspace=workspace)
    for rule in LESSON_RULES:
        yield from at_most_a_hundred(rule(view))


def check_source(document: Document[Source], workspace: Workspace) -> Iterator[Diagnostic]:
    """Yield what the rules find in one source's record."""
    for rule in RECORD_RULES:
        yield from at_most_a_hundred(rule(document, workspace))


def check_quiz(document: Document[Quiz], workspace: Workspace) -> Iterator[Diagnostic]:
    """Yield what the rules find in one quiz and the items written in it."""
    setting = setting_of(document, workspace)
    items = tuple(written_items(document))
    yield from unknown_lesson(document, workspace)
    for rule in QUIZ_RULES:
        yield from at_most_a_hundred(rule(document, setting))
    for item_rule in ITEM_RULES:
        yield from at_most_a_hundred(fault for item in items for fault in item_rule(item, setting))
    for set_rule in SET_RULES:
        yield from at_most_a_hundred(set_rule(items, setting))


def check_items(
    items: Sequence[Item], document: Document[Lesson], workspace: Workspace
) -> tuple[Diagnostic, ...]:
    """Return what the rules find in a lesson's items; generated items stand at its first line."""
    setting = Setting(LessonView(document=document, workspace=workspace))
    where = document.at()
    asked = [generated_item(item, where) for item in items]
    found = [fault for rule in ITEM_RULES for item in asked for fault in rule(item, setting)]
    return tuple(sorted([*found, *items_out_of_balance(items, where)]))


def _found(workspace: Workspace, kept: Kept) -> Iterator[Diagnostic]:
    for source in workspace.sources.values():
        looked = looked_at_source(source, workspace)
        yield from kept.of(source.path, looked, partial(check_source, source, workspace))
    for lesson in workspace.lessons.values():
        looked = looked_at_lesson(lesson, workspace)
        yield from kept.of(lesson.path, looked, partial(check_lesson, lesson, workspace))
    for quiz in workspace.quizzes.values():
        looked = looked_at_quiz(quiz, workspace)
        yield from kept.of(quiz.path, looked, partial(check_quiz, quiz, workspace))
    yield from _found_in_lists(workspace)


def _found_in_lists(workspace: Workspace) -> Iterator[Diagnostic]:
    if workspace.bibliography is not None:
        for rule in (*BIBLIOGRAPHY_RULES, *BIBLIOGRAPHY_DATE_RULES):
            yield from at_most_a_hundred(rule(workspace.bibliography, workspace))
    if workspace.glossary is not None:
        yield from at_most_a_hundred(references_of_glossary(workspace.glossary, workspace))
