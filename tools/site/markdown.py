"""Markdown to HTML: headings with anchors, links led over to pages, wide things that scroll."""

import re
from collections.abc import Callable, Sequence
from html import escape
from itertools import count, pairwise

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from msgspec import Struct

Lead = Callable[[str], str]
"""Takes a link as it is written to a link of the site."""

_PROMPT = re.compile(r"^(\$ .*)$", re.MULTILINE)


class Heading(Struct, frozen=True):
    """A heading of a page."""

    level: int
    text: str
    anchor: str


class Page(Struct, frozen=True):
    """A page's HTML with its headings, in their order."""

    html: str
    headings: tuple[Heading, ...]

    @property
    def title(self) -> str:
        """The first heading."""
        return next((one.text for one in self.headings), "")


def page_of(text: str, lead: Lead, picture: Lead = str) -> Page:
    """Return a document as a page. Raises `ValueError` for HTML other than comments.

    `picture` takes an image's address to one that the page can show by itself.
    A corner of a table that heads nothing is no heading.
    """
    reader = MarkdownIt("commonmark", renderer_cls=_Renderer).enable("table")
    tokens = reader.parse(text)
    headings = tuple(_with_anchors(tokens))
    for token in tokens:
        for inner in token.children or ():
            if inner.type == "link_open":
                inner.attrSet("href", lead(str(inner.attrGet("href"))))
            elif inner.type == "image":
                inner.attrSet("src", picture(str(inner.attrGet("src"))))
    html = reader.renderer.render(tokens, reader.options, {})
    return Page(html.replace("<th></th>", "<td></td>"), headings)


def anchor_of(text: str) -> str:
    """Return a heading's anchor as code hosts make it.

    >>> anchor_of("Step 1: what is claimed, and by whom?")
    'step-1-what-is-claimed-and-by-whom'
    """
    return re.sub(r"[^\w\- ]", "", text.strip().lower()).replace(" ", "-")


def _with_anchors(tokens: Sequence[Token]) -> list[Heading]:
    """Give each heading an anchor, a number behind it where it has come before."""
    found: list[Heading] = []
    taken: set[str] = set()
    for opening, inline in pairwise(tokens):
        if opening.type == "heading_open":
            text = "".join(part.content for part in inline.children or ())
            plain = anchor_of(text)
            names = (plain, *(f"{plain}-{number}" for number in range(1, len(tokens))))
            anchor = next(name for name in names if name not in taken)
            taken.add(anchor)
            opening.attrSet("id", anchor)
            found.append(Heading(int(opening.tag[1]), text, anchor))
    return found


class _Renderer(RendererHTML):
    """HTML in which code and tables can be scrolled by keyboard, and comments are left out."""

    def __init__(self, parser: object = None) -> None:
        super().__init__()
        self._tables = count(1)

    def fence(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """Return a code block; in a session what is typed stands out."""
        token = tokens[idx]
        text = escape(token.content)
        if token.info.strip() == "console":
            text = _PROMPT.sub(r"<b>\1</b>", text)
        return f'<pre tabindex="0"><code>{text}</code></pre>\n'

    def table_open(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Return the beginning of a table in a box that scrolls."""
        name = f"Table {next(self._tables)}"
        return f'<div class="wide" tabindex="0" role="group" aria-label="{name}"><table>\n'

    def table_close(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Return the end of a table and of its box."""
        return "</table></div>\n"

    def html_block(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Return nothing for a comment."""
        return _no_comment(tokens[idx].content)

    def html_inline(
        self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType
    ) -> str:
        """Return nothing for a comment."""
        return _no_comment(tokens[idx].content)


def _no_comment(html: str) -> str:
    """Return nothing. Raises `ValueError` for HTML that is no comment."""
    if not re.fullmatch(r"\s*<!--.*-->\s*", html, re.DOTALL):
        raise ValueError(f"a document has HTML of its own: {html.strip()[:60]}")
    return ""
