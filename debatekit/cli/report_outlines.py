"""What a report must know of the lessons, from the workspace."""

from collections.abc import Collection, Iterable, Sequence
from itertools import chain
from operator import attrgetter
from pathlib import Path

from debatekit.cli.screen.output import one_line, say
from debatekit.cli.workspace.course import read_lesson
from debatekit.diagnostics import InvalidFileError, NotFoundError
from debatekit.generate import generate_items
from debatekit.model.claim import Claim
from debatekit.model.graph import GraphClaim
from debatekit.model.item import Item, option_tags
from debatekit.model.progress import Attempt
from debatekit.report import Asked, OptionText, Outline
from debatekit.report.outline import Question

_MOST_SEEDS = 4
"""On how many seeds the wording of options is looked for that students were shown.

Four have nine in ten of the options of any other seed; the rest are told by what they name."""
_arranged = attrgetter("lesson", "generator", "target", "shown")
_Tagged = tuple[Question, str]
_Options = dict[Question, dict[str, OptionText]]


def outlines(root: Path, attempts: Iterable[Attempt]) -> dict[str, Outline]:
    """Return the outlines, by id, of the lessons that the attempts are on.

    Of those that cannot be read it is said so.
    """
    met: dict[str, set[_Tagged]] = {}
    for lesson, generator, target, tags in set(map(_arranged, attempts)):
        met.setdefault(lesson, set()).update(((generator, target), tag) for tag in tags)
    found = {}
    for name, shown in sorted(met.items()):
        try:
            found[name] = _outline(root, name, shown)
        except NotFoundError:
            _say(f"lesson {name!r} is not in this workspace; ids stand for its words")
        except InvalidFileError:
            _say(f"lesson {name!r} has faults; ids stand for its words")
    return found


def _outline(root: Path, name: str, shown: Collection[_Tagged]) -> Outline:
    """Return a lesson's claims in its order, then those that only its source has."""
    course = read_lesson(root, name)
    material, graph = course.material, course.graph
    claims: dict[str, Claim | GraphClaim] = {**graph.claims, **material.claims}
    items = course.items(0)
    drawn = (generate_items(material, graph, seed) for seed in range(1, _MOST_SEEDS))
    options = _option_texts(shown, chain([items], drawn))
    return Outline(
        id=name,
        title=material.lesson.title,
        claims={id_: claim.short or claim.text for id_, claim in claims.items()},
        questions={
            (item.generator, item.target): Asked(
                stem=item.stem,
                about=item.about,
                options=options.get((item.generator, item.target), {}),
            )
            for item in items
        },
    )


def _option_texts(shown: Collection[_Tagged], drawn: Iterable[Sequence[Item]]) -> _Options:
    """Return the wording of what was shown, from as few seeds as have it."""
    texts: _Options = {}
    missing = set(shown)
    for items in drawn:
        for item in items:
            question = (item.generator, item.target)
            for tag, option in zip(option_tags(item), item.options, strict=False):
                if (question, tag) in missing:
                    texts.setdefault(question, {})[tag] = OptionText(option.text, option.correct)
                    missing.discard((question, tag))
        if not missing:
            break
    return texts


def _say(message: str) -> None:
    say(one_line(message))
