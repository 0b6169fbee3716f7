"""The report as one HTML file: plots as inline SVG, no script, nothing fetched from elsewhere."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from debatekit.model.text import printable
from debatekit.report.findings import ClassReport
from debatekit.report.numbers import ends, percent, places
from debatekit.report.plots import heat_map, scatter
from debatekit.report.rows import option_count, option_name


def report_html(report: ClassReport) -> str:
    """Return the page; every number in a plot stands in a table too."""
    page = environment().get_template("report.html.j2")
    return page.render(report=report)


@cache
def environment() -> Environment:
    """Return the templates; every text in them is escaped."""
    templates = Environment(
        loader=PackageLoader("debatekit.report", "theme"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    templates.filters.update(
        heat_map=heat_map,
        scatter=scatter,
        percent=percent,
        places=places,
        ends=ends,
        option_name=option_name,
        option_count=option_count,
    )
    return templates


def _shown(value: object) -> object:
    """Return what a template prints, without signs that could steer a screen."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return printable(value)
    return value
