"""`debatekit` alone: what to do next, as commands to type or as a menu."""

import os
import shlex
from collections.abc import Sequence

from debatekit.cli.context import Settings
from debatekit.cli.lessons import LessonLine, lesson_lines, show_lessons
from debatekit.cli.screen.bars import show_lines, show_steps
from debatekit.cli.store.score_file import kept_unfinished, student_name
from debatekit.cli.workspace.places import workspace_of
from debatekit.model.progress import SessionRecord
from debatekit.practice.advice import Step, due_words, going_on
from debatekit.practice.record import Wish
from debatekit.read import lesson_ids, quiz_ids

_LEAVE = "leave"
_REVIEW = ""
"""How a review is named: it belongs to no lesson."""


def start(settings: Settings) -> None:
    """Show what is unfinished and which lessons there are; on a terminal, let one be chosen."""
    student = student_name(os.environ.get("DEBATEKIT_STUDENT") or "me")
    root = workspace_of(settings)
    here = {*lesson_ids(root), *quiz_ids(root), _REVIEW}
    kept = kept_unfinished(settings, student)
    unfinished = [record for record in kept if record.quiz in here][:3]
    lines = lesson_lines(settings, root, student)
    if settings.plain:
        show_lines(settings, ["The lessons:"])
        show_lessons(settings, lines, root)
        show_steps(settings, _steps(unfinished, lines))
        return
    name = _chosen(settings, unfinished, lines)
    if name == _REVIEW:
        from debatekit.cli.review import go_over

        go_over(settings, student, Wish())
    elif name != _LEAVE:
        from debatekit.cli.quiz import take

        take(settings, student, name, Wish())


def _steps(unfinished: Sequence[SessionRecord], lines: Sequence[LessonLine]) -> list[Step]:
    """Return the unfinished sessions, what is due, and the first lesson, as commands."""
    names = list(dict.fromkeys(record.quiz for record in unfinished))
    steps = [Step(going_on(name), "goes on where you left") for name in names]
    if (due := sum(line.due for line in lines)) and _REVIEW not in names:
        steps.append(Step(going_on(_REVIEW), due_words(due)))
    fresh = [line for line in lines if line.id not in names][:1]
    for line in fresh:
        name = shlex.quote(line.id)
        steps.append(Step(f"debatekit study {name}", "read it first, both sides"))
        steps.append(Step(f"debatekit quiz {name}", "practise it"))
    steps += _exercise(lines)
    return [*steps, Step("debatekit --help", "everything else")]


def _exercise(lines: Sequence[LessonLine]) -> list[Step]:
    """Return where the exercises begin, for those who have begun none, beside other lessons."""
    exercises = [line for line in lines if line.exercise]
    if len(exercises) == len(lines) or any(line.mastery is not None for line in exercises):
        return []
    return [
        Step(f"debatekit study {shlex.quote(line.id)}", "new to argument? begin with an exercise")
        for line in exercises[:1]
    ]


def _chosen(
    settings: Settings, unfinished: Sequence[SessionRecord], lines: Sequence[LessonLine]
) -> str:
    """Return the quiz that was chosen from a menu, or nothing."""
    from debatekit.cli.session.menu import Menus

    names = list(dict.fromkeys(record.quiz for record in unfinished))
    choices = [(name, f"Go on with {name or 'the review'}") for name in names]
    if (due := sum(line.due for line in lines)) and _REVIEW not in names:
        choices.append((_REVIEW, f"Review: {due_words(due)}"))
    choices += [(line.id, f"Practise {line.title}") for line in lines if line.id not in names]
    menus = Menus(settings.width, settings.color)
    reply = menus.pick("What next?", [*choices, (_LEAVE, "Nothing now")], keys="")
    return reply if isinstance(reply, str) else _LEAVE
