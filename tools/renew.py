"""Run the README's console examples and write what they print below them."""

import re
import tempfile
from pathlib import Path

from tests.test_docs import BLOCK, ROOT, run, sessions, write_file


def main() -> None:
    """Renew every console block of the README, in order, in one folder."""
    page = ROOT / "README.md"
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
    shown = (f"$ {command}\n{run(command, folder).rstrip()}\n" for command, _ in sessions(block[2]))
    return f"```console\n{''.join(shown)}```"


if __name__ == "__main__":
    main()
