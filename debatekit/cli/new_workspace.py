"""`debatekit new workspace`: a folder with a small sample, schemas and settings."""

from pathlib import Path

import click

from debatekit.cli.context import shared_options
from debatekit.cli.new_files import all_schemas, force_option
from debatekit.cli.output import shown, write_file
from debatekit.intake import sample_files


@click.command("workspace")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@force_option
@shared_options
def new_workspace(folder: Path, force: bool) -> None:
    """Make a folder with seeds/, lessons/ and quizzes/, and a small sample in them."""
    files = {folder / place: text for place, text in sample_files(all_schemas()).items()}
    present = [path for path in files if path.exists()]
    if present and not force:
        message = f"{shown(present[0])} is there already; --force writes over it"
        raise click.ClickException(message)
    for path, text in files.items():
        _make_folder(path.parent)
        write_file(path, text.encode(), force)
    click.echo(f"Made {shown(folder)} with the lesson 'river-path' to look at.")
    click.echo(f"Try 'debatekit -C {shown(folder)} study river-path', then 'debatekit new source'.")


def _make_folder(folder: Path) -> None:
    """Make a folder; what stands in the way becomes one message."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise click.ClickException(f"cannot make {shown(folder)}: {reason}") from error
