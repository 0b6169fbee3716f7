"""HTML as a reader meets it: the texts by element, and the outline."""

from html.parser import HTMLParser

_VOID = {"meta", "br", "hr", "img", "input", "link"}


class Reader(HTMLParser):
    """Collects the elements of a page with their attributes and the text in each."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[int, str, dict[str, str]]] = []
        self.texts: list[tuple[str, str]] = []
        self._open: list[str] = []
        self._text: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._end_text()
        attributes = {name: value or "" for name, value in attrs}
        self.elements.append((len(self._open), tag, attributes))
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self._end_text()
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self._text.append(data)

    def _end_text(self) -> None:
        text, self._text = "".join(self._text), []
        if text.strip() and self._open:
            self.texts.append((self._open[-1], text))

    @property
    def tags(self) -> list[str]:
        return [tag for _, tag, _ in self.elements]

    def outline(self) -> str:
        """The elements that give a page its structure, each under what it stands in."""
        shown = {"header", "main", "section", "h1", "h2", "h3", "table", "th", "dl", "ol", "a"}
        lines = []
        for depth, tag, attributes in self.elements:
            if tag in shown:
                named = (attributes.get(name) for name in ("class", "id", "scope", "href"))
                lines.append("  " * depth + " ".join(part for part in (tag, *named) if part))
        return "\n".join(lines)

    def said(self) -> str:
        """All text outside the style sheet, with single spaces."""
        return " ".join(" ".join(text for tag, text in self.texts if tag != "style").split())

    def lines(self) -> str:
        """The same, each piece of text on a line after its element."""
        return "\n".join(
            f"{tag}: {' '.join(text.split())}" for tag, text in self.texts if tag != "style"
        )
