"""`debatekit new lesson` and `debatekit new quiz`: files that know what they are about."""

import click

from debatekit.cli.context import Settings, shared_options
from debatekit.cli.new_files import (
    IdOption,
    force_option,
    own_workspace,
    refuse_present,
    schema_place,
    write_new,
)
from debatekit.diagnostics import NotFoundError
from debatekit.intake import lesson_text, quiz_text
from debatekit.read import lesson_ids, read_lesson, read_source, source_ids


@click.command("lesson")
@click.argument("id_", metavar="ID", type=IdOption())
@click.option("--source", metavar="SOURCE", required=True, help="The article's record, by its id.")
@force_option
@shared_options
@click.pass_obj
def new_lesson(settings: Settings, id_: str, source: str, force: bool) -> None:
    """Begin a lesson on a source: lessons/ID.yaml."""
    root = own_workspace(settings)
    path = root / "lessons" / f"{id_}.yaml"
    refuse_present(path, force)
    if source not in (known := source_ids(root)):
        raise NotFoundError("source", source, known)
    record = read_source(root / "seeds" / f"{source}.yaml").content
    write_new(path, lesson_text(id_, source, record, schema_place(root, "lesson")), force)


@click.command("quiz")
@click.argument("id_", metavar="ID", type=IdOption())
@click.option("--lesson", metavar="LESSON", required=True, help="The lesson, by its id.")
@force_option
@shared_options
@click.pass_obj
def new_quiz(settings: Settings, id_: str, lesson: str, force: bool) -> None:
    """Begin a quiz on a lesson: quizzes/ID.yaml."""
    root = own_workspace(settings)
    path = root / "quizzes" / f"{id_}.yaml"
    refuse_present(path, force)
    if lesson not in (known := lesson_ids(root)):
        raise NotFoundError("lesson", lesson, known)
    title = read_lesson(root / "lessons" / f"{lesson}.yaml").content.title
    write_new(path, quiz_text(lesson, title, schema_place(root, "quiz")), force)
