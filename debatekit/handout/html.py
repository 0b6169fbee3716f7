"""A sheet as one HTML file, by a theme: no script, and nothing fetched from elsewhere."""

from base64 import b64encode

from jinja2 import Environment
from markupsafe import Markup

from debatekit.handout.layout import Layout
from debatekit.handout.room import is_tall
from debatekit.handout.sheet import Sheet
from debatekit.handout.theme import Theme, rendered, templates
from debatekit.model.text import printable


def html(sheet: Sheet, layout: Layout, theme: Theme) -> str:
    """Return the sheet as HTML. Raises ThemeError."""
    return rendered(environment(theme), theme, "sheet.html.j2", sheet, layout)


def environment(theme: Theme) -> Environment:
    """Return the theme's templates for HTML; every text in them is escaped."""
    found = templates(theme, finalize=_shown)
    found.filters["is_tall"] = is_tall
    found.filters["css_string"] = css_string
    found.filters["svg_address"] = svg_address
    return found


def _shown(value: object) -> object:
    """Return what a template prints, without signs that could steer a screen."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return printable(value)
    return value


def svg_address(svg: str) -> str:
    """Return a picture as an address that holds all of it."""
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"


def css_string(text: str) -> Markup:
    r"""Return the text as a string of a style sheet; all but letters and digits as numbers.

    Nothing in it can end the string, the rule or the element that holds the sheet.

    >>> css_string('a"<b')
    Markup('"a\\000022\\00003cb"')
    """
    line = " ".join(printable(text).split())
    signs = (sign if sign.isascii() and sign.isalnum() else f"\\{ord(sign):06x}" for sign in line)
    return Markup('"{}"').format(Markup("".join(signs)))
