"""Run the console examples of the README and the guides, and write what they print below."""

import re
import sys
import tempfile
from pathlib import Path

from tests.test_docs import BLOCK, RUN_PAGES, fits, run, sessions, write_file


def main() -> None:
    """Renew every console block of each page, in order, in one folder a page.

    Pages named on the command line are renewed alone.
    """
    named = {Path(name).resolve() for name in sys.argv[1:]}
    for page in RUN_PAGES:
        if not named or page in named:
            _renew(page)


def _renew(page: Path) -> None:
    """Renew one page; what was cut down to '...' lines is kept if it still fits."""
    with tempfile.TemporaryDirectory() as folder:
        text = page.read_text(encoding="utf-8")
        page.write_text(
            BLOCK.sub(lambda found: _renewed(found, Path(folder)), text), encoding="utf-8"
        )


def _renewed(block: re.Match[str], folder: Path) -> str:
    """Return a block with each command's present output; a file's block is written."""
    if block[1] == "yaml":
        write_file(block[2], folder)
    if block[1] != "console":
        return block[0]
    shown = (_session(*session, folder) for session in sessions(block[2]))
    return f"```console\n{''.join(shown)}```"


def _session(command: str, shown: str, folder: Path) -> str:
    """Return a command with what it prints now."""
    said = run(command, folder).rstrip()
    said = shown.rstrip() if shown.strip() and fits(shown, said) else said
    return f"$ {command}\n{said}\n" if said else f"$ {command}\n"


if __name__ == "__main__":
    main()
