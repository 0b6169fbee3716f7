"""Rules on a quiz as a file: its lesson, the ids it names, its mix."""

from collections.abc import Iterator
from itertools import chain

from debatekit.check.asked import Setting
from debatekit.check.findings import error, nearest, repeated, unknown
from debatekit.check.lesson_view import LessonView
from debatekit.check.paragraphs import Numbered, beyond_the_end
from debatekit.diagnostics import Diagnostic
from debatekit.model.document import Document, Workspace
from debatekit.model.quiz import Quiz


def setting_of(document: Document[Quiz], workspace: Workspace) -> Setting:
    """Return what the quiz's lesson lends to judge its items by."""
    lesson = workspace.lessons.get(document.content.lesson)
    return Setting(LessonView(document=lesson, workspace=workspace) if lesson else None)


def unknown_lesson(document: Document[Quiz], workspace: Workspace) -> Iterator[Diagnostic]:
    """Yield DK440: a quiz on a lesson that is not there."""
    name = document.content.lesson
    if name not in workspace.lessons and f"lessons/{name}" not in workspace.unread:
        known = tuple(workspace.lessons)
        yield error(
            document.at("lesson"),
            "DK440",
            f"there is no lesson {name!r} in lessons/",
            nearest(name, known) or f"write it: lessons/{name}.yaml",
        )


def unknown_subjects(document: Document[Quiz], setting: Setting) -> Iterator[Diagnostic]:
    """Yield DK441: an item about an id that its lesson does not have."""
    view = setting.view
    if view is None or view.source is None:
        return
    named = (view.claims, view.actors, view.events, view.reasons_by_id, view.sayings)
    known = dict.fromkeys(chain(*named, view.lesson.terms))
    for i, item in enumerate(document.content.items):
        for k, name in enumerate(item.about):
            if name not in known:
                where = document.at("items", i, "about", k)
                yield unknown(where, "DK441", f"item {item.id!r} is about an unknown", name, known)


def items_with_one_id(document: Document[Quiz], setting: Setting) -> Iterator[Diagnostic]:
    """Yield DK442: an item's id that an earlier item has."""
    for i, id_ in repeated(item.id for item in document.content.items):
        yield error(
            document.at("items", i, "id"),
            "DK442",
            f"two items have the id {id_!r}",
            "give each its own id; scores are kept under it",
        )


def empty_mix(document: Document[Quiz], setting: Setting) -> Iterator[Diagnostic]:
    """Yield DK443: a mix that asks for no item at all."""
    mix = document.content.mix
    if mix and not any(mix.values()):
        yield error(
            document.at("mix"),
            "DK443",
            "the mix asks for 0 items",
            "say how many items of a strand a session asks, or leave 'mix' out",
        )


def paragraphs_of_items(document: Document[Quiz], setting: Setting) -> Iterator[Diagnostic]:
    """Yield DK305 for the paragraph numbers of items."""
    if setting.view is not None and setting.view.source is not None:
        source = setting.view.source
        yield from beyond_the_end(document.locate, source, _numbered(document.content))


def _numbered(quiz: Quiz) -> Iterator[Numbered]:
    for i, item in enumerate(quiz.items):
        yield ("items", i, "paragraphs"), item.paragraphs


QUIZ_RULES = (unknown_subjects, items_with_one_id, empty_mix, paragraphs_of_items)
