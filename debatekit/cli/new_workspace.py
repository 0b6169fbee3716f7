"""`debatekit new workspace`: a folder with a small sample, schemas and settings."""

from pathlib import Path

import click

from debatekit.cli.context import shared_options
from debatekit.cli.new_files import all_schemas, force_option, refuse_present
from debatekit.cli.screen.output import make_folder, shown, write_file
from debatekit.intake import sample_files


@click.command("workspace")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@force_option
@shared_options
def new_workspace(folder: Path, force: bool) -> None:
    """Make a folder with seeds/, lessons/ and quizzes/, and a small sample in them."""
    files = {folder / place: text for place, text in sample_files(all_schemas()).items()}
    for path in files:
        refuse_present(path, force)
    for path, text in files.items():
        make_folder(path.parent)
        write_file(path, text.encode(), force)
    click.echo(f"Made {shown(folder)} with the lesson 'river-path' to look at.")
    click.echo(f"Try 'debatekit -C {shown(folder)} study river-path', then 'debatekit new source'.")
