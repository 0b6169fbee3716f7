"""`debatekit` alone: what to do next, as commands to type or as a menu."""

import os
import shlex
from collections.abc import Sequence

from debatekit.cli.bars import show_lines, show_steps
from debatekit.cli.context import Settings
from debatekit.cli.lessons import LessonLine, lesson_lines, show_lessons
from debatekit.cli.places import workspace_of
from debatekit.cli.score_file import kept, kept_unfinished, student_name
from debatekit.model.progress import SessionRecord
from debatekit.practice.advice import Step
from debatekit.practice.session import Wish

_LEAVE = ""


def start(settings: Settings) -> None:
    """Show what is unfinished and which lessons there are; on a terminal, let one be chosen."""
    student = student_name(os.environ.get("DEBATEKIT_STUDENT") or "me")
    root = workspace_of(settings)
    unfinished = kept_unfinished(settings, student)[:3]
    lines = lesson_lines(root, kept(settings, student))
    if settings.plain:
        show_lines(settings, ["The lessons:"])
        show_lessons(settings, lines)
        show_steps(settings, _steps(unfinished, lines))
        return
    name = _chosen(settings, unfinished, lines)
    if name != _LEAVE:
        from debatekit.cli.quiz import take

        take(settings, student, name, Wish())


def _steps(unfinished: Sequence[SessionRecord], lines: Sequence[LessonLine]) -> list[Step]:
    """Return the unfinished sessions and the first lessons, as commands."""
    names = list(dict.fromkeys(record.quiz for record in unfinished))
    steps = [
        Step(f"debatekit quiz {shlex.quote(name)}", "goes on where you left") for name in names
    ]
    fresh = [line for line in lines if line.id not in names][:1]
    for line in fresh:
        steps.append(Step(f"debatekit study {line.id}", "read it first, both sides"))
        steps.append(Step(f"debatekit quiz {line.id}", "practise it"))
    return [*steps, Step("debatekit --help", "everything else")]


def _chosen(
    settings: Settings, unfinished: Sequence[SessionRecord], lines: Sequence[LessonLine]
) -> str:
    """Return the quiz that was chosen from a menu, or nothing."""
    from debatekit.cli.menu import Menus

    names = list(dict.fromkeys(record.quiz for record in unfinished))
    choices = [(name, f"Go on with {name}") for name in names]
    choices += [(line.id, f"Practise {line.title}") for line in lines if line.id not in names]
    menus = Menus(settings.width, settings.color)
    reply = menus.pick("What next?", [*choices, (_LEAVE, "Nothing now")], commands=False)
    return reply if isinstance(reply, str) else _LEAVE
