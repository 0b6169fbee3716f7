"""The figures debatekit means to reach, measured as ratios: `make bench`."""

import sys
import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from tools.bench_engine import engine_rows
from tools.bench_report import report_rows
from tools.bench_store import store_rows
from tools.measure import Ratio, Row, measure, process, until_shown

PYTHON = sys.executable
DEBATEKIT = str(Path(PYTHON).with_name("debatekit"))


def start_rows(folder: Path) -> Iterator[Row]:
    """Yield how long it takes until something stands on the screen."""
    nothing = process([PYTHON, "-c", "pass"])
    imports = process([PYTHON, "-c", "import click, questionary"])
    quiz = [DEBATEKIT, "quiz", "common-enemy", "--new", "--store", str(folder / "scores.db")]
    yield Row(
        "debatekit --version", "python -c pass", 2.0, process([DEBATEKIT, "--version"]), nothing
    )
    yield Row("debatekit --help", "python -c pass", 6.0, process([DEBATEKIT, "--help"]), nothing)
    yield Row(
        "debatekit quiz, to its first prompt",
        'python -c "import click, questionary"',
        1.5,
        until_shown(quiz, b"Question 1 of", TERM="xterm-256color", COLUMNS="80"),
        imports,
    )


SECTIONS = (start_rows, engine_rows, report_rows, store_rows)
"""What is measured, in this order; each section yields its rows."""


def main() -> int:
    """Print every row's ratio; return 1 if one exceeds its bound."""
    with tempfile.TemporaryDirectory() as folder:
        rows = chain.from_iterable(section(Path(folder)) for section in SECTIONS)
        print("Ratios of whole runs, interleaved; median (lowest to highest).")
        ratios = [_shown(measure(row)) for row in rows]
    return 0 if all(ratio.holds for ratio in ratios) else 1


def _shown(ratio: Ratio) -> Ratio:
    """Print a row's ratio and hand it on."""
    row = ratio.row
    verdict = "holds" if ratio.holds else "MISSED"
    print(
        f"{verdict:6}  {ratio.median:7.3f}x ({ratio.low:.3f} to {ratio.high:.3f}), "
        f"at most {row.at_most:g}x: {row.what}, against {row.against}, {row.runs} pairs"
    )
    return ratio


if __name__ == "__main__":
    sys.exit(main())
