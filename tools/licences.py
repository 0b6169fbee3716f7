"""Under which licences the libraries stand that come with debatekit."""

import re
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PERMISSIVE = frozenset(
    {"0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CNRI-Python", "ISC", "MIT", "PSF-2.0"}
)
"""Licences that ask for their notice alone."""
OF_THE_FILE = frozenset({"EPL-2.0", "LGPL-2.1-or-later", "LGPL-3.0-only", "MPL-2.0", "OFL-1.1"})
"""Licences that bind changes to the library or font itself, which is used as it comes."""
SAID_IN_WORDS = {
    "BSD": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "The BSD 2-Clause License": "BSD-2-Clause",
}


def dependencies() -> dict[str, Distribution]:
    """Return every distribution that an installation of debatekit brings, by name."""
    found: dict[str, Distribution] = {}
    waiting = list(direct())
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = distribution(name)
            waiting += _needed(found[name])
    return dict(sorted(found.items()))


def direct() -> list[str]:
    """Return the names of the libraries that debatekit itself names, sorted."""
    return sorted(_needed(distribution("debatekit")))


def licence(library: Distribution) -> str:
    """Return a library's licence as an SPDX expression, from what its metadata say."""
    told = library.metadata
    if "License-Expression" in told:
        return told["License-Expression"]
    short = told["License"].strip() if "License" in told else ""
    if not short or "\n" in short or len(short) > 40:
        classified = [line for line in told.get_all("Classifier") or () if "License ::" in line]
        short = classified[0].rpartition(" :: ")[2] if classified else "unknown"
    return SAID_IN_WORDS.get(short, short)


def compatible(expression: str) -> bool:
    """Return whether an MIT program may stand on a library under this SPDX expression.

    Of alternatives one must do, of licences that hold together all.
    """
    return any(
        all(one in PERMISSIVE | OF_THE_FILE for one in re.split(r"\s+AND\s+", either.strip("() ")))
        for either in re.split(r"\s+OR\s+", expression)
    )


def table() -> str:
    """Return the libraries that debatekit names, with their licences, as Markdown."""
    lines = ["| library | licence |", "| --- | --- |"]
    lines += [f"| {name} | {licence(distribution(name))} |" for name in direct()]
    return "\n".join(lines)


def _needed(library: Distribution) -> Iterator[str]:
    """Yield the names of what a distribution needs here, without its extras."""
    for line in library.requires or ():
        need = Requirement(line)
        if need.marker is None or need.marker.evaluate({"extra": ""}):
            yield canonicalize_name(need.name)
