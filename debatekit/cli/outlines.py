"""What a report must know of the lessons, from the workspace."""

from collections.abc import Iterable
from pathlib import Path

import click

from debatekit.diagnostics import InvalidFileError, NotFoundError
from debatekit.generate import generate_items
from debatekit.logic.derive import derive
from debatekit.model.claim import Claim
from debatekit.model.graph import GraphClaim
from debatekit.model.text import printable
from debatekit.read import read_material, read_quiz_of
from debatekit.report import Asked, Outline


def outlines(root: Path, lessons: Iterable[str]) -> dict[str, Outline]:
    """Return the lessons' outlines by id; of those that cannot be read it is said so."""
    found = {}
    for name in sorted(set(lessons)):
        try:
            found[name] = _outline(root, name)
        except NotFoundError:
            _say(f"lesson {name!r} is not in this workspace; ids stand for its words")
        except InvalidFileError:
            _say(f"lesson {name!r} has faults; ids stand for its words")
    return found


def _outline(root: Path, name: str) -> Outline:
    """Return a lesson's claims in its order, then those that only its source has."""
    material, (_, quiz) = read_material(root, name), read_quiz_of(root, name)
    graph = derive(material)
    claims: dict[str, Claim | GraphClaim] = {**graph.claims, **material.claims}
    return Outline(
        id=name,
        title=material.lesson.title,
        claims={id_: claim.short or claim.text for id_, claim in claims.items()},
        questions={
            (item.generator, item.target): Asked(stem=item.stem, about=item.about)
            for item in generate_items(material, graph, 0, quiz)
        },
    )


def _say(message: str) -> None:
    click.echo(printable(message), err=True)
