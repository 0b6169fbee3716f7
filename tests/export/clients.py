"""Programs of others that read what is exported, where they are at hand."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from tests.handout.browser import ROOT, missing

DRIVERS = ROOT / "tests" / "clients"


def in_node(driver: str, package: str, content: bytes) -> Any:
    """Return what a driver in tests/clients says of the content, with a package from npm."""
    node = shutil.which("node") or missing("node is not installed")
    if not (ROOT / "node_modules" / package).is_dir():
        missing(f"{package} is not installed: npm install --no-save {package}")
    return json.loads(_run([str(node), str(DRIVERS / driver), str(ROOT)], content))


def in_anki(packages: list[Path], folder: Path) -> Any:
    """Return, after each import, what Anki reports and holds; Anki runs in a Python of its own.

    It is licensed under the AGPL, so no code of ours is linked with it.
    """
    python = ROOT / "build" / "anki" / "bin" / "python"
    if not python.is_file():
        missing("anki is not installed: see .ci/run")
    command = [str(python), str(DRIVERS / "anki_import.py"), str(folder / "collection.anki2")]
    return json.loads(_run([*command, *map(str, packages)], b""))


def well_formed(content: bytes) -> None:
    """Let xmllint read an XML file."""
    xmllint = shutil.which("xmllint") or missing("xmllint is not installed")
    _run([str(xmllint), "--noout", "--nonet", "-"], content)


def _run(command: list[str], content: bytes) -> bytes:
    done = subprocess.run(command, input=content, capture_output=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    return done.stdout
