"""What all parts of `debatekit new` share: where a file goes, its id, and its schema's place."""

import json
import re
from pathlib import Path
from typing import Any, get_args

import click

from debatekit.cli.context import Settings
from debatekit.cli.screen.output import make_folder, shown, write_file
from debatekit.cli.workspace.places import near, workspace_of
from debatekit.intake import id_from
from debatekit.model.words import Id
from debatekit.read import KINDS, find_workspace, json_schema

_IS_ID = re.compile(get_args(Id)[1].pattern)
_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)))
)
"""What Windows takes for a device whatever comes after the dot; a workspace may go there."""
_TAKEN = ("references", "glossary")
"""Names that the folder of sources has for its lists."""


class IdOption(click.ParamType):  # type: ignore[type-arg]
    """An id that a file is called by."""

    name = "id"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return an id as it is; tell how one is written where it is none."""
        if not _IS_ID.fullmatch(value) or len(value) > 80:
            near_by = f", such as {id_from(value)}" if id_from(value) else ""
            self.fail(f"{value!r} is no id; use small letters, digits and hyphens{near_by}")
        if value in _DEVICES:
            self.fail(f"{value!r} is a device on Windows, where no file can have that name")
        if value in _TAKEN:
            self.fail(f"{value!r} is the name of a list in seeds/; choose another")
        return str(value)


def own_workspace(settings: Settings) -> Path:
    """Return the workspace given or found; the course that comes along is not written to."""
    if settings.workspace is not None:
        return workspace_of(settings)
    if (found := find_workspace(Path.cwd())) is None:
        message = "there is no workspace here; 'debatekit new workspace DIR' makes one"
        raise click.ClickException(message)
    return near(found)


def schema_place(root: Path, kind: str) -> str:
    """Return where a file of a workspace finds its schema; write the schema if it is nowhere."""
    for folder in ("schemas", "docs/schemas"):
        if (root / folder / f"{kind}.json").is_file():
            return f"../{folder}/{kind}.json"
    refuse_outside(root / "schemas" / f"{kind}.json", root)
    make_folder(root / "schemas")
    write_file(root / "schemas" / f"{kind}.json", schema_text(kind).encode())
    return f"../schemas/{kind}.json"


def schema_text(kind: str) -> str:
    """Return a kind's JSON Schema as a file."""
    return json.dumps(json_schema(kind), indent=2, ensure_ascii=False) + "\n"


def all_schemas() -> dict[str, str]:
    """Return the schemas of all kinds of file, by kind."""
    return {kind: schema_text(kind) for kind in KINDS}


def refuse_outside(path: Path, root: Path) -> None:
    """Stop before a file is written through a link of the workspace that leads out of it."""
    try:
        inside = path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # links that lead in a circle
        inside = False
    if not inside:
        message = f"{shown(path)} leads out of the workspace through a link; nothing was written"
        raise click.ClickException(message)


def refuse_present(path: Path, force: bool) -> None:
    """Stop before any work is done for a file that may not be written."""
    if path.exists() and not force:
        raise click.ClickException(f"{shown(path)} is there already; --force writes over it")


def write_new(path: Path, text: str, force: bool) -> None:
    """Write a file of a workspace, its folder too, and say what to do next."""
    refuse_present(path, force)
    make_folder(path.parent)
    write_file(path, text.encode(), force)
    click.echo(f"Wrote {shown(path)}; 'debatekit check {shown(path)}' says what is missing.")


force_option = click.option(
    "--force", is_flag=True, help="Write over files that are there already."
)
