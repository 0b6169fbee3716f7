"""Change one package by small mutations, and see whether its tests notice (mutmut).

    python -m tools.mutate logic
    python -m tools.mutate generate --sample 500 --seed 1
    python -m tools.mutate generate --sample 500 --seed 1 --again

Works on a copy of the tree in `build/mutants/PACKAGE`, so that work can go on here meanwhile.
Writes the counts and each survivor, as a diff, to `build/mutants/PACKAGE.txt`.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from random import Random

_OF_GENERATE = (
    "generators",
    "proofs",
    "relevance",
    "drilling",
    "authored",
    "said",
    "shuffle",
    "refused",
    "switch_sides",
    "asked",
    "told",
    "option_reasons",
    "worded",
    "flow_round",
    "drills_told",
    "near",
    "edges",
    "references",
)
TESTS = {
    "logic": ["tests/logic", "--ignore=tests/logic/test_clingo.py"],
    "generate": [
        *[f"tests/generate/test_{name}.py" for name in _OF_GENERATE],
        "-k",
        "(not root or street) and not bundled and not whatever_order",
    ],
    "practice": ["tests/practice"],
    "store": [
        "tests/store",
        "--ignore=tests/store/test_endurance.py",
        "--ignore=tests/store/test_kills.py",
    ],
}
"""What is run on the mutants of each package; tests that take minutes are left out.

What is tried on every lesson here is tried on the smallest alone.
"""
BUILD = Path("build")
MUTMUT = (BUILD / "mutmut" / "bin" / "mutmut").absolute()
NO_MUTANT = "no-mutant-has-this-name"
NOTICED = ("killed", "timeout", "segfault", "caught by type check")


def main() -> None:
    """Make the mutants of a package, run its tests on them, write what came of it."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("package", choices=TESTS)
    parser.add_argument("--sample", type=int, default=0, help="so many mutants; 0: all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--again", action="store_true", help="only those not noticed last time")
    parser.add_argument("--children", type=int, default=2, help="so many at a time")
    asked = parser.parse_args()
    folder = BUILD / "mutants" / asked.package
    copy_tree(folder)
    narrow(folder / "pyproject.toml", asked.package)
    fates = mutants_of(folder)
    chosen = drawn(sorted(fates), asked.sample, asked.seed)
    left = [name for name in chosen if not (asked.again and fates[name] in NOTICED)]
    if left:
        run(folder, "run", "--max-children", str(asked.children), *left)
    write(folder, chosen, f"{asked.package}, seed {asked.seed}")


def copy_tree(folder: Path) -> None:
    """Copy each file that belongs to the project, as it is now, into the folder."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listing, check=True, capture_output=True, text=True).stdout
    for name in filter(None, names.split("\0")):
        if Path(name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(name, folder / name)


def narrow(settings: Path, package: str) -> None:
    """Leave only one package, and its own tests, in the settings for mutmut."""
    before, section, after = settings.read_text(encoding="utf-8").partition("[tool.mutmut]")
    after = _set(after, "only_mutate", [f"debatekit/{package}/*"])
    after = _set(after, "pytest_add_cli_args_test_selection", TESTS[package])
    settings.write_text(before + section + after, encoding="utf-8")


def _set(section: str, key: str, values: list[str]) -> str:
    """Return the section with another list for a key; the list is written on one or more lines."""
    written = f"{key} = {json.dumps(values)}"
    changed, times = re.subn(rf"^{key} = \[[^\]]*\]", written, section, flags=re.MULTILINE)
    if times != 1:
        raise SystemExit(f"[tool.mutmut] must set '{key}' once, not {times} times")
    return changed


def mutants_of(folder: Path) -> dict[str, str]:
    """Return all mutants by name, with what is known of each; tests are run once on the way."""
    made = run(folder, "run", NO_MUTANT, quiet=True)
    if not (folder / "mutants" / "mutmut-stats.json").exists():
        raise SystemExit(made.stdout[-4000:] + made.stderr[-4000:])
    return results(folder)


def drawn(names: list[str], size: int, seed: int) -> list[str]:
    """Return so many of the names by chance, the same for the same seed; all if 0 or too few."""
    return sorted(Random(seed).sample(names, size)) if 0 < size < len(names) else names


def results(folder: Path) -> dict[str, str]:
    """Return what became of each mutant, by its name."""
    lines = run(folder, "results", "--all", "true", quiet=True).stdout.splitlines()
    pairs = (line.strip().split(": ", 1) for line in lines if ": " in line)
    return dict(pair for pair in pairs if "__mutmut_" in pair[0])


def run(folder: Path, *arguments: str, quiet: bool = False) -> subprocess.CompletedProcess[str]:
    """Run mutmut in the folder, with the properties of the tests tried on few examples."""
    environment = ["env", f"PYTHONPATH={folder.absolute()}"]
    command = [*environment, str(MUTMUT), *arguments]
    return subprocess.run(command, cwd=folder, capture_output=quiet, text=True, check=False)


def write(folder: Path, chosen: list[str], title: str) -> None:
    """Write the counts, and each mutant that no test noticed, beside the folder."""
    fates = results(folder)
    counts = Counter(fates[name] for name in chosen)
    noticed = sum(counts[fate] for fate in NOTICED)
    head = f"{title}: {noticed} of {len(chosen)} noticed ({noticed / len(chosen):.1%}), "
    head += f"of {len(fates)} in all; " + ", ".join(f"{n} {fate}" for fate, n in counts.items())
    rest = [name for name in chosen if fates[name] not in NOTICED]
    diffs = [f"# {fates[name]}\n{run(folder, 'show', name, quiet=True).stdout}" for name in rest]
    folder.with_suffix(".txt").write_text("\n".join([head, *diffs]), encoding="utf-8")
    sys.stdout.write(head + "\n")


if __name__ == "__main__":
    main()
