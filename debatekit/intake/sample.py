"""The small sample that a new workspace begins with, and its settings for git and editors."""

import json
from collections.abc import Mapping
from importlib.resources import files

from debatekit.intake.heading import headed
from debatekit.intake.plain_text import from_text

_PLACES = {
    "gitignore": ".gitignore",
    "river-path.txt": "an-article.txt",
    "river-path-source.yaml": "seeds/river-path.yaml",
    "references.yaml": "seeds/references.yaml",
    "glossary.yaml": "seeds/glossary.yaml",
    "river-path-lesson.yaml": "lessons/river-path.yaml",
    "river-path-quiz.yaml": "quizzes/river-path.yaml",
}
_KINDS = {"lessons/*.yaml": "lesson", "quizzes/*.yaml": "quiz"}


def sample_files(schemas: Mapping[str, str]) -> Mapping[str, str]:
    """Return the texts of a new workspace by their paths; `schemas` are those by kind."""
    folder = files("debatekit.intake").joinpath("templates", "sample")
    texts = {place: folder.joinpath(name).read_text("utf-8") for name, place in _PLACES.items()}
    article = headed(from_text(texts["an-article.txt"].encode()))
    return {
        **texts,
        "seeds/river-path.txt": "\n\n".join(article.paragraphs) + "\n",
        **{f"schemas/{kind}.json": text for kind, text in schemas.items()},
        ".vscode/extensions.json": _json({"recommendations": ["redhat.vscode-yaml"]}),
        ".vscode/settings.json": _json(
            {
                "yaml.schemaStore.enable": False,
                "yaml.schemas": {f"schemas/{kind}.json": place for place, kind in _KINDS.items()},
                "files.eol": "\n",
            }
        ),
    }


def _json(settings: object) -> str:
    return json.dumps(settings, indent=2) + "\n"
