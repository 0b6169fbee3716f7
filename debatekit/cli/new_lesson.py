"""`debatekit new lesson` and `debatekit new quiz`: files that know what they are about."""

from pathlib import Path

import click

from debatekit.cli.context import Settings, shared_options
from debatekit.cli.new_files import (
    IdOption,
    force_option,
    own_workspace,
    refuse_outside,
    refuse_present,
    schema_place,
    write_new,
)
from debatekit.cli.screen.output import one_line, shown
from debatekit.diagnostics import NotFoundError
from debatekit.intake import (
    IntakeError,
    lesson_text,
    map_lesson_text,
    plan_of,
    quiz_text,
    read_argdown,
)
from debatekit.intake.article import read_bytes
from debatekit.intake.map_plan import Plan
from debatekit.model.source import Source
from debatekit.read import lesson_ids, read_lesson, read_schemes, read_source, source_ids


@click.command("lesson")
@click.argument("id_", metavar="ID", type=IdOption())
@click.option("--source", metavar="SOURCE", help="The article's record, by its id.")
@click.option(
    "--from",
    "file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="An argument map in Argdown, whose claims, reasons and attacks are taken over.",
)
@force_option
@shared_options
@click.pass_obj
def new_lesson(
    settings: Settings, id_: str, source: str | None, file: Path | None, force: bool
) -> None:
    """Begin a lesson on a source: lessons/ID.yaml.

    With --from the map's claims stand in it already; a workspace with one source needs no
    --source then.
    """
    root = own_workspace(settings)
    path = root / "lessons" / f"{id_}.yaml"
    refuse_outside(path, root)
    refuse_present(path, force)
    known = source_ids(root)
    if source is None and (file is None or len(known) != 1):
        raise click.UsageError("say which source the lesson is about: --source SOURCE")
    source = source or known[0]
    if source not in known:
        raise NotFoundError("source", source, known)
    record = read_source(root / "seeds" / f"{source}.yaml").content
    schema = schema_place(root, "lesson")
    if file is None:
        text = lesson_text(id_, source, record, schema)
    else:
        text = map_lesson_text(id_, source, _planned(file, record), record, schema)
    write_new(path, text, force)


def _planned(file: Path, record: Source) -> Plan:
    """Return the parts of the lesson in a map; why there are none becomes one message."""
    try:
        text = read_bytes(file).decode("utf-8-sig")
        return plan_of(read_argdown(text), record, read_schemes())
    except UnicodeDecodeError as error:
        raise click.ClickException(f"{shown(file)}: it is no UTF-8 text") from error
    except IntakeError as error:
        hint = f"\n  hint: {one_line(error.hint)}" if error.hint else ""
        raise click.ClickException(f"{shown(file)}: {one_line(str(error))}{hint}") from error


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
    refuse_outside(path, root)
    refuse_present(path, force)
    if lesson not in (known := lesson_ids(root)):
        raise NotFoundError("lesson", lesson, known)
    title = read_lesson(root / "lessons" / f"{lesson}.yaml").content.title
    write_new(path, quiz_text(lesson, title, schema_place(root, "quiz")), force)
