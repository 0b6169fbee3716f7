"""The report as one HTML file: plots as inline SVG, no script, nothing fetched from elsewhere."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from debatekit.model.text import printable
from debatekit.report.findings import ClassReport, Interval
from debatekit.report.plots import heat_map, percent, scatter


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
        heat_map=heat_map, scatter=scatter, percent=percent, places=places, ends=ends
    )
    return templates


def _shown(value: object) -> object:
    """Return what a template prints, without signs that could steer a screen."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return printable(value)
    return value


def places(value: float | None, digits: int = 2) -> str:
    """Return a number with so many places; what is undefined reads n/a.

    >>> places(0.6338), places(None), places(-0.001)
    ('0.63', 'n/a', '0.00')
    """
    if value is None:
        return "n/a"
    said = f"{value:.{digits}f}"
    return said.removeprefix("-") if float(said) == 0 else said


def ends(interval: Interval | None) -> str:
    """Return an interval in words; empty where there is none.

    >>> ends((0.117, 0.895))
    '0.12 to 0.90'
    """
    return f"{places(interval[0])} to {places(interval[1])}" if interval else ""
