"""qti-components in Chromium: how an open player shows and marks QTI items."""

import json
import re
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

from tests.handout.browser import QUIET, ROOT, chromium, missing

_PLAYER = ROOT / "node_modules" / "@citolab" / "qti-components" / "cdn" / "index.global.js"


def played(items: list[dict[str, Any]], folder: Path) -> list[dict[str, Any]]:
    """What happens to each item, given as its XML and a response."""
    browser = chromium()
    if not _PLAYER.is_file():
        missing("qti-components is not installed: npm install --no-save @citolab/qti-components")
    scripts = (
        _PLAYER.read_text(encoding="utf-8"),
        f"const items = {json.dumps(items)};",
        (ROOT / "tests" / "clients" / "qti_player.js").read_text(encoding="utf-8"),
    )
    page = "".join(f"<script>{_inside(script)}</script>" for script in scripts)
    path = folder / "player.html"
    path.write_text(f"<!doctype html><meta charset=utf-8><body>{page}</body>", encoding="utf-8")
    profile = f"--user-data-dir={folder / 'profile'}"
    done = subprocess.run(
        [browser, *QUIET, profile, "--dump-dom", path.as_uri()],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    told = re.search(r"<title>told:(.*?)</title>", done.stdout, re.DOTALL)
    assert told, f"the player said nothing: {done.stderr[-300:]}"
    found: list[dict[str, Any]] = json.loads(unescape(told[1]))
    return found


def _inside(script: str) -> str:
    """Return a script that ends where its element does."""
    return script.replace("</script", "<\\/script").replace("<!--", "<\\!--")
