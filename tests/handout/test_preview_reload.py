"""A live preview in a real browser, opened as a file: it reloads itself when it has changed."""

import subprocess
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

import pytest

from debatekit.diagnostics import Diagnostic
from debatekit.handout.preview import Finding, preview_html
from debatekit.model.location import Location
from tests.handout.browser import QUIET, chromium

PATIENCE_S = 60.0
FLAGS = [flag for flag in QUIET if "virtual-time" not in flag]


class Beacons(HTTPServer):
    """Tells which pictures a browser asks for; a page that is shown asks for its own."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Beacon)
        self.seen: Queue[str] = Queue()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Beacon(BaseHTTPRequestHandler):
    """Answers with nothing."""

    def do_GET(self) -> None:
        assert isinstance(self.server, Beacons)
        self.server.seen.put(self.path)
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture
def beacons() -> Iterator[Beacons]:
    server = Beacons()
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[list["subprocess.Popen[bytes]"]]:
    started: list[subprocess.Popen[bytes]] = []
    yield started
    for process in started:
        process.terminate()
        process.wait(30)


def page(message: str, beacons: Beacons) -> str:
    """A live page with a fault, and a picture that is asked for once the page is on the screen.

    A lazy one, so that the hidden frame that only looks for the stamp asks for none.
    """
    fault = Finding(diagnostic=Diagnostic(Location("a.yaml"), "DK101", message))
    shown = preview_html(None, (), [fault], name="trams", live=True)
    picture = f'<img alt="" loading="lazy" src="{beacons.address}/{message}"><a class="skip"'
    allowed = f"img-src data: {beacons.address}"
    return shown.replace("img-src data:", allowed).replace('<a class="skip"', picture, 1)


def next_seen(beacons: Beacons) -> str:
    while True:
        try:
            path = beacons.seen.get(timeout=PATIENCE_S)
        except Empty:
            pytest.fail("the browser asked for nothing")
        if path != "/favicon.ico":
            return path


def test_a_page_that_is_written_anew_is_shown_anew(
    tmp_path: Path, beacons: Beacons, browser: list["subprocess.Popen[bytes]"]
) -> None:
    file, beside = tmp_path / "preview page.html", tmp_path / "next.html"
    file.write_text(page("first", beacons), encoding="utf-8")
    profile = f"--user-data-dir={tmp_path / 'profile'}"
    command = [chromium(), *FLAGS, "--remote-debugging-port=0", profile, file.as_uri()]
    browser.append(subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))

    first = next_seen(beacons)
    beside.write_text(page("second", beacons), encoding="utf-8")
    beside.replace(file)
    second = next_seen(beacons)

    assert (first, second) == ("/first", "/second")
