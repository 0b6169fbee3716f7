"""`debatekit new source`: an article's record, with numbered paragraphs and fingerprints."""

from pathlib import Path

import click

from debatekit.cli.confined import TooMuchError, confined
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
from debatekit.cli.screen.output import counted, make_folder, one_line, shown, write_file
from debatekit.diagnostics import InvalidFileError
from debatekit.intake import (
    OPENED_BY_LIBRARIES,
    Article,
    IntakeError,
    source_text,
    take_article,
)
from debatekit.model.passage import paragraphs_in
from debatekit.read.text import read_text

IGNORED = "/seeds/*.txt"
_WORDS_SHOWN = 5
_REASON = "# A copy of an article lies beside its record, and stays on this machine."


@click.command("source")
@click.argument("id_", metavar="ID", type=IdOption())
@click.option(
    "--from",
    "file",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="The article: .txt, .md, .html, .docx or .pdf.",
)
@force_option
@shared_options
@click.pass_obj
def new_source(settings: Settings, id_: str, file: Path | None, force: bool) -> None:
    """Begin the record of an article: seeds/ID.yaml.

    With --from its paragraphs are numbered and marked, and a copy of its text is put beside
    the record as seeds/ID.txt, where git does not see it.
    """
    root = own_workspace(settings)
    record, copy = root / "seeds" / f"{id_}.yaml", root / "seeds" / f"{id_}.txt"
    for path in (record, copy, root / ".gitignore"):
        refuse_outside(path, root)
    refuse_present(record, force)
    article = _taken(file) if file else Article()
    if file:
        _keep_copy(root, copy, article, force)
    write_new(record, source_text(id_, article, schema_place(root, "source")), force)


def _taken(file: Path) -> Article:
    """Return the article in a file; why there is none becomes one message and exit code 1."""
    try:
        opened_by_others = file.suffix.lower() in OPENED_BY_LIBRARIES
        found = confined(_outcome, file) if opened_by_others else _outcome(file)
    except TooMuchError:
        found = ("it takes too much time or memory", "copy its text into a .txt file")
    if isinstance(found, Article):
        return found
    message, hint = map(one_line, found)
    hint = f"\n  hint: {hint}" if hint else ""
    raise click.ClickException(f"{shown(file)}: {message}{hint}")


def _outcome(file: Path) -> Article | tuple[str, str]:
    """Return the article in a file, or why there is none, and what to do."""
    try:
        return take_article(file)
    except IntakeError as error:
        return str(error), error.hint


def _keep_copy(root: Path, copy: Path, article: Article, force: bool) -> None:
    """Put the article's text beside its record, and keep it out of git."""
    text = "\n\n".join(article.paragraphs) + "\n"
    if not _holds(copy, article):
        make_folder(copy.parent)
        write_file(copy, text.encode("utf-8", "replace"), force)
    _ignore_copies(root / ".gitignore")
    count = len(article.paragraphs)
    click.echo(f"Took {counted(count, 'paragraph')}; their text is in {shown(copy)}.")
    click.echo(f"The first begins {_beginning(article.paragraphs[0])}.")
    click.echo(f"The last begins {_beginning(article.paragraphs[-1])}.")


def _beginning(paragraph: str) -> str:
    """Return a paragraph's first words, in quotation marks."""
    return f"'{one_line(' '.join(paragraph.split()[:_WORDS_SHOWN]))}'"


def _holds(copy: Path, article: Article) -> bool:
    """Return whether a copy that is there already has just these paragraphs."""
    try:
        return paragraphs_in(read_text(copy, "")) == article.paragraphs
    except InvalidFileError:
        return False


def _ignore_copies(path: Path) -> None:
    """Add the copies of articles to what git ignores, unless they are there."""
    try:
        if path.exists() and not path.is_file():
            raise OSError
        said = path.read_text(encoding="utf-8") if path.exists() else ""
        if {IGNORED, IGNORED[1:], "*.txt"}.isdisjoint(line.strip() for line in said.splitlines()):
            between = "" if not said or said.endswith("\n") else "\n"
            path.write_text(f"{said}{between}{_REASON}\n{IGNORED}\n", encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        message = f"cannot add {IGNORED} to {shown(path)}; add it, to keep the copy out of git"
        raise click.ClickException(message) from error
