"""A Brief to HTML, by a theme: a folder of Jinja2 templates and a style sheet."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from debatekit.handout.page import Brief, Paper, Size
from debatekit.model.text import printable


def render_brief(brief: Brief, *, paper: Paper, size: Size) -> str:
    """Return the brief as one HTML file: no script, and nothing fetched from elsewhere."""
    page = environment().get_template("brief.html.j2")
    return page.render(brief=brief, paper=paper, size=size)


@cache
def environment() -> Environment:
    """Return the templates of the theme `clear`; every text in them is escaped."""
    templates = Environment(
        loader=PackageLoader("debatekit.handout", "themes/clear"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    templates.filters["css_string"] = css_string
    return templates


def _shown(value: object) -> object:
    """Return what a template prints, without signs that could steer a screen."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return printable(value)
    return value


def css_string(text: str) -> Markup:
    r"""Return the text as a string of a style sheet; all but letters and digits as numbers.

    Nothing in it can end the string, the rule or the element that holds the sheet.

    >>> css_string('a"<b')
    Markup('"a\\000022\\00003cb"')
    """
    line = " ".join(printable(text).split())
    signs = (sign if sign.isascii() and sign.isalnum() else f"\\{ord(sign):06x}" for sign in line)
    return Markup('"{}"').format(Markup("".join(signs)))
