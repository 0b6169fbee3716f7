"""The preview: a lesson, its map, its questions with keys, and its faults as one HTML page.

Everything is in the page. It fetches nothing; what it may do is named in a policy at its head.

A live page reloads itself when its file is written anew. No page may read its own file: a
browser refuses it to scripts on `file:` addresses. A refresh by the clock would, every second,
throw away where the reader is, also for a screen reader, and WCAG 2.2 (2.2.1) rules it out.
So a short script opens the file once a second in a hidden frame; there the same script sends
the page's stamp to the page around it and stops. The stamp is made from what the page says, so
only a page that says something else is loaded again, and the browser keeps the place in it.
"""

import re
from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from itertools import count

from jinja2 import ChoiceLoader, Environment, PackageLoader
from markupsafe import Markup
from msgspec import Struct

from debatekit.diagnostics import Diagnostic, Severity
from debatekit.handout.html import environment
from debatekit.handout.map_sheet import Picture, branches
from debatekit.handout.quiz_key import told
from debatekit.handout.sheet import Branch, Head, Part, Section, Sheet
from debatekit.handout.theme import Theme
from debatekit.model.item import Item, keyed, kind_of
from debatekit.model.text import printable
from debatekit.model.words import STRANDS

MARK = '<meta name="generator" content="debatekit preview">'
"""Stands near the beginning of every preview, and of no other file."""
_TAG = re.compile(r"<[^<>]*>")
_ID = re.compile(r' id="')
_LABELS = re.compile(r' aria-labelledby="([^"]*)"')
_STAMP = "@stamp@"


class Finding(Struct, frozen=True, kw_only=True):
    """What `check` says, with the line of the file that it is about, if that can be shown."""

    diagnostic: Diagnostic
    line: str = ""


class Preview(Struct, frozen=True, kw_only=True):
    """What a teacher looks at: the lesson as its brief has it, the maps, and the items."""

    id: str
    sheet: Sheet
    pictures: tuple[Picture, ...] = ()
    """A picture is left out where its SVG is empty; its lines say the same."""
    items: tuple[Item, ...] = ()


class Link(Struct, frozen=True):
    """An entry of the index."""

    id: str
    title: str


class Group(Struct, frozen=True, kw_only=True):
    """The items of one generator in a strand, with their numbers on the page."""

    generator: str
    numbered: tuple[tuple[int, Item], ...]

    @property
    def name(self) -> str:
        """What is asked, in words."""
        return self.generator.replace("_", " ")


class StrandPart(Struct, frozen=True, kw_only=True):
    """The items of one strand, by generator."""

    name: str
    groups: tuple[Group, ...]

    @property
    def count(self) -> int:
        """How many items it has."""
        return sum(len(group.numbered) for group in self.groups)


def preview_html(
    preview: Preview | None,
    findings: Sequence[Finding] = (),
    faults: Sequence[Finding] = (),
    *,
    name: str = "",
    live: bool = False,
) -> str:
    """Return the page; `faults` say why the files cannot be read as they are now.

    `preview` is then what they last said, if anything; `name` is the lesson's, where nothing
    is known of it. A live page reloads itself.
    """
    found = _environment()
    script = _script(found) if live else ""
    page = found.get_template("preview.html.j2").render(
        preview=preview,
        name=preview.id if preview else name,
        findings=findings,
        counts=counted(findings),
        faults=faults,
        strands=_strands(preview.items) if preview else (),
        stamp=_STAMP,
        script=Markup(script),
        policy=_policy(script),
        size="standard",
    )
    return page.replace(_STAMP, sha256(page.encode()).hexdigest()[:16], 1)


def counted(findings: Sequence[Finding]) -> str:
    """Return how many findings of each weight there are, in words."""
    weights = [one.diagnostic.severity for one in findings]
    numbers = [(weights.count(weight), weight.value) for weight in Severity]
    said = [f"{number} {word}{'s' if number > 1 else ''}" for number, word in numbers if number]
    return ", ".join(said) or "nothing"


def _environment() -> Environment:
    """Return the theme's templates with those of the page; both escape every text."""
    ours = environment(Theme())
    assert ours.loader is not None
    page = PackageLoader("debatekit.handout", "themes/preview")
    found = ours.overlay(loader=ChoiceLoader([page, ours.loader]), finalize=_shown)
    found.filters.update(
        told=told,
        kind=kind_of,
        keyed=keyed,
        inline=_inline,
        contents=_contents,
        branches=_branches,
    )
    return found


def _shown(value: object) -> object:
    """Return what a template prints, facts and places too, free of what could steer a screen."""
    return value if isinstance(value, Markup) else printable(str(value))


def _script(found: Environment) -> str:
    return found.get_template("reload.js.j2").render().strip()


def _policy(script: str) -> str:
    """Return what the page may do: show itself, and, if it is live, look at its own file."""
    rules = ["default-src 'none'", "style-src 'unsafe-inline'", "img-src data:"]
    if script:
        digest = b64encode(sha256(script.encode()).digest()).decode()
        rules += [f"script-src 'sha256-{digest}'", "frame-src 'self' file:"]
    return "; ".join([*rules, "base-uri 'none'", "form-action 'none'"])


def _strands(items: Sequence[Item]) -> tuple[StrandPart, ...]:
    """Return the items by strand and generator, counted from 1 through all of them."""
    numbers = count(1)
    return tuple(
        StrandPart(
            name=strand,
            groups=tuple(
                Group(
                    generator=generator,
                    numbered=tuple((next(numbers), x) for x in own if x.generator == generator),
                )
                for generator in dict.fromkeys(x.generator for x in own)
            ),
        )
        for strand in STRANDS
        for own in [[x for x in items if x.strand == strand]]
    )


def _contents(part: Part) -> tuple[Link, ...]:
    """Return what of a part the index leads to: its sections, and the claims under debate."""
    found = []
    for block in part.blocks:
        if isinstance(block, Section):
            found.append(Link(block.id, block.title))
        elif isinstance(block, Head):
            name = block.id.replace("-", " ").capitalize()
            found.append(Link(block.id, f"{name}: {block.title.text}"))
    return tuple(found)


def _inline(svg: str, mark: str) -> Markup:
    """Return a picture to stand in a page, every id in it made the page's own by a mark."""
    body = svg[svg.index("<svg") :]
    return Markup(_TAG.sub(lambda tag: _marked(tag[0], mark), body))


def _marked(tag: str, mark: str) -> str:
    """Return a tag with its ids marked; what stands between tags has no '>' and stays."""

    def labels(found: re.Match[str]) -> str:
        return f' aria-labelledby="{" ".join(f"{mark}-{id_}" for id_ in found[1].split())}"'

    return _LABELS.sub(labels, _ID.sub(f' id="{mark}-', tag))


def _branches(picture: Picture) -> tuple[Branch, ...]:
    return branches(picture.lines)
