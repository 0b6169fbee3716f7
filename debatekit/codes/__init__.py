"""What every diagnostic code means: one module a hundred, joined here."""

from collections.abc import Mapping

from debatekit.codes.claims import CLAIMS
from debatekit.codes.entry import Code
from debatekit.codes.fields import FIELDS
from debatekit.codes.files import FILES
from debatekit.codes.items import ITEMS
from debatekit.codes.sources import SOURCES

CODES: Mapping[str, Code] = {**FILES, **FIELDS, **CLAIMS, **SOURCES, **ITEMS}
"""Every code, in order; a code never changes its meaning."""

__all__ = ["CODES", "Code"]
