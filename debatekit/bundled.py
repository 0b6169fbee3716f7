"""Where the course that ships with debatekit lies."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def bundled_workspace() -> Path:
    """Return the workspace that ships with debatekit: seeds/, lessons/ and quizzes/.

    Raises `FileNotFoundError` if the installation carries none.
    """
    if (in_wheel := _PACKAGE / "_bundled").is_dir():
        return in_wheel
    if (_PACKAGE.parent / "pyproject.toml").is_file():
        return _PACKAGE.parent
    raise FileNotFoundError(f"debatekit at {_PACKAGE} carries no lessons; reinstall it")
