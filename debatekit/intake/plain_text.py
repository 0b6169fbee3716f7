"""Plain text and Markdown: paragraphs without marks, and what front matter says of them."""

import re

from debatekit.intake.article import MOST_SIGNS, Article, IntakeError
from debatekit.intake.dates import day_in
from debatekit.model.passage import paragraphs_in

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_ENTRY = re.compile(r"([A-Za-z]+)[ \t]*:[ \t]*(\S.*)")
_HEADING = re.compile(r"^#{1,6}[ \t]+(.*)$", re.MULTILINE)
_UNDERLINED = re.compile(r"^(\S.*)\n(?:=+|-+)[ \t]*$", re.MULTILINE)
_RULE = re.compile(r"^[ \t]*(?:[-*_][ \t]*){3,}$", re.MULTILINE)
# Bounded, for in a hostile file every sign can begin what never ends.
_PICTURE_ITSELF = re.compile(r"\(data:[^()\s]*\)")
_IMAGE = re.compile(r"!\[[^\[\]\n]{0,500}\]\([^)\n]{0,1000}\)")
_LINK = re.compile(r"\[([^\[\]\n]{1,500})\]\([^)\n]{0,1000}\)")
_EMPHASIS = re.compile(r"(?<!\w)(\*\*|__|\*|_|`)(?=\S)(.{1,200}?)(?<=\S)\1(?!\w)")
_QUOTED = re.compile(r"^[ \t]*>[ \t]?", re.MULTILINE)
_BULLET = re.compile(r"^[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+", re.MULTILINE)


def from_text(content: bytes) -> Article:
    """Return what a plain text holds."""
    return Article(paragraphs=paragraphs_in(decoded(content)))


def from_markdown(content: bytes) -> Article:
    """Return what a Markdown file holds, without its marks; front matter names it."""
    text = "\n".join(decoded(content).splitlines())
    front = _FRONT_MATTER.match(text)
    named = dict(_entries(front[1])) if front else {}
    body = text[front.end() :] if front else text
    body = _UNDERLINED.sub(r"# \1", body)
    heading = _HEADING.search(body)
    title = named.get("title") or (_unmarked(heading[1].rstrip(" \t#")) if heading else "")
    blocks = _BULLET.sub("\n", _QUOTED.sub("", _RULE.sub("", _HEADING.sub("\n", body))))
    # Blank lines part the blocks of Markdown, however long its lines are.
    parts = (_unmarked(" ".join(part.split())) for part in re.split(r"\n\s*\n", blocks))
    return Article(
        paragraphs=tuple(part for part in parts if part),
        title=title,
        author=named.get("author", ""),
        date=day_in(named.get("date", "")),
        publisher=named.get("publisher", ""),
        language=named.get("lang") or named.get("language", ""),
    )


def decoded(content: bytes) -> str:
    """Return bytes as text: UTF-8 or UTF-16 by its mark, else Windows-1252.

    Raises `IntakeError` for what is no text at all, or too long to be an article.
    """
    text = _as_text(content)
    if len(text) > 2 * MOST_SIGNS:
        raise IntakeError("it is longer than an article", "save the one article alone")
    return text


def _as_text(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    if b"\0" in content:
        raise IntakeError("it is no text file", "give it the ending that its kind of file has")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _entries(front: str) -> list[tuple[str, str]]:
    """Return the simple entries of front matter; whatever is no line of text is passed over."""
    found = (_ENTRY.fullmatch(line.strip()) for line in front.splitlines())
    return [(one[1].lower(), one[2].strip().strip("\"'")) for one in found if one]


def _unmarked(text: str) -> str:
    """Return text without Markdown's marks for links and emphasis."""
    bare = _IMAGE.sub("", _PICTURE_ITSELF.sub("()", text))
    return _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", bare)).strip()
