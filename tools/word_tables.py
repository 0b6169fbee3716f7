"""The words that files choose from, with their meanings: kinds, schemes and devices."""

from collections.abc import Iterable, Iterator

from debatekit.bundled import bundled_workspace
from debatekit.generate.claim_kind import KINDS
from debatekit.generate.evidence_type import KINDS as EVIDENCE
from debatekit.model.scheme import Scheme
from debatekit.read import read_schemes, read_workspace


def word_tables() -> str:
    """Return a section for each list of words; the schemes come with what tests them."""
    workspace, _ = read_workspace(bundled_workspace())
    terms = workspace.glossary.content.terms if workspace.glossary else {}
    devices = ((id_, term.text) for id_, term in terms.items() if term.kind == "device")
    return "\n".join(
        [
            "## Words to choose from\n",
            "### Kinds of claim\n",
            "What a claim's `kind` says of it; students are asked for it in these words.",
            "Another kind that a careful reader could call it stands under `kind_arguable`.\n",
            *_table(("kind", "it is"), KINDS.items()),
            "\n### Kinds of evidence\n",
            *_table(("kind", "it is"), EVIDENCE.items()),
            "\n### Schemes\n",
            "What a reason's `scheme` may be, and the `slots` that its premises fill.",
            "`generic` is any other step.\n",
            *_table(("scheme", "slots", "so", "ask"), map(_scheme, read_schemes().values())),
            "\n### Devices\n",
            "Devices that the bundled glossary explains.",
            "Another may be named once `seeds/glossary.yaml` explains it, with `kind: device`.\n",
            *_table(("device", "what it does"), devices),
        ]
    )


def _scheme(scheme: Scheme) -> tuple[str, str, str, str]:
    """Return the row of a scheme."""
    slots = "; ".join(f"`{name}`: {text}" for name, text in scheme.slots.items())
    asked = " ".join(question.text for question in scheme.questions)
    return scheme.id, slots, scheme.conclusion, asked


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """Yield the lines of a table whose first column is code."""
    yield f"| {' | '.join(head)} |"
    yield f"| {' | '.join('---' for _ in head)} |"
    for first, *rest in rows:
        yield f"| `{first}` | {' | '.join(cell.replace('|', chr(92) + '|') for cell in rest)} |"
