"""The page on the codes of `check`, written from the table of all codes."""

from collections.abc import Iterator

from debatekit.codes import CODES, Code

HUNDREDS = {
    "DK0": "The file",
    "DK1": "Its fields",
    "DK2": "Claims, reasons and counterarguments",
    "DK3": "Sources, statements, wording and references",
    "DK4": "Items",
}


def codes_page() -> str:
    """Return a section for each hundred, with an entry for each code."""
    lines: list[str] = []
    for prefix, title in HUNDREDS.items():
        lines += [f"## {title}: {prefix}xx", ""]
        for name, code in sorted(CODES.items()):
            lines += _entry(name, code) if name.startswith(prefix) else ()
    return "\n".join(lines)


def _entry(name: str, code: Code) -> Iterator[str]:
    """Yield what a code means, a bad example and a good one."""
    yield from (f"### {name}", "", code.meaning, "")
    yield from ("Bad:", "", "```yaml", code.bad, "```", "")
    yield from ("Good:", "", "```yaml", code.good, "```", "")
