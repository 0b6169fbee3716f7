"""Chromium and axe-core, where they are at hand: what a checker finds on a page."""

import json
import os
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from tools import browser

ROOT = Path(__file__).parent.parent.parent
QUIET = (*browser.QUIET, "--virtual-time-budget=20000")
_RUN = """
axe.run(document, {resultTypes: ["violations"]}).then(found => {
  const told = found.violations.flatMap(v => v.nodes.map(n => v.id + " " + n.html.slice(0, 160)));
  const wide = document.documentElement.scrollWidth - window.innerWidth;
  if (wide > 0) told.push("page is wider than the window by " + wide);
  if (!found.passes.length) told.push("nothing was checked");
  tell(told);
});
"""
_TELL = """
const dark = matchMedia("(prefers-color-scheme: dark)").matches;
const tell = told => { parent.document.title = "told:" + JSON.stringify({told, dark}); };
"""


def chromium() -> str:
    """The browser; without one the test is skipped, but never on the checking machine."""
    found = shutil.which("chromium") or shutil.which("google-chrome")
    return found or missing("chromium is not installed")


def axe() -> Path:
    """axe-core's one file: named by DEBATEKIT_AXE, or installed with npm in the checkout."""
    named = os.environ.get("DEBATEKIT_AXE")
    path = Path(named) if named else ROOT / "node_modules" / "axe-core" / "axe.min.js"
    if not path.is_file():
        missing("axe-core is not installed: npm install --no-save axe-core")
    return path


def missing(what: str) -> Any:
    """Skip, or fail where CI is set."""
    if os.environ.get("CI"):
        pytest.fail(what)
    pytest.skip(what)


def findings(page: str, folder: Path, width: int, dark: bool) -> list[str]:
    """What axe-core holds against a page in a window of that width, in light or in dark."""
    script = axe().read_text(encoding="utf-8").replace("</script", "<\\/script")
    return told(page, folder, width, dark, f"{script}\n{_RUN}")


def told(page: str, folder: Path, width: int, dark: bool, script: str) -> list[str]:
    """What a script tells, by `tell([...])`, of a page in a window of that width."""
    checked = page.replace("</body>", f"<script>{_TELL}\n{script}</script></body>")
    (folder / "page.html").write_text(checked, encoding="utf-8")
    frame = f'<iframe title="page" src="page.html" style="width:{width}px;height:900px"></iframe>'
    outer = f'<!doctype html><html lang="en"><title>none</title><body>{frame}</body></html>'
    (folder / "outer.html").write_text(outer, encoding="utf-8")
    scheme = f"--blink-settings=preferredColorScheme={0 if dark else 1}"
    started = subprocess.run(
        [
            chromium(),
            *QUIET,
            "--allow-file-access-from-files",
            scheme,
            f"--user-data-dir={folder / 'profile'}",
            "--window-size=1400,1000",
            "--dump-dom",
            (folder / "outer.html").as_uri(),
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    heard = re.search(r"<title>told:(.*?)</title>", started.stdout)
    assert heard, f"the page said nothing: {started.stderr[-300:]}"
    answer = json.loads(unescape(heard[1]))
    assert answer["dark"] is dark
    found: list[str] = answer["told"]
    return found
