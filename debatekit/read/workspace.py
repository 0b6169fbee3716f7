"""Which files a workspace has: ids to paths, and everything of it that can be read."""

from pathlib import Path


def find_workspace(start: Path) -> Path | None:
    """Return the folder itself or its nearest parent that has a `lessons/` folder."""
    folder = start.absolute()
    return next((near for near in (folder, *folder.parents) if (near / "lessons").is_dir()), None)
