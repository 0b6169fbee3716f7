"""Environments for the programs that debatekit is measured against, apart from our own."""

import shutil
import subprocess
import sys
from pathlib import Path

PEERS = Path("build/peers")
NPM = ("npm", "install", "--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--silent")


class MissingPeerError(Exception):
    """A program to be measured against could not be brought here; the message says which."""


def python_peer(name: str, *packages: str) -> Path:
    """Return the folder of programs of an environment that holds these packages of PyPI.

    Made at the first call, in `build/peers/<name>`; a half-made one is made anew. The code of
    the packages is compiled, so that no run pays for that. Raises `MissingPeerError`.
    """
    folder = PEERS / name
    if not (folder / "made").exists():
        shutil.rmtree(folder, ignore_errors=True)
        _run(name, [sys.executable, "-m", "venv", str(folder)])
        _run(name, [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", *packages])
        _run(name, [str(folder / "bin" / "python"), "-m", "compileall", "-q", str(folder / "lib")])
        (folder / "made").touch()
    return (folder / "bin").absolute()


def node_peer(name: str, *packages: str) -> Path:
    """Return the folder of programs of an npm package; raises `MissingPeerError`."""
    folder = PEERS / name
    if not (folder / "made").exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        _run(name, [*NPM, "--prefix", str(folder), *packages])
        (folder / "made").touch()
    return (folder / "node_modules" / ".bin").absolute()


def program(name: str) -> str:
    """Return the absolute path of a program of this machine; raises `MissingPeerError`."""
    if found := shutil.which(name):
        return found
    raise MissingPeerError(f"{name} is not installed")


def _run(name: str, command: list[str]) -> None:
    """Run one step of making an environment; raises `MissingPeerError` if it fails."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError as error:
        raise MissingPeerError(f"{name} was not installed: {error}") from error
    if done.returncode:
        last = (done.stderr or done.stdout).strip().splitlines()[-1:]
        raise MissingPeerError(f"{name} was not installed: {' '.join(last)}")
