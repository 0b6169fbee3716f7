"""From the documents to a folder of pages, each with its navigation and style inside it."""

import os
import shutil
from base64 import b64encode
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path, PurePosixPath
from posixpath import normpath

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from msgspec import Struct

from debatekit import __version__
from tools.site.markdown import Page, page_of
from tools.site.pages import Document, documents

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent


class Built(Struct, frozen=True):
    """A document and its page."""

    document: Document
    page: Page


class Entry(Struct, frozen=True):
    """A link of the navigation, as one page shows it."""

    title: str
    link: str
    here: bool


def build(folder: Path, root: Path = ROOT) -> list[str]:
    """Write the site into a folder, made anew; return what is wrong with the documents' links."""
    site = _Site(root)
    built = [Built(one, site.page(one)) for one in documents(root)]
    if folder.exists():
        shutil.rmtree(folder)
    for one in built:
        _write(folder / one.document.place, _html(one, built))
    for source, place in site.files.items():
        (folder / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / source, folder / place)
    return site.faults


class _Site:
    """Reads documents, and leads each link to a page, or to a file that is copied along."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._places: Mapping[PurePosixPath, PurePosixPath] = {
            one.source: one.place for one in documents(root)
        }
        self.files: dict[PurePosixPath, PurePosixPath] = {}
        self.faults: list[str] = []

    def page(self, document: Document) -> Page:
        """Return a document's page; that of a folder lists its files."""
        path = self._root / document.source
        text = "\n".join(_listing(path)) if path.is_dir() else path.read_text(encoding="utf-8")
        base = document.source if path.is_dir() else document.source.parent
        return page_of(
            text,
            lambda href: self._lead(href, base, document),
            lambda source: self._picture(source, base, document),
        )

    def _picture(self, source: str, base: PurePosixPath, document: Document) -> str:
        """Return a drawing as part of the page, so that nothing is fetched."""
        path = self._root / normpath(base / source)
        if path.suffix != ".svg" or not path.is_file():
            self.faults.append(f"{document.source}: {source} is no drawing of the documents")
            return ""
        return f"data:image/svg+xml;base64,{b64encode(path.read_bytes()).decode('ascii')}"

    def _lead(self, href: str, base: PurePosixPath, document: Document) -> str:
        """Return where a link leads to on the site, seen from a document's page."""
        if href.startswith(("https:", "http:", "mailto:", "#")):
            return href
        path, _, anchor = href.partition("#")
        target = PurePosixPath(normpath(base / path))
        place = self._places.get(target) or self._file(target)
        if place is None:
            self.faults.append(f"{document.source}: {href} leads nowhere")
            return href
        link = _from(document.place, place)
        return f"{link}#{anchor}" if anchor else link

    def _file(self, target: PurePosixPath) -> PurePosixPath | None:
        """Return where a file that is no document goes; nothing if there is none."""
        if not (self._root / target).is_file():
            return None
        place = target.relative_to("docs") if target.parts[0] == "docs" else target
        self.files[target] = place if place.suffix else place.with_suffix(".txt")
        return self.files[target]


def _listing(folder: Path) -> Iterator[str]:
    """Yield the lines of a page on a folder: its name, and a link to each file."""
    yield f"# {folder.name.capitalize()}\n"
    for path in sorted(folder.iterdir()):
        yield f"- [{_named(path)}]({path.name})"


def _named(path: Path) -> str:
    """Return a Markdown file's first heading, or a file's name."""
    if path.suffix != ".md":
        return path.name
    return path.read_text(encoding="utf-8").partition("\n")[0].lstrip("# ")


def _from(place: PurePosixPath, target: PurePosixPath) -> str:
    """Return the way from one page of the site to another."""
    return PurePosixPath(os.path.relpath(target, place.parent)).as_posix()


def _html(one: Built, built: list[Built]) -> str:
    """Return a whole page."""
    shown = [other for other in built if other.document.group]
    head, mark, body = one.page.html.partition("</h1>\n")
    return _template().render(
        title=one.page.title,
        head=head + mark,
        body=body,
        sections=[found for found in one.page.headings if found.level == 2],
        groups=_groups(one, shown),
        before=_beside(one, shown, -1),
        after=_beside(one, shown, 1),
        home=_from(one.document.place, PurePosixPath("index.html")),
        version=__version__,
        style=_style(),
    )


@cache
def _template() -> Template:
    """Return the frame of each page."""
    loader = FileSystemLoader(HERE)
    found = Environment(loader=loader, autoescape=True, undefined=StrictUndefined)
    return found.get_template("page.html.j2")


@cache
def _style() -> str:
    return (HERE / "site.css").read_text(encoding="utf-8")


def _beside(one: Built, shown: list[Built], step: int) -> Entry | None:
    """Return the page before or after one in the navigation, if there is one."""
    place = shown.index(one) + step if one in shown else -1
    return _entry(one, shown[place]) if 0 <= place < len(shown) else None


def _groups(one: Built, shown: list[Built]) -> dict[str, list[Entry]]:
    """Return the navigation by groups, as one page shows it."""
    groups: dict[str, list[Entry]] = {}
    for other in shown:
        groups.setdefault(other.document.group, []).append(_entry(one, other))
    return groups


def _entry(one: Built, other: Built) -> Entry:
    return Entry(other.page.title, _from(one.document.place, other.document.place), one == other)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
