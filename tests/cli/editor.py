"""An editor as far as a language server sees one: it opens files and asks about places in them."""

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent.parent
SERVER = ROOT / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
SETTINGS = {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}
"""What a new workspace tells the server too: to look for no schema in the network."""
LONGEST_S = 60.0


class Editor:
    """A running yaml-language-server, by the Language Server Protocol over its streams."""

    def __init__(self, folder: Path) -> None:
        if not SERVER.is_file() or (node := shutil.which("node")) is None:
            pytest.skip("yaml-language-server is not installed")
        self.process = subprocess.Popen(
            [node, str(SERVER), "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=folder,
        )
        self._answers: Queue[dict[str, Any]] = Queue()
        self._faults: Queue[dict[str, Any]] = Queue()
        self._number = 0
        self.uri = ""
        Thread(target=self._listen, daemon=True).start()
        ability = {"workspace": {"configuration": True, "workspaceFolders": True}}
        place = {"uri": folder.as_uri(), "name": folder.name}
        self.ask("initialize", processId=None, capabilities=ability, workspaceFolders=[place])
        self._say("initialized", {})
        self._say("workspace/didChangeConfiguration", {"settings": {"yaml": SETTINGS}})

    def open(self, path: Path, text: str | None = None) -> list[dict[str, Any]]:
        """Show a file, or another text in its place; return what the server finds wrong."""
        shown = path.read_text(encoding="utf-8") if text is None else text
        self._number += 1
        self.uri = path.with_stem(f"{path.stem}-{self._number}").as_uri()
        opened = {"uri": self.uri, "languageId": "yaml", "version": 1, "text": shown}
        self._say("textDocument/didOpen", {"textDocument": opened})
        while (told := self._faults.get(timeout=LONGEST_S))["uri"] != self.uri:
            pass
        found: list[dict[str, Any]] = told["diagnostics"]
        return found

    def hover(self, line: int, column: int) -> str:
        """Return what is shown for a place of the file, counted from 0; else nothing."""
        told = self._at("textDocument/hover", line, column)
        return str(told["contents"]["value"]) if told else ""

    def completions(self, line: int, column: int) -> Sequence[str]:
        """Return what is proposed at a place of the file, counted from 0."""
        told = self._at("textDocument/completion", line, column)
        return [str(one["label"]) for one in told["items"]]

    def ask(self, method: str, **params: Any) -> Any:
        """Return the answer to a question."""
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        while (answer := self._answers.get(timeout=LONGEST_S))["id"] != self._number:
            pass
        assert "error" not in answer, answer["error"]
        return answer["result"]

    def close(self) -> None:
        """End the server."""
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            assert pipe is not None
            pipe.close()

    def _at(self, method: str, line: int, column: int) -> Any:
        place = {"line": line, "character": column}
        return self.ask(method, textDocument={"uri": self.uri}, position=place)

    def _say(self, method: str, params: dict[str, Any]) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def _listen(self) -> None:
        """Sort what the server says; answer what it asks."""
        stream = self.process.stdout
        assert stream is not None
        while (head := stream.readline()).strip():
            length = int(head.split(b":")[1]) if head.lower().startswith(b"content-length") else 0
            while stream.readline().strip():
                pass
            self._take(json.loads(stream.read(length)))

    def _take(self, message: dict[str, Any]) -> None:
        match message:
            case {"method": "textDocument/publishDiagnostics", "params": params}:
                self._faults.put(params)
            case {"method": "workspace/configuration", "id": number, "params": {"items": items}}:
                wanted = [SETTINGS if one.get("section") == "yaml" else None for one in items]
                self._send({"id": number, "result": wanted})
            case {"method": _, "id": number}:
                self._send({"id": number, "result": None})
            case {"id": _}:
                self._answers.put(message)
