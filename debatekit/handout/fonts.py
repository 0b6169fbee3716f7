"""The letters of a PDF: two families that are installed with debatekit, then what is embedded."""

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typst import Fonts

PACKAGES = ("fontpkg_source_sans_3", "fontpkg_atkinson_hyperlegible")


@cache
def fonts(system: bool) -> "Fonts":
    """Return the families that Typst may use; with `system`, those of this machine as well."""
    import typst

    folders = [str(resources.files(name) / "files") for name in PACKAGES]
    return typst.Fonts(include_system_fonts=system, font_paths=folders)
