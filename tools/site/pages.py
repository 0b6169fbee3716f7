"""Which documents the site has, where each goes, and in which group it stands."""

from pathlib import Path, PurePosixPath

from msgspec import Struct

GROUPS = {
    "Learn": ("README.md", "docs/tutorial.md", "docs/students.md"),
    "Teach": (
        "docs/teachers.md",
        "docs/course.md",
        "docs/gallery.md",
        "docs/exports.md",
        "docs/contribute-a-lesson.md",
        "docs/troubleshooting.md",
    ),
    "Look up": ("docs/cli.md", "docs/format.md", "docs/codes.md"),
    "Take part": (
        "CONTRIBUTING.md",
        "docs/architecture.md",
        "docs/security.md",
        "docs/decisions",
        "CHANGELOG.md",
    ),
}
"""The documents by group, as paths from the root; the rest of `docs/` goes to the last one."""
LAST = "Take part"


class Document(Struct, frozen=True):
    """A document: a Markdown file, or a folder of which the page is a list."""

    source: PurePosixPath
    """Its path from the root of the project."""
    place: PurePosixPath
    """Its page's path from the root of the site."""
    group: str
    """Where it stands in the navigation; empty for what a list leads to."""


def documents(root: Path) -> tuple[Document, ...]:
    """Return all documents of a project, in the order of the navigation."""
    named = [
        Document(PurePosixPath(name), _place(PurePosixPath(name)), group)
        for group, names in GROUPS.items()
        for name in names
    ]
    known = {one.source for one in named}
    rest = [path for path in _found(root) if path not in known]
    return (*named, *(Document(path, _place(path), _group(path)) for path in rest))


def _found(root: Path) -> list[PurePosixPath]:
    """Return what `docs/` holds: its Markdown files, and the folders that a page may list."""
    files = sorted((root / "docs").rglob("*.md"))
    folders = [root / "docs" / "schemas"]
    return [PurePosixPath(path.relative_to(root).as_posix()) for path in (*files, *folders)]


def _group(path: PurePosixPath) -> str:
    return LAST if path.parent == PurePosixPath("docs") and path.suffix else ""


def _place(source: PurePosixPath) -> PurePosixPath:
    """Return where a document's page goes: `docs/` falls away, the README is the first page."""
    if source == PurePosixPath("README.md"):
        return PurePosixPath("index.html")
    inner = source.relative_to("docs") if source.parts[0] == "docs" else source
    if not source.suffix:
        return inner / "index.html"
    return inner.with_name(f"{inner.stem.lower()}.html")
